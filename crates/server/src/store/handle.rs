//! The store as the server holds it: connections that write, connections that read, and the dialect of both.

use std::path::Path;

use sqlx::{Any, AnyPool, Transaction};

use super::tx::Tx;
use super::{Dialect, Error, Floor, connect};

/// What a store is opened with.
#[derive(Clone)]
pub struct Opening<'a> {
    /// The folder that the server owns.
    pub folder: &'a Path,
    /// `sqlite`, or the address of a PostgreSQL database.
    pub database: &'a str,
    /// Whether an SQLite too old for several connections is refused, or used with one.
    pub floor: Floor,
}

/// All that the server keeps.
#[derive(Clone)]
pub struct Store {
    pub(super) write: AnyPool,
    pub(super) read: AnyPool,
    pub(super) dialect: Dialect,
    pub(super) address: String,
}

/// The address of a database has its password in it.
impl std::fmt::Debug for Opening<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Opening")
            .field("folder", &self.folder)
            .finish_non_exhaustive()
    }
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Store")
            .field("dialect", &self.dialect)
            .finish_non_exhaustive()
    }
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
            Dialect::Postgres => to_its_end(&self.write, "BEGIN").await?,
        };
        Ok(Tx::new(inner, self.dialect))
    }

    /// Begins a transaction that only reads, and reads one state from beginning to end.
    pub async fn snapshot(&self) -> Result<Tx, Error> {
        let inner = match self.dialect {
            Dialect::Sqlite => self.read.begin().await?,
            Dialect::Postgres => {
                let reads = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
                to_its_end(&self.read, reads).await?
            }
        };
        Ok(Tx::new(inner, self.dialect))
    }

    /// Takes a connection for one statement that only reads: it needs no transaction to read one state.
    pub async fn glance(&self) -> Result<Tx, Error> {
        Ok(Tx::glance(self.read.acquire().await?, self.dialect))
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

/// Begins in a task of its own. Where whoever asked has hung up before PostgreSQL said that it began, the driver would
/// hand the connection on with the transaction open: the next one on it could write nothing, or would read the state of
/// then.
async fn to_its_end(
    pool: &AnyPool,
    statement: &'static str,
) -> Result<Transaction<'static, Any>, Error> {
    let pool = pool.clone();
    let beginning = tokio::spawn(async move { pool.begin_with(statement).await });
    let begun = beginning.await.map_err(|_| sqlx::Error::WorkerCrashed)?;
    Ok(begun?)
}
