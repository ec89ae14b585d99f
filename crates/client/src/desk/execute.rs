//! Making a command: judged on what the person sees, saved in one durable row, shown at once (DESIGN 2).

use std::sync::Arc;

use doorward_domain::{
    Command, CommandId, Decision, HOLD_MILLIS, OrganisationId, Record, Refusal, can_wait, is_held,
};
use uuid::Uuid;

use super::{Desk, Office, way_back};
use crate::clock::Tick;
use crate::contract::{Executed, ViewName};
use crate::error::{Error, Result};
use crate::outbox::Entry;
use crate::replay::{Overlay, Verdict};
use crate::sync::Nudge;
use crate::view;

impl Desk {
    /// Judges a command and keeps it.
    pub(crate) async fn execute(
        &self,
        organisation: OrganisationId,
        command: Command,
    ) -> Result<Executed> {
        self.execute_all(organisation, vec![command]).await
    }

    /// Judges commands, each on what those before it make, and keeps all of them or none (RES-15).
    pub(crate) async fn execute_all(
        &self,
        organisation: OrganisationId,
        commands: Vec<Command>,
    ) -> Result<Executed> {
        let office = self.reachable(organisation).await?;
        let mut shown = office.shown(self).await?;
        let mut made = Vec::new();
        let weighed = self.weigh(&office, &mut shown, commands, &mut made).await;
        let is_laid = !made.is_empty();
        let kept = match weighed {
            Ok(()) => {
                let back = match made.as_slice() {
                    [only] => self.offered(&office, &mut shown, only.back.as_ref()).await,
                    _ => None,
                };
                self.kept(made, back).await
            }
            Err(error) => Err(error),
        };
        match kept {
            Ok((executed, ready_at)) => {
                drop(shown);
                self.nudge(Nudge::Queued {
                    organisation,
                    ready_at,
                });
                self.tell(ViewName::OF_COMMANDS);
                Ok(executed)
            }
            Err(error) => {
                // Not saved: nothing may look as if it were (S-70).
                if is_laid {
                    shown.spoil();
                }
                Err(error)
            }
        }
    }

    /// Makes entries of commands, laid over what is shown; what is done already becomes none.
    async fn weigh(
        &self,
        office: &Office,
        shown: &mut Overlay,
        commands: Vec<Command>,
        made: &mut Vec<Made>,
    ) -> Result<()> {
        let (actor, now) = (self.actor(), self.now());
        for command in commands {
            let questions = |overlay: &Overlay| overlay.open_questions([&command], &actor, now);
            office.ask(self, shown, questions).await?;
            let (events, certain) = match shown.judge(&command, &actor, now)? {
                Decision::Done(events) => (events, true),
                Decision::Unsure(events) => (events, false),
                Decision::Unchanged => continue,
            };
            self.reaches(&command)?;
            let is_held = is_held(&shown.world, &command, &events);
            let can_wait = can_wait(&shown.world, &events);
            let id = CommandId(self.with.chance.id());
            let back = way_back::of(shown, &command, id);
            let mut entry = Entry {
                certain,
                subject: shown.subject(command.target()),
                basis: basis(shown, &command, back.as_ref()),
                ..Entry::new(id, office.id, command, now)
            };
            shown.lay(id, &events, &actor, now);
            shown.note(id, Verdict::of(certain));
            let subject = entry.subject.take();
            entry.subject = subject.or_else(|| shown.subject(entry.target()));
            made.push(Made {
                entry,
                is_held,
                can_wait,
                back,
            });
        }
        Ok(())
    }

