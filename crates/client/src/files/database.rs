//! One encrypted database: one connection that writes and checkpoints, others that only read. The WAL-reset fault of
//! the bundled engine needs two writers, so there never are two (CCH-2).

use std::path::{Path, PathBuf};
use std::time::Duration;

use sqlx::pool::PoolConnection;
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{ConnectOptions, Connection, Sqlite, SqliteConnection};
use tokio::sync::{MappedMutexGuard, Mutex, MutexGuard};

use super::folder;
use crate::error::{Error, Result};
use crate::key::Key;

/// Where a database is.
#[derive(Debug, Clone)]
pub(crate) enum Place {
    /// In a file, encrypted with a key.
    File(PathBuf, Key),
    /// In memory only; gone with the process.
    Memory,
}

/// The steps that bring a database to the present shape; each only adds (SYN-9).
pub(crate) type Migrations = &'static [&'static str];

/// How many connections read beside the one that writes.
const READERS: u32 = 3;

/// One open database.
#[derive(Debug)]
pub(crate) struct Database {
    writer: Mutex<Option<SqliteConnection>>,
    /// How the one that writes is connected, where there is a file to connect to.
    writing: Option<SqliteConnectOptions>,
    readers: Option<SqlitePool>,
}

/// The one connection that writes, while somebody uses it.
pub(crate) type Writer<'a> = MappedMutexGuard<'a, SqliteConnection>;

/// A connection to read with.
#[derive(Debug)]
pub(crate) enum Reader<'a> {
    Own(Box<PoolConnection<Sqlite>>),
    Shared(Writer<'a>),
}

impl std::ops::Deref for Reader<'_> {
    type Target = SqliteConnection;

    fn deref(&self) -> &SqliteConnection {
        match self {
            Self::Own(connection) => connection,
            Self::Shared(connection) => connection,
        }
    }
}

impl std::ops::DerefMut for Reader<'_> {
    fn deref_mut(&mut self) -> &mut SqliteConnection {
        match self {
            Self::Own(connection) => connection,
            Self::Shared(connection) => connection,
        }
    }
}

impl Database {
    /// Opens a database, making it if there is none, and brings it to the present shape.
    pub(crate) async fn open(place: &Place, migrations: Migrations) -> Result<Self> {
        Self::with(
            place,
            migrations,
            (SqliteJournalMode::Wal, SqliteSynchronous::Full),
        )
        .await
    }

    /// Opens one that is thrown away unless it is finished: until it is closed and forced to the disk by whoever
    /// finishes it, a crash of the computer may leave nothing of it.
    pub(crate) async fn draft(place: &Place, migrations: Migrations) -> Result<Self> {
        Self::with(
            place,
            migrations,
            (SqliteJournalMode::Memory, SqliteSynchronous::Off),
        )
        .await
    }

    async fn with(
        place: &Place,
        migrations: Migrations,
        (journal, synchronous): (SqliteJournalMode, SqliteSynchronous),
    ) -> Result<Self> {
        let (write, readers) = match place {
            Place::Memory => (
                SqliteConnectOptions::new()
                    .in_memory(true)
                    .filename(":memory:"),
                None,
            ),
            Place::File(path, key) => {
                folder::make_private_file(path)?;
                let pool = reading().connect_lazy_with(keyed(path, key).read_only(true));
                (keyed(path, key).journal_mode(journal), Some(pool))
            }
        };
        let write = write
            .synchronous(synchronous)
            .pragma("secure_delete", "ON")
            .pragma("temp_store", "MEMORY");
        let write = write.disable_statement_logging();
        let mut writer = write.connect().await?;
        doorward_copy::migrate(&mut writer, migrations).await?;
        Ok(Self {
            writer: Mutex::new(Some(writer)),
            writing: readers.is_some().then_some(write),
            readers,
        })
    }

    /// The one connection that writes; none any more once the file is closed.
    pub(crate) async fn write(&self) -> Result<Writer<'_>> {
        let mut writer = self.writer.lock().await;
        if let (Some(held), Some(writing)) = (writer.as_mut(), &self.writing)
            && is_stuck(held).await?
        {
            let fresh = writing.connect().await?;
            let stuck = std::mem::replace(held, fresh);
            // Whatever it says: nothing of it was confirmed.
            drop(stuck.close().await);
        }
        MutexGuard::try_map(writer, Option::as_mut).map_err(|_| Error::Closed)
    }

    /// A connection that only reads; none any more once the file is closed.
    pub(crate) async fn read(&self) -> Result<Reader<'_>> {
        Ok(match &self.readers {
            Some(pool) => match pool.acquire().await {
                Ok(reader) => Reader::Own(Box::new(reader)),
                Err(sqlx::Error::PoolClosed) => return Err(Error::Closed),
                Err(other) => return Err(other.into()),
            },
            None => Reader::Shared(self.write().await?),
        })
    }

    /// What the engine and its encryption find wrong with the file; nothing, if it is whole.
    #[cfg(feature = "by-hand")]
    pub(crate) async fn examine(&self) -> Result<Vec<String>> {
        let mut writer = self.write().await?;
        let mut found: Vec<String> = sqlx::query_scalar("PRAGMA integrity_check")
            .fetch_all(&mut *writer)
            .await?;
        found.retain(|it| it != "ok");
        let torn: Vec<String> = sqlx::query_scalar("PRAGMA cipher_integrity_check")
            .fetch_all(&mut *writer)
            .await?;
        found.extend(torn);
        Ok(found)
    }

    /// Closes the readers, then the writer, which leaves no log beside the file.
    pub(crate) async fn close(&self) -> Result<()> {
        if let Some(pool) = &self.readers {
            pool.close().await;
        }
        match self.writer.lock().await.take() {
            Some(writer) => Ok(writer.close().await?),
            None => Ok(()),
        }
    }
}

/// Whether a connection that nobody uses is inside a transaction: SQLite ends one by itself when the disk is full, and the
/// driver, who does not know, would open the next ones inside of one that is never committed.
async fn is_stuck(connection: &mut SqliteConnection) -> Result<bool> {
    if connection.is_in_transaction() {
        // A transaction that was dropped may be on its way back.
        connection.ping().await?;
    }
    Ok(connection.is_in_transaction())
}

fn keyed(path: &Path, key: &Key) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(false)
        .pragma("key", key.pragma().to_string())
        .pragma("temp_store", "MEMORY")
        .pragma("trusted_schema", "OFF")
        .pragma("cache_size", "-16384")
        .busy_timeout(Duration::from_secs(5))
        .disable_statement_logging()
}

/// Whether a database could not be read at all: another key made it, or it is none.
pub(crate) fn is_unreadable(error: &Error) -> bool {
    let Error::Store(sqlx::Error::Database(cause)) = error else {
        return false;
    };
    cause.code().as_deref() == Some("26")
}

/// Nobody looks for connections that are idle or old: who did could miscount them and never come to an end, which takes a
/// processor and keeps the program from ending (transact-rs/sqlx, issue 3645).
fn reading() -> SqlitePoolOptions {
    SqlitePoolOptions::new()
        .min_connections(0)
        .max_connections(READERS)
        .idle_timeout(None)
        .max_lifetime(None)
        .test_before_acquire(false)
}

#[cfg(test)]
mod tests {
    use super::reading;

    #[test]
    fn nobody_looks_for_idle_connections() {
        let options = reading();
        let looked_for = (options.get_idle_timeout(), options.get_max_lifetime());
        assert_eq!(looked_for, (None, None));
    }
}
