//! What can go wrong with the rows of a copy.

/// Everything this crate reports.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The database does not work.
    #[error("the rows cannot be read or written")]
    Store(#[from] sqlx::Error),
    /// What stands in a row is not what this version wrote there.
    #[error("a row cannot be read")]
    Row(#[source] serde_json::Error),
    /// The tables were made by a newer version.
    #[error("the tables were made by a newer version")]
    Newer,
}

/// A result of this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;
