//! Deleting one's own account. The command is judged in every organisation that knows the person: where
//! one of them needs them as its last Owner, the whole account waits.

use serde::{Deserialize, Serialize};

use crate::Name;
use crate::actor::{Account, AccountStanding};
use crate::case::{Case, Stop};
use crate::event::Event;
use crate::refusal::Refusal;

/// A person deletes their account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct DeleteAccount {
    /// The name of the account, typed to confirm.
    pub name: Name,
}

impl DeleteAccount {
    pub(crate) fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Stop> {
        let account = case.whose_account(&self.name)?;
        case.ask_of_leaving(account);
        match account.standing {
            AccountStanding::Living => {}
            AccountStanding::Closing { .. } => return Err(Stop::Unchanged),
            AccountStanding::Suspended | AccountStanding::Gone => {
                return Err(Refusal::Forbidden { needs: None }.into());
            }
        }
        if case.is_needed(account.person)?.or_stop()? {
            let at = case.end_of_grace()?;
            case.closes(account, at)
        } else {
            case.leaves(account)
        }
    }
}

impl<'a> Case<'a> {
    /// The account that the actor confirmed by its name, after a fresh sign-in.
    pub(super) fn whose_account(&self, name: &Name) -> Result<&'a Account, Stop> {
        let account = self.actor.account();
        let account = account.ok_or(Refusal::Forbidden { needs: None })?;
        self.has_proved_who_they_are()?;
        if account.name == *name {
            Ok(account)
        } else {
            let field = "name".to_owned();
            Err(Refusal::Invalid { field }.into())
        }
    }
}
