//! Setting a membership to expired: the organisation any time, the system by the organisation's rule (BEL-14).

use serde::{Deserialize, Serialize};

use crate::case::{Case, Stop, stands};
use crate::entitlement::Entitlement;
use crate::event::Event;
use crate::membership::{Membership, Side, Status};
use crate::permission::Permission;
use crate::refusal::Refusal;
use crate::{MembershipId, Standing};

/// The term of a membership is over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct ExpireMembership {
    /// Which.
    pub membership: MembershipId,
}

impl ExpireMembership {
    pub(crate) fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Stop> {
        let expirer = if case.is_system() {
            Entitlement::ALWAYS
        } else {
            case.entitled(Permission::MembersManage)?
        };
        let member = case.target_for(&expirer, self.membership)?;
        if matches!(member.status, Status::Expired { .. }) {
            return Err(Stop::Unchanged);
        }
        stands(member, member.status.is_approved())?;
        let by = if case.is_system() {
            by_the_rule(case, member)?
        } else {
            Side::Organisation
        };
        case.may_change(&expirer, member.grant.as_ref())?;
        case.an_owner_remains(member.id, None)?;
        Ok(vec![Event::MembershipExpired {
            membership: member.id,
            by,
        }])
    }
}

/// The system expires only what has lapsed, and only where the organisation's rule is on; of one that is switched off it
/// leaves everything as it is.
fn by_the_rule(case: &Case<'_>, member: &Membership) -> Result<Side, Stop> {
    let rule_is_on = case
        .settings()
        .known_and(|settings| settings.expire_by_itself);
    let is_on = case.organisation()?.standing == Standing::Active;
    if is_on && rule_is_on && member.is_lapsed(case.now) {
        Ok(Side::System)
    } else {
        Err(Refusal::Forbidden { needs: None }.into())
    }
}
