//! Pausing a member and letting them go on: a flag, never a status (R-12, U24).

use serde::{Deserialize, Serialize};

use crate::MembershipId;
use crate::case::{Case, Stop, stands};
use crate::event::Event;
use crate::membership::Membership;
use crate::permission::Permission;
use crate::record::Held;

/// The organisation pauses a member; their dates run on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct SuspendMember {
    /// Who.
    pub membership: MembershipId,
}

/// The organisation lets a paused member go on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct ResumeMember {
    /// Who.
    pub membership: MembershipId,
}

impl SuspendMember {
    pub(crate) fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Stop> {
        let member = member_to_pause(case, self.membership, true)?;
        case.an_owner_remains(
            member.id,
            Some(&Membership {
                suspended: true,
                ..member.value.clone()
            }),
        )?;
        Ok(vec![Event::MemberSuspended {
            membership: member.id,
        }])
    }
}

impl ResumeMember {
    pub(crate) fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Stop> {
        let member = member_to_pause(case, self.membership, false)?;
        Ok(vec![Event::MemberResumed {
            membership: member.id,
        }])
    }
}

/// The member who is to be suspended or not from now on.
fn member_to_pause<'a>(
    case: &Case<'a>,
    id: MembershipId,
    suspended: bool,
) -> Result<&'a Held<Membership>, Stop> {
    let actor = case.entitled(Permission::MembersManage)?;
    let member = case.target_for(&actor, id)?;
    case.not_own(member)?;
    stands(member, member.status.is_approved())?;
    if member.suspended == suspended {
        return Err(Stop::Unchanged);
    }
    case.may_change(&actor, member.grant.as_ref())?;
    Ok(member)
}
