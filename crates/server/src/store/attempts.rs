//! How often something was tried: windows for networks, growing waits for accounts (RAT-1). Shared by all processes.

use doorward_domain::Moment;
use sqlx::Row;

use super::{Error, Tx};

/// Counts one attempt in its window and answers how many there are, and when the window began.
pub async fn count(
    tx: &mut Tx,
    action: &str,
    key: &str,
    window: i64,
    now: Moment,
) -> Result<(u32, Moment), Error> {
    let sql = "INSERT INTO attempt (action, key, attempts, since_at, until_at) VALUES ($1, $2, 1, $3, 0) \
               ON CONFLICT (action, key) DO UPDATE SET \
               attempts = CASE WHEN attempt.since_at <= $4 THEN 1 ELSE attempt.attempts + 1 END, \
               since_at = CASE WHEN attempt.since_at <= $4 THEN $3 ELSE attempt.since_at END \
               RETURNING attempts, since_at";
    let row = sqlx::query(sql)
        .bind(action)
        .bind(key)
        .bind(now.0)
        .bind(now.plus_millis(-window).0)
        .fetch_one(tx.conn())
        .await?;
    let attempts: i64 = row.try_get(0)?;
    Ok((
        u32::try_from(attempts).unwrap_or(u32::MAX),
        Moment(row.try_get(1)?),
    ))
}

/// The first instant at which it may be tried again.
pub async fn waits_until(tx: &mut Tx, action: &str, key: &str) -> Result<Moment, Error> {
    let sql = "SELECT until_at FROM attempt WHERE action = $1 AND key = $2";
    let row = sqlx::query(sql)
        .bind(action)
        .bind(key)
        .fetch_optional(tx.conn())
        .await?;
    Ok(Moment(
        row.map(|row| row.try_get(0)).transpose()?.unwrap_or(0),
    ))
}

/// Sets the first instant at which it may be tried again.
pub async fn wait_until(tx: &mut Tx, action: &str, key: &str, until: Moment) -> Result<(), Error> {
    let sql = "UPDATE attempt SET until_at = $3 WHERE action = $1 AND key = $2";
    sqlx::query(sql)
        .bind(action)
        .bind(key)
        .bind(until.0)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Forgets what was tried by somebody who has succeeded.
pub async fn forget(tx: &mut Tx, action: &str, key: &str) -> Result<(), Error> {
    sqlx::query("DELETE FROM attempt WHERE action = $1 AND key = $2")
        .bind(action)
        .bind(key)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Forgets attempts that are long past.
pub async fn forget_before(tx: &mut Tx, since: Moment) -> Result<(), Error> {
    sqlx::query("DELETE FROM attempt WHERE since_at <= $1")
        .bind(since.0)
        .execute(tx.conn())
        .await?;
    Ok(())
}
