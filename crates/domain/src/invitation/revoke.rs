//! Taking an invitation back, until it is accepted (ACT-5, ACT-6, ACT-24).

use serde::{Deserialize, Serialize};

use crate::MembershipId;
use crate::case::{Case, Stop, stands};
use crate::event::Event;
use crate::membership::{Side, Status};
use crate::permission::Permission;

/// The organisation takes an open invitation back; an expired one too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct RevokeInvitation {
    /// Which.
    pub membership: MembershipId,
}

impl RevokeInvitation {
    pub(crate) fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Stop> {
        let revoker = case.entitled(Permission::InvitationsManage)?;
        let invitation = case.target_for(&revoker, self.membership)?;
        if invitation.status
            == (Status::Cancelled {
                by: Side::Organisation,
            })
        {
            return Err(Stop::Unchanged);
        }
        stands(invitation, invitation.is_open_invitation())?;
        case.may_change(&revoker, invitation.grant.as_ref())?;
        Ok(vec![Event::InvitationRevoked {
            membership: invitation.id,
        }])
    }
}
