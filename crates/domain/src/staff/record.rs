//! A staff record as it stands, and how rules ask for it.

use serde::{Deserialize, Serialize};

use crate::case::{Case, Fact, Stop};
use crate::membership::Membership;
use crate::record::Held;
use crate::refusal::Refusal;
use crate::{Lookup, Name, StaffId};

/// A staff record: the forerunner of memberships that are tied to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct StaffRecord {
    /// Its identity.
    pub id: StaffId,
    /// What the person is called.
    pub name: Name,
    /// The position in the organisation.
    pub position: Option<Name>,
    /// Whether it was removed.
    pub removed: bool,
}

impl<'a> Case<'a> {
    /// A staff record, removed ones included.
    pub(crate) fn staff(&self, id: StaffId) -> Fact<Option<&'a Held<StaffRecord>>> {
        self.ask(Lookup::Staff(id), |world| world.staff.get(&id))
    }

    /// Every membership tied to a staff record, live or closed.
    pub(crate) fn tied_to(&self, id: StaffId) -> Fact<Vec<&'a Held<Membership>>> {
        self.ask(Lookup::Staff(id), |world| {
            let tied = world.memberships.values();
            tied.filter(|it| it.staff == Some(id)).collect()
        })
    }

    /// sign-in is granted to a record that is there and has none; an invitation whose term has passed gives way.
    pub(crate) fn may_be_invited_for(
        &self,
        id: StaffId,
    ) -> Result<Option<&'a Held<Membership>>, Stop> {
        if self
            .staff(id)
            .known_and(|it| it.is_none_or(|it| it.removed))
        {
            return Err(Refusal::NotFound.into());
        }
        let Fact::Known(tied) = self.tied_to(id) else {
            return Ok(None);
        };
        match tied.into_iter().find(|it| it.status.is_live()) {
            Some(row) if row.status.is_approved() => Err(Refusal::AlreadyMember {
                membership: Some(row.id),
            }
            .into()),
            Some(row) if !row.is_expired_invitation(self.now) => {
                Err(Refusal::AlreadyInvited { membership: row.id }.into())
            }
            outdated => Ok(outdated),
        }
    }
}
