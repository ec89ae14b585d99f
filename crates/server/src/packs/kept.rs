//! The folder of packs: one file for each organisation, view and layout, private like the database.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use doorward_domain::{Moment, OrganisationId, View};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::{private, store};

/// Bytes at the beginning of a file that say what it is.
pub(super) const HEAD: usize = 512;
/// How the name of a file ends that may be sent.
pub(super) const END: &str = "pack";
/// Letters of a digest that tell views and layouts apart.
const LETTERS: usize = 32;

/// What is ready for devices that begin.
#[derive(Debug)]
pub struct Packs {
    folder: PathBuf,
    /// One is made at a time: it takes a processor while it lasts.
    turn: Arc<Semaphore>,
}

/// What a file says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Kept {
    /// Whose records they are.
    pub(super) organisation: OrganisationId,
    /// As of which revision.
    pub(super) revision: u64,
    /// How many pages it has, once it is unpacked.
    pub(super) pages: u32,
    /// SHA-256 of what follows.
    pub(super) digest: String,
    /// When it was made.
    pub(super) made_at: Moment,
    /// How long that took.
    pub(super) took_ms: u64,
}

impl Packs {
    /// The packs of a server whose folder this is.
    pub fn at(folder: &Path) -> Self {
        Self {
            folder: folder.join("packs"),
            turn: Arc::new(Semaphore::new(1)),
        }
    }

    /// Takes the turn to make one, unless somebody has it.
    pub(super) fn turn(&self) -> Option<OwnedSemaphorePermit> {
        Arc::clone(&self.turn).try_acquire_owned().ok()
    }

    /// A file of the folder.
    pub(super) fn path(&self, name: &str, end: &str) -> PathBuf {
        self.folder.join(format!("{name}.{end}"))
    }

    /// Makes the folder, if there is none yet.
    pub(super) fn ready(&self) -> io::Result<()> {
        private::folder(&self.folder)
    }

    /// All files there are.
    pub(super) fn files(&self) -> io::Result<Vec<PathBuf>> {
        match fs::read_dir(&self.folder) {
            Ok(entries) => entries.map(|entry| Ok(entry?.path())).collect(),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Vec::new()),
            Err(error) => Err(error),
        }
    }
}

/// The name under which everything that a view of an organisation shows is kept. Another view has another name, and so
/// has what devices of another version would read.
pub(super) fn name(organisation: OrganisationId, shared: &View) -> Result<String, store::Error> {
    let view = serde_json::to_vec(shared).map_err(store::Error::unreadable("view", ""))?;
    let digest = Sha256::new()
        .chain_update(doorward_copy::layout())
        .chain_update(view)
        .finalize();
    let mut digest = doorward_protocol::hex(&digest);
    digest.truncate(LETTERS);
    Ok(format!("{organisation}-{digest}"))
}

/// Opens a pack where there is one; what follows its head is read next.
pub(super) fn open(path: &Path) -> io::Result<Option<(Kept, File)>> {
    let mut file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let mut head = [0; HEAD];
    file.read_exact(&mut head)?;
    Ok(Some((serde_json::from_slice(&head)?, file)))
}

/// Takes a file away, if it is there.
pub(super) fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        other => other,
    }
}
