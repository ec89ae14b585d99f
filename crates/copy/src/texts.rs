//! The search tables: what finds memberships by parts of their texts.

use sqlx::SqliteConnection;

use crate::{Result, to_json};

/// Adds texts, in the order of their numbers: with each number that is lower than the one before, the engine begins a
/// new part of the table.
pub(super) async fn add(connection: &mut SqliteConnection, texts: &[(i64, &str)]) -> Result<()> {
    if texts.is_empty() {
        return Ok(());
    }
    let texts = to_json(&texts)?;
    for table in [
        "INSERT INTO trigram (rowid, text) SELECT value ->> 0, value ->> 1 FROM json_each(?)",
        "INSERT INTO word (rowid, text) SELECT value ->> 0, value ->> 1 FROM json_each(?)",
    ] {
        sqlx::query(table)
            .bind(&texts)
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}

/// Takes the texts of rows out.
pub(super) async fn forget(connection: &mut SqliteConnection, numbers: &[i64]) -> Result<()> {
    if numbers.is_empty() {
        return Ok(());
    }
    let numbers = to_json(&numbers)?;
    for table in [
        "DELETE FROM trigram WHERE rowid IN (SELECT value FROM json_each(?))",
        "DELETE FROM word WHERE rowid IN (SELECT value FROM json_each(?))",
    ] {
        sqlx::query(table)
            .bind(&numbers)
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}
