//! Setting a member's position: the organisation's word, not the member's (OLV-14).

use serde::{Deserialize, Serialize};

use crate::case::{Case, Stop, stands};
use crate::event::Event;
use crate::permission::Permission;
use crate::{MembershipId, Name};

/// The organisation sets a member's position.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct SetPosition {
    /// Whose.
    pub membership: MembershipId,
    /// The position; none takes it away.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<Name>,
}

impl SetPosition {
    pub(crate) fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Stop> {
        let actor = case.entitled(Permission::MembersManage)?;
        let member = case.target_for(&actor, self.membership)?;
        stands(member, member.status.is_approved())?;
        if member.position == self.position {
            return Err(Stop::Unchanged);
        }
        case.may_change(&actor, member.grant.as_ref())?;
        Ok(vec![Event::PositionSet {
            membership: member.id,
            position: self.position.clone(),
        }])
    }
}
