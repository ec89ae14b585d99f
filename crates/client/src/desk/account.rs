//! One signed-in account: who it is, its files, its organisations, and whom it tells of changes.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use doorward_domain::{Account, Actor, Membership, Moment, OrganisationId};
use doorward_protocol::{MyMembership, Proof};
use tokio::sync::{broadcast, mpsc};

use super::absence::Absence;
use super::contact::Contact;
use super::{Office, Surroundings};
use crate::cache::Own;
use crate::clock::{ServerTime, Tick};
use crate::contract::{Changed, ViewName};
use crate::error::Result;
use crate::files::{Folder, Lock, Place};
use crate::key::Key;
use crate::outbox::Outbox;
use crate::remote::Remote;
use crate::session::Session;
use crate::sync::Nudge;

/// How long a sign-in counts as fresh, in milliseconds (RULES 6).
pub(super) const FRESH: u64 = 10 * 60 * 1000;

/// One signed-in account.
#[derive(Debug)]
pub(crate) struct Desk {
    pub(crate) session: Session,
    pub(crate) remote: Remote,
    pub(crate) own: Own,
    pub(crate) outbox: Outbox,
    pub(crate) with: Surroundings,
    pub(super) folder: Option<(Folder, Key)>,
    pub(super) _lock: Option<Lock>,
    pub(super) offices: tokio::sync::RwLock<BTreeMap<OrganisationId, Arc<Office>>>,
    pub(super) mine: RwLock<Mine>,
    pub(super) time: ServerTime,
    /// Until when the sign-in is fresh; never known beyond this run of the program.
    pub(super) fresh_until: Mutex<Option<Tick>>,
    pub(super) contact: Mutex<Contact>,
    pub(super) absence: Mutex<Absence>,
    pub(super) nudges: mpsc::UnboundedSender<Nudge>,
    pub(super) changes: broadcast::Sender<Changed>,
}

/// The person's own rows, as they are needed many times a second.
#[derive(Debug, Default)]
pub(super) struct Mine {
    pub(super) account: Option<Account>,
    pub(super) memberships: Vec<MyMembership>,
    pub(super) complete: bool,
}

impl Desk {
    /// The folder, if files are kept.
    pub(crate) fn folder(&self) -> Option<&Folder> {
        self.folder.as_ref().map(|(folder, _)| folder)
    }

    /// Where a file goes.
    pub(crate) fn place(&self, path: impl FnOnce(&Folder) -> PathBuf) -> Place {
        match &self.folder {
            Some((folder, key)) => Place::File(path(folder), key.clone()),
            None => Place::Memory,
        }
    }

    /// What the server's clock shows, as far as this device can tell.
    pub(crate) fn now(&self) -> Moment {
        self.time.now(&*self.with.clock)
    }

    /// The monotonic clock.
    pub(crate) fn tick(&self) -> Tick {
        self.with.clock.tick()
    }

    /// The account, as the server told it last.
    pub(crate) fn account(&self) -> Account {
        let mine = self.mine.read().unwrap_or_else(PoisonError::into_inner);
        mine.account
            .clone()
            .unwrap_or_else(|| self.session.account.clone())
    }

    /// Who gives the commands of this desk.
    pub(crate) fn actor(&self) -> Actor {
        let until = *self
            .fresh_until
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        Actor::Person {
            account: self.account(),
            fresh: until.is_some_and(|until| self.tick() < until),
        }
    }

    /// Proves anew who sits here (RULES 6); the password goes to the server and is kept nowhere.
    pub(crate) async fn prove(&self, password: String) -> Result<()> {
        // Counted from before the server counts, so that it never ends later here than there.
        let until = self.tick().plus(FRESH);
        let proof = Proof { password };
        self.remote.prove(&proof).await?;
        *self
            .fresh_until
            .lock()
            .unwrap_or_else(PoisonError::into_inner) = Some(until);
        self.tell(ViewName::OF_COMMANDS);
        Ok(())
    }

    /// The person's own memberships in an organisation, and whether all of them are known.
    pub(crate) fn own_memberships(&self, organisation: OrganisationId) -> (Vec<Membership>, bool) {
        let mine = self.mine.read().unwrap_or_else(PoisonError::into_inner);
        let here = mine
            .memberships
            .iter()
            .filter(|it| it.organisation == organisation);
        (
            here.map(|it| it.membership.clone()).collect(),
            mine.complete,
        )
    }

    /// Whether the person's own rows have come: until then it is not known where they belong.
    pub(crate) fn knows_mine(&self) -> bool {
        let mine = self.mine.read().unwrap_or_else(PoisonError::into_inner);
        mine.account.is_some()
    }

    /// The person's own memberships, in every organisation.
    pub(crate) fn my_memberships(&self) -> Vec<MyMembership> {
        let mine = self.mine.read().unwrap_or_else(PoisonError::into_inner);
        mine.memberships.clone()
    }

    /// Reads the person's own rows again.
    pub(crate) async fn reread_mine(&self, complete: bool) -> Result<()> {
        let (account, memberships) = (self.own.account().await?, self.own.memberships().await?);
        let mut mine = self.mine.write().unwrap_or_else(PoisonError::into_inner);
        let complete = complete || mine.complete;
        *mine = Mine {
            account,
            memberships,
            complete,
        };
        Ok(())
    }

    /// The organisations that the person's own rows name as theirs.
    pub(crate) fn my_organisations(&self) -> Vec<(OrganisationId, String)> {
        let mine = self.mine.read().unwrap_or_else(PoisonError::into_inner);
        let approved = mine
            .memberships
            .iter()
            .filter(|it| it.membership.status.is_approved());
        approved
            .map(|it| (it.organisation, it.organisation_name.to_string()))
            .collect()
    }

    /// An organisation, if this device knows it.
    pub(crate) async fn known_office(&self, id: OrganisationId) -> Option<Arc<Office>> {
        self.offices.read().await.get(&id).cloned()
    }

    /// An organisation, known from now on.
    pub(crate) async fn office(&self, id: OrganisationId) -> Arc<Office> {
        if let Some(office) = self.known_office(id).await {
            return office;
        }
        let mut offices = self.offices.write().await;
        Arc::clone(
            offices
                .entry(id)
                .or_insert_with(|| Arc::new(Office::new(id))),
        )
    }

    /// Every organisation this device knows.
    pub(crate) async fn offices(&self) -> Vec<Arc<Office>> {
        self.offices.read().await.values().cloned().collect()
    }

    /// Every organisation that is worth a pull: not those out of reach, unless the person's own rows name them again.
    pub(crate) async fn offices_in_reach(&self) -> Vec<Arc<Office>> {
        let known = self.own.organisations().await.unwrap_or_default();
        let mine = self.my_organisations();
        let gone = |id: OrganisationId| known.iter().any(|it| it.id == id && it.gone);
        let offices = self.offices().await.into_iter();
        offices
            .filter(|it| !gone(it.id) || mine.iter().any(|(id, _)| *id == it.id))
            .collect()
    }

    /// Says that views may look different now.
    pub(crate) fn tell(&self, views: &[ViewName]) {
        // Nobody listening is fine.
        drop(self.changes.send(Changed {
            views: views.to_vec(),
        }));
    }

    /// Wakes sync.
    pub(crate) fn nudge(&self, nudge: Nudge) {
        // Sync that has ended needs no waking; what is queued is kept.
        let _: std::result::Result<(), _> = self.nudges.send(nudge);
    }

    /// Closes every file.
    pub(crate) async fn close(&self) -> Result<()> {
        for office in self.offices().await {
            office.close().await?;
        }
        self.own.close().await
    }
}
