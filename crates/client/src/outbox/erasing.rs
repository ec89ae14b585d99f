//! What the outbox says of somebody who was erased goes, at once. What was still to be sent about them ends as
//! refused, as the server would refuse it; what was said of them elsewhere stays without their name.

use std::collections::BTreeSet;

use doorward_domain::{CommandId, Moment, OrganisationId, Refusal, erased_command};
use doorward_protocol::{Erased, Outcome, nameless};
use uuid::Uuid;

use super::{Entry, Outbox, batches, rows};
use crate::error::{Error, Result};

impl Outbox {
    /// Drops what entries of an organisation say of people who were erased there.
    pub(crate) async fn erase(
        &self,
        organisation: OrganisationId,
        erased: &[Erased],
        at: Moment,
    ) -> Result<()> {
        for of in erased {
            let theirs: Vec<Uuid> = of.memberships.iter().map(|id| id.0).collect();
            batches::forget(&mut *self.database.write().await?, &theirs, None).await?;
            let entries = self.entries();
            let open = entries
                .iter()
                .filter(|it| it.organisation == organisation && it.is_open());
            let ended = open.filter(|it| is_about(it, of)).map(|it| {
                let refusal = Refusal::NotFound;
                (it.id, Outcome::Refused { refusal })
            });
            let ended: Vec<(CommandId, Outcome)> = ended.collect();
            self.settle(organisation, &ended, at).await?;
            let settled = self.entries();
            for entry in settled.iter().filter(|it| it.organisation == organisation) {
                match left(entry, of)? {
                    Some(after) if after == **entry => {}
                    Some(after) => {
                        rows::rewrite(&mut *self.database.write().await?, &after).await?;
                        self.held().change(entry.id, |it| *it = after);
                    }
                    None => {
                        rows::delete(&mut *self.database.write().await?, &[entry.id]).await?;
                        self.held().forget(&[entry.id]);
                    }
                }
            }
        }
        Ok(())
    }
}

/// Whether an entry names the person, or a membership or invitation of theirs.
fn is_about(entry: &Entry, of: &Erased) -> bool {
    let theirs = of.memberships.iter().map(|id| id.0).chain([of.person.0]);
    let theirs: BTreeSet<Uuid> = theirs.collect();
    !entry.names().is_disjoint(&theirs)
}

/// What is left of an entry: nothing that somebody wrote about the person, and their name nowhere else.
fn left(entry: &Entry, of: &Erased) -> Result<Option<Entry>> {
    if is_about(entry, of) {
        return Ok(erased_command(&entry.command).map(|command| Entry {
            command,
            basis: None,
            subject: None,
            ..entry.clone()
        }));
    }
    Ok(Some(Entry {
        basis: nameless(&entry.basis, of.person).map_err(Error::Row)?,
        outcome: nameless(&entry.outcome, of.person).map_err(Error::Row)?,
        ..entry.clone()
    }))
}
