//! Taking an offer of ownership back.

use serde::{Deserialize, Serialize};

use crate::MembershipId;
use crate::case::{Case, Stop};
use crate::event::Event;
use crate::permission::Permission;

/// An Owner takes an offer of ownership back, whoever of them made it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct WithdrawOffer {
    /// From whom.
    pub membership: MembershipId,
}

impl WithdrawOffer {
    pub(crate) fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Stop> {
        case.entitled(Permission::OrganisationDelete)?;
        let member = case.target(self.membership)?;
        case.actor.has_proved_who_they_are()?;
        if member.offer.is_none() {
            return Err(Stop::Unchanged);
        }
        Ok(vec![Event::OfferWithdrawn {
            membership: member.id,
        }])
    }
}
