//! Making a command: judged on what the person sees, saved in one durable row, shown at once (DESIGN 2).

use std::sync::Arc;

use doorward_domain::{
    Command, CommandId, Decision, HOLD_MILLIS, OrganisationId, Record, Refusal, is_held,
};
use uuid::Uuid;

use super::{Desk, Office};
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
        let office = self.reachable(organisation).await?;
        let (actor, now) = (self.actor(), self.now());
        let mut shown = office.shown(self).await?;
        office
            .ask(self, &mut shown, |overlay| {
                overlay.open_questions([&command], &actor, now)
            })
            .await?;
        let (events, certain) = match shown.judge(&command, &actor, now)? {
            Decision::Done(events) => (events, true),
            Decision::Unsure(events) => (events, false),
            Decision::Unchanged => return Err(Error::Unchanged),
        };
        self.reaches(&command)?;
        let held = is_held(&shown.world, &command, &events);
        let held_ms = if held { HOLD_MILLIS } else { 0 };
        let id = CommandId(self.with.chance.id());
        let mut entry = Entry {
            certain,
            subject: shown.subject(command.target()),
            basis: basis(&shown, &command),
            ..Entry::new(id, organisation, command, now)
        };
        shown.lay(id, &events, &actor, now);
        shown.note(id, Verdict::of(certain));
        let subject = entry.subject.take();
        entry.subject = subject.or_else(|| shown.subject(entry.target()));
        let ready_at = self.tick().plus(held_ms);
        let kept = self
            .outbox
            .add(entry, (held_ms > 0).then_some(ready_at))
            .await;
        drop(shown);
        if let Err(error) = kept {
            // Not saved: nothing may look as if it were (S-70).
            office.stale().await;
            return Err(error);
        }
        self.nudge(Nudge::Queued {
            organisation,
            ready_at,
        });
        self.tell(ViewName::OF_COMMANDS);
        Ok(Executed {
            id,
            certain,
            held_ms,
        })
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
    fn reaches(&self, command: &Command) -> Result<()> {
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

/// What a command that overwrites is based on, as it is shown before it is made.
fn basis(shown: &Overlay, command: &Command) -> Option<Record> {
    command.based_on()?;
    Some(shown.target(command)?.value)
}
