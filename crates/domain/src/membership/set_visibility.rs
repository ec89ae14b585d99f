//! Being listed publicly or not: the person's own choice, off at first (BEL-6, OLV-36, OLV-37).

use serde::{Deserialize, Serialize};

use crate::MembershipId;
use crate::case::{Case, Stop, stands};
use crate::event::Event;
use crate::refusal::Refusal;

/// A member chooses whether to be listed publicly.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct SetVisibility {
    /// Whose.
    pub membership: MembershipId,
    /// Whether to be listed.
    pub visible: bool,
}

impl SetVisibility {
    pub(crate) fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Stop> {
        let person = case.actor.person().ok_or(Refusal::NotFound)?;
        let member = case.target(self.membership)?;
        if member.person != Some(person) {
            return Err(Refusal::NotFound.into());
        }
        // Who is suspended, has lapsed or has not started may leave, and nothing else.
        if case.own_rights(person)?.known_and(|it| it.is_none()) {
            return Err(Refusal::NotFound.into());
        }
        stands(member, member.status.is_approved())?;
        if member.visible == self.visible {
            return Err(Stop::Unchanged);
        }
        Ok(vec![Event::VisibilitySet {
            membership: member.id,
            visible: self.visible,
        }])
    }
}
