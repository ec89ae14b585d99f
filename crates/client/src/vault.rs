//! What keeps secrets where no keychain does: one file of mode 0600, sealed under a key that argon2id makes of the
//! person's passphrase. Without the passphrase nothing in it can be read, and nothing is ever written over it.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use argon2::{Algorithm, Argon2, Params, Version};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use zeroize::{Zeroize, Zeroizing};

use crate::clock::Chance;
use crate::error::{Error, Result};
use crate::files::Folder;
use crate::keychain::{Keychain, KeychainError};

/// The file in the device's folder.
const FILE: &str = "vault";
/// The form of the file.
const FORM: u32 = 1;
/// The fewest characters of a passphrase that is all that protects (SECURITY 3.3).
const SHORTEST: usize = 15;
/// More than this no file may ask for: whoever changed it would make the program compute for ever.
const MOST: Costs = Costs {
    memory_kib: 1024 * 1024,
    passes: 16,
    lanes: 16,
};

/// What making the key of a passphrase costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Costs {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
}

impl Costs {
    /// The second recommended choice of RFC 9106, section 4.
    pub(crate) const RECOMMENDED: Self = Self {
        memory_kib: 64 * 1024,
        passes: 3,
        lanes: 4,
    };
}

/// The secrets of this computer under one passphrase.
pub(crate) struct Vault {
    folder: Folder,
    costs: Costs,
    salt: String,
    key: LessSafeKey,
    chance: Arc<dyn Chance>,
    kept: Mutex<Kept>,
}

type Kept = BTreeMap<String, Zeroizing<String>>;

/// The file: what the key is made with in the clear, the secrets sealed.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sealed {
    form: u32,
    costs: Costs,
    salt: String,
    nonce: String,
    secrets: String,
}

impl Debug for Vault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Vault").finish_non_exhaustive()
    }
}

impl Vault {
    /// Whether secrets are kept under a passphrase in a device's folder.
    pub(crate) fn is_in(folder: &Path) -> bool {
        folder.join(FILE).exists()
    }

    /// Puts the file aside, because its passphrase is forgotten (KEY-1: never overwritten).
    pub(crate) fn put_aside(folder: &Folder) -> Result<()> {
        Folder::quarantine(&folder.file(FILE))
    }

    /// Takes a passphrase that protects; answers it as it is used.
    pub(crate) fn check(passphrase: &str) -> Result<Zeroizing<String>> {
        let passphrase = normalised(passphrase);
        if passphrase.chars().count() < SHORTEST {
            return Err(Error::ShortPassphrase);
        }
        Ok(passphrase)
    }

    /// Makes an empty vault where there is none.
    pub(crate) fn make(
        folder: Folder,
        passphrase: &str,
        costs: Costs,
        chance: Arc<dyn Chance>,
    ) -> Result<Self> {
        let passphrase = Self::check(passphrase)?;
        let salt = BASE64_URL_SAFE_NO_PAD.encode(&chance.secret()[..16]);
        let key = derive(&passphrase, &salt, costs).ok_or(KeychainError::Unwritten)?;
        let vault = Self {
            folder,
            costs,
            salt,
            key,
            chance,
            kept: Mutex::default(),
        };
        vault.write(&Kept::new())?;
        Ok(vault)
    }

    /// Opens the vault of a folder; another passphrase changes nothing.
    pub(crate) fn open(folder: Folder, passphrase: &str, chance: Arc<dyn Chance>) -> Result<Self> {
        let text = fs::read_to_string(folder.file(FILE))?;
        let sealed: Sealed = serde_json::from_str(&text).map_err(Error::Row)?;
        if sealed.form > FORM {
            return Err(Error::NewerFiles);
        }
        let key = derive(&normalised(passphrase), &sealed.salt, sealed.costs)
            .ok_or(Error::WrongPassphrase)?;
        let kept = unseal(&sealed, &key).ok_or(Error::WrongPassphrase)?;
        let (costs, salt) = (sealed.costs, sealed.salt);
        Ok(Self {
            folder,
            costs,
            salt,
            key,
            chance,
            kept: Mutex::new(kept),
        })
    }

