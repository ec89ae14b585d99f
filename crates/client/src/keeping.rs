//! Where this device keeps its secrets at this start: in the keychain, under a passphrase, or nowhere, in which case
//! nothing is written to disk. What one of them keeps the others neither see nor overwrite (S-62).

use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use crate::contract::Kept;
use crate::error::Result;
use crate::files::Folder;
use crate::keychain::{Keychain, KeychainError};
use crate::session::Session;
use crate::vault::Vault;

/// The file that names the folders of the accounts that are signed in: the one in front, and where there are several, then
/// all of them in the order in which they signed in.
const CURRENT: &str = "current";
/// What the folder's name begins with where a passphrase keeps its key.
const UNDER_PASSPHRASE: &str = "p";

/// Where the secrets are kept.
#[derive(Debug)]
pub(crate) struct Keeping {
    folder: PathBuf,
    keychain: Arc<dyn Keychain>,
    place: Mutex<Place>,
    /// Whether the keychain was locked, or refused, when it was asked last.
    refused: AtomicBool,
}

#[derive(Debug, Clone)]
enum Place {
    Keychain,
    /// Under a passphrase that has not been given yet.
    Sealed,
    Vault(Arc<Vault>),
    /// There is no keychain and nobody has said what to do without.
    Undecided,
    /// Nowhere, because the person said so.
    Nowhere,
}

impl Keeping {
    /// Finds out where the secrets are: where the account signed in last has its own, else in the keychain if it is there.
    pub(crate) fn find(folder: PathBuf, keychain: Arc<dyn Keychain>) -> Self {
        let keeping = Self {
            folder,
            keychain,
            place: Mutex::new(Place::Undecided),
            refused: AtomicBool::new(false),
        };
        let under_passphrase = keeping
            .current()
            .is_some_and(|it| it.starts_with(UNDER_PASSPHRASE));
        let has_vault = Vault::is_in(&keeping.folder);
        let place = if has_vault && (under_passphrase || !keeping.has_keychain()) {
            Place::Sealed
        } else if keeping.has_keychain() {
            Place::Keychain
        } else {
            Place::Undecided
        };
        keeping.move_to(place);
        keeping
    }

    /// What a screen is told of it.
    pub(crate) fn kept(&self) -> Kept {
        match self.place() {
            Place::Keychain if self.refused.load(Ordering::SeqCst) => Kept::Locked,
            Place::Keychain => match self.keychain.get(CURRENT) {
                Ok(_) => Kept::Encrypted,
                Err(KeychainError::Absent) => Kept::Undecided,
                Err(KeychainError::Locked | KeychainError::Unwritten) => Kept::Locked,
            },
            Place::Vault(_) => Kept::Encrypted,
            Place::Sealed => Kept::Sealed,
            Place::Undecided => Kept::Undecided,
            Place::Nowhere => Kept::Memory,
        }
    }

    /// Somebody says that the keychain is open now; the next question shows it.
    pub(crate) fn try_again(&self) {
        self.refused.store(false, Ordering::SeqCst);
    }

    /// Whether anything may be written to disk at all.
    pub(crate) fn writes(&self) -> bool {
        match self.place() {
            Place::Keychain => self.has_keychain(),
            Place::Vault(_) => true,
            Place::Sealed | Place::Undecided | Place::Nowhere => false,
        }
    }

    /// The secrets are in this vault from now on.
    pub(crate) fn use_vault(&self, vault: Vault) {
        self.move_to(Place::Vault(Arc::new(vault)));
    }

    /// Nothing is kept from now on, and nothing that is kept is touched.
    pub(crate) fn decline(&self) {
        self.move_to(Place::Nowhere);
    }

    /// The folder of an account, beside the one it has where the secrets are kept elsewhere.
    pub(crate) fn folder_of(&self, session: &Session) -> String {
        let name = session.account_key();
        match self.place() {
            Place::Vault(_) => format!("{UNDER_PASSPHRASE}{name}"),
            Place::Keychain | Place::Sealed | Place::Undecided | Place::Nowhere => name,
        }
    }

    /// The folder of the account that was in front last.
    pub(crate) fn current(&self) -> Option<String> {
        self.noted().into_iter().next()
    }

    /// The folders of the accounts that are signed in, in the order in which they signed in.
    pub(crate) fn signed_in(&self) -> Vec<String> {
        let mut names = self.noted();
        if names.len() > 1 {
            names.remove(0);
        }
        names
    }

    /// Notes which accounts are signed in, and which of them is in front.
    pub(crate) fn note(&self, front: &str, all: &[String]) -> Result<()> {
        let several = if all.len() > 1 { all } else { &[] };
        let lines: Vec<&str> = std::iter::once(front)
            .chain(several.iter().map(String::as_str))
            .collect();
        Folder::open(self.folder.clone())?.write(CURRENT, &lines.join("\n"))
    }

    fn noted(&self) -> Vec<String> {
        let text = fs::read_to_string(self.folder.join(CURRENT)).unwrap_or_default();
        let is_name = |name: &&str| {
            let digits = name.strip_prefix(UNDER_PASSPHRASE).unwrap_or(name);
            !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
        };
        let names = text.lines().map(str::trim).filter(is_name);
        names.map(ToOwned::to_owned).collect()
    }

    /// Notes that nobody is signed in.
    pub(crate) fn note_nobody(&self) -> Result<()> {
        match fs::remove_file(self.folder.join(CURRENT)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
            Ok(()) | Err(_) => Ok(()),
        }
    }

    fn has_keychain(&self) -> bool {
        self.keychain.get(CURRENT) != Err(KeychainError::Absent)
    }

    fn place(&self) -> Place {
        self.place
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    fn move_to(&self, place: Place) {
        *self.place.lock().unwrap_or_else(PoisonError::into_inner) = place;
    }

    fn inside<T>(
        &self,
        ask: impl FnOnce(&dyn Keychain) -> Result<T, KeychainError>,
    ) -> Result<T, KeychainError> {
        match self.place() {
            Place::Keychain => {
                let answer = ask(&*self.keychain);
                let refused = matches!(answer, Err(KeychainError::Locked));
                self.refused.store(refused, Ordering::SeqCst);
                answer
            }
            Place::Vault(vault) => ask(&*vault),
            Place::Sealed | Place::Undecided | Place::Nowhere => Err(KeychainError::Absent),
        }
    }
}

impl Keychain for Keeping {
    fn get(&self, name: &str) -> Result<Option<String>, KeychainError> {
        self.inside(|it| it.get(name))
    }

    fn set(&self, name: &str, secret: &str) -> Result<(), KeychainError> {
        self.inside(|it| it.set(name, secret))
    }

    fn delete(&self, name: &str) -> Result<(), KeychainError> {
        self.inside(|it| it.delete(name))
    }
}
