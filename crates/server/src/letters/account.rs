//! Letters about an account that is being made: the one that confirms an address, by a link or a code, and the one to whoever
//! has it already.

use doorward_domain::{Contact, Moment};
use uuid::Uuid;

use super::facts::{Facts, Subject};
use super::follow::{LETTERS, written};
use crate::store::letters::LetterRow;
use crate::store::secrets::NewSecret;
use crate::store::sign_ups::SignUpRow;
use crate::store::{self, Script, Tx};
use crate::tokens::{self, TokenKey, TokenKind};

/// Keeps a sign-up and queues the letter that confirms its address.
pub async fn confirmation(
    tx: &mut Tx,
    keys: &TokenKey,
    new: &SignUpRow,
    now: Moment,
) -> Result<(), store::Error> {
    store::sign_ups::keep(tx, new, now).await?;
    let token = keys.token(TokenKind::Confirmation, new.id.0, 1);
    let secret = NewSecret {
        hash: tokens::hash(&token),
        kind: TokenKind::Confirmation,
        organisation: None,
        subject: new.id.0,
        generation: 1,
    };
    let facts = Facts {
        name: Some(new.name.clone()),
        locale: Some(new.locale),
        ..Facts::default()
    };
    let row = LetterRow {
        generation: Some(1),
        ..to_contact(Subject::Confirmation, new.id.0, &new.contact, &facts)?
    };
    let put = |script: &mut Script| {
        store::secrets::put(script, &[secret])?;
        store::letters::put(script, &[row], now)
    };
    tx.script(put).await?;
    Ok(())
}

/// Queues the letter that tells somebody with an account that their address was used to sign up.
pub async fn account_exists(
    tx: &mut Tx,
    id: Uuid,
    contact: &Contact,
    now: Moment,
) -> Result<(), store::Error> {
    let row = to_contact(Subject::AccountExists, id, contact, &Facts::default())?;
    tx.script(|script| store::letters::put(script, &[row], now))
        .await?;
    Ok(())
}

fn to_contact(
    subject: Subject,
    about: Uuid,
    contact: &Contact,
    facts: &Facts,
) -> Result<LetterRow, store::Error> {
    Ok(LetterRow {
        id: Uuid::new_v5(&LETTERS, format!("{about} {}", subject.key()).as_bytes()),
        organisation: None,
        kind: subject.key(),
        person: None,
        contact: Some(contact.clone()),
        holders: None,
        author: None,
        subject: about,
        generation: None,
        facts: written(facts)?,
    })
}
