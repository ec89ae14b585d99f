//! Signing in and out: the hash is always computed, failures cost waiting, sessions are kept by the hash of their secret.

use doorward_domain::{Account, Actor, Contact, DeviceId, Moment, PersonId};

use super::bearer::SignedInDevice;
use super::limits::{self, Action, TooOften};
use super::password::Verdict;
use crate::doorbell::Bell;
use crate::problem::Failure;
use crate::store::mine;
use crate::store::sessions::{NewSession, Surface};
use crate::{App, execute, store, tokens};

/// Why somebody is not in.
#[derive(Debug)]
pub enum NotIn {
    /// Address or password do not fit; which of them, nobody says.
    Wrong,
    /// Tried too often.
    TooOften(TooOften),
    /// Something else failed.
    Failed(Failure),
}

/// By what somebody has just shown who they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proof {
    /// By something of this account: for ten minutes the sign-in is fresh (RULES 6).
    Own,
    /// By the word of another site, which is no fresh sign-in here.
    Elsewhere,
}

/// A session that has just begun.
pub struct Begun {
    /// Its secret.
    pub token: String,
    /// The account.
    pub account: Account,
    /// The device.
    pub device: DeviceId,
    /// The server's share of the key of the cache; none for a browser.
    pub cache_share: Option<String>,
    /// The first instant at which it no longer works.
    pub expires_at: Moment,
}

impl std::fmt::Debug for Begun {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Begun")
            .field("device", &self.device)
            .finish_non_exhaustive()
    }
}

impl<E: Into<Failure>> From<E> for NotIn {
    fn from(error: E) -> Self {
        Self::Failed(error.into())
    }
}

/// What somebody typed to sign in, and from where.
#[derive(Clone, Copy)]
pub struct Credentials<'a> {
    /// The address.
    pub email: &'a str,
    /// The password.
    pub password: &'a str,
    /// The network they come from.
    pub network: &'a str,
}

impl std::fmt::Debug for Credentials<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Credentials").finish_non_exhaustive()
    }
}

/// Finds out who somebody is.
pub async fn prove(app: &App, given: Credentials<'_>) -> Result<PersonId, NotIn> {
    limits::attempt(app, Action::SignIn, given.network)
        .await?
        .map_err(NotIn::TooOften)?;
    let contact = given.email.parse::<Contact>().ok();
    if let Some(contact) = &contact {
        limits::may_try(app, contact, given.network)
            .await?
            .map_err(NotIn::TooOften)?;
    }
    let found = match &contact {
        Some(contact) => {
            store::accounts::by_contact(&mut app.store().snapshot().await?, contact).await?
        }
        None => None,
    };
    let (person, kept) = found.map(|row| (row.person, row.password)).unzip();
    let kept = kept.flatten();
    let verdict = app.passwords().verify(given.password, kept.clone()).await?;
    match (verdict, person.zip(kept), &contact) {
        (Verdict::Right { anew }, Some((person, kept)), Some(contact)) => {
            let mut tx = app.store().begin().await?;
            limits::succeeded(&mut tx, contact, given.network).await?;
            if let Some(anew) = anew {
                store::accounts::hash_anew(&mut tx, person, &kept, &anew).await?;
            }
            tx.commit().await?;
            Ok(person)
        }
        (_, _, Some(contact)) => {
            limits::failed(app, contact, given.network).await?;
            Err(NotIn::Wrong)
        }
        _ => Err(NotIn::Wrong),
    }
}

/// Finds out that whoever is signed in knows the password; answers their device with a fresh sign-in (RULES 6).
pub async fn prove_again(
    app: &App,
    device: &SignedInDevice,
    password: &str,
    network: &str,
) -> Result<SignedInDevice, NotIn> {
    let credentials = Credentials {
        email: login(&device.account),
        password,
        network,
    };
    if prove(app, credentials).await? != device.account.person {
        return Err(NotIn::Wrong);
    }
    let account = device.account.clone();
    let actor = Actor::Person {
        account,
        fresh: true,
    };
    let mut proved = device.clone();
    proved.caller.actor = actor;
    Ok(proved)
}

/// What somebody signs in with beside the password.
pub fn login(account: &Account) -> &str {
    let contacts = &account.contacts;
    let email = contacts.iter().find(|it| matches!(it, Contact::Email(_)));
    email
        .or_else(|| contacts.first())
        .map_or("", Contact::as_str)
}

/// Finds out that whoever is signed in knows the password, and keeps for their device that they do: for ten minutes its
/// sign-in is fresh (RULES 6).
pub async fn prove_and_keep(
    app: &App,
    device: &SignedInDevice,
    password: &str,
    network: &str,
) -> Result<(), NotIn> {
    prove_again(app, device, password, network).await?;
    let mut tx = app.store().begin().await?;
    store::sessions::note_proof(&mut tx, device.caller.device, app.now()).await?;
    tx.commit().await?;
    Ok(())
}

/// Begins a session of somebody who has just proved who they are.
pub async fn begin(
    app: &App,
    person: PersonId,
    proof: Proof,
    surface: Surface,
    name: &str,
) -> Result<Begun, NotIn> {
    let now = app.now();
    let token =
        tokens::fresh_secret().map_err(|_| Failure::from(doorward_protocol::Code::Unavailable))?;
    let share = match surface {
        Surface::Desktop => Some(app.tokens().cache_share(person)),
        Surface::Browser => None,
    };
    let device = DeviceId(app.new_id());
    let mut tx = app.store().begin().await?;
    let account = store::accounts::account_of(&mut tx, person).await?;
    // An account that is gone or suspended answers like a wrong password.
    let account = account
        .filter(|account| account.standing.has_rights(now))
        .ok_or(NotIn::Wrong)?;
    let new = NewSession {
        device,
        token: tokens::hash(&token),
        person,
        surface,
        name,
        proved_at: match proof {
            Proof::Own => now,
            Proof::Elsewhere => Moment(0),
        },
    };
    let expires_at = store::sessions::begin(&mut tx, &new, now).await?;
    let bells = mine::note(&mut tx, mine::of_devices(&[(person, device)], false)).await?;
    store::doorbell::announce(&mut tx, &bells).await?;
    tx.commit().await?;
    app.doorbell().ring(bells);
    // A hint: who is in is in, whether or not it could be noted that they were here.
    if let Err(error) = execute::seen(app, person).await {
        tracing::warn!(%error, "it could not be noted that somebody was here");
    }
    Ok(Begun {
        token,
        account,
        device,
        cache_share: share,
        expires_at,
    })
}

/// Ends a session, with its share of the cache key; false when there is none.
pub async fn end(app: &App, person: PersonId, device: DeviceId) -> Result<bool, store::Error> {
    let mut tx = app.store().begin().await?;
    let ended = store::sessions::end(&mut tx, person, device).await?;
    let mut bells = vec![Bell::Sessions];
    if ended {
        let gone = mine::of_devices(&[(person, device)], true);
        bells.extend(mine::note(&mut tx, gone).await?);
    }
    store::doorbell::announce(&mut tx, &bells).await?;
    tx.commit().await?;
    app.doorbell().ring(bells);
    Ok(ended)
}
