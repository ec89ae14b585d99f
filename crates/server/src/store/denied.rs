//! Denied attempts: what the rules did not allow, merged per actor, code and hour; no part of the chain, and written
//! outside the organisation's lock, so that nobody slows others down by being denied.

use doorward_domain::{CommandId, Moment, OrganisationId};
use serde::Serialize;
use sqlx::AssertSqlSafe;

use super::dialect::Column;
use super::{Error, Tx};

const HOUR: i64 = 60 * 60 * 1000;

/// One attempt that was denied.
#[derive(Debug, Clone)]
pub struct Denied {
    /// Which command.
    pub command: CommandId,
    /// Why.
    pub code: &'static str,
}

/// Forgets attempts whose last was before `before`.
pub async fn forget_before(tx: &mut Tx, before: Moment) -> Result<(), Error> {
    sqlx::query("DELETE FROM denied WHERE last_at <= $1")
        .bind(before.0)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Counts denied attempts of one actor.
pub async fn note(
    tx: &mut Tx,
    organisation: OrganisationId,
    actor: &str,
    denied: &[Denied],
    now: Moment,
) -> Result<(), Error> {
    #[derive(Serialize)]
    struct DeniedRow {
        code: &'static str,
        attempts: usize,
        command: CommandId,
    }
    let mut rows: Vec<DeniedRow> = Vec::new();
    for one in denied {
        match rows.iter_mut().find(|row| row.code == one.code) {
            Some(row) => (row.attempts, row.command) = (row.attempts + 1, one.command),
            None => rows.push(DeniedRow {
                code: one.code,
                attempts: 1,
                command: one.command,
            }),
        }
    }
    let sql = format!(
        "INSERT INTO denied (organisation, actor, code, hour_at, attempts, command, last_at)
        SELECT $1, $2, code, $3, attempts, command, $4 FROM {} WHERE true
        ON CONFLICT (organisation, actor, code, hour_at) DO UPDATE SET
            attempts = denied.attempts + excluded.attempts, command = excluded.command, last_at = excluded.last_at",
        tx.dialect().rows("$5", "made", &[Column::Text("code"), Column::Number("attempts"), Column::Text("command")])
    );
    sqlx::query(AssertSqlSafe(sql))
        .bind(organisation.to_string())
        .bind(actor)
        .bind(now.0 - now.0.rem_euclid(HOUR))
        .bind(now.0)
        .bind(super::json(&rows)?)
        .execute(tx.conn())
        .await?;
    Ok(())
}
