//! Packing: a copy as devices keep it, in a file of its own beside the store. SQLite on either engine, because it is a
//! device's.

use std::path::Path;

use doorward_copy as copy;
use doorward_domain::{Moment, OrganisationId};
use doorward_protocol::{SentRecord, Sums};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection, SqliteConnection};

use super::Error;

/// A copy that is being written. Nothing of it is forced to the disk: it is worth nothing before it is whole.
#[derive(Debug)]
pub struct Packing {
    connection: SqliteConnection,
    indexes: Vec<String>,
    written: copy::Difference,
}

impl Packing {
    /// Begins in a file that holds a blank database.
    pub async fn begin(path: &Path) -> Result<Self, Error> {
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(false)
            .journal_mode(SqliteJournalMode::Memory)
            .synchronous(SqliteSynchronous::Off)
            .pragma("temp_store", "MEMORY")
            .pragma("cache_size", "-16384")
            .disable_statement_logging();
        let mut connection = options.connect().await?;
        copy::migrate(&mut connection, copy::MIGRATIONS).await?;
        let indexes = copy::set_aside(&mut connection).await?;
        Ok(Self {
            connection,
            indexes,
            written: copy::Difference::default(),
        })
    }

    /// Writes records.
    pub async fn add(
        &mut self,
        organisation: OrganisationId,
        records: &[SentRecord],
    ) -> Result<(), Error> {
        let prepared = copy::prepare(records, organisation)?;
        let mut transaction = self.connection.begin().await?;
        copy::write(
            &mut transaction,
            &prepared,
            copy::Lists::MadeLater,
            &mut self.written,
        )
        .await?;
        Ok(transaction.commit().await?)
    }

    /// Makes lists and indexes; answers whether the records are those that the store says there are.
    pub async fn finish(mut self, theirs: &Sums, now: Moment) -> Result<bool, Error> {
        let ours = copy::write_sums(&mut self.connection, self.written).await?;
        copy::make_lists(&mut self.connection, now).await?;
        let mut transaction = self.connection.begin().await?;
        copy::complete(&mut transaction, self.indexes).await?;
        transaction.commit().await?;
        self.connection.close().await?;
        Ok(copy::agree(theirs, &ours))
    }
}

impl From<copy::Error> for Error {
    fn from(error: copy::Error) -> Self {
        match error {
            copy::Error::Store(error) => Self::from(error),
            copy::Error::Row(source) => Self::unreadable("record", "")(source),
            copy::Error::Newer => Self::Unsure("a copy"),
        }
    }
}