    /// Keeps them, durable together; answers, too, when the first of them may be sent.
    async fn kept(&self, made: Vec<Made>, back: Option<Command>) -> Result<(Executed, Tick)> {
        let mut ids = made.iter().map(|it| it.entry.id);
        let id = ids.next().ok_or(Error::Unchanged)?;
        let and = ids.collect();
        let certain = made.iter().all(|it| it.entry.certain);
        let is_any_held = made.iter().any(|it| it.is_held);
        let held_ms = if is_any_held { HOLD_MILLIS } else { 0 };
        let (now, end) = (self.tick(), self.tick().plus(held_ms));
        // What is done together is taken back together, but nothing that takes access away waits (RULES 6, *Hold*).
        let waits_together = is_any_held && made.iter().all(|it| it.can_wait);
        let is_held = |it: &Made| it.is_held || waits_together;
        let ready_at = if made.iter().all(is_held) { end } else { now };
        let holds = |it: Made| {
            let hold = is_held(&it).then_some(end);
            (it.entry, hold)
        };
        let all = made.into_iter().map(holds).collect();
        self.outbox.add_together(all).await?;
        let executed = Executed {
            id,
            and,
            certain,
            held_ms,
            back,
        };
        Ok((executed, ready_at))
    }

    /// Takes a command back that has not left this computer, and what depends on it.
    pub(crate) async fn undo(&self, id: CommandId) -> Result<()> {
        let organisation = self.outbox.undo(id).await?;
        self.shown_anew(organisation).await;
        Ok(())
    }

    /// Puts an ended or stuck command out of sight.
    pub(crate) async fn discard(&self, id: CommandId) -> Result<()> {
        let organisation = self.outbox.discard(id).await?;
        self.shown_anew(organisation).await;
        Ok(())
    }

    /// Puts what was refused of a table out of sight.
    pub(crate) async fn discard_refused(&self, batch: Uuid) -> Result<()> {
        let (batch, _) = view::standing(self, batch).await?;
        self.outbox.discard_refused(batch.id).await?;
        self.shown_anew(batch.organisation).await;
        Ok(())
    }

    /// Sends a stuck command again.
    pub(crate) async fn retry(&self, id: CommandId) -> Result<()> {
        let organisation = self.outbox.retry(id).await?;
        self.shown_anew(organisation).await;
        Ok(())
    }

    /// Something about the commands of an organisation has changed: others may go now, and all is shown anew.
    pub(crate) async fn shown_anew(&self, organisation: OrganisationId) {
        if let Some(office) = self.known_office(organisation).await {
            office.stale().await;
        }
        self.nudge(Nudge::Queued {
            organisation,
            ready_at: self.tick(),
        });
        self.tell(ViewName::OF_COMMANDS);
    }

    /// The organisation, where commands can be made in it.
    pub(super) async fn reachable(&self, organisation: OrganisationId) -> Result<Arc<Office>> {
        if self.is_gone(organisation).await? {
            return Err(Refusal::NoAccess.into());
        }
        let office = self.office(organisation).await;
        if office.is_locked() {
            return Err(Error::Locked);
        }
        Ok(office)
    }

    /// Refuses what is made in contact with the server only, while there is none: it is not queued (RULES 6).
    pub(super) fn reaches(&self, command: &Command) -> Result<()> {
        if command.needs_server() && !self.is_in_contact() {
            Err(Error::NoContact(self.status()))
        } else {
            Ok(())
        }
    }

    async fn is_gone(&self, organisation: OrganisationId) -> Result<bool> {
        Ok(self
            .own
            .organisations()
            .await?
            .into_iter()
            .any(|it| it.id == organisation && it.gone))
    }
}

/// A command that was judged and is not kept yet.
struct Made {
    entry: Entry,
    is_held: bool,
    /// Whether it may wait for others that are held.
    can_wait: bool,
    /// What would take it back once it was sent.
    back: Option<Command>,
}

/// How what a command is about stands before it is made: what overwrites is based on it, and what has an opposite goes back
/// to it.
fn basis(shown: &Overlay, command: &Command, back: Option<&Command>) -> Option<Record> {
    command.based_on().map(drop).or(back.map(drop))?;
    Some(shown.target(command)?.value)
}
