//! Outcomes: what became of commands, so that the same command answers the same for ever (SYN-1).

use std::collections::BTreeSet;

use doorward_domain::{CommandId, DeviceId, Moment, OrganisationId, PersonId};
use doorward_protocol::{Outcome, Settled};
use serde::Serialize;
use sqlx::Row;
use sqlx::any::AnyRow;

use super::dialect::Column;
use super::{Error, Script, Slot, Statement, Tx};

/// A settled command as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptOutcome {
    /// Which command.
    pub command: CommandId,
    /// Whose; none for the operator and the system.
    pub person: Option<PersonId>,
    /// The hash of what was sent.
    pub body_hash: String,
    /// What it came to.
    pub outcome: Outcome,
}

/// Asks for the settled ones among these commands.
pub fn ask_known(
    script: &mut Script,
    organisation: OrganisationId,
    ids: &BTreeSet<CommandId>,
) -> Result<Slot, Error> {
    let sql = format!(
        "SELECT command, person, body_hash, outcome FROM outcome WHERE organisation = $1 AND command IN ({})",
        script.dialect().list("$2")
    );
    Ok(script.add(Statement::new(sql).id(organisation).set(ids)?))
}

/// The settled ones that were asked for.
pub fn known(rows: &[AnyRow]) -> Result<Vec<KeptOutcome>, Error> {
    rows.iter()
        .map(|row| {
            let command: CommandId = super::id(row, "command")?;
            let outcome: String = row.try_get("outcome")?;
            let outcome = serde_json::from_str(&outcome)
                .map_err(Error::unreadable("outcome", &command.to_string()))?;
            let person = super::optional_id(row, "person")?;
            Ok(KeptOutcome {
                command,
                person,
                body_hash: row.try_get("body_hash")?,
                outcome,
            })
        })
        .collect()
}

#[derive(Debug, Serialize)]
struct OutcomeRow {
    command: CommandId,
    body_hash: String,
    outcome: String,
    seq: u64,
    revision: Option<u64>,
}

/// Keeps what became of a device's commands at `now`; `first` is the place of the first of them.
pub fn save(
    script: &mut Script,
    organisation: OrganisationId,
    device: DeviceId,
    outcomes: &[KeptOutcome],
    (first, now): (u64, Moment),
) -> Result<(), Error> {
    let Some(one) = outcomes.first() else {
        return Ok(());
    };
    let row = |(it, seq): (&KeptOutcome, u64)| {
        let outcome = super::json(&it.outcome)?;
        let revision = if let Outcome::Applied { revision } = it.outcome {
            Some(revision)
        } else {
            None
        };
        Ok(OutcomeRow {
            command: it.command,
            body_hash: it.body_hash.clone(),
            outcome,
            seq,
            revision,
        })
    };
    let rows: Vec<OutcomeRow> = outcomes
        .iter()
        .zip(first..)
        .map(row)
        .collect::<Result<_, Error>>()?;
    let columns = [
        Column::Text("command"),
        Column::Text("body_hash"),
        Column::Text("outcome"),
        Column::Number("seq"),
        Column::Number("revision"),
    ];
    let sql = format!(
        "INSERT INTO outcome (organisation, person, device, command, body_hash, outcome, seq, revision, settled_at)
        SELECT $1, $2, $3, command, body_hash, outcome, seq, revision, $5 FROM {}",
        script.dialect().rows("$4", "made", &columns)
    );
    let statement = Statement::new(sql)
        .id(organisation)
        .optional(one.person.map(|id| id.to_string()))
        .id(device)
        .set(&rows)?
        .number(now.0);
    script.add(statement);
    Ok(())
}

/// What became of a device's commands after a place in their order, with the place of each.
pub async fn of_device(
    tx: &mut Tx,
    organisation: OrganisationId,
    device: DeviceId,
    after: u64,
    most: usize,
) -> Result<Vec<(u64, Settled)>, Error> {
    let rows = sqlx::query(
        "SELECT command, seq, outcome FROM outcome WHERE organisation = $1 AND device = $2 AND seq > $3
        ORDER BY seq LIMIT $4",
    )
    .bind(organisation.to_string())
    .bind(device.to_string())
    .bind(after.cast_signed())
    .bind(i64::try_from(most).unwrap_or(i64::MAX))
    .fetch_all(tx.conn())
    .await?;
    rows.iter()
        .map(|row| {
            let id: CommandId = super::id(row, "command")?;
            let outcome: String = row.try_get("outcome")?;
            let outcome = serde_json::from_str(&outcome)
                .map_err(Error::unreadable("outcome", &id.to_string()))?;
            Ok((
                row.try_get::<i64, _>("seq")?.cast_unsigned(),
                Settled { id, outcome },
            ))
        })
        .collect()
}

/// Forgets what a device has seen, but applied commands and the last one, which the next may name (DESIGN 4).
pub async fn forget(
    tx: &mut Tx,
    organisation: OrganisationId,
    device: DeviceId,
    seen: u64,
) -> Result<(), Error> {
    sqlx::query(
        "DELETE FROM outcome WHERE organisation = $1 AND device = $2 AND seq <= $3 AND revision IS NULL AND seq <
            (SELECT max(last.seq) FROM outcome last WHERE last.organisation = $1 AND last.device = $2)",
    )
    .bind(organisation.to_string())
    .bind(device.to_string())
    .bind(seen.cast_signed())
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Whether there is anything that [`forget`] would forget.
pub async fn has_seen(
    tx: &mut Tx,
    organisation: OrganisationId,
    device: DeviceId,
    seen: u64,
) -> Result<bool, Error> {
    let rows = sqlx::query(
        "SELECT seq FROM outcome WHERE organisation = $1 AND device = $2 AND seq <= $3 AND revision IS NULL AND seq <
            (SELECT max(last.seq) FROM outcome last WHERE last.organisation = $1 AND last.device = $2) LIMIT 1",
    )
    .bind(organisation.to_string())
    .bind(device.to_string())
    .bind(seen.cast_signed())
    .fetch_optional(tx.conn())
    .await?;
    Ok(rows.is_some())
}

/// Forgets what was settled before `before` without being applied, for devices that are signed in no more and for
/// browsers, which read no feed. Whoever signs in anew on the same computer sends what is open again until then.
pub async fn forget_before(tx: &mut Tx, before: Moment) -> Result<(), Error> {
    sqlx::query(
        "DELETE FROM outcome WHERE revision IS NULL AND settled_at <= $1 AND NOT EXISTS
            (SELECT 1 FROM session s WHERE s.device = outcome.device AND s.surface = 'desktop')",
    )
    .bind(before.0)
    .execute(tx.conn())
    .await?;
    Ok(())
}
