//! What waits for a person's next digest: entries of their bell that got no letter of their own.

use doorward_domain::{Contact, Name, PersonId};
use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, Row};
use uuid::Uuid;

use crate::store::values::read;
use crate::store::{Error, Tx, id, json};

/// Entries that one digest tells at most; the rest stands in the app.
const MOST: i64 = 200;

/// One line of a digest, as the bell has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DigestRow {
    /// The entry.
    pub id: Uuid,
    /// What it is about: the key of a notice or reminder.
    pub kind: String,
    /// What the organisation was called then.
    pub organisation_name: Name,
    /// What whom it is about was called.
    pub name: Option<Name>,
    /// Their contact, where no name was known.
    pub contact: Option<Contact>,
    /// Who did it.
    pub author: Option<Name>,
}

/// Has an entry told by the next digest; answers whether there is such an entry.
pub async fn collect(tx: &mut Tx, entry: Uuid) -> Result<bool, Error> {
    let done = sqlx::query("UPDATE bell SET digest = 1 WHERE id = $1")
        .bind(entry.to_string())
        .execute(tx.conn())
        .await?;
    Ok(done.rows_affected() > 0)
}

/// What a person's digest tells now, the oldest first.
pub async fn collected(tx: &mut Tx, person: PersonId) -> Result<Vec<DigestRow>, Error> {
    let sql = "SELECT id, kind, organisation_name, name, contact, author FROM bell \
               WHERE person = $1 AND digest = 1 ORDER BY organisation_name, made_at, id LIMIT $2";
    let rows = sqlx::query(sql)
        .bind(person.to_string())
        .bind(MOST)
        .fetch_all(tx.conn())
        .await?;
    rows.iter().map(row).collect()
}

/// Notes that these have been told by a digest.
pub async fn told(tx: &mut Tx, entries: &[Uuid]) -> Result<(), Error> {
    let sql = format!(
        "UPDATE bell SET digest = 0 WHERE id IN ({})",
        tx.dialect().list("$1")
    );
    sqlx::query(AssertSqlSafe(sql))
        .bind(json(&entries)?)
        .execute(tx.conn())
        .await?;
    Ok(())
}

fn row(row: &AnyRow) -> Result<DigestRow, Error> {
    let at: Uuid = id(row, "id")?;
    let text = |column: &str| -> Result<Option<String>, Error> { Ok(row.try_get(column)?) };
    let name = |column: &str| -> Result<Option<Name>, Error> {
        text(column)?
            .map(|it| read(&it, &at.to_string()))
            .transpose()
    };
    Ok(DigestRow {
        id: at,
        kind: row.try_get("kind")?,
        organisation_name: read(
            &row.try_get::<String, _>("organisation_name")?,
            &at.to_string(),
        )?,
        name: name("name")?,
        contact: text("contact")?
            .map(|it| read(&it, &at.to_string()))
            .transpose()?,
        author: name("author")?,
    })
}
