//! A new password by a letter's link: the same answer for every address (ENU-1), one living link, used once; whoever was
//! signed in is signed out (SES-3, S-39).

use doorward_domain::{Account, Contact, DeviceId};
use uuid::Uuid;

use super::limits;
use super::password::{self, Weakness};
use crate::problem::Failure;
use crate::store::resets::{self, ResetRow};
use crate::store::{self, Tx, accounts, mine, secrets};
use crate::tokens::{self, TokenKind};
use crate::{App, letters};

/// How long a link for a new password works, in milliseconds.
const TERM: i64 = 60 * 60 * 1000;

/// Somebody who may choose a new password.
#[derive(Debug)]
pub struct Reset {
    id: Uuid,
    /// Whose password it is.
    pub account: Account,
}

/// What became of a new password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// It is the password now.
    Done,
    /// It is not taken.
    Weak(Weakness),
    /// The link was used up meanwhile.
    Dead,
}

/// Sends a letter with a link to the address, if it is the login of an account that has rights. Says nothing of it.
pub async fn ask(app: &App, contact: &Contact) -> Result<(), store::Error> {
    let now = app.now();
    let mut tx = app.store().begin().await?;
    if limits::may_write_to(&mut tx, contact, now).await? {
        let found = accounts::by_contact(&mut tx, contact).await?;
        let account = match found {
            Some(row) => accounts::account_of(&mut tx, row.person).await?,
            None => None,
        };
        if let Some(account) = account.filter(|it| it.standing.has_rights(now)) {
            let new = ResetRow {
                id: app.new_id(),
                person: account.person,
                expires_at: now.plus_millis(TERM),
            };
            letters::reset(&mut tx, app.tokens(), &new, contact, now).await?;
        }
    }
    tx.commit().await
}

/// Who may choose a new password by this secret, while it works.
pub async fn look_up(app: &App, token: &str) -> Result<Option<Reset>, store::Error> {
    let now = app.now();
    let mut tx = app.store().snapshot().await?;
    let hash = tokens::hash(token);
    let Some(secret) = secrets::find(&mut tx, TokenKind::Reset, &hash).await? else {
        return Ok(None);
    };
    let Some(person) = resets::find(&mut tx, secret.subject, now).await? else {
        return Ok(None);
    };
    let account = accounts::account_of(&mut tx, person).await?;
    let account = account.filter(|it| it.standing.has_rights(now));
    Ok(account.map(|account| Reset {
        id: secret.subject,
        account,
    }))
}

impl Reset {
    /// Changes the password and ends every session.
    pub async fn change(&self, app: &App, typed: &str) -> Result<Change, Failure> {
        let account = &self.account;
        let password = match password::accept(typed, &names(account)) {
            Ok(password) => password,
            Err(weakness) => return Ok(Change::Weak(weakness)),
        };
        let hash = app.passwords().hash(&password).await?;
        let now = app.now();
        let mut tx = app.store().begin().await?;
        if resets::take(&mut tx, self.id, now).await?.is_none() {
            return Ok(Change::Dead);
        }
        let kept = Kept {
            account,
            hash: &hash,
            about: self.id,
            but: None,
        };
        keep(app, tx, kept).await?;
        Ok(Change::Done)
    }
}

/// What a password must not be made of.
pub(super) fn names(account: &Account) -> Vec<&str> {
    let contacts = account.contacts.iter().map(Contact::as_str);
    contacts.chain([account.name.as_str()]).collect()
}

/// A new password on its way into an account.
pub(super) struct Kept<'a> {
    /// Whose.
    pub account: &'a Account,
    /// It, as it is kept.
    pub hash: &'a str,
    /// What tells the letter about it from others.
    pub about: Uuid,
    /// The device that stays signed in.
    pub but: Option<DeviceId>,
}

/// Keeps a new password: every other session ends, links for another one die, and a letter says so.
pub(super) async fn keep(app: &App, mut tx: Tx, new: Kept<'_>) -> Result<(), store::Error> {
    let (person, now) = (new.account.person, app.now());
    accounts::set_password(&mut tx, person, new.hash).await?;
    resets::forget_of(&mut tx, person).await?;
    let ended = mine::sign_out(&mut tx, person, new.but).await?;
    for contact in &new.account.contacts {
        limits::begin_anew(&mut tx, contact).await?;
    }
    letters::password_changed(&mut tx, new.about, person, now).await?;
    store::doorbell::announce(&mut tx, &ended.bells).await?;
    tx.commit().await?;
    app.doorbell().ring(ended.bells);
    Ok(())
}
