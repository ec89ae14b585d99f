//! A new address for an account: whoever is signed in and knows the password asks for it, and types the code that a letter
//! brings there. The answer is the same whether or not the address has an account (ENU-1); the one before is told (SES-5).

use doorward_domain::{Account, Contact, PersonId};

use super::limits;
use crate::doorbell::Bell;
use crate::store::addresses::{self, AddressRow};
use crate::store::{self, accounts, mine, resets};
use crate::{App, execute, letters};

/// How long the code works (INV-9).
const TERM: i64 = 10 * 60 * 1000;
/// How often it may be tried (INV-9).
const TRIES: u32 = 5;

/// What became of a code that somebody typed.
#[derive(Debug, PartialEq, Eq)]
pub enum Tried {
    /// It is the one: the account has the address.
    Done(Contact),
    /// It is not.
    Wrong,
    /// There is none that could be tried, or it was tried too often.
    Dead,
}

/// Sends a code to the address that somebody wants, if nobody has it.
pub async fn ask(app: &App, account: &Account, contact: &Contact) -> Result<(), store::Error> {
    // What the one before has still to reach is reached first.
    execute::spread_address(app, account.person).await?;
    let now = app.now();
    let new = AddressRow {
        id: app.new_id(),
        person: account.person,
        contact: contact.clone(),
        expires_at: now.plus_millis(TERM),
        before: None,
    };
    let mut tx = app.store().begin().await?;
    addresses::keep(&mut tx, &new).await?;
    let is_free = accounts::by_contact(&mut tx, contact).await?.is_none();
    if limits::may_write_to(&mut tx, contact, now).await? && is_free {
        letters::new_address(&mut tx, &new, &account.name, now).await?;
    }
    tx.commit().await
}

/// The address that somebody wants, while its code works.
pub async fn wanted(app: &App, person: PersonId) -> Result<Option<Contact>, store::Error> {
    let mut tx = app.store().snapshot().await?;
    let found = addresses::wanted(&mut tx, person, app.now()).await?;
    Ok(found.map(|it| it.contact))
}

/// Tries a code: five times, for ten minutes (INV-9). With the right one the account has the address, in the place of the
/// e-mail address that it had.
pub async fn confirm(app: &App, account: &Account, typed: &str) -> Result<Tried, store::Error> {
    let now = app.now();
    let mut tx = app.store().begin().await?;
    let tried = addresses::try_code(&mut tx, account.person, TRIES, now).await?;
    // Before it is compared: whoever goes away at the right moment has tried, too.
    tx.commit().await?;
    let Some(new) = tried else {
        return Ok(Tried::Dead);
    };
    if !app.tokens().is_code(typed, new.id) {
        return Ok(Tried::Wrong);
    }
    match take(app, account, &new).await {
        Ok(true) => {}
        Ok(false) | Err(store::Error::Taken(_)) => return Ok(Tried::Dead),
        Err(error) => return Err(error),
    }
    if let Err(error) = execute::spread_address(app, account.person).await {
        tracing::warn!(%error, "a new address is on its way to organisations");
    }
    Ok(Tried::Done(new.contact))
}

async fn take(app: &App, account: &Account, new: &AddressRow) -> Result<bool, store::Error> {
    let (now, person) = (app.now(), account.person);
    let is_email = |it: &&Contact| matches!(it, Contact::Email(_));
    let before = account.contacts.iter().find(is_email);
    let mut tx = app.store().begin().await?;
    if accounts::by_contact(&mut tx, &new.contact).await?.is_some() {
        return Ok(false);
    }
    let mut touched = mine::invitations_to(&mut tx, person).await?;
    if !addresses::take(&mut tx, new, before, now).await? {
        return Ok(false);
    }
    // A link for a new password that went to the address before opens nothing any more.
    resets::forget_of(&mut tx, person).await?;
    if let Some(before) = before {
        letters::address_changed(&mut tx, new, before, now).await?;
    }
    touched.extend(mine::invitations_to(&mut tx, person).await?);
    touched.extend(mine::of_accounts(&[person]));
    let mut bells = mine::note(&mut tx, touched).await?;
    bells.push(Bell::Sessions);
    store::doorbell::announce(&mut tx, &bells).await?;
    tx.commit().await?;
    app.doorbell().ring(bells);
    Ok(true)
}
