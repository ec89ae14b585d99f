//! The queue of letters: written with the change they tell of, taken by one process at a time, settled once.

use std::collections::BTreeMap;

use doorward_domain::{Contact, MembershipId, Moment, OrganisationId, PersonId, SentTo};
use serde::Serialize;
use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, Row};
use uuid::Uuid;

use super::dialect::Column;
use super::values::read;
use super::{Dialect, Error, Script, Slot, Statement, Tx, invited};

/// How many letters are taken at once.
const BATCH: i64 = 20;

/// A letter on its way into the queue.
#[derive(Debug, Clone, Serialize)]
pub struct LetterRow {
    /// Its id, the same through every attempt.
    pub id: Uuid,
    /// The organisation it comes from.
    pub organisation: Option<OrganisationId>,
    /// What it is about.
    pub kind: &'static str,
    /// The person it goes to.
    pub person: Option<PersonId>,
    /// The contact it goes to.
    pub contact: Option<Contact>,
    /// The permission whose holders it goes to.
    pub holders: Option<&'static str>,
    /// Who did what it tells of.
    pub author: Option<PersonId>,
    /// The membership or sign-up it is about.
    pub subject: Uuid,
    /// Which secret of the subject it carries.
    pub generation: Option<u32>,
    /// The words that go into it, as JSON.
    pub facts: String,
}

/// A letter that was taken to be sent.
#[derive(Debug, Clone)]
pub struct TakenLetter {
    /// Its id.
    pub id: Uuid,
    /// The organisation it comes from.
    pub organisation: Option<OrganisationId>,
    /// What it is about.
    pub kind: String,
    /// The person it goes to.
    pub person: Option<PersonId>,
    /// The contact it goes to.
    pub contact: Option<Contact>,
    /// The permission whose holders it goes to.
    pub holders: Option<String>,
    /// Who did what it tells of.
    pub author: Option<PersonId>,
    /// The membership or sign-up it is about.
    pub subject: Uuid,
    /// Which secret of the subject it carries.
    pub generation: Option<u32>,
    /// The words that go into it, as JSON.
    pub facts: String,
    /// How often it has been tried, this time included.
    pub attempts: u32,
    /// When it was written.
    pub made_at: Moment,
}

/// Puts letters into the queue; one that stands there already, by its id, stays as it is.
pub fn put(script: &mut Script, letters: &[LetterRow], now: Moment) -> Result<(), Error> {
    put_for(script, letters, now, now)
}

/// As `put`, to be sent from `due` on.
pub fn put_for(
    script: &mut Script,
    letters: &[LetterRow],
    now: Moment,
    due: Moment,
) -> Result<(), Error> {
    if letters.is_empty() {
        return Ok(());
    }
    let columns = [
        Column::Text("id"),
        Column::Text("organisation"),
        Column::Text("kind"),
        Column::Text("person"),
        Column::Text("contact"),
        Column::Text("holders"),
        Column::Text("author"),
        Column::Text("subject"),
        Column::Number("generation"),
        Column::Text("facts"),
    ];
    let names = columns.map(|(Column::Text(name) | Column::Number(name))| name);
    let sql = format!(
        "INSERT INTO letter ({}, state, attempts, made_at, due_at) \
         SELECT {}, 'queued', 0, $2, $3 FROM {} WHERE true ON CONFLICT (id) DO NOTHING",
        names.join(", "),
        names.map(|name| format!("n.{name}")).join(", "),
        script.dialect().rows("$1", "n", &columns)
    );
    let statement = Statement::new(sql).set(letters)?;
    script.add(statement.number(now.0).number(due.0));
    invited::count(script, letters, now)
}

/// Whether any letter is due.
pub async fn any_due(tx: &mut Tx, now: Moment) -> Result<bool, Error> {
    let sql = "SELECT count(*) FROM (SELECT 1 FROM letter WHERE state = 'queued' AND due_at <= $1 LIMIT 1) AS due";
    let count: i64 = sqlx::query(sql)
        .bind(now.0)
        .fetch_one(tx.conn())
        .await?
        .try_get(0)?;
    Ok(count > 0)
}

