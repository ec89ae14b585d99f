//! A proposal of management as it stands, and who speaks for either side.

use serde::{Deserialize, Serialize};

use crate::actor::Signed;
use crate::case::{Case, Stop};
use crate::refusal::Refusal;
use crate::rights::Rights;
use crate::{Name, OrganisationId};

/// A proposal to manage an organisation; it stands until it is accepted, ended, replaced by another one, or who made it
/// is no longer Owner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct ManagementProposal {
    /// The organisation that is to manage.
    pub manager: OrganisationId,
    /// What it is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "bindings", ts(optional))]
    pub manager_name: Option<Name>,
    /// Who proposes it.
    pub by: Signed,
}

/// Whom somebody speaks for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct SpeaksFor {
    /// The organisation that is or is to be managed.
    pub(super) community: bool,
    /// The one that manages or is to.
    pub(super) manager: bool,
}

impl Case<'_> {
    /// For which side the actor speaks as Owner; who is Owner of neither does not learn what there is.
    pub(super) fn speaks_for(&self, named: OrganisationId) -> Result<SpeaksFor, Stop> {
        let person = self
            .actor
            .person()
            .ok_or(Refusal::Forbidden { needs: None })?;
        let organisation = self.organisation()?;
        if named != self.world.id || organisation.standing != crate::Standing::Active {
            return Err(Refusal::NotFound.into());
        }
        let owns = |rights: &Option<Rights>| rights.as_ref().is_some_and(|it| it.owner);
        let here = self.own_rights(person)?.or_stop()?;
        let above = match organisation.manager_or_proposed() {
            Some(_) => self.rights_above(person).or_stop()?,
            None => None,
        };
        let speaks = SpeaksFor {
            community: owns(&here),
            manager: owns(&above),
        };
        if speaks != SpeaksFor::default() {
            return Ok(speaks);
        }
        Err(match here {
            Some(_) => Refusal::Forbidden { needs: None }.into(),
            None => Refusal::NotFound.into(),
        })
    }
}
