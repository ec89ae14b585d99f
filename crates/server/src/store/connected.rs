//! Accounts of other sites that people come in with, found by what their site says of them: its own name and theirs.

use doorward_domain::{Moment, PersonId};
use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, Row};
use uuid::Uuid;

use super::{Error, Tx};

/// An account of another site that somebody comes in with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConnectedRow {
    /// Its id.
    pub id: Uuid,
    /// Who comes in with it.
    pub person: PersonId,
    /// The site.
    pub issuer: String,
    /// What the site calls the account.
    pub subject: String,
    /// Since when.
    pub connected_at: Moment,
}

/// Who comes in with an account of another site.
pub async fn whose(tx: &mut Tx, issuer: &str, subject: &str) -> Result<Option<PersonId>, Error> {
    let sql = "SELECT person FROM connected WHERE issuer = $1 AND subject = $2";
    let found = sqlx::query(sql)
        .bind(issuer)
        .bind(subject)
        .fetch_optional(tx.conn())
        .await?;
    found.map(|row| super::id(&row, "person")).transpose()
}

/// The accounts of other sites that a person comes in with, the oldest first.
pub async fn of(tx: &mut Tx, person: PersonId) -> Result<Vec<ConnectedRow>, Error> {
    let sql = "SELECT id, person, issuer, subject, connected_at FROM connected WHERE person = $1 \
               ORDER BY connected_at, id";
    let found = sqlx::query(sql)
        .bind(person.to_string())
        .fetch_all(tx.conn())
        .await?;
    found.iter().map(read).collect()
}

/// The same, where nothing about the ways into the account changes until the end of the transaction.
pub async fn of_locked(tx: &mut Tx, person: PersonId) -> Result<Vec<ConnectedRow>, Error> {
    let sql = format!(
        "SELECT person FROM account WHERE person = $1{}",
        tx.dialect().locked()
    );
    sqlx::query(AssertSqlSafe(sql))
        .bind(person.to_string())
        .fetch_optional(tx.conn())
        .await?;
    of(tx, person).await
}

/// Connects an account of another site. Fails with [`Error::Taken`] when somebody comes in with it.
pub async fn keep(tx: &mut Tx, new: &ConnectedRow) -> Result<(), Error> {
    let sql = "INSERT INTO connected (id, person, issuer, subject, connected_at) VALUES ($1, $2, $3, $4, $5)";
    sqlx::query(sql)
        .bind(new.id.to_string())
        .bind(new.person.to_string())
        .bind(&new.issuer)
        .bind(&new.subject)
        .bind(new.connected_at.0)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Disconnects one.
pub async fn forget(tx: &mut Tx, id: Uuid) -> Result<(), Error> {
    sqlx::query("DELETE FROM connected WHERE id = $1")
        .bind(id.to_string())
        .execute(tx.conn())
        .await?;
    Ok(())
}

fn read(row: &AnyRow) -> Result<ConnectedRow, Error> {
    Ok(ConnectedRow {
        id: super::id(row, "id")?,
        person: super::id(row, "person")?,
        issuer: row.try_get("issuer")?,
        subject: row.try_get("subject")?,
        connected_at: Moment(row.try_get("connected_at")?),
    })
}
