//! An offer of ownership as it stands.

use serde::{Deserialize, Serialize};

use crate::Moment;
use crate::actor::Signed;

/// How long an offer of ownership stands, in days.
pub const OFFER_DAYS: u32 = 7;

/// An offer of ownership to a member; it stands until it is accepted, withdrawn, past its term, or its offerer is no
/// longer Owner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct OwnershipOffer {
    /// Who offers it.
    pub by: Signed,
    /// Whether the offerer becomes Administrator when it is accepted.
    pub step_down: bool,
    /// The first instant at which it no longer stands.
    pub expires_at: Moment,
}

impl OwnershipOffer {
    /// Whether its term has passed; whether its offerer is still Owner is judged when it is accepted.
    pub fn is_past(&self, now: Moment) -> bool {
        now.is_past(self.expires_at)
    }
}
