//! What these tests share: sessions at a server that nobody reaches, and a keychain that somebody locks or takes away.

mod connecting;
mod glance;
mod passphrase;
mod seats;

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

use doorward_domain::{
    Account, AccountStanding, Command, DeviceId, EndMembership, MembershipId, Name, OrganisationId,
    PersonId,
};
use uuid::Uuid;

use super::{Options, Workplace};
use crate::contract::{Act, Answer, Executed, Failure, OutboxView, Query, SessionView};
use crate::key::encode;
use crate::keychain::{Keychain, KeychainError, MemoryKeychain};
use crate::session::Session;

/// A keychain that somebody locks, or that is not there at a start.
#[derive(Debug, Default)]
struct Fickle {
    kept: MemoryKeychain,
    answers: AtomicU8,
}

const ANSWERS: u8 = 0;
const LOCKED: u8 = 1;
const ABSENT: u8 = 2;

impl Fickle {
    fn is(&self, how: u8) {
        self.answers.store(how, Ordering::SeqCst);
    }

    fn open(&self) -> Result<&MemoryKeychain, KeychainError> {
        match self.answers.load(Ordering::SeqCst) {
            ANSWERS => Ok(&self.kept),
            LOCKED => Err(KeychainError::Locked),
            _ => Err(KeychainError::Absent),
        }
    }
}

impl Keychain for Fickle {
    fn get(&self, name: &str) -> Result<Option<String>, KeychainError> {
        self.open()?.get(name)
    }

    fn set(&self, name: &str, secret: &str) -> Result<(), KeychainError> {
        self.open()?.set(name, secret)
    }

    fn delete(&self, name: &str) -> Result<(), KeychainError> {
        self.open()?.delete(name)
    }
}

/// A session at a server that nobody reaches.
fn session(person: u128, name: &str) -> Session {
    let account = Account {
        person: PersonId(Uuid::from_u128(person)),
        name: Name::try_from(name).unwrap(),
        contacts: Vec::new(),
        standing: AccountStanding::Living,
    };
    Session {
        server: "http://127.0.0.1:9".into(),
        email: "somebody@example.ee".into(),
        token: "canary-token".into(),
        share: encode(&[2; 32]).to_string(),
        device: DeviceId(Uuid::nil()),
        account,
    }
}

async fn open(folder: &Path, keychain: &Arc<Fickle>) -> Workplace {
    let keychain = Arc::<Fickle>::clone(keychain);
    Workplace::open(Options::new(folder.to_owned(), keychain))
        .await
        .unwrap()
}

/// What somebody does whose command nobody hears yet.
async fn works(workplace: &Workplace) -> Executed {
    works_in(workplace, OrganisationId(Uuid::from_u128(8))).await
}

async fn works_in(workplace: &Workplace, here: OrganisationId) -> Executed {
    let membership = MembershipId(Uuid::from_u128(7));
    let ending = Command::EndMembership(EndMembership { membership });
    workplace.execute(here, ending).await.unwrap()
}

async fn shown(workplace: &Workplace) -> SessionView {
    let Ok(Answer::Session(view)) = workplace.query(Query::Session).await else {
        panic!("a session is always shown");
    };
    *view
}

async fn seated(workplace: &Workplace) -> Option<String> {
    let signed_in = shown(workplace).await.signed_in;
    signed_in.map(|it| it.name.to_string())
}

async fn outbox(workplace: &Workplace) -> OutboxView {
    let Ok(Answer::Outbox(view)) = workplace.query(Query::Outbox).await else {
        panic!("somebody is signed in");
    };
    *view
}

async fn gives(workplace: &Workplace, passphrase: &str, anew: Option<bool>) -> Result<(), Failure> {
    let passphrase = passphrase.to_owned();
    workplace.act(Act::Passphrase { passphrase, anew }).await
}
