//! Sessions: devices and browsers that are signed in. Ending one deletes its row.

use doorward_domain::{Account, DeviceId, Locale, Moment, PersonId};
use sqlx::any::{Any, AnyArguments, AnyRow};
use sqlx::query::Query;
use sqlx::{AssertSqlSafe, Row};

use super::values::read;
use super::{Error, Tx};
use crate::text::locale_from;

/// Milliseconds between two notes of when a session was used.
const TO_THE_MINUTE: i64 = 60_000;

/// Where a session lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Surface {
    /// In the desktop program.
    Desktop,
    /// In a browser.
    Browser,
}

impl Surface {
    /// The stable key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Desktop => "desktop",
            Self::Browser => "browser",
        }
    }

    fn of(key: &str) -> Self {
        if key == Self::Desktop.key() {
            Self::Desktop
        } else {
            Self::Browser
        }
    }

    /// The longest it lives, in milliseconds (SES-4).
    pub const fn longest(self) -> i64 {
        match self {
            Self::Desktop => 30 * 24 * 60 * 60 * 1000,
            Self::Browser => 24 * 60 * 60 * 1000,
        }
    }

    /// The longest it lives without being used, in milliseconds (SES-4).
    pub const fn longest_idle(self) -> i64 {
        match self {
            Self::Desktop => 7 * 24 * 60 * 60 * 1000,
            Self::Browser => 60 * 60 * 1000,
        }
    }
}

/// A session to be kept.
#[derive(Debug)]
pub struct NewSession<'a> {
    /// The device it makes.
    pub device: DeviceId,
    /// The hash of its secret.
    pub token: String,
    /// Who signed in.
    pub person: PersonId,
    /// Where it lives.
    pub surface: Surface,
    /// What the device is called in lists.
    pub name: &'a str,
    /// When the person last proved who they are.
    pub proved_at: Moment,
}

/// A session that works.
#[derive(Debug, Clone)]
pub struct Session {
    /// The device.
    pub device: DeviceId,
    /// Who is signed in.
    pub account: Account,
    /// The language of the account.
    pub locale: Locale,
    /// When the person last proved who they are.
    pub proved_at: Moment,
    /// When it was last used, to the minute.
    pub seen_at: Moment,
    /// Where it lives.
    pub surface: Surface,
}

/// A device in a person's list.
#[derive(Debug)]
pub struct DeviceRow {
    /// Its id.
    pub device: DeviceId,
    /// What it is called.
    pub name: String,
    /// When it signed in.
    pub made_at: Moment,
    /// When it was last used.
    pub seen_at: Moment,
}

/// Keeps a new session and answers the first instant at which it no longer works.
pub async fn begin(tx: &mut Tx, new: &NewSession<'_>, now: Moment) -> Result<Moment, Error> {
    let sql = "INSERT INTO session (device, token, person, surface, name, made_at, seen_at, proved_at, expires_at) \
               VALUES ($1, $2, $3, $4, $5, $6, $6, $7, $8)";
    let expires_at = now.plus_millis(new.surface.longest());
    sqlx::query(sql)
        .bind(new.device.to_string())
        .bind(&new.token)
        .bind(new.person.to_string())
        .bind(new.surface.key())
        .bind(new.name)
        .bind(now.0)
        .bind(new.proved_at.0)
        .bind(expires_at.0)
        .execute(tx.conn())
        .await?;
    Ok(expires_at)
}

/// What holds of a session that works at an instant: not over, and not idle for too long. The parameters are those of
/// [`at`], after one of the statement's own.
const WORKS: &str = "expires_at > $2 AND seen_at > CASE WHEN surface = $3 THEN CAST($4 AS BIGINT) ELSE CAST($5 AS BIGINT) END";

/// A statement about the sessions that work at `now`, or do not; its own parameter comes first.
fn at<'q>(sql: &'q str, own: &'q str, now: Moment) -> Query<'q, Any, AnyArguments> {
    let idle = |surface: Surface| now.0 - surface.longest_idle();
    sqlx::query(AssertSqlSafe(sql.to_owned()))
        .bind(own)
        .bind(now.0)
        .bind(Surface::Desktop.key())
        .bind(idle(Surface::Desktop))
        .bind(idle(Surface::Browser))
}

