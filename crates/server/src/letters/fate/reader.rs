//! Who reads a letter, where, and in which language.

use doorward_domain::{Account, Contact, Locale};

use crate::letters::facts::Facts;
use crate::letters::follow::chosen_locale;
use crate::store;
use crate::store::accounts;
use crate::store::letters::TakenLetter;

/// Somebody to write to.
#[derive(Debug)]
pub struct Reader {
    /// Where.
    pub contact: Contact,
    /// Their account, where the letter may greet them by name.
    pub account: Option<Account>,
    /// The language it is written in.
    pub locale: Locale,
}

/// Who reads it; none where it cannot be sent anywhere.
pub(super) async fn reader(
    tx: &mut store::Tx,
    letter: &TakenLetter,
    facts: &Facts,
) -> Result<Option<Reader>, store::Error> {
    let (person, contact) = match (&letter.person, &letter.contact) {
        (Some(person), _) => (Some(*person), None),
        (None, Some(contact)) => {
            let known = accounts::by_contact(tx, contact).await?;
            (known.map(|row| row.person), Some(contact.clone()))
        }
        (None, None) => (None, None),
    };
    let account = match person {
        Some(person) => accounts::account_of(tx, person).await?,
        None => None,
    };
    let own = match person {
        Some(person) => accounts::locale_of(tx, person).await?,
        None => None,
    };
    let inviters = match facts
        .membership
        .as_ref()
        .and_then(|it| it.invitation.as_ref()?.giver.author.person())
    {
        Some(giver) if own.is_none() => accounts::locale_of(tx, giver).await?,
        _ => None,
    };
    let first = |account: &Account| {
        account
            .contacts
            .iter()
            .find(|it| matches!(it, Contact::Email(_)))
            .cloned()
    };
    let Some(contact) = contact.or_else(|| account.as_ref().and_then(first)) else {
        return Ok(None);
    };
    let chosen = own
        .or_else(|| chosen_locale(facts))
        .or(facts.locale)
        .or(inviters);
    // An invitation does not tell whether the address has an account: it greets nobody by name.
    let account = account.filter(|_| letter.person.is_some());
    Ok(Some(Reader {
        contact,
        account,
        locale: chosen.unwrap_or(Locale::En),
    }))
}
