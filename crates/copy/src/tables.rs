//! The tables of a copy, and how a file of before is brought to them.

use sha2::{Digest, Sha256};
use sqlx::{Connection, SqliteConnection};

use crate::lists::VERSION;
use crate::{Error, Result};

/// The steps that bring a copy to the present shape; each only adds (SYN-9).
pub const MIGRATIONS: &[&str] = &[
    include_str!("../migrations/0001.sql"),
    include_str!("../migrations/0002.sql"),
];

/// Runs the steps that a database has not seen yet.
pub async fn migrate(connection: &mut SqliteConnection, migrations: &[&'static str]) -> Result<()> {
    let version: i64 = sqlx::query_scalar("PRAGMA user_version")
        .fetch_one(&mut *connection)
        .await?;
    let done = usize::try_from(version).unwrap_or(usize::MAX);
    if done > migrations.len() {
        return Err(Error::Newer);
    }
    for (number, step) in migrations.iter().enumerate().skip(done) {
        let mut transaction = connection.begin().await?;
        sqlx::raw_sql(*step).execute(&mut *transaction).await?;
        let mark = sqlx::AssertSqlSafe(format!("PRAGMA user_version = {}", number + 1));
        sqlx::raw_sql(mark).execute(&mut *transaction).await?;
        transaction.commit().await?;
    }
    Ok(())
}

/// What tells copies apart that cannot be read as one another: their tables, what lists are made of, and the form of a
/// pack.
pub fn layout() -> String {
    let mut digest = Sha256::new();
    digest.update([FORM]);
    digest.update(VERSION.to_be_bytes());
    for step in MIGRATIONS {
        digest.update(step.as_bytes());
    }
    let mut layout = doorward_protocol::hex(&digest.finalize());
    layout.truncate(LETTERS);
    layout
}

/// The form of a pack: raised when it is written otherwise.
const FORM: u8 = 1;
/// Letters of a digest that tell layouts apart.
const LETTERS: usize = 32;

/// Everything that a database says it consists of, in one order.
pub async fn tables(connection: &mut SqliteConnection) -> Result<Vec<[String; 4]>> {
    let rows: Vec<(String, String, String, String)> = sqlx::query_as(
        "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema ORDER BY type, name",
    )
    .fetch_all(connection)
    .await?;
    Ok(rows
        .into_iter()
        .map(|(kind, name, table, sql)| [kind, name, table, sql])
        .collect())
}
