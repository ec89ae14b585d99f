//! Deleting an organisation: by an Owner, while its Owners are its only approved members (R-44, R-62, BEL-21, BEL-22).

use serde::{Deserialize, Serialize};

use crate::Name;
use crate::case::{Case, Fact, Stop};
use crate::event::Event;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// An Owner deletes the organisation. Its rows stay as tombstones; whatever was open is withdrawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct DeleteOrganisation {
    /// The name of the organisation, typed to confirm.
    pub name: Name,
}

impl DeleteOrganisation {
    pub(crate) fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Stop> {
        // only the preset Owner has it.
        case.entitled(Permission::OrganisationDelete)?;
        case.actor.has_proved_who_they_are()?;
        let organisation = case.organisation()?;
        if organisation.name != self.name {
            let field = "name".to_owned();
            return Err(Refusal::Invalid { field }.into());
        }
        // Asked together: fewer rounds of questions.
        let (members, ownerless) = (case.members_besides_owners(), case.manages_ownerless());
        if members.known_and(|they| they) {
            return Err(Refusal::HasMembers.into());
        }
        if ownerless.known_and(|it| it) {
            return Err(Refusal::ManagesOwnerless.into());
        }
        Ok(vec![Event::OrganisationDeleted {
            name: organisation.name.clone(),
        }])
    }
}

impl Case<'_> {
    /// whether a community that it manages has no undated Owner in force of its own.
    fn manages_ownerless(&self) -> Fact<bool> {
        let Fact::Known(communities) = self.communities() else {
            return Fact::Unknown;
        };
        let mut certain = true;
        for community in communities {
            let mut owned = false;
            for owner in &community.owners {
                let Some(person) = owner.person else { continue };
                let undated = owner.is_in_force(self.now)
                    && owner
                        .grant
                        .as_ref()
                        .is_some_and(|it| it.is_owner() && it.ends_at.is_none());
                match self.account(person) {
                    _ if !undated => {}
                    Fact::Known(Some(account)) => {
                        owned = owned || account.standing.has_rights(self.now);
                    }
                    Fact::Known(None) => {}
                    Fact::Unknown => certain = false,
                }
            }
            if !owned && certain {
                return Fact::Known(true);
            }
        }
        if certain {
            Fact::Known(false)
        } else {
            Fact::Unknown
        }
    }
}
