//! Batches in the account's file: written in one transaction with the commands that their rows become.

use std::collections::BTreeMap;

use doorward_domain::{CommandId, LevelRef, MembershipId, Moment, OrganisationId};
use doorward_protocol::Outcome;
use sqlx::{Connection, FromRow, SqliteConnection};
use uuid::Uuid;

use super::{Entry, Outbox};
use crate::cache::{from_json, id_set, to_json, uuid};
use crate::clock::Tick;
use crate::contract::BatchRowState;
use crate::error::Result;
use crate::import::{Batch, BatchLine};

/// How many rows of a batch stand how.
pub(crate) type Tallies = Vec<(BatchRowState, u32)>;

#[derive(FromRow)]
struct BatchRow {
    id: Vec<u8>,
    organisation: Vec<u8>,
    name: String,
    level: String,
    levels_by_row: bool,
    made_at: i64,
    headings: String,
    paused: bool,
}

#[derive(FromRow)]
struct LineRow {
    number: i64,
    contact: String,
    cells: String,
    state: String,
    problem: Option<String>,
    refusal: Option<String>,
    command: Option<Vec<u8>>,
    membership: Option<Vec<u8>>,
    attempt: i64,
}

impl TryFrom<BatchRow> for Batch {
    type Error = crate::error::Error;

    fn try_from(row: BatchRow) -> Result<Self> {
        Ok(Self {
            id: uuid(&row.id),
            organisation: OrganisationId(uuid(&row.organisation)),
            name: row.name,
            level: from_json::<LevelRef>(&row.level)?,
            levels_by_row: row.levels_by_row,
            made_at: Moment(row.made_at),
            headings: from_json(&row.headings)?,
            paused: row.paused,
        })
    }
}

impl TryFrom<LineRow> for BatchLine {
    type Error = crate::error::Error;

    fn try_from(row: LineRow) -> Result<Self> {
        Ok(Self {
            number: u32::try_from(row.number).unwrap_or_default(),
            contact: row.contact,
            cells: from_json(&row.cells)?,
            state: BatchRowState::of_key(&row.state).unwrap_or(BatchRowState::Skipped),
            problem: row.problem.as_deref().map(from_json).transpose()?,
            refusal: row.refusal.as_deref().map(from_json).transpose()?,
            command: row.command.map(|id| CommandId(uuid(&id))),
            membership: row.membership.map(|id| MembershipId(uuid(&id))),
            attempt: u32::try_from(row.attempt).unwrap_or_default(),
        })
    }
}

impl Outbox {
    /// Keeps many commands at once, and the batch whose rows they are.
    pub(crate) async fn add_all(
        &self,
        batch: Option<(&Batch, &[BatchLine])>,
        entries: Vec<Entry>,
        hold_until: Option<Tick>,
    ) -> Result<()> {
        let mut connection = self.database.write().await?;
        let mut transaction = connection.begin().await?;
        if let Some((batch, lines)) = batch {
            write_batch(&mut transaction, batch).await?;
            write_lines(&mut transaction, batch.id, lines).await?;
        }
        let entries = super::rows::insert(&mut transaction, entries).await?;
        transaction.commit().await?;
        let mut held = self.held();
        for entry in entries {
            if let Some(until) = hold_until {
                held.holds.insert(entry.id, until);
            }
            held.entries.push(std::sync::Arc::new(entry));
        }
        Ok(())
    }

    /// Every batch, the newest first, with how its rows stand.
    pub(crate) async fn batches(&self) -> Result<Vec<(Batch, Tallies)>> {
        let mut reader = self.database.read().await?;
        let rows: Vec<BatchRow> = sqlx::query_as(
            "SELECT id, organisation, name, level, levels_by_row, made_at, headings, paused FROM batch \
             ORDER BY made_at DESC, id",
        )
        .fetch_all(&mut *reader)
        .await?;
        let counts: Vec<(Vec<u8>, String, i64)> =
            sqlx::query_as("SELECT batch, state, count(*) FROM batch_row GROUP BY batch, state")
                .fetch_all(&mut *reader)
                .await?;
        rows.into_iter()
            .map(|row| {
                let of = counts.iter().filter(|it| it.0 == row.id);
                let tally = |(_, state, count): &(Vec<u8>, String, i64)| {
                    Some((
                        BatchRowState::of_key(state)?,
                        u32::try_from(*count).unwrap_or(u32::MAX),
                    ))
                };
                let tallies = of.filter_map(tally).collect();
                Ok((row.try_into()?, tallies))
            })
            .collect()
    }

