//! Sending an invitation again: new secret, new term, the old secret dead (R-27, R-30, R-54, U1).

use serde::{Deserialize, Serialize};

use crate::case::{Case, Stop, stands};
use crate::event::Event;
use crate::permission::Permission;
use crate::{Grant, MembershipId};

/// The organisation sends an open invitation again; who does so answers for it from now on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct ResendInvitation {
    /// Which.
    pub membership: MembershipId,
    /// What it gives from now on, where its dates have passed; none keeps what it gave.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grant: Option<Grant>,
}

impl ResendInvitation {
    pub(crate) fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Stop> {
        let sender = case.entitled(Permission::InvitationsManage)?;
        let invitation = case.target_for(&sender, self.membership)?;
        case.takes_invitations()?;
        stands(invitation, invitation.is_open_invitation())?;
        case.may_change(&sender, invitation.grant.as_ref())?;
        let kept = invitation.grant.clone().ok_or(Stop::Unknown)?;
        let grant = self.grant.clone().map_or(kept, Grant::saved);
        case.may_offer(&sender, &grant)?;
        for contact in case.contacts(invitation.id).or_stop()? {
            case.within_limits(contact)?;
        }
        Ok(vec![Event::InvitationResent {
            membership: invitation.id,
            expires_at: case.term_from_now(),
            grant,
        }])
    }
}
