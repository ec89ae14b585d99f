//! Taking the deletion of one's own account back, until its grace period has ended.

use serde::{Deserialize, Serialize};

use crate::actor::{Account, AccountStanding, Actor, Author};
use crate::case::{Case, Stop};
use crate::event::Event;
use crate::membership::Membership;
use crate::record::Held;
use crate::refusal::Refusal;
use crate::{Moment, Name};

/// A person keeps the account that was about to close.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct CancelAccountDeletion {
    /// The name of the account, typed to confirm.
    pub name: Name,
}

impl CancelAccountDeletion {
    /// The account that the actor may keep, whatever organisations know its person; none where it is not about to close.
    pub fn account<'a>(
        &self,
        actor: &'a Actor,
        now: Moment,
    ) -> Result<Option<&'a Account>, Refusal> {
        let account = actor.confirms(&self.name)?;
        match account.standing {
            AccountStanding::Closing { .. } if account.standing.has_rights(now) => {
                Ok(Some(account))
            }
            AccountStanding::Living => Ok(None),
            AccountStanding::Closing { .. }
            | AccountStanding::Suspended
            | AccountStanding::Gone => Err(Refusal::Forbidden { needs: None }),
        }
    }

    pub(crate) fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Stop> {
        let account = self.account(case.actor, case.now)?.ok_or(Stop::Unchanged)?;
        let rows = case.of_person(account.person).or_stop()?;
        let Some(member) = rows.into_iter().find(|it| it.status.is_approved()) else {
            return Ok(Vec::new());
        };
        let offers = |row: &&Held<Membership>| {
            let offerer = row.offer.as_ref().map(|offer| &offer.by.author);
            offerer.and_then(Author::person) == Some(account.person)
        };
        let offered = case.administrators().or_stop()?;
        let withdrawn = offered.into_iter().filter(offers);
        let kept = Event::AccountKept {
            membership: member.id,
        };
        let withdrawn = withdrawn.map(|it| Event::OfferWithdrawn { membership: it.id });
        Ok(std::iter::once(kept).chain(withdrawn).collect())
    }
}
