//! Changing what an open invitation gives, before it is accepted (U7).

use serde::{Deserialize, Serialize};

use crate::case::{Case, Stop, stands};
use crate::event::Event;
use crate::permission::Permission;
use crate::{Grant, MembershipId, Version};

/// The organisation changes what an open invitation gives; who does so answers for it from now on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct ChangeInvitation {
    /// Which.
    pub membership: MembershipId,
    /// What it gives from now on.
    pub grant: Grant,
    /// The version the change is based on.
    pub based_on: Version,
}

impl ChangeInvitation {
    pub(crate) fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Stop> {
        let changer = case.entitled(Permission::InvitationsManage)?;
        let invitation = case.target_for(&changer, self.membership)?;
        case.takes_invitations()?;
        stands(invitation, invitation.is_open_invitation())?;
        let before = invitation.grant.clone().ok_or(Stop::Unknown)?;
        let after = self.grant.clone().saved();
        if before == after {
            return Err(Stop::Unchanged);
        }
        case.still_based_on(invitation, self.based_on)?;
        case.may_change(&changer, Some(&before))?;
        case.may_offer(&changer, &after)?;
        Ok(vec![Event::InvitationChanged {
            membership: invitation.id,
            before,
            after,
        }])
    }
}
