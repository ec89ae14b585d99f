//! A device: one surface for commands, questions and acts, whoever sits at it.

use std::fs;
use std::sync::{Arc, Mutex as StdMutex, PoisonError};

use doorward_domain::{Command, Locale, OrganisationId};
use tokio::sync::{Mutex, broadcast};

use super::Options;
use super::seats::Seats;
use crate::contract::{
    Act, Answer, Changed, Executed, Failure, IdsView, Query, SessionView, ViewName,
};
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::files::Folder;
use crate::handed::Waiting;
use crate::import::Draft;
use crate::keeping::Keeping;
use crate::leaving::Left;

/// Identities given at once at most.
const MOST_IDS: u32 = 1000;
/// Events that a slow listener may be behind.
const EVENTS: usize = 256;
/// The file that keeps the language.
const LOCALE: &str = "locale";

/// A device.
#[derive(Debug)]
pub struct Workplace {
    pub(super) options: Options,
    pub(super) keeping: Keeping,
    pub(super) seats: Mutex<Seats>,
    /// The table that somebody is looking at, whichever account sends it.
    pub(super) table: Arc<Mutex<Option<Draft>>>,
    pub(super) changes: broadcast::Sender<Changed>,
    pub(super) locale: StdMutex<Option<Locale>>,
    /// The sessions that ended here, and not at their servers yet.
    pub(super) left: Left,
    /// The server that was connected to.
    pub(super) proposed: StdMutex<Option<String>>,
    /// The link that another program handed over and nobody has confirmed or seen yet.
    pub(super) handed: StdMutex<Waiting>,
}

impl Workplace {
    /// Opens the device on what this computer holds, network or not.
    pub async fn open(options: Options) -> Result<Self, Failure> {
        let (changes, _) = broadcast::channel(EVENTS);
        let locale = StdMutex::new(read_locale(&options));
        let keeping = Keeping::find(options.folder.clone(), Arc::clone(&options.keychain));
        let workplace = Self {
            options,
            keeping,
            seats: Mutex::default(),
            table: Arc::default(),
            changes,
            locale,
            left: Left::default(),
            proposed: StdMutex::default(),
            handed: StdMutex::default(),
        };
        match workplace.restore().await {
            // A locked keychain is not the end: the person may unlock it and try again (KEY-1).
            // Neither is a server on this computer that does not start: trying it again says why.
            Ok(()) | Err(Error::Keychain(_) | Error::Here(_)) => Ok(workplace),
            Err(error) => Err(error.into()),
        }
    }

    /// Makes a command: judged at once, saved, and sent when it may be.
    pub async fn execute(
        &self,
        organisation: OrganisationId,
        command: Command,
    ) -> Result<Executed, Failure> {
        let desk = self.desk_in(organisation).await?;
        Ok(desk.execute(organisation, command).await?)
    }

    /// Makes several commands, which are all kept, or none of them.
    pub async fn execute_all(
        &self,
        organisation: OrganisationId,
        commands: Vec<Command>,
    ) -> Result<Executed, Failure> {
        let desk = self.desk_in(organisation).await?;
        Ok(desk.execute_all(organisation, commands).await?)
    }

    /// Answers a question.
    pub async fn query(&self, query: Query) -> Result<Answer, Failure> {
        match self.answer(query.clone()).await {
            // A file went while it was asked (S-36, a purge): by now it is known as gone, or there is another.
            Err(Error::Closed) => Ok(self.answer(query).await?),
            answered => Ok(answered?),
        }
    }

