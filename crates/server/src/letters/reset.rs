//! Letters about a password: the link for a new one, and word that it was changed.

use doorward_domain::{Contact, Moment, PersonId};
use uuid::Uuid;

use super::facts::{Facts, Subject};
use crate::store::letters::LetterRow;
use crate::store::resets::{self, ResetRow};
use crate::store::secrets::{self, NewSecret};
use crate::store::{self, Script, Tx};
use crate::tokens::{self, TokenKey, TokenKind};

/// Names these letters apart; a letter's id must not depend on a clock or a random number.
const PASSWORDS: Uuid = Uuid::from_u128(0x27c8_90b4_1f7d_4f64_bb0d_5a8e_7c36_01d9);
/// Every reset has one secret; another one is another reset.
const GENERATION: u32 = 1;

/// Keeps a reset and queues the letter with its link.
pub async fn reset(
    tx: &mut Tx,
    keys: &TokenKey,
    new: &ResetRow,
    contact: &Contact,
    now: Moment,
) -> Result<(), store::Error> {
    resets::keep(tx, new, now).await?;
    let secret = NewSecret {
        hash: tokens::hash(&keys.token(TokenKind::Reset, new.id, GENERATION)),
        kind: TokenKind::Reset,
        organisation: None,
        subject: new.id,
        generation: GENERATION,
    };
    let letter = LetterRow {
        contact: Some(contact.clone()),
        generation: Some(GENERATION),
        ..row(Subject::Reset, new.id)?
    };
    let put = |script: &mut Script| {
        secrets::put(script, &[secret])?;
        store::letters::put(script, &[letter], now)
    };
    tx.script(put).await?;
    Ok(())
}

/// Queues the letter that says that the password was changed.
pub async fn password_changed(
    tx: &mut Tx,
    reset: Uuid,
    person: PersonId,
    now: Moment,
) -> Result<(), store::Error> {
    let letter = LetterRow {
        person: Some(person),
        ..row(Subject::PasswordChanged, reset)?
    };
    tx.script(|script| store::letters::put(script, &[letter], now))
        .await?;
    Ok(())
}

/// Queues the letter that says that an account of another site is a way into the account now.
pub async fn provider_connected(
    tx: &mut Tx,
    connected: Uuid,
    person: PersonId,
    now: Moment,
) -> Result<(), store::Error> {
    let letter = LetterRow {
        person: Some(person),
        ..row(Subject::ProviderConnected, connected)?
    };
    tx.script(|script| store::letters::put(script, &[letter], now))
        .await?;
    Ok(())
}

fn row(subject: Subject, about: Uuid) -> Result<LetterRow, store::Error> {
    let facts = serde_json::to_string(&Facts::default())
        .map_err(store::Error::unreadable("letter", "facts"))?;
    let name = format!("{about} {}", subject.key());
    Ok(LetterRow {
        id: Uuid::new_v5(&PASSWORDS, name.as_bytes()),
        organisation: None,
        kind: subject.key(),
        person: None,
        contact: None,
        holders: None,
        author: None,
        subject: about,
        generation: None,
        facts,
    })
}
