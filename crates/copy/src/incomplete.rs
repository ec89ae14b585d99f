//! A copy while everything is written into it: what finds and orders rows is made once, at the end.

use sqlx::{AssertSqlSafe, SqliteConnection};

use crate::Result;

/// Indexes that are made at the end, sorted. The others get their entries nearly in order as rows come.
const SET_ASIDE: &str = "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL \
                         AND (tbl_name IN ('person', 'contact') OR name = 'record_of_person') ORDER BY name";

/// Drops what is made at the end; answers the statements that make it.
pub async fn set_aside(connection: &mut SqliteConnection) -> Result<Vec<String>> {
    let indexes: Vec<(String, String)> = sqlx::query_as(SET_ASIDE)
        .fetch_all(&mut *connection)
        .await?;
    let mut statements = Vec::with_capacity(indexes.len());
    for (name, statement) in indexes {
        let drop = format!("DROP INDEX {name}");
        sqlx::raw_sql(AssertSqlSafe(drop))
            .execute(&mut *connection)
            .await?;
        statements.push(statement);
    }
    Ok(statements)
}

/// Makes what was set aside.
pub async fn complete(
    connection: &mut SqliteConnection,
    indexes: impl IntoIterator<Item = String>,
) -> Result<()> {
    for index in indexes {
        sqlx::raw_sql(AssertSqlSafe(index))
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}