/// The session with this hash, if it works at `now` and its account has not gone. Every request asks, so it is one
/// statement: a row for each contact of the account.
pub async fn find(tx: &mut Tx, token: &str, now: Moment) -> Result<Option<Session>, Error> {
    let sql = format!(
        "SELECT s.device, s.person, s.surface, s.seen_at, s.proved_at, a.name, a.standing, a.locale, v.contact
        FROM session s JOIN account a ON a.person = s.person LEFT JOIN verified_contact v ON v.person = s.person
        WHERE s.token = $1 AND {WORKS} ORDER BY v.place, v.contact"
    );
    let rows = at(&sql, token, now).fetch_all(tx.conn()).await?;
    let Some(row) = rows.first() else {
        return Ok(None);
    };
    let (device, person): (String, String) = (row.try_get(0)?, row.try_get(1)?);
    let (standing, locale): (String, String) = (row.try_get(6)?, row.try_get(7)?);
    let mut contacts = Vec::new();
    for row in &rows {
        let contact: Option<String> = row.try_get(8)?;
        contacts.extend(contact.map(|it| read(&it, &person)).transpose()?);
    }
    let account = Account {
        person: read(&person, &device)?,
        name: read(&row.try_get::<String, _>(5)?, &person)?,
        contacts,
        standing: serde_json::from_str(&standing).map_err(Error::unreadable("account", &person))?,
    };
    if !account.standing.has_rights(now) {
        return Ok(None);
    }
    Ok(Some(Session {
        device: read(&device, &device)?,
        account,
        locale: locale_from(&locale).unwrap_or(Locale::En),
        proved_at: Moment(row.try_get(4)?),
        seen_at: Moment(row.try_get(3)?),
        surface: Surface::of(&row.try_get::<String, _>(2)?),
    }))
}

/// Whether it is time to note that a session is used.
pub fn is_note_due(session: &Session, now: Moment) -> bool {
    now.is_past(session.seen_at.plus_millis(TO_THE_MINUTE))
}

/// Notes that a session is used.
pub async fn note_use(tx: &mut Tx, device: DeviceId, now: Moment) -> Result<(), Error> {
    let sql = "UPDATE session SET seen_at = $2 WHERE device = $1";
    sqlx::query(sql)
        .bind(device.to_string())
        .bind(now.0)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Notes that whoever is signed in has proved anew who they are.
pub async fn note_proof(tx: &mut Tx, device: DeviceId, now: Moment) -> Result<(), Error> {
    let sql = "UPDATE session SET proved_at = $2, seen_at = $2 WHERE device = $1";
    sqlx::query(sql)
        .bind(device.to_string())
        .bind(now.0)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Ends a session of a person; false when there is none.
pub async fn end(tx: &mut Tx, person: PersonId, device: DeviceId) -> Result<bool, Error> {
    let sql = "DELETE FROM session WHERE person = $1 AND device = $2";
    let done = sqlx::query(sql)
        .bind(person.to_string())
        .bind(device.to_string())
        .execute(tx.conn())
        .await?;
    Ok(done.rows_affected() > 0)
}

/// Ends every session of a person, on all devices but the one named; answers which they were.
pub async fn end_all(
    tx: &mut Tx,
    person: PersonId,
    but: Option<DeviceId>,
) -> Result<Vec<(PersonId, DeviceId)>, Error> {
    let sql = "DELETE FROM session WHERE person = $1 AND device <> $2 RETURNING device";
    let rows = sqlx::query(sql)
        .bind(person.to_string())
        .bind(but.map(|it| it.to_string()).unwrap_or_default())
        .fetch_all(tx.conn())
        .await?;
    let pair = |row| Ok((person, super::id(row, "device")?));
    rows.iter().map(pair).collect()
}

/// The devices on which a person is signed in, the one used last first.
pub async fn devices_of(
    tx: &mut Tx,
    person: PersonId,
    now: Moment,
) -> Result<Vec<DeviceRow>, Error> {
    let sql = format!(
        "SELECT device, name, made_at, seen_at FROM session WHERE person = $1 AND {WORKS} ORDER BY seen_at DESC, device"
    );
    let person = person.to_string();
    let rows = at(&sql, &person, now).fetch_all(tx.conn()).await?;
    let device = |row: &AnyRow| -> Result<DeviceRow, Error> {
        let id: String = row.try_get(0)?;
        Ok(DeviceRow {
            device: read(&id, &id)?,
            name: row.try_get(1)?,
            made_at: Moment(row.try_get(2)?),
            seen_at: Moment(row.try_get(3)?),
        })
    };
    rows.iter().map(device).collect()
}

/// Forgets sessions that no longer work; answers whose they were.
pub async fn forget(tx: &mut Tx, now: Moment) -> Result<Vec<(PersonId, DeviceId)>, Error> {
    // The statement has no parameter of its own; what stands for it holds of every row.
    let sql = format!(
        "DELETE FROM session WHERE $1 <> device AND NOT ({WORKS}) RETURNING person, device"
    );
    let rows = at(&sql, "", now).fetch_all(tx.conn()).await?;
    let pair = |row: &AnyRow| Ok((super::id(row, "person")?, super::id(row, "device")?));
    rows.iter().map(pair).collect()
}
