//! The facade: everything a shell, a test or a bench does with a device goes through here.

mod answers;
mod seat;

use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, Mutex as StdMutex, PoisonError};

use doorward_domain::{Command, Locale, OrganisationId, Refusal};
use tokio::sync::{Mutex, broadcast};

use crate::clock::{Chance, Clock, SystemChance, SystemClock};
use crate::contract::{
    Act, Answer, Changed, Executed, Failure, IdsView, Kept, Query, SessionView, ViewName,
};
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::files::Folder;
use crate::keychain::{Keychain, KeychainError};
use crate::view;
use seat::Seat;

/// Identities given at once at most.
const MOST_IDS: u32 = 1000;
/// Events that a slow listener may be behind.
const EVENTS: usize = 256;
/// The file that names the account signed in last.
const CURRENT: &str = "current";
/// The file that keeps the language.
const LOCALE: &str = "locale";

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
        }
    }
}

/// A device.
#[derive(Debug)]
pub struct Workplace {
    options: Options,
    desk: Mutex<Option<Seat>>,
    changes: broadcast::Sender<Changed>,
    locale: StdMutex<Option<Locale>>,
}

impl Workplace {
    /// Opens the device on what this computer holds, network or not.
    pub async fn open(options: Options) -> Result<Self, Failure> {
        let (changes, _) = broadcast::channel(EVENTS);
        let locale = StdMutex::new(read_locale(&options));
        let workplace = Self {
            options,
            desk: Mutex::new(None),
            changes,
            locale,
        };
        match workplace.restore().await {
            // A locked keychain is not the end: the person may unlock it and try again (KEY-1).
            Ok(()) | Err(Error::Keychain(_)) => Ok(workplace),
            Err(error) => Err(error.into()),
        }
    }

    /// Makes a command: judged at once, saved, and sent when it may be.
    pub async fn execute(
        &self,
        organisation: OrganisationId,
        command: Command,
    ) -> Result<Executed, Failure> {
        Ok(self.desk().await?.execute(organisation, command).await?)
    }

    /// Answers a question.
    pub async fn query(&self, query: Query) -> Result<Answer, Failure> {
        Ok(self.answer(query).await?)
    }

    /// Does something that is no command.
    pub async fn act(&self, act: Act) -> Result<(), Failure> {
        match act {
            Act::SignIn {
                server,
                email,
                password,
            } => self.sign_in(&server, email, password).await?,
            Act::SignOut { discard } => self.sign_out(discard).await?,
            Act::SyncNow => self.sync_now().await?,
            Act::Undo { id } => self.desk().await?.undo(id).await?,
            Act::Discard { id } => self.desk().await?.discard(id).await?,
            Act::Retry { id } => self.desk().await?.retry(id).await?,
            Act::SetLocale { locale } => self.set_locale(locale)?,
            Act::Connect { .. }
            | Act::TryHere
            | Act::OpenLink { .. }
            | Act::Passphrase { .. }
            | Act::DeclinePassphrase
            | Act::SetSetting(_)
            | Act::SaveView { .. }
            | Act::RemoveView { .. } => return Err(Error::from(Refusal::NotYet).into()),
            Act::Close => self.close().await?,
        }
        Ok(())
    }

    /// Hears which views have changed.
    pub fn subscribe(&self) -> broadcast::Receiver<Changed> {
        self.changes.subscribe()
    }

    /// Ends holds, hands over what can be handed over at once, and closes every file.
    pub async fn close(&self) -> Result<(), Failure> {
        Ok(self.leave_desk(true).await?)
    }

    /// Whether closing now may lose work, because nothing is written to disk; then the screen is told to ask first.
    pub async fn asks_before_closing(&self) -> bool {
        let Ok(desk) = self.desk().await else {
            return false;
        };
        let asks = desk.folder().is_none() && desk.outbox.unsent() > 0;
        if asks {
            desk.tell(&[ViewName::Closing]);
        }
        asks
    }

    async fn desk(&self) -> Result<Arc<Desk>> {
        self.desk
            .lock()
            .await
            .as_ref()
            .map(|seat| Arc::clone(&seat.desk))
            .ok_or(Error::SignedOut)
    }

    /// The session of a desk that somebody sits at.
    async fn seated(&self, desk: &Desk) -> Result<SessionView> {
        view::session(desk, self.locale()).await
    }

    fn ids(&self, count: u32) -> IdsView {
        IdsView {
            ids: (0..count.min(MOST_IDS))
                .map(|_| self.options.chance.id())
                .collect(),
        }
    }

    fn nobody(&self) -> SessionView {
        let absent = self.options.keychain.get(CURRENT) == Err(KeychainError::Absent);
        let kept = if absent {
            Kept::Memory
        } else {
            Kept::Encrypted
        };
        SessionView {
            signed_in: None,
            kept,
            organisations: Vec::new(),
            locale: self.locale(),
            server: None,
            may_try_here: false,
        }
    }

    fn locale(&self) -> Option<Locale> {
        *self.locale.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn set_locale(&self, locale: Locale) -> Result<()> {
        // Without a keychain nothing is written to disk, not even this.
        if self.options.keychain.get(CURRENT) != Err(KeychainError::Absent) {
            self.write(LOCALE, locale.tag())?;
        }
        *self.locale.lock().unwrap_or_else(PoisonError::into_inner) = Some(locale);
        self.tell_everything();
        Ok(())
    }

    /// Writes a small file that is no secret.
    fn write(&self, name: &str, text: &str) -> Result<()> {
        let folder = Folder::open(self.options.folder.clone())?;
        folder.write(name, text)
    }

    fn tell_everything(&self) {
        let views = vec![
            ViewName::Session,
            ViewName::Requests,
            ViewName::Outbox,
            ViewName::Sync,
        ];
        drop(self.changes.send(Changed { views }));
    }
}

fn read_locale(options: &Options) -> Option<Locale> {
    let tag = fs::read_to_string(options.folder.join(LOCALE)).ok()?;
    Locale::ALL
        .into_iter()
        .find(|locale| locale.tag() == tag.trim())
}
