//! Ending management, or a proposal of it, from either side.

use serde::{Deserialize, Serialize};

use crate::OrganisationId;
use crate::case::{Case, Stop};
use crate::event::Event;
use crate::last_owner::Owners;
use crate::refusal::Refusal;

/// An Owner of either side ends it. The community only while it has an undated Owner of its own; the managing
/// organisation only while somebody is Owner there in its stead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct EndManagement {
    /// The organisation that is managed; it is judged there.
    pub community: OrganisationId,
}

impl EndManagement {
    pub(crate) fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Stop> {
        let speaks = case.speaks_for(self.community)?;
        case.actor.has_proved_who_they_are()?;
        let organisation = case.organisation()?;
        let Some(manager) = organisation.manager_or_proposed() else {
            return Err(Stop::Unchanged);
        };
        let accepted = organisation.managed_by.is_some();
        if accepted {
            let orphans = |owners: Owners| {
                !(speaks.community && owners.undated || speaks.manager && owners.in_force)
            };
            if case.owners_without(None).known_and(orphans) {
                return Err(Refusal::LastOwner.into());
            }
        }
        Ok(vec![Event::ManagementEnded { manager, accepted }])
    }
}
