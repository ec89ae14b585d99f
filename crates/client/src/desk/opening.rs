//! Opening a desk: its folder, the account's file, the outbox, and the organisations' files that can be opened.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, RwLock};

use doorward_domain::{Moment, OrganisationId};
use tokio::sync::{broadcast, mpsc};

use super::Office;
use super::absence::Absence;
use super::account::{Desk, FRESH, Mine};
use super::contact::{Contact, LAST_CONTACT, LATEST_SEEN};
use crate::cache::{Cache, Own};
use crate::clock::{Chance, Clock, ServerTime};
use crate::contract::{Changed, ViewName};
use crate::error::{Error, Result};
use crate::files::{Folder, Place, is_unreadable};
use crate::import::Draft;
use crate::key::Key;
use crate::outbox::Outbox;
use crate::remote::Remote;
use crate::session::Session;
use crate::sync::{Nudge, Status};

/// How long settled entries stay in sight, in days.
const SHOWN_DAYS: i64 = 1;

/// What the computer lends to a desk.
#[derive(Debug, Clone)]
pub(crate) struct Surroundings {
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) chance: Arc<dyn Chance>,
    /// The table that somebody is looking at, whichever account sends it.
    pub(crate) table: Arc<tokio::sync::Mutex<Option<Draft>>>,
}

/// What it takes to open a desk.
#[derive(Debug)]
pub(crate) struct Opening {
    pub(crate) session: Session,
    /// The session's server, where it is reached at this start.
    pub(crate) remote: Remote,
    /// The account's folder and its key; none when nothing is written to disk.
    pub(crate) folder: Option<(PathBuf, Key)>,
    pub(crate) with: Surroundings,
    /// Whether the person has signed in just now.
    pub(crate) signed_in_now: bool,
    pub(crate) nudges: mpsc::UnboundedSender<Nudge>,
    pub(crate) changes: broadcast::Sender<Changed>,
}

impl Opening {
    /// Opens the desk.
    pub(crate) async fn open(self) -> Result<Desk> {
        let (folder, lock) = match self.folder {
            Some((path, key)) => {
                let folder = Folder::open(path)?;
                let lock = folder.lock()?;
                (Some((folder, key)), Some(lock))
            }
            None => (None, None),
        };
        let own = open_own(folder.as_ref()).await?;
        let outbox = Outbox::open(Arc::clone(own.database())).await?;
        let latest = own
            .moment(LATEST_SEEN)
            .await?
            .unwrap_or(Moment(0))
            .max(self.with.clock.now());
        let last = own.moment(LAST_CONTACT).await?;
        let mut absence = Absence::read(&own, &*self.with.clock, last).await?;
        if self.signed_in_now {
            absence.end(&*self.with.clock);
        }
        let desk = Desk {
            fresh_until: Mutex::new(
                self.signed_in_now
                    .then(|| self.with.clock.tick().plus(FRESH)),
            ),
            remote: self.remote.with_token(&self.session.token),
            session: self.session,
            own,
            outbox,
            with: self.with,
            folder,
            _lock: lock,
            offices: tokio::sync::RwLock::default(),
            mine: RwLock::new(Mine::default()),
            time: ServerTime::from(latest),
            contact: Mutex::new(Contact {
                last,
                heard: self.signed_in_now,
                noted: None,
                status: Status::default(),
            }),
            absence: Mutex::new(absence),
            nudges: self.nudges,
            changes: self.changes,
        };
        desk.reread_mine(false).await?;
        desk.own.set(LATEST_SEEN, &latest.0.to_string()).await?;
        desk.outbox
            .prune(Moment(latest.0 - SHOWN_DAYS * 24 * 60 * 60 * 1000))
            .await?;
        desk.know_offices().await?;
        desk.judge_absence().await?;
        desk.open_offices().await?;
        Ok(desk)
    }
}

/// The account's file. One that another key made is put aside, never overwritten (KEY-1).
async fn open_own(folder: Option<&(Folder, Key)>) -> Result<Own> {
    let Some((folder, key)) = folder else {
        return Own::open(&Place::Memory).await;
    };
    let path = folder.file("account.db");
    let place = Place::File(path.clone(), key.clone());
    match Own::open(&place).await {
        Err(error) if is_unreadable(&error) => {
            tracing::warn!("the account's file cannot be read with this key and is put aside");
            Folder::quarantine(&path)?;
            Own::open(&place).await
        }
        other => other,
    }
}

impl Desk {
    /// Knows the organisations again, without their rows yet.
    async fn know_offices(&self) -> Result<()> {
        let mut offices = BTreeMap::new();
        for known in self.own.organisations().await? {
            let office = Office::new(known.id);
            office.set_term(self.term_of(known.id).await?);
            offices.insert(known.id, Arc::new(office));
        }
        *self.offices.write().await = offices;
        Ok(())
    }

    /// Opens the rows of every organisation that are not locked.
    async fn open_offices(&self) -> Result<()> {
        for office in self.offices().await {
            if !office.is_locked()
                && let Some(cache) = self.open_cache(office.id).await?
            {
                office.open(cache).await;
            }
        }
        Ok(())
    }

    /// The rows of an organisation, if there is a file of them. What a crash left half-built is built again.
    async fn open_cache(&self, id: OrganisationId) -> Result<Option<Cache>> {
        let Some(folder) = self.folder() else {
            return Ok(None);
        };
        Folder::delete(&folder.unfinished(id))?;
        let path = folder.organisation(id);
        if !path.exists() {
            return Ok(None);
        }
        let cache = match Cache::open(id, &self.place(|_| path.clone())).await {
            Err(error) if is_unreadable(&error) => {
                Folder::quarantine(&path)?;
                return Ok(None);
            }
            Err(Error::NewerFiles) => return Err(Error::NewerFiles),
            other => other?,
        };
        // A crash between the two files: what the rows know to be settled is settled (DESIGN 4).
        self.take_over(&cache).await?;
        Ok(Some(cache))
    }

    /// Takes what an organisation's file knows of this device's commands over into the outbox; answers whether anything was new.
    pub(crate) async fn take_over(&self, cache: &Cache) -> Result<bool> {
        let settled = cache.settled().await?;
        if settled.is_empty() {
            return Ok(false);
        }
        let new = self.outbox.settle(cache.id(), &settled, self.now()).await?;
        cache.forget_settled().await?;
        Ok(new)
    }

    /// The server is heard: rows that were locked open again. Those of an organisation that cannot be opened stay locked
    /// until the next contact, and keep nobody from the others.
    pub(super) async fn unlock(&self) {
        for office in self.offices().await {
            match office.unlock(self.open_cache(office.id)).await {
                Ok(true) => self.tell(ViewName::OF_ROWS),
                Ok(false) => {}
                Err(error) => {
                    tracing::warn!(%error, organisation = %office.id, "rows cannot be opened and stay locked");
                }
            }
        }
    }

    /// Deletes the rows of every organisation; the outbox stays.
    pub(crate) async fn clear_rows(&self) -> Result<()> {
        for office in self.offices().await {
            office.clear(self).await?;
        }
        Ok(())
    }
}
