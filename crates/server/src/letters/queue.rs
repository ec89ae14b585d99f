//! Queueing: a letter to a person is an entry of their bell too, in the same transaction and under the same id (RULES 7).

use std::collections::{BTreeMap, BTreeSet};

use doorward_domain::{Contact, Moment, Name, PersonId};

use super::facts::Facts;
use crate::store::letters::LetterRow;
use crate::store::mine::{self, BellRow, Touched};
use crate::store::{self, Answers, Script, Slot, Tx, accounts};

/// Puts letters into the queue and up on the bells of the people they go to; answers whose own rows changed.
pub async fn queue(
    tx: &mut Tx,
    letters: &[LetterRow],
    now: Moment,
) -> Result<Vec<Touched>, store::Error> {
    let contacts: Vec<&Contact> = letters
        .iter()
        .filter_map(|it| it.contact.as_ref())
        .collect();
    let authors: BTreeSet<PersonId> = letters.iter().filter_map(|it| it.author).collect();
    let asking = |script: &mut Script| Known::ask(script, &contacts, &authors);
    let (asked, mut answers) = tx.script(asking).await?;
    asked.read(&mut answers)?.queue(tx, letters, now).await
}

/// Where the answers to that will be.
#[derive(Debug)]
pub struct Asked {
    owners: Slot,
    authors: Slot,
}

/// Who has an account among the readers of letters, and what their authors are called.
#[derive(Debug)]
pub struct Known {
    owners: BTreeMap<Contact, PersonId>,
    authors: BTreeMap<PersonId, Name>,
}

impl Known {
    /// Asks for it.
    pub fn ask(
        script: &mut Script,
        contacts: &[&Contact],
        authors: &BTreeSet<PersonId>,
    ) -> Result<Asked, store::Error> {
        Ok(Asked {
            owners: mine::ask_persons_of(script, contacts)?,
            authors: accounts::ask_names(script, authors)?,
        })
    }

    /// Puts letters into the queue and up on the bells of the people they go to; answers whose own rows changed.
    pub async fn queue(
        &self,
        tx: &mut Tx,
        letters: &[LetterRow],
        now: Moment,
    ) -> Result<Vec<Touched>, store::Error> {
        let mut entries = Vec::new();
        for letter in letters {
            let owner = letter.contact.as_ref().and_then(|it| self.owners.get(it));
            // Who has no account has no bell.
            if let Some(person) = letter.person.or(owner.copied()) {
                entries.extend(self.entry(letter, person)?);
            }
        }
        let put = |script: &mut Script| {
            store::letters::put(script, letters, now)?;
            mine::ring(script, &entries, now)
        };
        let (rung, mut answers) = tx.script(put).await?;
        mine::rung(&answers.take(rung))
    }

    /// What the bell says of a letter; nothing of one that is about the account alone.
    fn entry(&self, letter: &LetterRow, person: PersonId) -> Result<Option<BellRow>, store::Error> {
        let facts: Facts = serde_json::from_str(&letter.facts)
            .map_err(store::Error::unreadable("letter", &letter.id.to_string()))?;
        let (Some(organisation), Some(organisation_name)) =
            (letter.organisation, facts.organisation)
        else {
            return Ok(None);
        };
        let link = facts.link.map(|it| it.name);
        let name = link.or_else(|| facts.membership.and_then(|it| it.name));
        Ok(Some(BellRow {
            id: letter.id,
            person,
            organisation,
            organisation_name,
            kind: letter.kind,
            subject: letter.subject,
            contact: facts.contact.filter(|_| name.is_none()),
            name,
            author: letter.author.and_then(|it| self.authors.get(&it).cloned()),
        }))
    }
}

impl Asked {
    /// What was asked for.
    pub fn read(self, answers: &mut Answers) -> Result<Known, store::Error> {
        Ok(Known {
            owners: mine::persons_of(&answers.take(self.owners))?,
            authors: accounts::names(&answers.take(self.authors))?,
        })
    }
}
