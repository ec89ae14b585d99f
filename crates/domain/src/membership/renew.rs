//! Giving a membership a new term after it expired, ended or lapsed.

use serde::{Deserialize, Serialize};

use crate::case::{Case, Stop, stands};
use crate::event::Event;
use crate::membership::Status;
use crate::membership::add::last_word_was_not_no;
use crate::permission::Permission;
use crate::refusal::Refusal;
use crate::{Grant, MembershipId, Version};

/// The organisation renews a membership; its suspension stays as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct RenewMembership {
    /// Which.
    pub membership: MembershipId,
    /// What the person will have.
    pub grant: Grant,
    /// The version the renewal is based on.
    pub based_on: Version,
}

impl RenewMembership {
    pub(crate) fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Stop> {
        let renewer = case.entitled(Permission::MembersManage)?;
        let member = case.target_for(&renewer, self.membership)?;
        case.not_own(member)?;
        let over = matches!(member.status, Status::Ended { .. } | Status::Expired { .. })
            || member.is_lapsed(case.now);
        stands(member, over)?;
        case.still_based_on(member, self.based_on)?;
        case.may_change(&renewer, member.grant.as_ref())?;
        let grant = self.grant.clone().saved();
        case.may_give(&renewer, &grant)?;
        let was_owner =
            member.status.is_approved() && member.grant.as_ref().is_some_and(Grant::is_owner);
        if grant.is_owner() && !was_owner {
            return Err(Refusal::NeedsAcceptance.into());
        }
        case.no_other_live_row(member)?;
        if let Some(person) = member.person {
            last_word_was_not_no(&case.of_person(person).or_stop()?)?;
        }
        Ok(vec![Event::MembershipRenewed {
            membership: member.id,
            grant,
        }])
    }
}
