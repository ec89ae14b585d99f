//! What is done to a batch as a whole: sent again, revoked, paused, taken back, and undone (RULES 6).

use std::collections::BTreeSet;

use doorward_domain::{Command, CommandId, OrganisationId, ResendInvitation, RevokeInvitation};
use uuid::Uuid;

use super::Desk;
use crate::contract::ViewName;
use crate::error::Result;
use crate::outbox::Acted;
use crate::sync::Nudge;
use crate::view;

impl Desk {
    /// Sends again what was refused, came back or was not sent of a batch.
    pub(crate) async fn resend_batch(&self, batch: Uuid) -> Result<()> {
        let (batch, lines) = view::standing(self, batch).await?;
        let states = view::states(self, &batch, &lines).await?;
        let again = states.iter().filter(|(_, state)| view::can_resend(*state));
        let commands = again.map(|(membership, _)| {
            Command::from(ResendInvitation {
                membership: *membership,
                grant: None,
            })
        });
        let made = self
            .send_all(batch.organisation, commands.collect())
            .await?;
        let acted = Acted {
            batch: batch.id,
            revoked: false,
            made,
            taken: Vec::new(),
        };
        self.outbox.remember(acted);
        Ok(())
    }

    /// Revokes the invitations of a batch that nobody has accepted yet, and takes back those that have not left.
    pub(crate) async fn revoke_batch(&self, batch: Uuid) -> Result<()> {
        let (batch, _) = view::standing(self, batch).await?;
        let taken = self.outbox.take_back_batch(batch.id).await?;
        if !taken.is_empty() {
            self.shown_anew(batch.organisation).await;
        }
        let made = self.revoke_sent(batch.id).await;
        let acted = Acted {
            batch: batch.id,
            revoked: true,
            made: made.as_ref().cloned().unwrap_or_default(),
            taken,
        };
        self.outbox.remember(acted);
        made.map(drop)
    }

    async fn revoke_sent(&self, batch: Uuid) -> Result<BTreeSet<CommandId>> {
        let (batch, lines) = view::standing(self, batch).await?;
        let states = view::states(self, &batch, &lines).await?;
        let open = states.iter().filter(|(_, state)| view::is_open(*state));
        let commands = open.map(|(membership, _)| {
            Command::from(RevokeInvitation {
                membership: *membership,
            })
        });
        self.send_all(batch.organisation, commands.collect()).await
    }

    /// Takes back what has not left this computer of sending a batch again, or of revoking it; nothing else.
    pub(crate) async fn undo_batch(&self, batch: Uuid, revoked: bool) -> Result<()> {
        let (batch, _) = view::standing(self, batch).await?;
        self.outbox.undo_act(batch.id, revoked).await?;
        self.shown_anew(batch.organisation).await;
        Ok(())
    }

    /// Lets what waits of a batch wait, or go.
    pub(crate) async fn pause_batch(&self, batch: Uuid, paused: bool) -> Result<()> {
        let (batch, _) = view::standing(self, batch).await?;
        self.outbox.pause(batch.id, paused).await?;
        self.nudge(Nudge::Queued {
            organisation: batch.organisation,
            ready_at: self.tick(),
        });
        self.tell(&[ViewName::Import, ViewName::Outbox]);
        Ok(())
    }

    /// Takes back what has not left this computer of a batch.
    pub(crate) async fn take_back_batch(&self, batch: Uuid) -> Result<()> {
        let (batch, _) = view::standing(self, batch).await?;
        if !self.outbox.take_back_batch(batch.id).await?.is_empty() {
            self.shown_anew(batch.organisation).await;
        }
        Ok(())
    }

    /// Makes commands of those that may be made; where none may, why not the first.
    async fn send_all(
        &self,
        organisation: OrganisationId,
        commands: Vec<Command>,
    ) -> Result<BTreeSet<CommandId>> {
        let office = self.reachable(organisation).await?;
        let wanted = commands
            .into_iter()
            .map(|command| (CommandId(self.with.chance.id()), command));
        let (shown, entries, refused) = self.judged(&office, wanted.collect()).await?;
        let made: BTreeSet<CommandId> = entries.iter().map(|(entry, _)| entry.id).collect();
        self.keep((&office, shown), None, entries).await?;
        match refused.into_values().next() {
            Some(refusal) if made.is_empty() => Err(refusal.into()),
            Some(_) | None => Ok(made),
        }
    }
}
