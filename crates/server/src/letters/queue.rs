//! Queueing: a letter to a person is an entry of their bell too, in the same transaction and under the same id (RULES 7).

use std::collections::BTreeMap;

use doorward_domain::{Contact, Moment, Name, PersonId};

use super::facts::Facts;
use crate::store::letters::LetterRow;
use crate::store::mine::{self, BellRow, Touched};
use crate::store::{self, Tx, accounts};

/// Puts letters into the queue and up on the bells of the people they go to; answers whose own rows changed.
pub async fn queue(
    tx: &mut Tx,
    letters: &[LetterRow],
    now: Moment,
) -> Result<Vec<Touched>, store::Error> {
    store::letters::put(tx, letters, now).await?;
    let contacts: Vec<&Contact> = letters
        .iter()
        .filter_map(|it| it.contact.as_ref())
        .collect();
    let owners = mine::persons_of(tx, &contacts).await?;
    let mut authors: Vec<PersonId> = letters.iter().filter_map(|it| it.author).collect();
    authors.sort_unstable();
    authors.dedup();
    let authors = accounts::accounts_of(tx, &authors).await?;
    let authors: BTreeMap<PersonId, Name> = authors
        .into_iter()
        .map(|account| (account.person, account.name))
        .collect();
    let mut entries = Vec::new();
    for letter in letters {
        let owner = letter.contact.as_ref().and_then(|it| owners.get(it));
        if let Some(person) = letter.person.or(owner.copied()) {
            entries.extend(entry(letter, person, &authors)?);
        }
    }
    mine::ring(tx, &entries, now).await
}

/// What the bell says of a letter; nothing of one that is about the account alone.
fn entry(
    letter: &LetterRow,
    person: PersonId,
    authors: &BTreeMap<PersonId, Name>,
) -> Result<Option<BellRow>, store::Error> {
    let facts: Facts = serde_json::from_str(&letter.facts)
        .map_err(store::Error::unreadable("letter", &letter.id.to_string()))?;
    let (Some(organisation), Some(organisation_name)) = (letter.organisation, facts.organisation)
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
        author: letter.author.and_then(|it| authors.get(&it).cloned()),
    }))
}
