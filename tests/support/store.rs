//! What a server keeps, read beside it from its SQLite file: for saying that nothing was changed.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{AssertSqlSafe, Connection, Row};

use crate::wait;

/// Tables that are there to note attempts, so attempts may change them.
const NOTES: &[&str] = &["attempt", "denied"];
/// Columns that note when somebody was last here.
const SEEN: &[&str] = &["seen_at"];

/// How long letters may take that nobody waits for one by one.
const QUIET: Duration = Duration::from_mins(2);

/// Waits until no letter is waiting to be sent.
pub async fn letters_are_sent(data: &Path) -> Result<()> {
    let quiet = wait::until_within(QUIET, "the queue of letters is empty", async || {
        Ok(queued(data).await?.is_empty().then_some(()))
    });
    match quiet.await {
        Ok(()) => Ok(()),
        Err(error) => Err(error.context(format!("still queued: {:#?}", queued(data).await?))),
    }
}

async fn queued(data: &Path) -> Result<Vec<String>> {
    let letters = contents(data).await?.remove("letter");
    let letters = letters.context("there is a queue of letters")?;
    Ok(letters
        .into_iter()
        .filter(|row| row.contains("'queued'"))
        .collect())
}

/// Every row of every table, by table.
pub type Contents = BTreeMap<String, Vec<String>>;

/// Reads everything that no mere attempt may change.
pub async fn contents(data: &Path) -> Result<Contents> {
    let options = SqliteConnectOptions::new()
        .filename(data.join("doorward.db"))
        .read_only(true);
    let mut connection = SqliteConnection::connect_with(&options).await?;
    let mut contents = Contents::new();
    for table in texts(
        &mut connection,
        "SELECT name FROM sqlite_schema WHERE type = 'table'",
    )
    .await?
    {
        if table.starts_with("sqlite_") || table.starts_with("_sqlx") || NOTES.contains(&&*table) {
            continue;
        }
        let columns = texts(
            &mut connection,
            &format!("SELECT name FROM pragma_table_info('{table}')"),
        )
        .await?;
        let columns = columns.iter().filter(|column| !SEEN.contains(&&***column));
        let columns: Vec<String> = columns
            .map(|column| format!("quote(\"{column}\")"))
            .collect();
        let rows = format!(
            "SELECT {} AS line FROM \"{table}\" ORDER BY line",
            columns.join(" || ', ' || ")
        );
        contents.insert(table, texts(&mut connection, &rows).await?);
    }
    connection.close().await?;
    Ok(contents)
}

/// Fails unless the engine finds its file whole.
pub async fn is_whole(data: &Path) -> Result<()> {
    let options = SqliteConnectOptions::new().filename(data.join("doorward.db"));
    let mut connection = SqliteConnection::connect_with(&options).await?;
    let found = texts(&mut connection, "PRAGMA integrity_check").await?;
    ensure!(found == ["ok"], "the store is damaged: {found:?}");
    Ok(connection.close().await?)
}

async fn texts(connection: &mut SqliteConnection, statement: &str) -> Result<Vec<String>> {
    let rows = sqlx::query(AssertSqlSafe(statement))
        .fetch_all(connection)
        .await?;
    Ok(rows
        .iter()
        .map(|row| row.try_get(0))
        .collect::<Result<_, _>>()?)
}
