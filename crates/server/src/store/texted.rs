//! Text messages as they are counted: from the instant at which one is handed over, whichever process does so (SMS-1, RAT-3).

use doorward_domain::{Contact, Moment};
use sqlx::Row;
use uuid::Uuid;

use super::letters::TakenLetter;
use super::{Dialect, Error, Tx};

/// How many text messages were handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Texted {
    /// To one number.
    pub number: u32,
    /// Of one organisation.
    pub organisation: u32,
    /// In all.
    pub everywhere: u32,
}

/// Keeps every other process from counting until the transaction ends, so that each counts what the one before has
/// noted. SQLite has one writer anyway.
pub async fn hold(tx: &mut Tx) -> Result<(), Error> {
    if tx.dialect() == Dialect::Postgres {
        sqlx::query("SELECT count(pg_advisory_xact_lock(7311, 0))")
            .fetch_one(tx.conn())
            .await?;
    }
    Ok(())
}

/// How many others than this letter were handed over since `since`: to a number, of the letter's organisation, and in all.
pub async fn others(
    tx: &mut Tx,
    letter: &TakenLetter,
    number: &Contact,
    since: Moment,
) -> Result<Texted, Error> {
    let sql = "SELECT count(*), coalesce(sum(CASE WHEN contact = $1 THEN 1 ELSE 0 END), 0), \
               coalesce(sum(CASE WHEN organisation = $2 THEN 1 ELSE 0 END), 0) FROM letter \
               WHERE texted_at > $3 AND id <> $4";
    let row = sqlx::query(sql)
        .bind(number.to_string())
        .bind(letter.organisation.map(|it| it.to_string()))
        .bind(since.0)
        .bind(letter.id.to_string())
        .fetch_one(tx.conn())
        .await?;
    let count = |at: usize| -> Result<u32, Error> {
        Ok(u32::try_from(row.try_get::<i64, _>(at)?).unwrap_or(u32::MAX))
    };
    Ok(Texted {
        everywhere: count(0)?,
        number: count(1)?,
        organisation: count(2)?,
    })
}

/// Notes when a letter was handed over; none where the gateway did not take it.
pub async fn note(tx: &mut Tx, letter: Uuid, at: Option<Moment>) -> Result<(), Error> {
    sqlx::query("UPDATE letter SET texted_at = $2 WHERE id = $1")
        .bind(letter.to_string())
        .bind(at.map(|at| at.0))
        .execute(tx.conn())
        .await?;
    Ok(())
}
