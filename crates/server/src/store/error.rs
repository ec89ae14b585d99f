//! Why the store failed, in the few ways that callers treat differently.

use std::borrow::Cow;

use sqlx::error::ErrorKind;

/// What went wrong in the store.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A unique index stands against it: what was read has been overtaken, or was not exact.
    #[error("a unique index stands against it")]
    Taken(#[source] sqlx::Error),
    /// Busy or out of reach; the same may work a moment later.
    #[error("the store is busy or out of reach")]
    Passing(#[source] sqlx::Error),
    /// No room left.
    #[error("the store has no room")]
    Full(#[source] sqlx::Error),
    /// Whether a commit took effect is not known (DUR-4).
    #[error("it is not known whether the change was kept")]
    Unknown(#[source] sqlx::Error),
    /// Anything else the database says.
    #[error("the database failed")]
    Database(#[source] sqlx::Error),
    /// A row holds what it cannot hold.
    #[error("{table} {id} cannot be read")]
    Unreadable {
        /// The table.
        table: &'static str,
        /// The row.
        id: String,
        /// What is wrong with it.
        #[source]
        source: serde_json::Error,
    },
    /// The rules have no certain answer although every question was answered: nothing is done on a guess.
    #[error("{0} was judged on questions that nobody answered")]
    Unsure(&'static str),
    /// The tables could not be made or upgraded.
    #[error("the tables could not be made or upgraded")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// This SQLite may corrupt a database that several connections use (DUR-2).
    #[error("SQLite {found} is too old, {needed} is needed")]
    TooOld {
        /// The version there is.
        found: String,
        /// The version it takes.
        needed: &'static str,
    },
    /// The folder could not be made or kept private.
    #[error("the folder of the store cannot be used")]
    Folder(#[source] std::io::Error),
}

impl Error {
    /// Whether the same may work a moment later.
    pub fn is_passing(&self) -> bool {
        matches!(self, Self::Passing(_) | Self::Taken(_))
    }

    /// Whether one command of a batch may have caused it, so that the others are better tried without that one.
    pub fn is_of_one_command(&self) -> bool {
        matches!(
            self,
            Self::Taken(_) | Self::Database(_) | Self::Unreadable { .. } | Self::Unsure(_)
        )
    }

    /// An error of a commit: unless the database itself said no, nobody knows.
    pub(super) fn commit(error: sqlx::Error) -> Self {
        if error.as_database_error().is_some() {
            Self::from(error)
        } else {
            Self::Unknown(error)
        }
    }

    /// A row that holds what it cannot hold.
    pub(crate) fn unreadable(
        table: &'static str,
        id: &str,
    ) -> impl FnOnce(serde_json::Error) -> Self {
        move |source| Self::Unreadable {
            table,
            id: id.to_owned(),
            source,
        }
    }
}

/// SQLite: busy, locked. PostgreSQL: serialisation, deadlock, lock wait, shutdown, too many connections.
const PASSING: &[&str] = &[
    "5", "6", "261", "517", "40001", "40P01", "55P03", "57P01", "57P02", "57P03", "53300",
];
/// SQLite: full, read-only, faults of the disk as it is written, its log made longer or its shared memory made.
/// PostgreSQL: disk full, out of memory, read-only.
const FULL: &[&str] = &[
    "13", "8", "10", "778", "1034", "1290", "1546", "4618", "4874", "5386", "53100", "53200",
    "25006",
];

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        let (kind, code) = match error.as_database_error() {
            Some(it) => (Some(it.kind()), it.code().map(Cow::into_owned)),
            None => (None, None),
        };
        let code = code.as_deref().unwrap_or_default();
        let unreachable = matches!(
            error,
            sqlx::Error::PoolTimedOut
                | sqlx::Error::PoolClosed
                | sqlx::Error::Io(_)
                | sqlx::Error::WorkerCrashed
        );
        if matches!(kind, Some(ErrorKind::UniqueViolation)) {
            Self::Taken(error)
        } else if unreachable || PASSING.contains(&code) || code.starts_with("08") {
            Self::Passing(error)
        } else if FULL.contains(&code) {
            Self::Full(error)
        } else {
            Self::Database(error)
        }
    }
}
