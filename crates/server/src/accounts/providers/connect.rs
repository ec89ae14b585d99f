//! What becomes of what a site has proved: where somebody gets to, a new account, or one more way into an account whose
//! password was just typed.

use doorward_domain::{
    AddressShown, Arrival, Contact, Locale, Name, Newcomer, PersonId, may_disconnect,
};
use uuid::Uuid;

use super::Proven;
use crate::accounts::sign_up::{self, Made};
use crate::store::connected::{self, ConnectedRow};
use crate::store::sign_ups::SignUpRow;
use crate::store::{self, accounts};
use crate::{App, letters};

/// What became of connecting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Connected {
    /// It is a way into the account now.
    Done,
    /// Somebody comes in with it already.
    Taken,
    /// The account is gone or suspended, and gets no new way in.
    NotIn,
}

/// What became of disconnecting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Disconnected {
    /// It is no way in any more; whose issuer it was.
    Done(String),
    /// It is the only way in, and stays.
    Last,
    /// There is no such one.
    None,
}

/// Where somebody gets to with what a site has proved, who may be signed in here.
pub async fn arrival(
    app: &App,
    proven: &Proven,
    here: Option<PersonId>,
) -> Result<Arrival, store::Error> {
    let mut tx = app.store().snapshot().await?;
    let connected = connected::whose(&mut tx, &proven.issuer, &proven.subject).await?;
    let address = match &proven.email {
        None => AddressShown::Nothing,
        Some(email) => match accounts::by_contact(&mut tx, email).await? {
            None => AddressShown::Free,
            Some(row) => AddressShown::Of(row.person),
        },
    };
    let newcomer = Newcomer {
        connected,
        here,
        address,
    };
    Ok(newcomer.arrival())
}

/// Makes an account that is come into in this way alone, at the address that the site has verified.
pub async fn make(
    app: &App,
    proven: &Proven,
    contact: &Contact,
    name: Name,
    locale: Locale,
) -> Result<Made, store::Error> {
    let new = SignUpRow {
        id: PersonId(app.new_id()),
        contact: contact.clone(),
        name,
        locale,
        password: String::new(),
        next: None,
        browser: None,
        door: None,
        expires_at: app.now(),
    };
    let connected = row(app, proven, new.id);
    match sign_up::confirm_with(app, &new, Some(&connected)).await {
        Err(store::Error::Taken(_)) => Ok(Made::Existing),
        made => made,
    }
}

/// Connects it to the account of somebody who has just shown that they know its password; a letter says so.
pub async fn connect(
    app: &App,
    proven: &Proven,
    person: PersonId,
) -> Result<Connected, store::Error> {
    let mut tx = app.store().begin().await?;
    let account = accounts::account_of(&mut tx, person).await?;
    if !account.is_some_and(|it| it.standing.has_rights(app.now())) {
        return Ok(Connected::NotIn);
    }
    let new = row(app, proven, person);
    match connected::keep(&mut tx, &new).await {
        Ok(()) => letters::provider_connected(&mut tx, new.id, person, app.now()).await?,
        Err(store::Error::Taken(_)) => return Ok(Connected::Taken),
        Err(error) => return Err(error),
    }
    tx.commit().await?;
    Ok(Connected::Done)
}

/// Disconnects one of a person's, unless it is the last way into the account. What is not configured any more is none.
pub async fn disconnect(
    app: &App,
    person: PersonId,
    id: Uuid,
) -> Result<Disconnected, store::Error> {
    let works = |it: &ConnectedRow| {
        let mut providers = app.config().providers.values();
        providers.any(|provider| provider.issuer == it.issuer)
    };
    let mut tx = app.store().begin().await?;
    let all = connected::of_locked(&mut tx, person).await?;
    let Some(one) = all.iter().find(|it| it.id == id) else {
        return Ok(Disconnected::None);
    };
    let has_password = accounts::has_password(&mut tx, person).await?;
    let others = all.iter().filter(|it| it.id != id && works(it)).count();
    if !may_disconnect(has_password, others) {
        return Ok(Disconnected::Last);
    }
    connected::forget(&mut tx, id).await?;
    tx.commit().await?;
    Ok(Disconnected::Done(one.issuer.clone()))
}

fn row(app: &App, proven: &Proven, person: PersonId) -> ConnectedRow {
    ConnectedRow {
        id: app.new_id(),
        person,
        issuer: proven.issuer.clone(),
        subject: proven.subject.clone(),
        connected_at: app.now(),
    }
}
