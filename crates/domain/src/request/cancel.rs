//! Taking back one's own request (OLV-30, BEL-10).

use serde::{Deserialize, Serialize};

use crate::MembershipId;
use crate::case::{Case, Stop, stands};
use crate::event::Event;
use crate::membership::{Side, Status};
use crate::refusal::Refusal;

/// A person takes their request back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct CancelRequest {
    /// Which.
    pub membership: MembershipId,
}

impl CancelRequest {
    pub(crate) fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Stop> {
        let request = case.target(self.membership)?;
        if case.actor.person().is_none() || request.person != case.actor.person() {
            return Err(Refusal::NotFound.into());
        }
        if request.status == (Status::Cancelled { by: Side::Person }) {
            return Err(Stop::Unchanged);
        }
        stands(request, request.is_open_request())?;
        Ok(vec![Event::RequestCancelled {
            membership: request.id,
        }])
    }
}
