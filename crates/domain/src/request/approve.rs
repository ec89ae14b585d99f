//! Approving a request, with level, extras, rooms and dates in the same step (RULES 1, R-20, R-22, R-41, R-42).

use serde::{Deserialize, Serialize};

use crate::case::{Case, Stop, stands};
use crate::event::Event;
use crate::refusal::Refusal;
use crate::{Grant, MembershipId};

/// Somebody who decides requests approves one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct ApproveRequest {
    /// Which.
    pub membership: MembershipId,
    /// What the person will have.
    pub grant: Grant,
}

impl ApproveRequest {
    pub(crate) fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Stop> {
        let contacts = case.contacts(self.membership);
        let (request, decider) = case.request_to_decide(self.membership)?;
        let grant = self.grant.clone().saved();
        if request.status.is_approved() && request.grant.as_ref() == Some(&grant) {
            return Err(Stop::Unchanged);
        }
        stands(request, request.is_open_request())?;
        case.may_give(&decider, &grant)?;
        if grant.is_owner() {
            return Err(Refusal::NeedsAcceptance.into());
        }
        let mut events = vec![Event::RequestApproved {
            membership: request.id,
            grant,
        }];
        events.extend(case.superseded_by(request.id, request.person, contacts.or_stop()?)?);
        Ok(events)
    }
}
