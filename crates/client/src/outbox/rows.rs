//! The outbox as rows of the account's file; nobody else writes them.

use std::collections::BTreeMap;

use doorward_domain::{CommandId, Moment, OrganisationId};
use doorward_protocol::Outcome;
use sqlx::{Connection, FromRow, SqliteConnection};
use uuid::Uuid;

use super::{Entry, batches};
use crate::cache::{from_json, id_set, to_json, uuid};
use crate::error::Result;

#[derive(FromRow)]
struct EntryRow {
    position: i64,
    id: Vec<u8>,
    organisation: Vec<u8>,
    command: String,
    basis: Option<String>,
    subject: String,
    made_at: i64,
    certain: bool,
    sent_order: Option<i64>,
    attempts: i64,
    stuck: bool,
    outcome: Option<String>,
    settled_at: Option<i64>,
}

impl TryFrom<EntryRow> for Entry {
    type Error = crate::error::Error;

    fn try_from(row: EntryRow) -> Result<Self> {
        Ok(Self {
            position: row.position,
            id: CommandId(uuid(&row.id)),
            organisation: OrganisationId(uuid(&row.organisation)),
            command: from_json(&row.command)?,
            basis: row.basis.as_deref().map(from_json).transpose()?,
            subject: Some(row.subject).filter(|it| !it.is_empty()),
            made_at: Moment(row.made_at),
            certain: row.certain,
            sent_order: row.sent_order,
            attempts: u32::try_from(row.attempts).unwrap_or(u32::MAX),
            stuck: row.stuck,
            outcome: row.outcome.as_deref().map(from_json).transpose()?,
            settled_at: row.settled_at.map(Moment),
        })
    }
}

