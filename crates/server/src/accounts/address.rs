//! A new address or phone for an account: whoever is signed in and knows the password asks for it, and types the code that
//! a letter or text message brings there. The answer is the same whether or not it has an account (ENU-1); whoever reads the
//! one before is told (SES-5).

use doorward_domain::{Account, Contact, PersonId, instead, replaced, told_of};

use super::limits;
use crate::doorbell::Bell;
use crate::store::addresses::{self, AddressRow};
use crate::store::mine::Touched;
use crate::store::{self, Tx, accounts, mine, resets};
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

/// Sends a code to the address or phone that somebody wants, if nobody has it.
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

/// Tries a code: five times, for ten minutes (INV-9). With the right one the account has the address or
/// phone, in the place of the one that it had. One that was never sent is wrong whatever is typed.
pub async fn confirm(app: &App, account: &Account, typed: &str) -> Result<Tried, store::Error> {
    let now = app.now();
    let mut tx = app.store().begin().await?;
    let tried = addresses::try_code(&mut tx, account.person, TRIES, now).await?;
    // Before it is compared: whoever goes away at the right moment has tried, too.
    tx.commit().await?;
    let Some((new, was_sent)) = tried else {
        return Ok(Tried::Dead);
    };
    if !app.tokens().is_code(typed, new.id) || !was_sent {
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
    let before = replaced(&account.contacts, &new.contact);
    let mut tx = app.store().begin().await?;
    if accounts::by_contact(&mut tx, &new.contact).await?.is_some() {
        return Ok(false);
    }
    let mut touched = mine::invitations_to(&mut tx, person).await?;
    if !addresses::take(&mut tx, new, before, now).await? {
        return Ok(false);
    }
    if let Some(to) = told_of(&account.contacts, &new.contact) {
        letters::address_changed(&mut tx, new, to, now).await?;
    }
    touched.extend(mine::invitations_to(&mut tx, person).await?);
    finish(app, tx, person, touched).await?;
    Ok(true)
}

/// Removes a phone from an account; answers whether that was possible. Organisations that reach the person by it alone get
/// what the account is left with.
pub async fn remove(app: &App, account: &Account, phone: &Contact) -> Result<bool, store::Error> {
    let (now, person) = (app.now(), account.person);
    let Some(left) = instead(&account.contacts, phone) else {
        return Ok(false);
    };
    execute::spread_address(app, person).await?;
    let gone = AddressRow {
        id: app.new_id(),
        person,
        contact: left.clone(),
        expires_at: now,
        before: Some(phone.clone()),
    };
    let mut tx = app.store().begin().await?;
    let mut touched = mine::invitations_to(&mut tx, person).await?;
    if !addresses::remove(&mut tx, &gone, phone).await? {
        return Ok(false);
    }
    if let Some(to) = told_of(&account.contacts, phone) {
        letters::phone_changed(&mut tx, &gone, to, now).await?;
    }
    touched.extend(mine::invitations_to(&mut tx, person).await?);
    finish(app, tx, person, touched).await?;
    if let Err(error) = execute::spread_address(app, person).await {
        tracing::warn!(%error, "that a phone is gone is on its way to organisations");
    }
    Ok(true)
}

/// What follows from every change of how somebody is reached.
async fn finish(
    app: &App,
    mut tx: Tx,
    person: PersonId,
    mut touched: Vec<Touched>,
) -> Result<(), store::Error> {
    // A link for a new password that went to what was before opens nothing any more.
    resets::forget_of(&mut tx, person).await?;
    touched.extend(mine::of_accounts(&[person]));
    let mut bells = mine::note(&mut tx, touched).await?;
    bells.push(Bell::Sessions);
    store::doorbell::announce(&mut tx, &bells).await?;
    tx.commit().await?;
    app.doorbell().ring(bells);
    Ok(())
}
