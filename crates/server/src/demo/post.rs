//! What became of the demo's letters. Nothing is sent: the addresses lead nowhere.

use anyhow::Context;
use doorward_domain::MembershipId;
use uuid::Uuid;

use super::ago::MINUTE;
use super::house::Fate;
use super::teller::Teller;
use crate::execute::{self, Ended};
use crate::store::letters;
use crate::store::secrets::Secret;
use crate::tokens::TokenKind;

/// How long a letter that waits is put off, beyond today.
const PUT_OFF: i64 = 6 * 60 * MINUTE;

impl Teller<'_> {
    /// Every letter that is due has gone out.
    pub(super) async fn post(&self) -> anyhow::Result<()> {
        for letter in self.due().await? {
            execute::settle_letters(self.app, &[Ended::new(letter, "sent", None)]).await?;
        }
        Ok(())
    }

    /// Gives the letter of an invitation its fate; it is the only one that is due.
    pub(super) async fn letter_of(
        &self,
        membership: MembershipId,
        fate: Fate,
        said: Option<&str>,
    ) -> anyhow::Result<()> {
        let letter = self
            .due()
            .await?
            .pop()
            .context("an invitation is a letter")?;
        let state = match fate {
            Fate::Queued => {
                let until = self.today.plus_millis(PUT_OFF);
                let mut tx = self.app.store().begin().await?;
                letters::put_off(&mut tx, letter, said.unwrap_or_default(), until).await?;
                return Ok(tx.commit().await?);
            }
            Fate::Sent | Fate::Opened => "sent",
            Fate::Delivered => "delivered",
            Fate::Bounced => "bounced",
            Fate::Failed => "failed",
            Fate::NotSent => "not_sent",
        };
        execute::settle_letters(self.app, &[Ended::new(letter, state, said)]).await?;
        if fate == Fate::Opened {
            let secret = Secret {
                kind: TokenKind::Invitation,
                organisation: Some(self.organisation),
                subject: membership.0,
                generation: 1,
            };
            execute::opened(self.app, &secret).await?;
        }
        Ok(())
    }

    /// Takes the letters that are due.
    async fn due(&self) -> anyhow::Result<Vec<Uuid>> {
        let now = self.app.now();
        let mut tx = self.app.store().begin().await?;
        let taken = letters::take(&mut tx, now, now).await?;
        tx.commit().await?;
        Ok(taken.into_iter().map(|it| it.id).collect())
    }
}