/// Takes letters that are due, so that nobody else takes them before `until`: first those that no organisation sends, such
/// as a link for a new password, because somebody sits and waits for them.
pub async fn take(tx: &mut Tx, now: Moment, until: Moment) -> Result<Vec<TakenLetter>, Error> {
    let skip = match tx.dialect() {
        Dialect::Sqlite => "",
        Dialect::Postgres => " FOR UPDATE SKIP LOCKED",
    };
    let sql = format!(
        "UPDATE letter SET due_at = $2, attempts = attempts + 1 WHERE id IN \
         (SELECT id FROM letter WHERE state = 'queued' AND due_at <= $1 \
         ORDER BY CASE WHEN organisation IS NULL THEN 0 ELSE 1 END, due_at, id LIMIT $3{skip}) \
         RETURNING id, organisation, kind, person, contact, holders, author, subject, generation, facts, attempts, made_at"
    );
    let rows = sqlx::query(AssertSqlSafe(sql))
        .bind(now.0)
        .bind(until.0)
        .bind(BATCH)
        .fetch_all(tx.conn())
        .await?;
    let mut letters = rows.iter().map(taken).collect::<Result<Vec<_>, _>>()?;
    letters.sort_by_key(|letter| (letter.organisation.is_some(), letter.made_at, letter.id));
    Ok(letters)
}

/// Keeps letters that were taken and are not settled from others until `until`; not those that were taken again since.
pub async fn keep(tx: &mut Tx, taken: &[TakenLetter], until: Moment) -> Result<(), Error> {
    let columns = [Column::Text("id"), Column::Number("attempts")];
    let sql = format!(
        "UPDATE letter SET due_at = $2 FROM {} WHERE letter.id = taken.id AND letter.attempts = taken.attempts
        AND state = 'queued' AND due_at < $2",
        tx.dialect().rows("$1", "taken", &columns)
    );
    let held = taken.iter();
    let held = held.map(|it| serde_json::json!({ "id": it.id, "attempts": it.attempts }));
    sqlx::query(AssertSqlSafe(sql))
        .bind(super::json(&held.collect::<Vec<_>>())?)
        .bind(until.0)
        .execute(tx.conn())
        .await?;
    Ok(())
}

fn taken(row: &AnyRow) -> Result<TakenLetter, Error> {
    let id: String = row.try_get(0)?;
    let text = |at: usize| -> Result<Option<String>, Error> { Ok(row.try_get(at)?) };
    let person = |at: usize| -> Result<Option<PersonId>, Error> {
        text(at)?.map(|it| read(&it, &id)).transpose()
    };
    let generation: Option<i64> = row.try_get(8)?;
    let attempts: i64 = row.try_get(10)?;
    Ok(TakenLetter {
        organisation: text(1)?.map(|it| read(&it, &id)).transpose()?,
        kind: row.try_get(2)?,
        person: person(3)?,
        contact: text(4)?.map(|it| read(&it, &id)).transpose()?,
        holders: text(5)?,
        author: person(6)?,
        subject: read(&row.try_get::<String, _>(7)?, &id)?,
        generation: generation.and_then(|it| u32::try_from(it).ok()),
        facts: row.try_get(9)?,
        attempts: u32::try_from(attempts).unwrap_or(u32::MAX),
        made_at: Moment(row.try_get(11)?),
        id: read(&id, &id)?,
    })
}

