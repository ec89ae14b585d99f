//! Opening: connections with the settings that durability rests on, private files, tables up to date.

use std::fs::OpenOptions;
use std::time::Duration;

use sqlx::any::{AnyConnectOptions, AnyPoolOptions};
use sqlx::{AnyPool, ConnectOptions, Connection, Executor, Row};
use url::Url;

use super::{Dialect, Error, Opening, Store, migrations, placing};
use crate::private;

/// The first SQLite that does not lose writes when several connections meet at the end of its log.
pub const SQLITE_FLOOR: &str = "3.51.3";
/// How many connections read at once.
const READERS: u32 = 8;
/// How long anybody waits for a connection or a lock.
const PATIENCE: Duration = Duration::from_secs(10);

/// What to do with an SQLite below [`SQLITE_FLOOR`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Floor {
    /// Refuse it.
    Refuse,
    /// Use one connection in all, which it is safe with.
    OneConnection,
}

pub(super) async fn open(opening: &Opening<'_>) -> Result<Store, Error> {
    sqlx::any::install_default_drivers();
    private::folder(opening.folder).map_err(Error::Folder)?;
    let store = if opening.database == "sqlite" {
        sqlite(opening).await
    } else {
        postgres(opening.database).await
    }?;
    placing::place_all(&store).await?;
    Ok(store)
}

async fn postgres(address: &str) -> Result<Store, Error> {
    let options = silent(address)?;
    let pool = pool(READERS).connect_with(options).await?;
    migrations::of(Dialect::Postgres).run(&pool).await?;
    Ok(Store {
        write: pool.clone(),
        read: pool,
        dialect: Dialect::Postgres,
        address: address.to_owned(),
    })
}

async fn sqlite(opening: &Opening<'_>) -> Result<Store, Error> {
    let file = opening.folder.join("doorward.db");
    let mut options = OpenOptions::new();
    private::open(options.create(true).append(true), &file).map_err(Error::Folder)?;
    let mut address = Url::from_file_path(std::path::absolute(&file).map_err(Error::Folder)?)
        .map_err(|()| Error::Folder(std::io::ErrorKind::InvalidFilename.into()))?
        .to_string();
    address.replace_range(.."file".len(), "sqlite");
    let write = connections(&address, 1).await?;
    migrations::of(Dialect::Sqlite).run(&write).await?;
    let found: String = sqlx::query("SELECT sqlite_version()")
        .fetch_one(&write)
        .await?
        .try_get(0)?;
    let read = match (is_below_floor(&found), opening.floor) {
        (true, Floor::Refuse) => {
            return Err(Error::TooOld {
                found,
                needed: SQLITE_FLOOR,
            });
        }
        (true, Floor::OneConnection) => write.clone(),
        (false, _) => connections(&address, READERS).await?,
    };
    Ok(Store {
        write,
        read,
        dialect: Dialect::Sqlite,
        address,
    })
}

async fn connections(address: &str, most: u32) -> Result<AnyPool, Error> {
    // A connection to a file cannot have been lost meanwhile.
    let pool = pool(most).test_before_acquire(false).after_connect(|connection, _| {
        Box::pin(async move {
            // An acknowledged change has reached the disk (DUR-1). What is only read is read where the system has it anyway.
            let settings = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 10000; \
                            PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY; \
                            PRAGMA cache_size = -8192; PRAGMA mmap_size = 1073741824; \
                            PRAGMA wal_autocheckpoint = 8192;";
            connection.execute(settings).await?;
            Ok(())
        })
    });
    // SQLite ends a transaction by itself when the disk is full; the driver, who does not know, would begin none again.
    let pool = pool.before_acquire(|connection, _| {
        let is_sound = !connection.is_in_transaction();
        Box::pin(async move { Ok(is_sound) })
    });
    Ok(pool.connect_with(silent(address)?).await?)
}

/// Nobody looks for connections that are idle or old: who did could miscount them and never come to an end, which takes a
/// processor and keeps the program from ending (transact-rs/sqlx, issue 3645). One that was lost is noticed by whoever
/// takes it.
fn pool(most: u32) -> AnyPoolOptions {
    AnyPoolOptions::new()
        .max_connections(most)
        .acquire_timeout(PATIENCE)
        .idle_timeout(None)
        .max_lifetime(None)
}

/// Statements are not logged: their parameters are what people entrusted to us.
fn silent(address: &str) -> Result<AnyConnectOptions, Error> {
    Ok(address
        .parse::<AnyConnectOptions>()?
        .disable_statement_logging())
}

fn is_below_floor(version: &str) -> bool {
    let numbers = |text: &str| {
        text.split('.')
            .map(|part| part.parse().unwrap_or(0))
            .collect::<Vec<u32>>()
    };
    numbers(version) < numbers(SQLITE_FLOOR)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_looks_for_idle_connections() {
        let options = pool(1);
        let looked_for = (options.get_idle_timeout(), options.get_max_lifetime());
        assert_eq!(looked_for, (None, None));
    }

    #[test]
    fn versions_are_compared_number_by_number_dur_2() {
        assert!(is_below_floor("3.50.4"));
        assert!(is_below_floor("3.51.2"));
        assert!(!is_below_floor("3.51.3"));
        assert!(!is_below_floor("3.100.0"));
    }
}
