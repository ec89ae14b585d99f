//! New passwords that somebody asked for: one living link for a person, used once, gone with its term.

use doorward_domain::{Moment, PersonId};
use sqlx::{AssertSqlSafe, Row};
use uuid::Uuid;

use super::values::read;
use super::{Error, Tx};

/// A new password that somebody asked for.
#[derive(Debug, Clone, Copy)]
pub struct ResetRow {
    /// Its id, which the secret is derived from.
    pub id: Uuid,
    /// Whose password it is.
    pub person: PersonId,
    /// The first instant at which its link no longer works.
    pub expires_at: Moment,
}

/// Keeps a reset in the place of every earlier one of its person, whose links die with it (INV-5, S-39).
pub async fn keep(tx: &mut Tx, new: &ResetRow, now: Moment) -> Result<(), Error> {
    // Two requests of one person at once are kept one after the other.
    let sql = format!(
        "SELECT person FROM account WHERE person = $1{}",
        tx.dialect().locked()
    );
    sqlx::query(AssertSqlSafe(sql))
        .bind(new.person.to_string())
        .fetch_optional(tx.conn())
        .await?;
    forget_of(tx, new.person).await?;
    let sql =
        "INSERT INTO password_reset (id, person, made_at, expires_at) VALUES ($1, $2, $3, $4)";
    sqlx::query(sql)
        .bind(new.id.to_string())
        .bind(new.person.to_string())
        .bind(now.0)
        .bind(new.expires_at.0)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Whose password a reset is for, while its link works.
pub async fn find(tx: &mut Tx, id: Uuid, now: Moment) -> Result<Option<PersonId>, Error> {
    let sql = "SELECT person FROM password_reset WHERE id = $1 AND expires_at > $2";
    let row = sqlx::query(sql)
        .bind(id.to_string())
        .bind(now.0)
        .fetch_optional(tx.conn())
        .await?;
    row.map(|row| read(&row.try_get::<String, _>(0)?, "password_reset"))
        .transpose()
}

/// Takes a reset away, for whoever uses it first; nothing for everybody after.
pub async fn take(tx: &mut Tx, id: Uuid, now: Moment) -> Result<Option<PersonId>, Error> {
    let sql = "DELETE FROM password_reset WHERE id = $1 AND expires_at > $2 RETURNING person";
    let row = sqlx::query(sql)
        .bind(id.to_string())
        .bind(now.0)
        .fetch_optional(tx.conn())
        .await?;
    let person = row
        .map(|row| read(&row.try_get::<String, _>(0)?, "password_reset"))
        .transpose()?;
    if person.is_some() {
        let kind = crate::tokens::TokenKind::Reset;
        super::secrets::forget(tx, kind, id).await?;
    }
    Ok(person)
}

/// Takes the resets of a person away: the password was changed, or the account stands otherwise now (S-37).
pub async fn forget_of(tx: &mut Tx, person: PersonId) -> Result<(), Error> {
    for sql in [
        "DELETE FROM secret WHERE kind = 'reset' AND subject IN (SELECT id FROM password_reset WHERE person = $1)",
        "DELETE FROM password_reset WHERE person = $1",
    ] {
        sqlx::query(sql)
            .bind(person.to_string())
            .execute(tx.conn())
            .await?;
    }
    Ok(())
}

/// Forgets resets whose term has passed.
pub async fn forget(tx: &mut Tx, now: Moment) -> Result<(), Error> {
    for sql in [
        "DELETE FROM secret WHERE kind = 'reset' AND subject IN (SELECT id FROM password_reset WHERE expires_at <= $1)",
        "DELETE FROM password_reset WHERE expires_at <= $1",
    ] {
        sqlx::query(sql).bind(now.0).execute(tx.conn()).await?;
    }
    Ok(())
}