    /// Does something that is no command.
    pub async fn act(&self, act: Act) -> Result<(), Failure> {
        match act {
            Act::SignIn {
                server,
                email,
                password,
            } => self.sign_in(&server, email, password).await?,
            Act::Prove {
                organisation,
                password,
            } => self.prove(organisation, password).await?,
            Act::SignOut { account, discard } => {
                self.sign_out(account.as_deref(), discard).await?;
            }
            Act::SwitchAccount { account } => self.switch_account(&account).await?,
            Act::SyncNow => self.sync_now().await?,
            Act::Undo { id } => self.desk_with(id).await?.undo(id).await?,
            Act::Discard { id } => self.desk_with(id).await?.discard(id).await?,
            Act::Retry { id } => self.desk_with(id).await?.retry(id).await?,
            Act::SetLocale { locale } => self.set_locale(locale)?,
            Act::Connect { server } => self.connect(&server).await?,
            Act::TryHere => self.try_here().await?,
            Act::OpenLink { link } => self.open_link(&link)?,
            Act::OpenHanded => self.open_handed().await?,
            Act::ForgetHanded => self.forget_handed(),
            Act::OpenAccount => self.open_account().await?,
            Act::WriteTo {
                organisation,
                membership,
            } => self.write_to(organisation, membership).await?,
            Act::Passphrase { passphrase, anew } => {
                self.passphrase(passphrase, anew.unwrap_or_default())
                    .await?;
            }
            Act::DeclinePassphrase => self.decline_passphrase(),
            Act::ReadNotices { notices } => self.read_notices(&notices).await?,
            Act::ReadNoticesUntil { until } => self.read_until(until).await?,
            Act::SetSetting(setting) => self.prefer(&setting).await?,
            Act::StartAtLogin { on } => self.start_at_login(on)?,
            Act::Snooze {
                organisation,
                membership,
                until,
            } => {
                let desk = self.desk_in(organisation).await?;
                desk.put_off(membership, until).await?;
            }
            Act::SaveView {
                name,
                organisation,
                query,
            } => self.save_view(name, organisation, query).await?,
            Act::RenameView { id, name } => self.rename_view(id, &name).await?,
            Act::RemoveView { id } => self.remove_view(id).await?,
            Act::Import(step) => self.import(step).await?,
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
        Ok(self.leave_all().await?)
    }

    /// Whether closing now may lose work, because nothing is written to disk; then the screen is told to ask first.
    pub async fn asks_before_closing(&self) -> bool {
        let desks = self.desks().await.unwrap_or_default();
        let may_lose = |desk: &Arc<Desk>| desk.folder().is_none() && desk.outbox.unsent() > 0;
        let asks = desks.iter().any(may_lose);
        if asks {
            self.tell(&[ViewName::Closing]);
        }
        asks
    }

    pub(super) fn ids(&self, count: u32) -> IdsView {
        IdsView {
            ids: (0..count.min(MOST_IDS))
                .map(|_| self.options.chance.id())
                .collect(),
        }
    }

    pub(super) fn nobody(&self) -> SessionView {
        SessionView {
            signed_in: None,
            accounts: Vec::new(),
            kept: self.keeping.kept(),
            organisations: Vec::new(),
            locale: self.locale(),
            server: self.proposed(),
            handed: self.handed(self.proposed()),
            linked: None,
            may_try_here: self.options.here.is_some(),
        }
    }

    pub(super) fn locale(&self) -> Option<Locale> {
        *self.locale.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn set_locale(&self, locale: Locale) -> Result<()> {
        // Without a keychain nothing is written to disk, not even this.
        if self.keeping.writes() {
            self.write(LOCALE, locale.tag())?;
        }
        *self.locale.lock().unwrap_or_else(PoisonError::into_inner) = Some(locale);
        self.tell_everything();
        Ok(())
    }

    /// Writes a small file that is no secret.
    pub(super) fn write(&self, name: &str, text: &str) -> Result<()> {
        let folder = Folder::open(self.options.folder.clone())?;
        folder.write(name, text)
    }

    pub(super) fn tell(&self, views: &[ViewName]) {
        // Nobody listening is fine.
        drop(self.changes.send(Changed {
            views: views.to_vec(),
        }));
    }

    pub(super) fn tell_everything(&self) {
        self.tell(ViewName::EVERYTHING);
    }
}

fn read_locale(options: &Options) -> Option<Locale> {
    let tag = fs::read_to_string(options.folder.join(LOCALE)).ok()?;
    Locale::ALL
        .into_iter()
        .find(|locale| locale.tag() == tag.trim())
}
