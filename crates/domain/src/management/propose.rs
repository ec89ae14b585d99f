//! Proposing an organisation as the managing one.

use serde::{Deserialize, Serialize};

use super::ManagementProposal;
use crate::OrganisationId;
use crate::case::{Case, Fact, Stop};
use crate::decide::signed_here;
use crate::event::Event;
use crate::organisation::{Organisation, Standing};
use crate::permission::Permission;
use crate::refusal::{DatesRule, Refusal};

/// An Owner proposes an organisation as the managing one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct ProposeManagement {
    /// The organisation that is to manage.
    pub manager: OrganisationId,
}

impl ProposeManagement {
    pub(crate) fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Stop> {
        // only the preset Owner has it.
        let proposer = case.entitled(Permission::OrganisationDelete)?;
        case.actor.has_proved_who_they_are()?;
        let organisation = case.organisation()?;
        let is_new = |it: &ManagementProposal| it.manager != self.manager;
        if organisation.managed_by == Some(self.manager)
            || !organisation.proposal.as_ref().is_none_or(is_new)
        {
            return Err(Stop::Unchanged);
        }
        let rights = proposer.rights.as_ref();
        if rights.is_some_and(|it| it.until.is_some()) {
            return Err(Refusal::from(DatesRule::BeyondGiver).into());
        }
        let manager = case.nearby(self.manager);
        let is_there =
            |it: Option<&Organisation>| it.is_some_and(|it| it.standing == Standing::Active);
        if manager.clone().known_and(|it| !is_there(it)) {
            return Err(Refusal::NotFound.into());
        }
        let manager_name = match &manager {
            Fact::Known(it) => it.map(|it| it.name.clone()),
            Fact::Unknown => None,
        };
        let is_managed = |it: Option<&Organisation>| it.is_some_and(|it| it.managed_by.is_some());
        if self.manager == case.world.id
            || organisation.managed_by.is_some()
            || manager.known_and(is_managed)
            || case.communities().known_and(|these| !these.is_empty())
        {
            return Err(Refusal::OneStep.into());
        }
        Ok(vec![Event::ManagementProposed {
            proposal: ManagementProposal {
                manager: self.manager,
                manager_name,
                by: signed_here(case.world, case.actor, case.now),
            },
        }])
    }
}
