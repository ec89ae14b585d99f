//! The keychain of the system, where the secrets of this computer's files are kept.

use std::time::Duration;

use doorward_client::{Keychain, KeychainError};
use keyring::v1::{Entry, Error};

use crate::patience::Patience;

/// Under which name the system lists our secrets.
const SERVICE: &str = "org.doorward.desktop";
/// How long the keychain may take. One that asks the person to unlock it takes longer, and is called locked meanwhile.
const LONGEST: Duration = Duration::from_secs(4);

/// The keychain of this system.
#[derive(Debug)]
pub(crate) struct SystemKeychain {
    patience: Patience,
}

impl SystemKeychain {
    /// The keychain; `opened` is called when it answers after it had been called locked.
    pub(crate) fn new(opened: impl Fn() + Send + Sync + 'static) -> Self {
        Self {
            patience: Patience::new(LONGEST, opened),
        }
    }

    /// Asks on a thread of its own: the keychain waits for other programs, and must not do so inside an async runtime.
    fn ask<T: Send + 'static>(
        &self,
        name: &str,
        question: impl FnOnce(&Entry) -> keyring::v1::Result<T> + Send + 'static,
    ) -> Result<T, KeychainError> {
        let name = name.to_owned();
        let asked = move || Entry::new(SERVICE, &name).and_then(|entry| question(&entry));
        match self.patience.ask(asked) {
            Some(answer) => answer.map_err(|error| why(&error)),
            None => Err(KeychainError::Locked),
        }
    }
}

impl Keychain for SystemKeychain {
    fn get(&self, name: &str) -> Result<Option<String>, KeychainError> {
        self.ask(name, |entry| match entry.get_password() {
            Ok(secret) => Ok(Some(secret)),
            Err(Error::NoEntry) => Ok(None),
            Err(error) => Err(error),
        })
    }

    fn set(&self, name: &str, secret: &str) -> Result<(), KeychainError> {
        let secret = zeroize::Zeroizing::new(secret.to_owned());
        self.ask(name, move |entry| entry.set_password(&secret))
    }

    fn delete(&self, name: &str) -> Result<(), KeychainError> {
        self.ask(name, |entry| match entry.delete_credential() {
            Ok(()) | Err(Error::NoEntry) => Ok(()),
            Err(error) => Err(error),
        })
    }
}

fn why(error: &Error) -> KeychainError {
    tracing::warn!(%error, "the keychain does not answer");
    if matches!(error, Error::NoDefaultStore) {
        KeychainError::Absent
    } else {
        KeychainError::Locked
    }
}
