//! The outbox: commands made on this computer and not settled by the server yet, and for a while what became of them.
//!
//! A row is written before the person is told that it is saved, and is marked before it is handed to the network. What
//! the server refuses stays until the person discards it; nothing vanishes by itself (SYN-2). Holds live in memory
//! alone, on the monotonic clock, so that they end with the program (RULES 6).

mod entry;
mod queue;
mod rows;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use doorward_domain::{CommandId, Moment, OrganisationId, Refusal};
use doorward_protocol::Outcome;

pub(crate) use entry::Entry;

use crate::clock::Tick;
use crate::error::{Error, Result};
use crate::files::Database;

/// Refusals of one command by a passing fault after which it is parked (S-78).
pub(crate) const MOST_ATTEMPTS: u32 = 10;

/// The outbox of one account.
#[derive(Debug)]
pub(crate) struct Outbox {
    database: Arc<Database>,
    held: Mutex<Held>,
}

/// What the file holds, as it is needed many times a second.
#[derive(Debug, Default)]
struct Held {
    entries: Vec<Arc<Entry>>,
    holds: BTreeMap<CommandId, Tick>,
    under_way: BTreeSet<CommandId>,
    chain: BTreeMap<OrganisationId, CommandId>,
}

/// What is to be pushed next.
#[derive(Debug)]
pub(crate) struct Batch {
    pub(crate) after: Option<CommandId>,
    pub(crate) entries: Vec<Arc<Entry>>,
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
        drop(reader);
        Ok(Self {
            database,
            held: Mutex::new(Held {
                entries,
                chain,
                ..Held::default()
            }),
        })
    }

    fn held(&self) -> MutexGuard<'_, Held> {
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
    pub(crate) async fn add(&self, mut entry: Entry, hold_until: Option<Tick>) -> Result<()> {
        entry.position = rows::insert(&mut *self.database.write().await?, &entry).await?;
        let mut held = self.held();
        if let Some(until) = hold_until {
            held.holds.insert(entry.id, until);
        }
        held.entries.push(Arc::new(entry));
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
        let is_held = |id| held.holds.get(&id).is_some_and(|until| *until > now);
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
            let is_held = |id| held.holds.get(&id).is_some_and(|until| *until > now);
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
        Ok(Batch {
            after,
            entries: entries.iter().filter_map(left).collect(),
        })
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

    /// Notes what became of commands, and where the chain of the organisation ends.
    pub(crate) async fn settle(
        &self,
        organisation: OrganisationId,
        settled: &[(CommandId, Outcome)],
        at: Moment,
    ) -> Result<bool> {
        let new: Vec<&(CommandId, Outcome)> = {
            let held = self.held();
            let is_open = |id: CommandId| held.entries.iter().any(|it| it.id == id && it.is_open());
            settled.iter().filter(|it| is_open(it.0)).collect()
        };
        if new.is_empty() {
            return Ok(false);
        }
        let last = self.last_sent(&new);
        rows::settle(
            &mut *self.database.write().await?,
            organisation,
            &new,
            last,
            at,
        )
        .await?;
        let mut held = self.held();
        for (id, outcome) in new {
            held.change(*id, |it| {
                it.outcome = Some(outcome.clone());
                it.settled_at = Some(at);
                it.stuck = false;
            });
            held.holds.remove(id);
        }
        if let Some(last) = last {
            held.chain.insert(organisation, last);
        }
        Ok(true)
    }

    fn last_sent(&self, settled: &[&(CommandId, Outcome)]) -> Option<CommandId> {
        let held = self.held();
        let among = held
            .entries
            .iter()
            .filter(|it| settled.iter().any(|(id, _)| *id == it.id) && it.was_sent());
        among.max_by_key(|it| it.sent_order).map(|it| it.id)
    }

    /// The server does not know the end of the chain: begin it anew.
    pub(crate) async fn break_chain(&self, organisation: OrganisationId) -> Result<()> {
        rows::break_chain(&mut *self.database.write().await?, organisation).await?;
        self.held().chain.remove(&organisation);
        Ok(())
    }

    /// Counts a passing fault of one command; answers whether it is parked now.
    pub(crate) async fn fail(&self, id: CommandId) -> Result<bool> {
        let attempts = self
            .held()
            .entries
            .iter()
            .find(|it| it.id == id)
            .map_or(0, |it| it.attempts)
            + 1;
        self.park(id, attempts, attempts >= MOST_ATTEMPTS).await?;
        Ok(attempts >= MOST_ATTEMPTS)
    }

    /// Sets aside a command, or takes it up again.
    async fn park(&self, id: CommandId, attempts: u32, stuck: bool) -> Result<()> {
        rows::park(&mut *self.database.write().await?, id, attempts, stuck).await?;
        self.held().change(id, |it| {
            it.attempts = attempts;
            it.stuck = stuck;
        });
        Ok(())
    }

    /// Sets a command aside at once: it can never be sent as it is.
    pub(crate) async fn set_aside(&self, id: CommandId) -> Result<()> {
        self.park(id, MOST_ATTEMPTS, true).await
    }

    /// Takes up a parked command again, behind what went past it.
    pub(crate) async fn retry(&self, id: CommandId) -> Result<OrganisationId> {
        let entry = self
            .find(id)
            .filter(|it| it.stuck)
            .ok_or(Refusal::NotFound)?;
        self.park(id, 0, false).await?;
        let order = rows::mark_sent(&mut *self.database.write().await?, &[id]).await?;
        self.held().change(id, |it| it.sent_order = Some(order));
        Ok(entry.organisation)
    }

    /// Takes back a command that has not left, and what depends on it.
    pub(crate) async fn undo(&self, id: CommandId) -> Result<OrganisationId> {
        let mut connection = self.database.write().await?;
        let (entry, undone) = {
            let held = self.held();
            let entry = held
                .entries
                .iter()
                .find(|it| it.id == id)
                .cloned()
                .ok_or(Refusal::NotFound)?;
            let free = !held.under_way.contains(&id);
            let undone = queue::undone_with(&held.entries, id)
                .filter(|_| free)
                .ok_or(Error::AlreadySent)?;
            (entry, undone)
        };
        rows::delete(&mut connection, &undone).await?;
        self.held().forget(&undone);
        Ok(entry.organisation)
    }

    /// Puts an entry out of sight whose end the person has seen, or that is stuck.
    pub(crate) async fn discard(&self, id: CommandId) -> Result<OrganisationId> {
        let entry = self.find(id).ok_or(Refusal::NotFound)?;
        if entry.is_open() && !entry.stuck {
            return if entry.was_sent() {
                Err(Error::AlreadySent)
            } else {
                self.undo(id).await
            };
        }
        rows::delete(&mut *self.database.write().await?, &[id]).await?;
        self.held().forget(&[id]);
        Ok(entry.organisation)
    }

    /// Ends every open command of an organisation that is out of reach (S-36).
    pub(crate) async fn end_all(&self, organisation: OrganisationId, at: Moment) -> Result<bool> {
        let open: Vec<(CommandId, Outcome)> = {
            let held = self.held();
            let here = held
                .entries
                .iter()
                .filter(|it| it.organisation == organisation && it.is_open());
            here.map(|it| {
                (
                    it.id,
                    Outcome::Refused {
                        refusal: Refusal::NoAccess,
                    },
                )
            })
            .collect()
        };
        self.settle(organisation, &open, at).await
    }

    /// Forgets what was settled well before the instant given, except refusals, which stay until they are discarded.
    pub(crate) async fn prune(&self, before: Moment) -> Result<()> {
        let old: Vec<CommandId> = {
            let held = self.held();
            let busy: BTreeSet<_> = held
                .entries
                .iter()
                .filter(|it| it.is_open())
                .map(|it| it.organisation)
                .collect();
            let over = |it: &&Arc<Entry>| {
                it.settled_at.is_some_and(|at| at < before)
                    && it.refusal().is_none()
                    && !busy.contains(&it.organisation)
            };
            held.entries.iter().filter(over).map(|it| it.id).collect()
        };
        if !old.is_empty() {
            rows::delete(&mut *self.database.write().await?, &old).await?;
            self.held().forget(&old);
        }
        Ok(())
    }

    fn find(&self, id: CommandId) -> Option<Arc<Entry>> {
        self.held().entries.iter().find(|it| it.id == id).cloned()
    }
}

impl Held {
    fn change(&mut self, id: CommandId, change: impl FnOnce(&mut Entry)) {
        if let Some(entry) = self.entries.iter_mut().find(|it| it.id == id) {
            change(Arc::make_mut(entry));
        }
    }

    fn forget(&mut self, ids: &[CommandId]) {
        self.entries.retain(|it| !ids.contains(&it.id));
        self.holds.retain(|id, _| !ids.contains(id));
    }
}