    /// The rows of a batch, in the order of the table.
    pub(crate) async fn batch_lines(&self, batch: Uuid) -> Result<Vec<BatchLine>> {
        let rows: Vec<LineRow> = sqlx::query_as(
            "SELECT number, contact, cells, state, problem, refusal, command, membership, attempt \
             FROM batch_row WHERE batch = ? ORDER BY number",
        )
        .bind(batch.as_bytes().to_vec())
        .fetch_all(&mut *self.database.read().await?)
        .await?;
        rows.into_iter().map(BatchLine::try_from).collect()
    }

    /// Of which batch each command is the row, where it is one.
    pub(crate) async fn batch_of(&self) -> Result<BTreeMap<CommandId, Uuid>> {
        let rows: Vec<(Vec<u8>, Vec<u8>)> = sqlx::query_as(
            "SELECT command, batch FROM batch_row WHERE command IS NOT NULL AND state IN ('waiting', 'sent', 'refused')",
        )
        .fetch_all(&mut *self.database.read().await?)
        .await?;
        let read = |(command, batch): &(Vec<u8>, Vec<u8>)| (CommandId(uuid(command)), uuid(batch));
        Ok(rows.iter().map(read).collect())
    }

    /// Puts what was refused of a batch out of sight.
    pub(crate) async fn discard_refused(&self, batch: Uuid) -> Result<()> {
        let of = self.batch_of().await?;
        let refused = |entry: &Entry| matches!(entry.outcome, Some(Outcome::Refused { .. }));
        let ids: Vec<CommandId> = self
            .entries()
            .iter()
            .filter(|it| refused(it) && of.get(&it.id) == Some(&batch))
            .map(|it| it.id)
            .collect();
        super::rows::delete(&mut *self.database.write().await?, &ids).await?;
        self.held().forget(&ids);
        Ok(())
    }

    /// Lets what waits of a batch wait, or go.
    pub(crate) async fn pause(&self, batch: Uuid, paused: bool) -> Result<()> {
        let mut connection = self.database.write().await?;
        sqlx::query("UPDATE batch SET paused = ? WHERE id = ?")
            .bind(paused)
            .bind(batch.as_bytes().to_vec())
            .execute(&mut *connection)
            .await?;
        let waiting = load_paused(&mut connection).await?;
        self.held().paused = waiting;
        Ok(())
    }
}

/// The commands of batches that wait until somebody says go on.
pub(super) async fn load_paused(
    connection: &mut SqliteConnection,
) -> Result<std::collections::BTreeSet<CommandId>> {
    let ids: Vec<Vec<u8>> = sqlx::query_scalar(
        "SELECT command FROM batch_row JOIN batch ON batch.id = batch_row.batch \
         WHERE batch.paused AND state = 'waiting' AND command IS NOT NULL",
    )
    .fetch_all(connection)
    .await?;
    Ok(ids.iter().map(|id| CommandId(uuid(id))).collect())
}

/// Notes in their batches what became of commands.
pub(super) async fn settle(
    connection: &mut SqliteConnection,
    settled: &[&(CommandId, Outcome)],
) -> Result<()> {
    let mut rows = Vec::with_capacity(settled.len());
    for (id, outcome) in settled {
        let (state, refusal) = match outcome {
            Outcome::Refused { refusal } => (BatchRowState::Refused, Some(to_json(refusal)?)),
            Outcome::Applied { .. } | Outcome::NoChange { .. } => (BatchRowState::Sent, None),
        };
        rows.push((id.0.simple().to_string(), state.key(), refusal));
    }
    sqlx::query(
        "UPDATE batch_row SET state = it.value ->> 1, refusal = it.value ->> 2 FROM json_each(?) AS it \
         WHERE batch_row.command = unhex(it.value ->> 0)",
    )
    .bind(to_json(&rows)?)
    .execute(connection)
    .await?;
    Ok(())
}

