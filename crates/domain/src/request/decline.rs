//! Declining a request, with a reason that the person reads (RULES 1, OLV-32, U9).

use serde::{Deserialize, Serialize};

use crate::case::{Case, Stop, stands};
use crate::event::Event;
use crate::membership::{Side, Status};
use crate::refusal::Refusal;
use crate::{MembershipId, Note};

/// Somebody who decides requests declines one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct DeclineRequest {
    /// Which.
    pub membership: MembershipId,
    /// Why, as the person will read it. Refused without; optional only so that what older versions kept can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Note>,
}

impl DeclineRequest {
    /// A declining that only asks the rules who may: its reason is nobody's.
    pub fn in_question(membership: MembershipId) -> Self {
        let reason = Note::try_from("?").ok();
        Self { membership, reason }
    }

    pub(crate) fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Stop> {
        let (request, _) = case.request_to_decide(self.membership)?;
        if request.status
            == (Status::Rejected {
                by: Side::Organisation,
            })
        {
            return Err(Stop::Unchanged);
        }
        stands(request, request.is_open_request())?;
        if self.reason.is_none() {
            let field = "reason".to_owned();
            return Err(Refusal::Invalid { field }.into());
        }
        Ok(vec![Event::RequestDeclined {
            membership: request.id,
            reason: self.reason.clone(),
        }])
    }
}
