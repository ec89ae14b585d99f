//! Store: the only place with SQL. One struct over SQLite and PostgreSQL; what differs between them is in [`Dialect`].
//! Everything is read and written in sets: a whole batch's lookups of one kind are one statement.

pub mod accounts;
pub mod activity;
pub mod attempts;
pub mod communities;
mod connect;
mod contact_keys;
pub mod denied;
mod dialect;
pub mod doorbell;
pub mod due;
mod error;
pub mod feed;
pub mod history;
pub mod ledger;
pub mod letter_facts;
pub mod letters;
pub mod lookups;
pub mod mine;
pub mod outcomes;
mod records;
pub mod resets;
pub mod save;
pub mod secrets;
pub mod sessions;
mod sums;
pub mod told_once;

use std::path::Path;

use sqlx::any::AnyRow;
use sqlx::{Any, AnyConnection, AnyPool, Row, Transaction};
use uuid::Uuid;

pub use self::connect::{Floor, SQLITE_FLOOR};
pub use self::dialect::{Column, Dialect};
pub use self::error::Error;

/// What a store is opened with.
#[derive(Debug, Clone)]
pub struct Opening<'a> {
    /// The folder that the server owns.
    pub folder: &'a Path,
    /// `sqlite`, or the address of a PostgreSQL database.
    pub database: &'a str,
    /// Whether an SQLite too old for several connections is refused, or used with one.
    pub floor: Floor,
}

/// All that the server keeps.
#[derive(Debug, Clone)]
pub struct Store {
    write: AnyPool,
    read: AnyPool,
    dialect: Dialect,
    address: String,
}

/// A transaction, with the dialect its statements are written in. Dropped without `commit`, it changes nothing.
#[derive(Debug)]
pub struct Tx {
    inner: Transaction<'static, Any>,
    dialect: Dialect,
}

impl Store {
    /// Opens the store, making and upgrading it as needed.
    pub async fn open(opening: &Opening<'_>) -> Result<Self, Error> {
        connect::open(opening).await
    }

    /// Begins a transaction that may write. Never take a second one while holding one.
    pub async fn begin(&self) -> Result<Tx, Error> {
        let inner = match self.dialect {
            // A deferred transaction that comes to write later fails at once instead of waiting (CON-1).
            Dialect::Sqlite => self.write.begin_with("BEGIN IMMEDIATE").await?,
            Dialect::Postgres => self.write.begin().await?,
        };
        Ok(Tx {
            inner,
            dialect: self.dialect,
        })
    }

    /// Begins a transaction that only reads, and reads one state from beginning to end.
    pub async fn snapshot(&self) -> Result<Tx, Error> {
        let inner = match self.dialect {
            Dialect::Sqlite => self.read.begin().await?,
            Dialect::Postgres => {
                self.read
                    .begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
                    .await?
            }
        };
        Ok(Tx {
            inner,
            dialect: self.dialect,
        })
    }

    /// The dialect of the database.
    pub fn dialect(&self) -> Dialect {
        self.dialect
    }

    /// The address of the database, for listeners.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// Ends all connections.
    pub async fn close(&self) {
        self.read.close().await;
        self.write.close().await;
    }
}

impl Tx {
    /// The connection, for one statement.
    pub fn conn(&mut self) -> &mut AnyConnection {
        &mut self.inner
    }

    /// The dialect that statements are to be written in.
    pub fn dialect(&self) -> Dialect {
        self.dialect
    }

    /// Makes everything durable.
    pub async fn commit(self) -> Result<(), Error> {
        self.inner.commit().await.map_err(Error::commit)
    }
}

/// Reads one row, to see whether the store answers.
pub async fn ping(tx: &mut Tx) -> Result<(), Error> {
    sqlx::query("SELECT revision FROM ledger WHERE id = $1")
        .bind(uuid::Uuid::nil().to_string())
        .fetch_one(tx.conn())
        .await?;
    Ok(())
}

/// A set on its way into a statement.
fn json<T: serde::Serialize + ?Sized>(value: &T) -> Result<String, Error> {
    serde_json::to_string(value).map_err(Error::unreadable("parameter", ""))
}

/// Reads an id out of a row.
fn id<T: From<Uuid>>(row: &AnyRow, column: &'static str) -> Result<T, Error> {
    optional_id(row, column)?
        .ok_or_else(|| Error::Database(sqlx::Error::ColumnNotFound(column.to_owned())))
}

/// Reads an id that may be missing out of a row.
fn optional_id<T: From<Uuid>>(row: &AnyRow, column: &'static str) -> Result<Option<T>, Error> {
    let text: Option<String> = row.try_get(column)?;
    let wrong = |error: uuid::Error| sqlx::Error::ColumnDecode {
        index: column.to_owned(),
        source: error.into(),
    };
    Ok(text
        .map(|text| Uuid::parse_str(&text))
        .transpose()
        .map_err(wrong)?
        .map(T::from))
}
