//! Sign-ups that wait for somebody to show that the address or phone is theirs.

use doorward_domain::{Contact, Locale, Moment, Name, PersonId};
use serde::{Deserialize, Serialize};
use sqlx::Row;
use uuid::Uuid;

use super::values::read;
use super::{Error, Tx};
use crate::text::locale_from;

/// Which secret somebody came in by: what it is derived from again, and no secret (INV-1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// Whether it was a link or code for several.
    pub is_link: bool,
    /// The membership or link.
    pub subject: Uuid,
    /// Which of its secrets.
    pub generation: u32,
}

/// A sign-up whose address is not confirmed yet.
#[derive(Debug, Clone)]
pub struct SignUpRow {
    /// Its id; the account gets it.
    pub id: PersonId,
    /// The address.
    pub contact: Contact,
    /// First and last name.
    pub name: Name,
    /// The language chosen.
    pub locale: Locale,
    /// The password as a PHC string; empty where another site says who they are.
    pub password: String,
    /// Where the person was going.
    pub next: Option<String>,
    /// The hash of the secret that the browser keeps.
    pub browser: Option<String>,
    /// The door that the person came through.
    pub door: Option<Passage>,
    /// The first instant at which it can no longer be confirmed.
    pub expires_at: Moment,
}

/// Keeps a sign-up until its address is confirmed.
pub async fn keep(tx: &mut Tx, new: &SignUpRow, now: Moment) -> Result<(), Error> {
    let id = new.id.to_string();
    let door = new.door.as_ref().map(serde_json::to_string).transpose();
    let door = door.map_err(Error::unreadable("sign-up", &id))?;
    let sql = "INSERT INTO sign_up (id, contact, name, locale, password, next, browser, door, made_at, expires_at) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    sqlx::query(sql)
        .bind(id)
        .bind(new.contact.as_str())
        .bind(new.name.as_str())
        .bind(new.locale.tag())
        .bind(&new.password)
        .bind(new.next.as_deref())
        .bind(new.browser.as_deref())
        .bind(door)
        .bind(now.0)
        .bind(new.expires_at.0)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// A sign-up that can still be confirmed at `now`.
pub async fn find(tx: &mut Tx, id: &str, now: Moment) -> Result<Option<SignUpRow>, Error> {
    let sql = "SELECT contact, name, locale, password, next, browser, door, expires_at FROM sign_up WHERE id = $1";
    let Some(row) = sqlx::query(sql).bind(id).fetch_optional(tx.conn()).await? else {
        return Ok(None);
    };
    let locale: String = row.try_get(2)?;
    let door: Option<String> = row.try_get(6)?;
    let door = door.map(|text| serde_json::from_str(&text)).transpose();
    let found = SignUpRow {
        id: read(id, id)?,
        contact: read(&row.try_get::<String, _>(0)?, id)?,
        name: read(&row.try_get::<String, _>(1)?, id)?,
        locale: locale_from(&locale).unwrap_or(Locale::En),
        password: row.try_get(3)?,
        next: row.try_get(4)?,
        browser: row.try_get(5)?,
        door: door.map_err(Error::unreadable("sign-up", id))?,
        expires_at: Moment(row.try_get(7)?),
    };
    Ok(Some(found).filter(|it| !now.is_past(it.expires_at)))
}

/// The sign-up that a browser began, while it can be confirmed.
pub async fn of_browser(
    tx: &mut Tx,
    browser: &str,
    now: Moment,
) -> Result<Option<SignUpRow>, Error> {
    let row = sqlx::query("SELECT id FROM sign_up WHERE browser = $1")
        .bind(browser)
        .fetch_optional(tx.conn())
        .await?;
    match row {
        Some(row) => find(tx, &row.try_get::<String, _>(0)?, now).await,
        None => Ok(None),
    }
}

/// A sign-up whose code was tried.
#[derive(Debug)]
pub struct TriedRow {
    /// The sign-up.
    pub new: SignUpRow,
    /// When it was begun.
    pub made_at: Moment,
    /// Whether anything was sent that the code could stand in.
    pub was_sent: bool,
}

/// Counts a try of the code of the sign-up that a browser began, and answers that sign-up; none where there is none, its
/// time is over, or it was tried `most` times before.
pub async fn try_code(
    tx: &mut Tx,
    browser: &str,
    most: u32,
    now: Moment,
) -> Result<Option<TriedRow>, Error> {
    let sql = "UPDATE sign_up SET tries = tries + 1 WHERE browser = $1 AND tries < $2 AND expires_at > $3 \
               RETURNING id, made_at";
    let row = sqlx::query(sql)
        .bind(browser)
        .bind(i64::from(most))
        .bind(now.0)
        .fetch_optional(tx.conn())
        .await?;
    let Some(row) = row else {
        return Ok(None);
    };
    let id: String = row.try_get(0)?;
    let sql = "SELECT hash FROM secret WHERE kind = 'confirmation' AND subject = $1";
    let sent = sqlx::query(sql).bind(&id).fetch_optional(tx.conn()).await?;
    let made_at = Moment(row.try_get(1)?);
    Ok(find(tx, &id, now).await?.map(|new| TriedRow {
        new,
        made_at,
        was_sent: sent.is_some(),
    }))
}

/// Whoever else signed up with an address that is somebody's now has nothing to confirm any more.
pub(super) async fn forget_of(tx: &mut Tx, contact: &Contact) -> Result<(), Error> {
    for sql in [
        "DELETE FROM secret WHERE kind = 'confirmation' AND subject IN (SELECT id FROM sign_up WHERE contact = $1)",
        "DELETE FROM sign_up WHERE contact = $1",
    ] {
        sqlx::query(sql)
            .bind(contact.as_str())
            .execute(tx.conn())
            .await?;
    }
    Ok(())
}

/// Forgets those that were never confirmed.
pub async fn forget(tx: &mut Tx, now: Moment) -> Result<(), Error> {
    for sql in [
        "DELETE FROM secret WHERE kind = 'confirmation' AND subject IN (SELECT id FROM sign_up WHERE expires_at <= $1)",
        "DELETE FROM sign_up WHERE expires_at <= $1",
    ] {
        sqlx::query(sql).bind(now.0).execute(tx.conn()).await?;
    }
    Ok(())
}
