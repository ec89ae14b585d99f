//! Ending a membership early: either side, without the other's agreement (BEL-13, R-12, R-25).

use serde::{Deserialize, Serialize};

use crate::MembershipId;
use crate::case::{Case, Stop, stands};
use crate::event::Event;
use crate::membership::{Side, Status};
use crate::permission::Permission;
use crate::refusal::Refusal;

/// The organisation ends a membership, or the person leaves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct EndMembership {
    /// Which.
    pub membership: MembershipId,
}

impl EndMembership {
    pub(crate) fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Stop> {
        let leaves = |member: &crate::Membership| {
            case.actor.person().is_some() && member.person == case.actor.person()
        };
        let found = case.membership(self.membership).or_stop()?;
        let (actor, by) = if found.is_some_and(|it| leaves(it)) {
            (None, Side::Person)
        } else {
            let ender = case.entitled(Permission::MembersManage)?;
            (Some(ender), Side::Organisation)
        };
        let member = found.ok_or(Refusal::NotFound)?;
        if let Some(actor) = &actor
            && !case.is_there_for(actor, member)?
        {
            return Err(Refusal::NotFound.into());
        }
        if matches!(member.status, Status::Ended { by: side, .. } if side == by) {
            return Err(Stop::Unchanged);
        }
        stands(member, member.status.is_approved())?;
        if let Some(actor) = &actor {
            case.may_change(actor, member.grant.as_ref())?;
        }
        case.an_owner_remains(member.id, None)?;
        Ok(vec![Event::MembershipEnded {
            membership: member.id,
            by,
        }])
    }
}