    /// Changes the secrets: in the file first, so that what is said to be kept is.
    fn change(&self, change: impl FnOnce(&mut Kept)) -> std::result::Result<(), KeychainError> {
        let mut held = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let mut next = held.clone();
        change(&mut next);
        if next != *held {
            self.write(&next).map_err(|error| {
                tracing::warn!(%error, "the vault cannot be written");
                KeychainError::Unwritten
            })?;
            *held = next;
        }
        Ok(())
    }

    fn write(&self, kept: &Kept) -> Result<()> {
        let plain: BTreeMap<&str, &str> = kept
            .iter()
            .map(|(name, it)| (name.as_str(), it.as_str()))
            .collect();
        let mut secrets = serde_json::to_vec(&plain).map_err(Error::Row)?;
        let nonce: [u8; NONCE_LEN] = std::array::from_fn({
            let chance = self.chance.secret();
            move |at| chance[at]
        });
        let made_with = made_with(self.costs, &self.salt);
        let sealing = self.key.seal_in_place_append_tag(
            Nonce::assume_unique_for_key(nonce),
            Aad::from(made_with),
            &mut secrets,
        );
        if sealing.is_err() {
            secrets.zeroize();
            return Err(KeychainError::Unwritten.into());
        }
        let sealed = Sealed {
            form: FORM,
            costs: self.costs,
            salt: self.salt.clone(),
            nonce: BASE64_URL_SAFE_NO_PAD.encode(nonce),
            secrets: BASE64_URL_SAFE_NO_PAD.encode(secrets),
        };
        let text = serde_json::to_string(&sealed).map_err(Error::Row)?;
        self.folder.write(FILE, &text)
    }
}

impl Keychain for Vault {
    fn get(&self, name: &str) -> std::result::Result<Option<String>, KeychainError> {
        let held = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(held.get(name).map(|secret| secret.to_string()))
    }

    fn set(&self, name: &str, secret: &str) -> std::result::Result<(), KeychainError> {
        self.change(|kept| drop(kept.insert(name.to_owned(), Zeroizing::new(secret.to_owned()))))
    }

    fn delete(&self, name: &str) -> std::result::Result<(), KeychainError> {
        self.change(|kept| drop(kept.remove(name)))
    }
}

/// The same passphrase is the same bytes, whichever keyboard typed its accents.
fn normalised(passphrase: &str) -> Zeroizing<String> {
    Zeroizing::new(passphrase.nfc().collect())
}

fn derive(passphrase: &str, salt: &str, costs: Costs) -> Option<LessSafeKey> {
    let bounded = costs.memory_kib <= MOST.memory_kib
        && costs.passes <= MOST.passes
        && costs.lanes <= MOST.lanes;
    let salt = BASE64_URL_SAFE_NO_PAD.decode(salt).ok()?;
    let params = Params::new(costs.memory_kib, costs.passes, costs.lanes, None).ok()?;
    let mut key = Zeroizing::new([0; 32]);
    if bounded {
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(passphrase.as_bytes(), &salt, &mut key[..])
            .ok()?;
        return Some(LessSafeKey::new(
            UnboundKey::new(&CHACHA20_POLY1305, &key[..]).ok()?,
        ));
    }
    None
}

fn unseal(sealed: &Sealed, key: &LessSafeKey) -> Option<Kept> {
    let mut secrets = Zeroizing::new(BASE64_URL_SAFE_NO_PAD.decode(&sealed.secrets).ok()?);
    let nonce = BASE64_URL_SAFE_NO_PAD.decode(&sealed.nonce).ok()?;
    let nonce = Nonce::try_assume_unique_for_key(&nonce).ok()?;
    let made_with = made_with(sealed.costs, &sealed.salt);
    let plain = key
        .open_in_place(nonce, Aad::from(made_with), &mut secrets)
        .ok()?;
    let kept: BTreeMap<String, String> = serde_json::from_slice(plain).ok()?;
    Some(
        kept.into_iter()
            .map(|(name, it)| (name, Zeroizing::new(it)))
            .collect(),
    )
}

/// What stands in the clear is sealed along, so that a change of it is noticed.
fn made_with(costs: Costs, salt: &str) -> String {
    let Costs {
        memory_kib,
        passes,
        lanes,
    } = costs;
    format!("doorward vault {FORM} argon2id {memory_kib} {passes} {lanes} {salt}")
}
