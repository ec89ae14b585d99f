//! The session as the keychain keeps it, and which account this computer is signed in with.

use doorward_domain::{Account, DeviceId, PersonId};
use doorward_protocol::SignedIn;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::clock::Chance;
use crate::error::{Error, Result};
use crate::here::HERE;
use crate::key::{Key, encode};
use crate::keychain::{Keychain, KeychainError};

/// A session at a server.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Session {
    pub(crate) server: String,
    pub(crate) email: String,
    pub(crate) token: String,
    pub(crate) share: String,
    pub(crate) device: DeviceId,
    pub(crate) account: Account,
}

impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Session")
            .field("server", &self.server)
            .finish_non_exhaustive()
    }
}

/// The name of the folder of one account at one server; another account has another one (SYN-8).
pub(crate) fn folder_name(server: &str, person: PersonId) -> String {
    let digest = Sha256::new()
        .chain_update(server.as_bytes())
        .chain_update([0])
        .chain_update(person.0.as_bytes())
        .finalize();
    digest
        .iter()
        .take(16)
        .fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
}

impl Session {
    /// A session that has just begun at a server.
    pub(crate) fn begun(server: String, email: String, answer: SignedIn) -> Self {
        Self {
            server,
            email,
            token: answer.token,
            share: answer.cache_share,
            device: answer.device,
            account: answer.account,
        }
    }

    /// What names the account on this device, wherever its files are kept.
    pub(crate) fn account_key(&self) -> String {
        folder_name(&self.server, self.account.person)
    }

    /// Whether its server is the one the program brings along.
    pub(crate) fn is_here(&self) -> bool {
        self.server == HERE
    }

    /// Keeps the session under the name of the account's folder and answers the key of its files; none without a keychain.
    pub(crate) fn keep(
        &self,
        keychain: &dyn Keychain,
        chance: &dyn Chance,
        name: &str,
    ) -> Result<Option<Key>> {
        let secret = match keychain.get(&secret_name(name)) {
            Err(KeychainError::Absent) => return Ok(None),
            Err(locked) => return Err(locked.into()),
            Ok(Some(secret)) => Zeroizing::new(secret),
            Ok(None) => {
                let secret = encode(&chance.secret());
                keychain.set(&secret_name(name), &secret)?;
                secret
            }
        };
        let text = Zeroizing::new(serde_json::to_string(self).map_err(Error::Row)?);
        keychain.set(&session_name(name), &text)?;
        Ok(Some(
            Key::derive(&secret, &self.share, name).ok_or(KeychainError::Locked)?,
        ))
    }

    /// The session of an account's folder and the key of its files, if somebody is signed in there.
    pub(crate) fn kept(keychain: &dyn Keychain, name: &str) -> Result<Option<(Self, Key)>> {
        let text = match keychain.get(&session_name(name)) {
            Err(KeychainError::Absent) | Ok(None) => return Ok(None),
            Err(locked) => return Err(locked.into()),
            Ok(Some(text)) => Zeroizing::new(text),
        };
        let Some(secret) = keychain.get(&secret_name(name))?.map(Zeroizing::new) else {
            return Ok(None);
        };
        let session: Self = serde_json::from_str(&text).map_err(Error::Row)?;
        let key = Key::derive(&secret, &session.share, name);
        Ok(key.map(|key| (session, key)))
    }

    /// Forgets the session, and with `discard` what opens the account's files.
    pub(crate) fn forget(keychain: &dyn Keychain, name: &str, discard: bool) -> Result<()> {
        absent_is_fine(keychain.delete(&session_name(name)))?;
        if discard {
            absent_is_fine(keychain.delete(&secret_name(name)))?;
        }
        Ok(())
    }
}

/// What a keychain answers; without one there is nothing to be done.
pub(crate) fn absent_is_fine(result: Result<(), KeychainError>) -> Result<()> {
    match result {
        Err(KeychainError::Absent) | Ok(()) => Ok(()),
        Err(locked) => Err(locked.into()),
    }
}

fn session_name(name: &str) -> String {
    format!("session/{name}")
}

fn secret_name(name: &str) -> String {
    format!("secret/{name}")
}

#[cfg(test)]
mod tests {
    use doorward_domain::{AccountStanding, Name};
    use uuid::Uuid;

    use super::*;
    use crate::clock::SystemChance;
    use crate::keychain::MemoryKeychain;

    fn session(person: u128, share: u8) -> Session {
        let account = Account {
            person: PersonId(Uuid::from_u128(person)),
            name: Name::try_from("Olga").unwrap(),
            contacts: Vec::new(),
            standing: AccountStanding::Living,
        };
        let device = DeviceId(Uuid::nil());
        let share = encode(&[share; 32]).to_string();
        Session {
            server: "https://door.example.ee".into(),
            email: "o@example.ee".into(),
            token: "t".into(),
            share,
            device,
            account,
        }
    }

    fn folder(session: &Session) -> String {
        folder_name(&session.server, session.account.person)
    }

    #[test]
    fn every_account_has_a_folder_and_a_key_of_its_own_syn_8() {
        let keychain = MemoryKeychain::default();
        let (olga, piret) = (session(1, 1), session(2, 1));
        assert_ne!(folder(&olga), folder(&piret));
        assert_ne!(
            folder_name("https://other.example.ee", olga.account.person),
            folder(&olga)
        );
        let key = |it: &Session| {
            it.keep(&keychain, &SystemChance, &folder(it))
                .unwrap()
                .unwrap()
                .pragma()
                .to_string()
        };
        assert_ne!(key(&olga), key(&piret));
        assert_eq!(
            key(&olga),
            key(&olga),
            "signing in again opens the same files"
        );
        assert_ne!(
            key(&olga),
            key(&session(1, 9)),
            "not without the server's share"
        );
    }

    #[test]
    fn after_signing_out_nothing_opens_without_signing_in_again_s_63() {
        let keychain = MemoryKeychain::default();
        let olga = session(1, 1);
        let before = olga
            .keep(&keychain, &SystemChance, &folder(&olga))
            .unwrap()
            .unwrap()
            .pragma()
            .to_string();
        assert!(Session::kept(&keychain, &folder(&olga)).unwrap().is_some());
        Session::forget(&keychain, &folder(&olga), false).unwrap();
        assert!(Session::kept(&keychain, &folder(&olga)).unwrap().is_none());
        assert_eq!(
            olga.keep(&keychain, &SystemChance, &folder(&olga))
                .unwrap()
                .unwrap()
                .pragma()
                .to_string(),
            before,
            "what was kept opens"
        );
        Session::forget(&keychain, &folder(&olga), true).unwrap();
        assert_ne!(
            olga.keep(&keychain, &SystemChance, &folder(&olga))
                .unwrap()
                .unwrap()
                .pragma()
                .to_string(),
            before,
            "what was discarded does not"
        );
    }
}
