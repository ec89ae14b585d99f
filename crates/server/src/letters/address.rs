//! Letters about the address or phone of an account: the code that shows that a new one is theirs, and word to whoever reads
//! the one before.

use doorward_domain::{Contact, Moment, Name};
use uuid::Uuid;

use super::facts::{Facts, Subject};
use super::follow::{LETTERS, written};
use crate::store::addresses::AddressRow;
use crate::store::letters::LetterRow;
use crate::store::{self, Script, Tx};

/// Queues the letter with the code.
pub async fn new_address(
    tx: &mut Tx,
    new: &AddressRow,
    name: &Name,
    now: Moment,
) -> Result<(), store::Error> {
    let facts = Facts {
        name: Some(name.clone()),
        ..Facts::default()
    };
    let letter = row(Subject::NewAddress, new, &new.contact, &facts)?;
    put(tx, letter, now).await
}

/// Queues the letter that tells of another address or phone: an address that it leads nowhere any more.
pub async fn address_changed(
    tx: &mut Tx,
    new: &AddressRow,
    to: &Contact,
    now: Moment,
) -> Result<(), store::Error> {
    match new.contact {
        Contact::Email(_) => {
            let letter = row(Subject::AddressChanged, new, to, &Facts::default())?;
            put(tx, letter, now).await
        }
        Contact::Phone(_) => phone_changed(tx, new, to, now).await,
    }
}

/// Queues the letter that tells that a phone has come, changed or gone.
pub async fn phone_changed(
    tx: &mut Tx,
    new: &AddressRow,
    to: &Contact,
    now: Moment,
) -> Result<(), store::Error> {
    let letter = row(Subject::PhoneChanged, new, to, &Facts::default())?;
    put(tx, letter, now).await
}

async fn put(tx: &mut Tx, letter: LetterRow, now: Moment) -> Result<(), store::Error> {
    let put = |script: &mut Script| store::letters::put(script, &[letter], now);
    tx.script(put).await.map(drop)
}

fn row(
    subject: Subject,
    new: &AddressRow,
    to: &Contact,
    facts: &Facts,
) -> Result<LetterRow, store::Error> {
    Ok(LetterRow {
        id: Uuid::new_v5(&LETTERS, format!("{} {}", new.id, subject.key()).as_bytes()),
        organisation: None,
        kind: subject.key(),
        person: None,
        contact: Some(to.clone()),
        holders: None,
        author: None,
        subject: new.id,
        generation: None,
        facts: written(facts)?,
    })
}
