//! A keychain in a file, so that a headless device finds its secrets again when it is opened again.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Mutex;

use doorward_client::{Keychain, KeychainError};

/// Secrets in one file of their own.
#[derive(Debug)]
pub struct FileKeychain {
    file: Mutex<PathBuf>,
}

impl FileKeychain {
    /// The keychain in this file, which need not be there yet.
    pub fn at(file: PathBuf) -> Self {
        Self {
            file: Mutex::new(file),
        }
    }

    fn change<T>(
        &self,
        change: impl FnOnce(&mut BTreeMap<String, String>) -> T,
    ) -> Result<T, KeychainError> {
        let file = self.file.lock().map_err(|_| KeychainError::Locked)?;
        let text = std::fs::read_to_string(&*file).unwrap_or_else(|_| "{}".to_owned());
        let mut kept: BTreeMap<String, String> =
            serde_json::from_str(&text).map_err(|_| KeychainError::Locked)?;
        let before = kept.clone();
        let found = change(&mut kept);
        if kept != before {
            // Renamed into place, so that a device that is killed meanwhile leaves a whole file.
            let beside = file.with_extension("new");
            let text = serde_json::to_string(&kept).map_err(|_| KeychainError::Locked)?;
            std::fs::write(&beside, text).map_err(|_| KeychainError::Locked)?;
            std::fs::rename(beside, &*file).map_err(|_| KeychainError::Locked)?;
        }
        Ok(found)
    }
}

impl Keychain for FileKeychain {
    fn get(&self, name: &str) -> Result<Option<String>, KeychainError> {
        self.change(|kept| kept.get(name).cloned())
    }

    fn set(&self, name: &str, secret: &str) -> Result<(), KeychainError> {
        self.change(|kept| drop(kept.insert(name.to_owned(), secret.to_owned())))
    }

    fn delete(&self, name: &str) -> Result<(), KeychainError> {
        self.change(|kept| drop(kept.remove(name)))
    }
}
