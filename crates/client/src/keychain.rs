//! Where secrets are kept between runs. The shell brings the system's keychain; "none" is a legal state, in which
//! nothing is written to disk (KEY-1, S-62).

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::Mutex;

/// Why a keychain did not answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeychainError {
    /// There is no keychain on this computer.
    #[error("there is no keychain")]
    Absent,
    /// There is one, and it is locked or the person refused to open it.
    #[error("the keychain is locked")]
    Locked,
    /// The secret could not be written.
    #[error("the secret cannot be written")]
    Unwritten,
}

/// A place for secrets.
pub trait Keychain: Send + Sync + Debug {
    /// The secret of this name, if it is kept.
    fn get(&self, name: &str) -> Result<Option<String>, KeychainError>;
    /// Keeps a secret.
    fn set(&self, name: &str, secret: &str) -> Result<(), KeychainError>;
    /// Forgets a secret.
    fn delete(&self, name: &str) -> Result<(), KeychainError>;
}

/// No keychain at all.
#[derive(Debug, Default)]
pub struct NoKeychain;

impl Keychain for NoKeychain {
    fn get(&self, _: &str) -> Result<Option<String>, KeychainError> {
        Err(KeychainError::Absent)
    }

    fn set(&self, _: &str, _: &str) -> Result<(), KeychainError> {
        Err(KeychainError::Absent)
    }

    fn delete(&self, _: &str) -> Result<(), KeychainError> {
        Err(KeychainError::Absent)
    }
}

/// A keychain that lives as long as the process; for headless devices that are started by a test.
#[derive(Default)]
pub struct MemoryKeychain {
    kept: Mutex<BTreeMap<String, String>>,
}

impl Debug for MemoryKeychain {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("MemoryKeychain").finish_non_exhaustive()
    }
}

impl Keychain for MemoryKeychain {
    fn get(&self, name: &str) -> Result<Option<String>, KeychainError> {
        Ok(self
            .kept
            .lock()
            .map_err(|_| KeychainError::Locked)?
            .get(name)
            .cloned())
    }

    fn set(&self, name: &str, secret: &str) -> Result<(), KeychainError> {
        self.kept
            .lock()
            .map_err(|_| KeychainError::Locked)?
            .insert(name.to_owned(), secret.to_owned());
        Ok(())
    }

    fn delete(&self, name: &str) -> Result<(), KeychainError> {
        self.kept
            .lock()
            .map_err(|_| KeychainError::Locked)?
            .remove(name);
        Ok(())
    }
}