/// Notes in their batches that commands were taken back.
pub(super) async fn take_back(connection: &mut SqliteConnection, ids: &[CommandId]) -> Result<()> {
    sqlx::query(
        "UPDATE batch_row SET state = 'taken_back' \
         WHERE state = 'waiting' AND command IN (SELECT unhex(value) FROM json_each(?))",
    )
    .bind(id_set(ids.iter().map(|id| id.0)))
    .execute(connection)
    .await?;
    Ok(())
}

/// Notes in their batches that commands which were taken back wait again.
pub(super) async fn wait_again(connection: &mut SqliteConnection, ids: &[CommandId]) -> Result<()> {
    sqlx::query(
        "UPDATE batch_row SET state = 'waiting' \
         WHERE state = 'taken_back' AND command IN (SELECT unhex(value) FROM json_each(?))",
    )
    .bind(id_set(ids.iter().map(|id| id.0)))
    .execute(connection)
    .await?;
    Ok(())
}

/// Drops what batches say of people: of some, or of everybody in an organisation (R-63, S-36).
pub(super) async fn forget(
    connection: &mut SqliteConnection,
    memberships: &[Uuid],
    whole: Option<OrganisationId>,
) -> Result<()> {
    sqlx::query(
        "UPDATE batch_row SET contact = '', cells = '[]' WHERE membership IN (SELECT unhex(value) FROM json_each(?)) \
         OR batch IN (SELECT id FROM batch WHERE organisation = ?)",
    )
    .bind(id_set(memberships.iter().copied()))
    .bind(whole.map(|it| it.0.as_bytes().to_vec()))
    .execute(connection)
    .await?;
    Ok(())
}

async fn write_batch(connection: &mut SqliteConnection, batch: &Batch) -> Result<()> {
    sqlx::query(
        "INSERT INTO batch (id, organisation, name, level, levels_by_row, made_at, headings, paused) \
         VALUES (?, ?, ?, ?, ?, ?, ?, 0) \
         ON CONFLICT (id) DO UPDATE SET made_at = excluded.made_at",
    )
    .bind(batch.id.as_bytes().to_vec())
    .bind(batch.organisation.0.as_bytes().to_vec())
    .bind(&batch.name)
    .bind(to_json(&batch.level)?)
    .bind(batch.levels_by_row)
    .bind(batch.made_at.0)
    .bind(to_json(&batch.headings)?)
    .execute(connection)
    .await?;
    Ok(())
}

/// A row that waits, or that the server has, is not written over by one that is left out.
async fn write_lines(
    connection: &mut SqliteConnection,
    batch: Uuid,
    lines: &[BatchLine],
) -> Result<()> {
    let mut rows = Vec::with_capacity(lines.len());
    for line in lines {
        let hex = |id: Uuid| id.simple().to_string();
        rows.push((
            line.number,
            &line.contact,
            to_json(&line.cells)?,
            line.state.key(),
            line.problem.as_ref().map(to_json).transpose()?,
            line.refusal.as_ref().map(to_json).transpose()?,
            line.command.map(|it| hex(it.0)),
            line.membership.map(|it| hex(it.0)),
            line.attempt,
        ));
    }
    sqlx::query(
        "INSERT INTO batch_row (batch, number, contact, cells, state, problem, refusal, command, membership, attempt) \
         SELECT ?, it.value ->> 0, it.value ->> 1, it.value ->> 2, it.value ->> 3, it.value ->> 4, it.value ->> 5, \
         unhex(it.value ->> 6), unhex(it.value ->> 7), it.value ->> 8 FROM json_each(?) AS it WHERE true \
         ON CONFLICT (batch, number) DO UPDATE SET contact = excluded.contact, cells = excluded.cells, \
         state = excluded.state, problem = excluded.problem, refusal = excluded.refusal, command = excluded.command, \
         membership = excluded.membership, attempt = excluded.attempt \
         WHERE excluded.state = 'waiting' OR batch_row.state IN ('to_fix', 'skipped')",
    )
    .bind(batch.as_bytes().to_vec())
    .bind(to_json(&rows)?)
    .execute(connection)
    .await?;
    Ok(())
}
