//! Sessions that ended here without a network: the keychain keeps a list of them until their server was told (S-63).

use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::keychain::{Keychain, KeychainError};
use crate::session::absent_is_fine;

/// The name of the list.
const LEAVING: &str = "leaving";

/// A session that ended without a network, to be ended at the server too.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Leaving {
    pub(crate) server: String,
    pub(crate) token: String,
}

/// The list of them, which one changes at a time.
#[derive(Debug, Default)]
pub(crate) struct Left(Mutex<()>);

impl Left {
    /// The sessions that are still to be ended.
    pub(crate) fn all(keychain: &dyn Keychain) -> Result<Vec<Leaving>> {
        let text = match keychain.get(LEAVING) {
            Err(KeychainError::Absent) => None,
            other => other?,
        };
        let read = |text: String| {
            serde_json::from_str(&text).unwrap_or_else(|error| {
                // Whatever it was, no server can be told of it.
                tracing::warn!(%error, "the list of sessions to end is none");
                Vec::new()
            })
        };
        Ok(text.map(read).unwrap_or_default())
    }

    /// Notes a session to be ended at the next contact.
    pub(crate) fn add(&self, keychain: &dyn Keychain, leaving: Leaving) -> Result<()> {
        self.change(keychain, |all| all.push(leaving))
    }

    /// These are ended; what was noted meanwhile stays.
    pub(crate) fn ended(&self, keychain: &dyn Keychain, ended: &[Leaving]) -> Result<()> {
        if ended.is_empty() {
            return Ok(());
        }
        self.change(keychain, |all| all.retain(|it| !ended.contains(it)))
    }

    /// Writes nothing where the list cannot be read: what stands in it would be lost.
    fn change(
        &self,
        keychain: &dyn Keychain,
        change: impl FnOnce(&mut Vec<Leaving>),
    ) -> Result<()> {
        let _alone = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut all = Self::all(keychain)?;
        change(&mut all);
        if all.is_empty() {
            return absent_is_fine(keychain.delete(LEAVING));
        }
        let text = serde_json::to_string(&all).map_err(Error::Row)?;
        absent_is_fine(keychain.set(LEAVING, &text))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicBool, Ordering};

    use super::*;
    use crate::keychain::{MemoryKeychain, NoKeychain};

    /// A keychain that fails to read when it is told to, and writes all the same.
    #[derive(Debug, Default)]
    struct Failing(MemoryKeychain, AtomicBool);

    impl Keychain for Failing {
        fn get(&self, name: &str) -> Result<Option<String>, KeychainError> {
            if self.1.load(Ordering::SeqCst) {
                return Err(KeychainError::Locked);
            }
            self.0.get(name)
        }

        fn set(&self, name: &str, secret: &str) -> Result<(), KeychainError> {
            self.0.set(name, secret)
        }

        fn delete(&self, name: &str) -> Result<(), KeychainError> {
            self.0.delete(name)
        }
    }

    fn leaving(token: &str) -> Leaving {
        Leaving {
            server: "https://a.ee".into(),
            token: token.into(),
        }
    }

    fn tokens(keychain: &dyn Keychain) -> Vec<String> {
        let all = Left::all(keychain).unwrap();
        all.into_iter().map(|it| it.token).collect()
    }

    #[test]
    fn sessions_that_ended_without_a_network_are_ended_later_s_63() {
        let (left, keychain) = (Left::default(), MemoryKeychain::default());
        left.add(&keychain, leaving("one")).unwrap();
        let begun = Left::all(&keychain).unwrap();
        left.add(&keychain, leaving("two")).unwrap();
        left.ended(&keychain, &begun).unwrap();
        assert_eq!(tokens(&keychain), ["two"], "noted meanwhile");
        left.ended(&keychain, &[leaving("two")]).unwrap();
        assert_eq!(keychain.get(LEAVING), Ok(None));
        assert!(left.add(&NoKeychain, leaving("one")).is_ok());
    }

    #[test]
    fn a_keychain_that_fails_wipes_no_list_s_63() {
        let (left, keychain) = (Left::default(), Failing::default());
        left.add(&keychain, leaving("one")).unwrap();
        keychain.1.store(true, Ordering::SeqCst);
        assert!(left.add(&keychain, leaving("two")).is_err());
        assert!(Left::all(&keychain).is_err());
        assert!(left.ended(&keychain, &[leaving("one")]).is_err());
        keychain.1.store(false, Ordering::SeqCst);
        assert_eq!(tokens(&keychain), ["one"]);
    }
}
