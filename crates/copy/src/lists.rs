//! What lists are made of: made for everybody at once, and anew by a version of the program that makes it otherwise.

use doorward_domain::Moment;
use sqlx::{Connection, SqliteConnection};

use crate::{Result, people};

/// The version of what lists are made of; raised whenever they are made otherwise.
pub const VERSION: i64 = 1;

/// Makes everything that lists are made of anew, as it is at `now`, if another version of the program made it.
pub async fn make_lists(connection: &mut SqliteConnection, now: Moment) -> Result<()> {
    let made_by: Option<i64> = sqlx::query_scalar("SELECT version FROM made_by")
        .fetch_optional(&mut *connection)
        .await?;
    if made_by == Some(VERSION) {
        return Ok(());
    }
    let mut transaction = connection.begin().await?;
    clear(&mut transaction).await?;
    people::make(&mut transaction, now).await?;
    sqlx::query("INSERT OR REPLACE INTO made_by (one, version) VALUES (1, ?)")
        .bind(VERSION)
        .execute(&mut *transaction)
        .await?;
    Ok(transaction.commit().await?)
}

async fn clear(connection: &mut SqliteConnection) -> Result<()> {
    for sql in [
        "DELETE FROM person",
        "DELETE FROM tally",
        "DELETE FROM opening",
        "INSERT INTO trigram (trigram) VALUES ('delete-all')",
        "INSERT INTO word (word) VALUES ('delete-all')",
        "DELETE FROM mail_domain",
        "INSERT INTO mail_domain SELECT substr(contact, instr(contact, '@') + 1), count(*) FROM contact \
         WHERE instr(contact, '@') > 0 GROUP BY 1",
    ] {
        sqlx::query(sql).execute(&mut *connection).await?;
    }
    Ok(())
}
