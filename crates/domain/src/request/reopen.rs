//! Taking up a request again that the organisation had declined (R-8, U12).

use serde::{Deserialize, Serialize};

use crate::MembershipId;
use crate::case::{Case, Stop, stands};
use crate::event::Event;
use crate::membership::{Side, Status};
use crate::permission::Permission;

/// Somebody who decides requests takes one up again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct ReopenRequest {
    /// Which.
    pub membership: MembershipId,
}

impl ReopenRequest {
    pub(crate) fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Stop> {
        let actor = case.entitled(Permission::RequestsDecide)?;
        let request = case.target_for(&actor, self.membership)?;
        case.not_own(request)?;
        if request.is_open_request() {
            return Err(Stop::Unchanged);
        }
        stands(
            request,
            request.asked.is_some()
                && request.status
                    == (Status::Rejected {
                        by: Side::Organisation,
                    }),
        )?;
        case.no_other_live_row(request)?;
        Ok(vec![Event::RequestReopened {
            membership: request.id,
        }])
    }
}
