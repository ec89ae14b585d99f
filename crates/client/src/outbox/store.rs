//! The outbox of one account: what its file holds, as it is needed many times a second, and what may be sent next.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use doorward_domain::{CommandId, OrganisationId};
use doorward_protocol::Outcome;
use sqlx::Connection;
use uuid::Uuid;

use super::{Entry, batches, queue, rows};
use crate::clock::Tick;
use crate::error::Result;
use crate::files::Database;

/// The outbox of one account.
#[derive(Debug)]
pub(crate) struct Outbox {
    pub(super) database: Arc<Database>,
    held: Mutex<Held>,
}

/// What the file holds, as it is needed many times a second.
#[derive(Debug, Default)]
pub(super) struct Held {
    pub(super) entries: Vec<Arc<Entry>>,
    pub(super) holds: BTreeMap<CommandId, Tick>,
    pub(super) under_way: BTreeSet<CommandId>,
    pub(super) chain: BTreeMap<OrganisationId, CommandId>,
    /// Commands of batches that wait until somebody says go on.
    pub(super) paused: BTreeSet<CommandId>,
    /// What was done last to a whole batch.
    pub(super) acted: Option<Acted>,
}

/// What was done to a whole batch: sent again, or revoked.
#[derive(Debug, Clone)]
pub(crate) struct Acted {
    pub(crate) batch: Uuid,
    pub(crate) revoked: bool,
    /// The commands that were made.
    pub(crate) made: BTreeSet<CommandId>,
    /// What waited and was taken out.
    pub(crate) taken: Vec<Arc<Entry>>,
}

impl Acted {
    /// Whether this was done, and to this batch.
    pub(super) fn is(&self, batch: Uuid, revoked: bool) -> bool {
        self.batch == batch && self.revoked == revoked
    }
}

/// What is to be pushed next.
#[derive(Debug)]
pub(crate) struct Batch {
    pub(crate) after: Option<CommandId>,
    pub(crate) entries: Vec<Arc<Entry>>,
    /// Those of them that were never handed to the network before.
    pub(crate) new: Vec<CommandId>,
}

impl Outbox {
    /// Reads the outbox of an account; a hold of an earlier run is over.
    pub(crate) async fn open(database: Arc<Database>) -> Result<Self> {
        let mut reader = database.read().await?;
        let entries = rows::load(&mut reader)
            .await?
            .into_iter()
            .map(Arc::new)
            .collect();
        let chain = rows::load_chain(&mut reader).await?;
        let paused = batches::load_paused(&mut reader).await?;
        drop(reader);
        Ok(Self {
            database,
            held: Mutex::new(Held {
                entries,
                chain,
                paused,
                ..Held::default()
            }),
        })
    }

    pub(super) fn held(&self) -> MutexGuard<'_, Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Every entry, the oldest first.
    pub(crate) fn entries(&self) -> Vec<Arc<Entry>> {
        self.held().entries.clone()
    }

    /// How many entries no server has settled.
    pub(crate) fn unsent(&self) -> usize {
        self.held().entries.iter().filter(|it| it.is_open()).count()
    }

    /// How many need their person: refused, or stuck.
    pub(crate) fn needing_somebody(&self) -> usize {
        let needs =
            |it: &Arc<Entry>| it.stuck || matches!(it.outcome, Some(Outcome::Refused { .. }));
        let held = self.held();
        held.entries.iter().filter(|it| needs(it)).count()
    }

    /// The organisations that have something to send.
    pub(crate) fn organisations(&self) -> BTreeSet<OrganisationId> {
        self.held()
            .entries
            .iter()
            .filter(|it| it.is_open())
            .map(|it| it.organisation)
            .collect()
    }

    /// The entries that still shape what is shown of an organisation.
    pub(crate) fn pending(&self, organisation: OrganisationId, complete: u64) -> Vec<Arc<Entry>> {
        let held = self.held();
        let mut pending: Vec<_> = held
            .entries
            .iter()
            .filter(|it| it.organisation == organisation && it.is_pending(complete))
            .cloned()
            .collect();
        pending.sort_by_key(|it| (it.sent_order.is_none(), it.sent_order, it.position));
        pending
    }

    /// The revision at which a command of this device was applied.
    pub(crate) fn applied_at(&self, id: CommandId) -> Option<u64> {
        self.held()
            .entries
            .iter()
            .find(|it| it.id == id)?
            .applied_at()
    }

    /// Keeps a command: one durable row.
    #[cfg(test)]
    pub(crate) async fn add(&self, entry: Entry, hold_until: Option<Tick>) -> Result<()> {
        self.add_together(vec![(entry, hold_until)]).await
    }

    /// Keeps commands, each until when it is held: one durable row each, all of them or none.
    pub(crate) async fn add_together(&self, all: Vec<(Entry, Option<Tick>)>) -> Result<()> {
        let mut connection = self.database.write().await?;
        let mut transaction = connection.begin().await?;
        let until = |(entry, until): &(Entry, Option<Tick>)| Some((entry.id, (*until)?));
        let holds: Vec<(CommandId, Tick)> = all.iter().filter_map(until).collect();
        let entries = all.into_iter().map(|it| it.0).collect();
        let kept = rows::insert(&mut transaction, entries).await?;
        transaction.commit().await?;
        let mut held = self.held();
        held.holds.extend(holds);
        held.entries.extend(kept.into_iter().map(Arc::new));
        Ok(())
    }

