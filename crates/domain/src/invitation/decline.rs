//! Declining an invitation; an expired one may be declined too, so that its sender knows.

use serde::{Deserialize, Serialize};

use crate::MembershipId;
use crate::case::{Case, Stop, stands};
use crate::event::Event;
use crate::membership::{Side, Status};

/// The invited person declines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct DeclineInvitation {
    /// Which.
    pub membership: MembershipId,
}

impl DeclineInvitation {
    pub(crate) fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Stop> {
        let (invitation, account) = case.invitation_to_answer(self.membership)?;
        if invitation.status == (Status::Rejected { by: Side::Person }) {
            return Err(Stop::Unchanged);
        }
        stands(invitation, invitation.is_open_invitation())?;
        Ok(vec![Event::InvitationDeclined {
            membership: invitation.id,
            person: account.person,
        }])
    }
}