/// Every entry, the oldest first.
pub(super) async fn load(connection: &mut SqliteConnection) -> Result<Vec<Entry>> {
    let rows: Vec<EntryRow> = sqlx::query_as(
        "SELECT position, id, organisation, command, basis, subject, made_at, certain, sent_order, attempts, stuck, outcome, settled_at \
         FROM outbox ORDER BY position",
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter().map(Entry::try_from).collect()
}

/// Where the chain of each organisation ends.
pub(super) async fn load_chain(
    connection: &mut SqliteConnection,
) -> Result<BTreeMap<OrganisationId, CommandId>> {
    let rows: Vec<(Vec<u8>, Vec<u8>)> = sqlx::query_as(
        "SELECT organisation, last_settled FROM chain WHERE last_settled IS NOT NULL",
    )
    .fetch_all(connection)
    .await?;
    Ok(rows
        .iter()
        .map(|(organisation, last)| (OrganisationId(uuid(organisation)), CommandId(uuid(last))))
        .collect())
}

/// Writes new entries in the order given, but for those that stand here already; answers those that are new.
pub(super) async fn insert(
    connection: &mut SqliteConnection,
    mut entries: Vec<Entry>,
) -> Result<Vec<Entry>> {
    let mut rows = Vec::with_capacity(entries.len());
    for entry in &entries {
        rows.push((
            entry.id.0.simple().to_string(),
            entry.organisation.0.simple().to_string(),
            to_json(&entry.command)?,
            entry.subject.clone().unwrap_or_default(),
            entry.target().map(|id| id.simple().to_string()),
            entry.made_at.0,
            i32::from(entry.certain),
            entry.basis.as_ref().map(to_json).transpose()?,
        ));
    }
    let places: Vec<(i64, Vec<u8>)> = sqlx::query_as(
        "INSERT INTO outbox (id, organisation, command, subject, target, made_at, certain, basis) \
         SELECT unhex(it.value ->> 0), unhex(it.value ->> 1), it.value ->> 2, it.value ->> 3, unhex(it.value ->> 4), \
         it.value ->> 5, it.value ->> 6, it.value ->> 7 FROM json_each(?) AS it WHERE true \
         ON CONFLICT (id) DO NOTHING RETURNING position, id",
    )
    .bind(to_json(&rows)?)
    .fetch_all(connection)
    .await?;
    let places: BTreeMap<Uuid, i64> = places
        .iter()
        .map(|(place, id)| (uuid(id), *place))
        .collect();
    entries.retain_mut(|entry| match places.get(&entry.id.0) {
        Some(place) => {
            entry.position = *place;
            true
        }
        None => false,
    });
    Ok(entries)
}

/// Writes an entry anew that says less than before; what it names stays.
pub(super) async fn rewrite(connection: &mut SqliteConnection, entry: &Entry) -> Result<()> {
    sqlx::query("UPDATE outbox SET command = ?, basis = ?, subject = ?, outcome = ? WHERE id = ?")
        .bind(to_json(&entry.command)?)
        .bind(entry.basis.as_ref().map(to_json).transpose()?)
        .bind(entry.subject.as_deref().unwrap_or_default())
        .bind(entry.outcome.as_ref().map(to_json).transpose()?)
        .bind(entry.id.0.as_bytes().to_vec())
        .execute(connection)
        .await?;
    Ok(())
}

/// Gives entries the next places in the order of sending; answers the first of them.
pub(super) async fn mark_sent(connection: &mut SqliteConnection, ids: &[CommandId]) -> Result<i64> {
    let first: i64 = sqlx::query_scalar("SELECT coalesce(max(sent_order), 0) + 1 FROM outbox")
        .fetch_one(&mut *connection)
        .await?;
    sqlx::query(
        "UPDATE outbox SET sent_order = ? + place.key FROM json_each(?) AS place WHERE outbox.id = unhex(place.value)",
    )
    .bind(first)
    .bind(id_set(ids.iter().map(|id| id.0)))
    .execute(connection)
    .await?;
    Ok(first)
}

/// Takes back that entries were handed to the network.
pub(super) async fn mark_unsent(
    connection: &mut SqliteConnection,
    ids: &[CommandId],
) -> Result<()> {
    sqlx::query(
        "UPDATE outbox SET sent_order = NULL WHERE id IN (SELECT unhex(value) FROM json_each(?))",
    )
    .bind(id_set(ids.iter().map(|id| id.0)))
    .execute(connection)
    .await?;
    Ok(())
}

/// Writes what became of entries, and the end of the chain.
pub(super) async fn settle(
    connection: &mut SqliteConnection,
    organisation: OrganisationId,
    settled: &[&(CommandId, Outcome)],
    last: Option<CommandId>,
    at: Moment,
) -> Result<()> {
    let mut rows = Vec::with_capacity(settled.len());
    for (id, outcome) in settled {
        rows.push((id.0.simple().to_string(), to_json(outcome)?));
    }
    let mut transaction = connection.begin().await?;
    sqlx::query(
        "UPDATE outbox SET outcome = it.value ->> 1, settled_at = ?, stuck = 0 FROM json_each(?) AS it \
         WHERE outbox.id = unhex(it.value ->> 0)",
    )
    .bind(at.0)
    .bind(to_json(&rows)?)
    .execute(&mut *transaction)
    .await?;
    batches::settle(&mut transaction, settled).await?;
    if let Some(last) = last {
        sqlx::query("INSERT OR REPLACE INTO chain (organisation, last_settled) VALUES (?, ?)")
            .bind(organisation.0.as_bytes().to_vec())
            .bind(last.0.as_bytes().to_vec())
            .execute(&mut *transaction)
            .await?;
    }
    Ok(transaction.commit().await?)
}

/// Forgets where the chain of an organisation ends.
pub(super) async fn break_chain(
    connection: &mut SqliteConnection,
    organisation: OrganisationId,
) -> Result<()> {
    sqlx::query("DELETE FROM chain WHERE organisation = ?")
        .bind(organisation.0.as_bytes().to_vec())
        .execute(connection)
        .await?;
    Ok(())
}

/// Writes how an entry stands with its attempts.
pub(super) async fn park(
    connection: &mut SqliteConnection,
    id: CommandId,
    attempts: u32,
    stuck: bool,
) -> Result<()> {
    sqlx::query("UPDATE outbox SET attempts = ?, stuck = ? WHERE id = ?")
        .bind(i64::from(attempts))
        .bind(stuck)
        .bind(id.0.as_bytes().to_vec())
        .execute(connection)
        .await?;
    Ok(())
}

/// Deletes entries.
pub(super) async fn delete(connection: &mut SqliteConnection, ids: &[CommandId]) -> Result<()> {
    batches::take_back(connection, ids).await?;
    sqlx::query("DELETE FROM outbox WHERE id IN (SELECT unhex(value) FROM json_each(?))")
        .bind(id_set(ids.iter().map(|id| id.0)))
        .execute(connection)
        .await?;
    Ok(())
}
