//! The keychain of the system, where the secrets of this computer's files are kept.

use std::thread;

use doorward_client::{Keychain, KeychainError};
use keyring::v1::{Entry, Error};

/// Under which name the system lists our secrets.
const SERVICE: &str = "org.doorward.desktop";

/// The keychain of this system.
#[derive(Debug)]
pub(crate) struct SystemKeychain;

impl Keychain for SystemKeychain {
    fn get(&self, name: &str) -> Result<Option<String>, KeychainError> {
        match on(name, Entry::get_password) {
            Ok(secret) => Ok(Some(secret)),
            Err(Error::NoEntry) => Ok(None),
            Err(error) => Err(why(&error)),
        }
    }

    fn set(&self, name: &str, secret: &str) -> Result<(), KeychainError> {
        on(name, |entry| entry.set_password(secret)).map_err(|error| why(&error))
    }

    fn delete(&self, name: &str) -> Result<(), KeychainError> {
        match on(name, Entry::delete_credential) {
            Ok(()) | Err(Error::NoEntry) => Ok(()),
            Err(error) => Err(why(&error)),
        }
    }
}

/// Asks the keychain on a thread of its own: it waits for other programs, and must not do so inside an async runtime.
fn on<T: Send>(
    name: &str,
    ask: impl FnOnce(&Entry) -> keyring::v1::Result<T> + Send,
) -> keyring::v1::Result<T> {
    let asking = || Entry::new(SERVICE, name).and_then(|entry| ask(&entry));
    thread::scope(|scope| {
        scope
            .spawn(asking)
            .join()
            .unwrap_or(Err(Error::NoDefaultStore))
    })
}

fn why(error: &Error) -> KeychainError {
    tracing::warn!(%error, "the keychain does not answer");
    if matches!(error, Error::NoDefaultStore) {
        KeychainError::Absent
    } else {
        KeychainError::Locked
    }
}