    /// The rest of an entry's hold, in milliseconds.
    pub(crate) fn hold_left(&self, id: CommandId, now: Tick) -> Option<u64> {
        self.held()
            .holds
            .get(&id)
            .map(|until| until.since(now))
            .filter(|left| *left > 0)
    }

    /// The next end of a hold in an organisation.
    pub(crate) fn next_hold_end(&self, organisation: OrganisationId, now: Tick) -> Option<Tick> {
        let held = self.held();
        let here = held
            .entries
            .iter()
            .filter(|it| it.organisation == organisation && it.is_open());
        here.filter_map(|it| held.holds.get(&it.id))
            .filter(|until| **until > now)
            .min()
            .copied()
    }

    /// Whether something of an organisation may be sent now.
    pub(crate) fn has_ready(&self, organisation: OrganisationId, now: Tick) -> bool {
        let held = self.held();
        let is_held = |id| held.waits(id, now);
        !queue::ready(&held.entries, organisation, is_held, 1).is_empty()
    }

    /// Ends every hold: the program closes or the person signs out.
    pub(crate) fn end_holds(&self) {
        self.held().holds.clear();
    }

    /// Whether an entry is on its way at this moment.
    pub(crate) fn is_under_way(&self, id: CommandId) -> bool {
        self.held().under_way.contains(&id)
    }

    /// Takes what may be sent now, and marks it as handed to the network.
    pub(crate) async fn take(
        &self,
        organisation: OrganisationId,
        limit: usize,
        now: Tick,
    ) -> Result<Batch> {
        let (after, entries, new) = {
            let mut held = self.held();
            let is_held = |id| held.waits(id, now);
            let entries = queue::ready(&held.entries, organisation, is_held, limit);
            let new: Vec<CommandId> = entries
                .iter()
                .filter(|it| !it.was_sent())
                .map(|it| it.id)
                .collect();
            held.under_way.extend(entries.iter().map(|it| it.id));
            (held.chain.get(&organisation).copied(), entries, new)
        };
        let mut connection = self.database.write().await?;
        // Undo may have taken entries back before the file was free: only what is still there is sent.
        let first = if new.is_empty() {
            0
        } else {
            rows::mark_sent(&mut connection, &new)
                .await
                .inspect_err(|_| self.landed(organisation))?
        };
        let mut held = self.held();
        for (order, id) in (first..).zip(&new) {
            held.change(*id, |it| it.sent_order = Some(order));
        }
        let left = |it: &Arc<Entry>| held.entries.iter().find(|held| held.id == it.id).cloned();
        let entries = entries.iter().filter_map(left).collect();
        Ok(Batch {
            after,
            entries,
            new,
        })
    }

    /// No connection came about: what was new in the batch has not been handed to the network, and can be undone again.
    pub(crate) async fn take_back(&self, batch: &Batch) -> Result<()> {
        if !batch.new.is_empty() {
            rows::mark_unsent(&mut *self.database.write().await?, &batch.new).await?;
            let mut held = self.held();
            batch
                .new
                .iter()
                .for_each(|id| held.change(*id, |it| it.sent_order = None));
        }
        Ok(())
    }

    /// Nothing of an organisation is on its way any more.
    pub(crate) fn landed(&self, organisation: OrganisationId) {
        let mut held = self.held();
        let here: Vec<CommandId> = held
            .entries
            .iter()
            .filter(|it| it.organisation == organisation)
            .map(|it| it.id)
            .collect();
        held.under_way.retain(|id| !here.contains(id));
    }

    pub(super) fn find(&self, id: CommandId) -> Option<Arc<Entry>> {
        self.held().entries.iter().find(|it| it.id == id).cloned()
    }
}

impl Held {
    /// Whether a command is not to be sent yet.
    fn waits(&self, id: CommandId, now: Tick) -> bool {
        self.holds.get(&id).is_some_and(|until| *until > now) || self.paused.contains(&id)
    }

    /// What has not left and is meant, with what depends on it.
    pub(super) fn free(
        &self,
        organisation: OrganisationId,
        meant: impl Fn(&Entry) -> bool,
    ) -> Vec<Arc<Entry>> {
        let is_free = |it: &Entry| meant(it) && !self.under_way.contains(&it.id);
        queue::undone_with(&self.entries, organisation, is_free)
    }

    pub(super) fn change(&mut self, id: CommandId, change: impl FnOnce(&mut Entry)) {
        if let Some(entry) = self.entries.iter_mut().find(|it| it.id == id) {
            change(Arc::make_mut(entry));
        }
    }

    pub(super) fn forget(&mut self, ids: &[CommandId]) {
        let ids: BTreeSet<&CommandId> = ids.iter().collect();
        self.entries.retain(|it| !ids.contains(&it.id));
        self.holds.retain(|id, _| !ids.contains(id));
    }
}
