//! How an entry ends: settled, parked, undone, discarded or forgotten.

use std::collections::BTreeSet;
use std::sync::Arc;

use doorward_domain::{CommandId, Moment, OrganisationId, Refusal};
use doorward_protocol::Outcome;
use sqlx::Connection;
use uuid::Uuid;

use super::{Acted, Entry, Outbox, batches, rows};
use crate::error::{Error, Result};

/// Refusals of one command by a passing fault after which it is parked (S-78).
const MOST_ATTEMPTS: u32 = 10;

impl Outbox {
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
        let entry = self.find(id).ok_or(Refusal::NotFound)?;
        let undone = ids(&self.held().free(entry.organisation, |it| it.id == id));
        if !undone.contains(&id) {
            return Err(Error::AlreadySent);
        }
        rows::delete(&mut connection, &undone).await?;
        self.held().forget(&undone);
        Ok(entry.organisation)
    }

    /// Takes back what has not left of a batch, and what depends on that; answers all of it.
    pub(crate) async fn take_back_batch(&self, batch: Uuid) -> Result<Vec<Arc<Entry>>> {
        let lines = self.batch_lines(batch).await?;
        let of: BTreeSet<CommandId> = lines.iter().filter_map(|it| it.command).collect();
        let mut connection = self.database.write().await?;
        let mut taken = Vec::new();
        {
            let held = self.held();
            let here = held.entries.iter().find(|it| of.contains(&it.id));
            if let Some(organisation) = here.map(|it| it.organisation) {
                taken = held.free(organisation, |it| of.contains(&it.id));
            }
        }
        rows::delete(&mut connection, &ids(&taken)).await?;
        self.held().forget(&ids(&taken));
        Ok(taken)
    }

    /// Remembers what was done to a whole batch, in place of what was done before it.
    pub(crate) fn remember(&self, acted: Acted) {
        self.held().acted = Some(acted);
    }

    /// What was done last to a whole batch.
    #[cfg(test)]
    pub(crate) fn remembered(&self) -> Option<Acted> {
        self.held().acted.clone()
    }

    /// Takes back what was done last to a whole batch, as far as it has not left: what was made goes, and what was taken
    /// out waits again.
    pub(crate) async fn undo_act(&self, batch: Uuid, revoked: bool) -> Result<()> {
        let mut connection = self.database.write().await?;
        let (acted, undone) = {
            let held = self.held();
            let acted = held.acted.as_ref();
            let acted = acted.filter(|it| it.is(batch, revoked)).cloned();
            let acted = acted.ok_or(Error::AlreadySent)?;
            let here = held.entries.iter().find(|it| acted.made.contains(&it.id));
            let here = here.map(|it| it.organisation);
            let made = |it: &Entry| acted.made.contains(&it.id);
            let undone = here.map_or_else(Vec::new, |here| ids(&held.free(here, made)));
            (acted, undone)
        };
        if undone.is_empty() && acted.taken.is_empty() {
            return Err(Error::AlreadySent);
        }
        let mut transaction = connection.begin().await?;
        rows::delete(&mut transaction, &undone).await?;
        let again = acted.taken.iter().map(|it| (**it).clone()).collect();
        let again = rows::insert(&mut transaction, again).await?;
        let waiting: Vec<CommandId> = again.iter().map(|it| it.id).collect();
        batches::wait_again(&mut transaction, &waiting).await?;
        let paused = batches::load_paused(&mut transaction).await?;
        transaction.commit().await?;
        let mut held = self.held();
        // What was done meanwhile to another batch, or again to this one, is remembered.
        let is_it = |it: &mut Acted| it.is(batch, revoked) && it.made == acted.made;
        held.acted.take_if(is_it);
        held.forget(&undone);
        held.entries.extend(again.into_iter().map(Arc::new));
        held.paused = paused;
        Ok(())
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
        batches::forget(&mut *self.database.write().await?, &[], Some(organisation)).await?;
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
}

fn ids(entries: &[Arc<Entry>]) -> Vec<CommandId> {
    entries.iter().map(|it| it.id).collect()
}
