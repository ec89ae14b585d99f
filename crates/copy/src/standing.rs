//! Where a copy stands in the feed.

use doorward_domain::{Moment, View};
use sqlx::SqliteConnection;

use crate::{Result, to_json};

/// Where a copy stands in the feed.
#[derive(Debug, Clone, Copy)]
pub struct Standing<'a> {
    /// Where the next page begins.
    pub cursor: &'a str,
    /// What the account may see.
    pub view: &'a View,
    /// The revision up to which every row has arrived.
    pub complete: u64,
    /// The server's time of the last page.
    pub as_of: Moment,
}

/// Writes where a copy stands.
pub async fn write_standing(
    connection: &mut SqliteConnection,
    standing: &Standing<'_>,
) -> Result<()> {
    sqlx::query(
        "INSERT OR REPLACE INTO feed (one, cursor, view, complete, as_of) VALUES (1, ?, ?, ?, ?)",
    )
    .bind(standing.cursor)
    .bind(to_json(standing.view)?)
    .bind(standing.complete.cast_signed())
    .bind(standing.as_of.0)
    .execute(&mut *connection)
    .await?;
    Ok(())
}
