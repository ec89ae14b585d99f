//! Where a device lives and what the computer lends to it.

use std::path::PathBuf;
use std::sync::Arc;

use crate::at_login::AtLogin;
use crate::browser::{Browser, NoBrowser};
use crate::clock::{Chance, Clock, SystemChance, SystemClock};
use crate::here::ServerHere;
use crate::keychain::Keychain;

/// Where a device lives and what the computer lends to it.
#[derive(Debug, Clone)]
pub struct Options {
    /// The folder under which every account has its own.
    pub folder: PathBuf,
    /// Where secrets are kept; without one nothing is written to disk.
    pub keychain: Arc<dyn Keychain>,
    /// What the device is called in lists.
    pub device_name: String,
    /// The clocks.
    pub clock: Arc<dyn Clock>,
    /// The randomness.
    pub chance: Arc<dyn Chance>,
    /// What opens pages of a server.
    pub browser: Arc<dyn Browser>,
    /// The folder for files that a person saves; without one nothing is saved.
    pub downloads: Option<PathBuf>,
    /// The server that the program brings along, if it does.
    pub here: Option<Arc<dyn ServerHere>>,
    /// What starts the program when its person signs in to the computer, if anything does.
    pub at_login: Option<Arc<dyn AtLogin>>,
}

impl Options {
    /// A device in a folder, with the clocks and the randomness of this computer.
    pub fn new(folder: PathBuf, keychain: Arc<dyn Keychain>) -> Self {
        Self {
            folder,
            keychain,
            device_name: "Doorward".into(),
            clock: Arc::new(SystemClock::default()),
            chance: Arc::new(SystemChance),
            browser: Arc::new(NoBrowser),
            downloads: None,
            here: None,
            at_login: None,
        }
    }
}
