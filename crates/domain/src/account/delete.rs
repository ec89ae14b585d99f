//! Deleting one's own account. The command is judged in every organisation that knows the person: where
//! one of them needs them as its last Owner, the whole account waits.

use serde::{Deserialize, Serialize};

use crate::actor::{Account, AccountStanding, Actor};
use crate::case::{Case, Stop};
use crate::event::Event;
use crate::refusal::Refusal;
use crate::{Moment, Name};

/// A person deletes their account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct DeleteAccount {
    /// The name of the account, typed to confirm.
    pub name: Name,
}

impl DeleteAccount {
    /// The account that the actor may delete, whatever organisations know its person; none where it is about to close
    /// already.
    pub fn account<'a>(&self, actor: &'a Actor) -> Result<Option<&'a Account>, Refusal> {
        let account = actor.confirms(&self.name)?;
        match account.standing {
            AccountStanding::Living => Ok(Some(account)),
            AccountStanding::Closing { .. } => Ok(None),
            AccountStanding::Suspended | AccountStanding::Gone => {
                Err(Refusal::Forbidden { needs: None })
            }
        }
    }

    pub(crate) fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Stop> {
        let account = self.account(case.actor)?.ok_or(Stop::Unchanged)?;
        case.ask_of_leaving(account);
        if case.is_needed(account.person)?.or_stop()? {
            let at = case.end_of_grace()?;
            case.closes(account, at)
        } else {
            case.leaves(account)
        }
    }
}

/// What the deletion of an account comes to, from what every organisation that knows its person says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Parting {
    /// It is gone at once.
    AtOnce,
    /// Somebody needs its person: it closes at the instant given, that of the longest period of grace.
    Closes(Moment),
}

impl Parting {
    /// From the facts that follow in each organisation.
    pub fn of<'a>(facts: impl IntoIterator<Item = &'a Event>) -> Self {
        let ends = facts.into_iter().filter_map(|event| {
            let Event::AccountClosing { at, .. } = event else {
                return None;
            };
            Some(*at)
        });
        ends.max().map_or(Self::AtOnce, Self::Closes)
    }
}

impl Actor {
    /// The account that the actor confirmed by its name, after a fresh sign-in.
    pub(super) fn confirms(&self, name: &Name) -> Result<&Account, Refusal> {
        let account = self.account().ok_or(Refusal::Forbidden { needs: None })?;
        self.has_proved_who_they_are()?;
        if account.name == *name {
            Ok(account)
        } else {
            let field = "name".to_owned();
            Err(Refusal::Invalid { field })
        }
    }
}