/// The organisation, membership and generation that each of these letters carries the invitation of; nothing for other
/// letters.
pub async fn invitations_of(
    tx: &mut Tx,
    ids: &[Uuid],
) -> Result<BTreeMap<Uuid, (OrganisationId, MembershipId, u32)>, Error> {
    let sql = format!(
        "SELECT id, organisation, subject, generation FROM letter WHERE id IN ({}) AND kind = 'invitation' \
         AND organisation IS NOT NULL AND generation IS NOT NULL",
        tx.dialect().list("$1")
    );
    let rows = sqlx::query(AssertSqlSafe(sql))
        .bind(super::json(&ids)?)
        .fetch_all(tx.conn())
        .await?;
    let sending = |row: &AnyRow| {
        let generation: i64 = row.try_get("generation")?;
        let sent = (
            super::id(row, "organisation")?,
            super::id(row, "subject")?,
            u32::try_from(generation).unwrap_or(0),
        );
        Ok((super::id(row, "id")?, sent))
    };
    rows.iter().map(sending).collect()
}

/// Settles a letter: `sent`, `failed`, `bounced`, `not_sent`, `superseded`, `collected` or `expanded`. Its words are forgotten.
pub fn settle(script: &mut Script, id: Uuid, state: &str, reason: Option<&str>, now: Moment) {
    let sql = "UPDATE letter SET state = $2, reason = $3, settled_at = $4, facts = '{}' WHERE id = $1 AND state = 'queued'";
    let statement = Statement::new(sql).id(id).text(state);
    let reason = reason.map(str::to_owned);
    script.add(statement.optional(reason).number(now.0));
}

/// Tries a letter again at `due`.
pub async fn put_off(tx: &mut Tx, id: Uuid, reason: &str, due: Moment) -> Result<(), Error> {
    let sql = "UPDATE letter SET due_at = $2, reason = $3 WHERE id = $1 AND state = 'queued'";
    sqlx::query(sql)
        .bind(id.to_string())
        .bind(due.0)
        .bind(reason)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Where the letters about a subject stand, the newest first.
pub async fn delivery_of(tx: &mut Tx, subject: Uuid) -> Result<Vec<(String, String)>, Error> {
    let sql = "SELECT kind, state FROM letter WHERE subject = $1 ORDER BY made_at DESC, id DESC";
    let rows = sqlx::query(sql)
        .bind(subject.to_string())
        .fetch_all(tx.conn())
        .await?;
    Ok(rows
        .iter()
        .map(|row| Ok((row.try_get(0)?, row.try_get(1)?)))
        .collect::<Result<_, sqlx::Error>>()?)
}

/// Asks how many invitations were queued to each contact since `since`, from this organisation and from all (RAT-2).
pub(super) fn ask_sent_to(
    script: &mut Script,
    organisation: OrganisationId,
    contacts: &[Contact],
    since: Moment,
) -> Result<Slot, Error> {
    let sql = format!(
        "SELECT contact, count(*), sum(CASE WHEN organisation = $2 THEN 1 ELSE 0 END) FROM letter \
         WHERE kind = 'invitation' AND made_at > $3 AND contact IN ({}) GROUP BY contact",
        script.dialect().list("$1")
    );
    let statement = Statement::new(sql).set(contacts)?.id(organisation);
    Ok(script.add(statement.number(since.0)))
}

/// How many were queued to each of them.
pub(super) fn sent_to(rows: &[AnyRow]) -> Result<Vec<(Contact, SentTo)>, Error> {
    let count = |row: &AnyRow, at: usize| -> Result<u32, Error> {
        Ok(u32::try_from(row.try_get::<i64, _>(at)?).unwrap_or(u32::MAX))
    };
    let entry = |row: &AnyRow| -> Result<(Contact, SentTo), Error> {
        let contact: String = row.try_get(0)?;
        Ok((
            read(&contact, &contact)?,
            SentTo {
                here: count(row, 2)?,
                everywhere: count(row, 1)?,
            },
        ))
    };
    rows.iter().map(entry).collect()
}

/// Forgets letters that were settled before `before`.
pub async fn forget_before(tx: &mut Tx, before: Moment) -> Result<(), Error> {
    let sql = "DELETE FROM letter WHERE settled_at <= $1";
    sqlx::query(sql).bind(before.0).execute(tx.conn()).await?;
    Ok(())
}
