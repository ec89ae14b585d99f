//! Accepting to manage: by an Owner of the managing organisation, while who proposed it is still Owner.

use serde::{Deserialize, Serialize};

use super::ManagementProposal;
use crate::OrganisationId;
use crate::actor::Author;
use crate::case::{Case, Stop};
use crate::event::Event;
use crate::refusal::Refusal;

/// An Owner of the managing organisation accepts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct AcceptManagement {
    /// The organisation that is to be managed; it is judged there.
    pub community: OrganisationId,
}

impl AcceptManagement {
    pub(crate) fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Stop> {
        let speaks = case.speaks_for(self.community)?;
        if !speaks.manager {
            return Err(Refusal::Forbidden { needs: None }.into());
        }
        case.actor.has_proved_who_they_are()?;
        let Some(proposal) = &case.organisation()?.proposal else {
            return Err(Stop::Unchanged);
        };
        case.proposal_stands(proposal)?;
        let above = case.actor.person().map(|person| case.in_manager(person));
        let is_managed = above.is_some_and(|found| {
            found.known_and(|it| it.is_some_and(|it| it.organisation.managed_by.is_some()))
        });
        if is_managed || case.communities().known_and(|these| !these.is_empty()) {
            return Err(Refusal::OneStep.into());
        }
        Ok(vec![Event::ManagementAccepted {
            manager: proposal.manager,
        }])
    }
}

impl Case<'_> {
    /// A proposal is void when who made it is no longer Owner, or now has an end date.
    fn proposal_stands(&self, proposal: &ManagementProposal) -> Result<(), Stop> {
        let owns = match &proposal.by.author {
            Author::Person { id, .. } => self
                .own_rights(*id)?
                .or_stop()?
                .is_some_and(|rights| rights.owner && rights.until.is_none()),
            Author::Operator => true,
            Author::System => false,
        };
        if owns {
            Ok(())
        } else {
            Err(Refusal::OfferVoid.into())
        }
    }
}
