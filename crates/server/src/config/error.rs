//! Why a configuration cannot be used.

use std::path::PathBuf;

/// Why a configuration cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The file cannot be read.
    #[error("{path} cannot be read")]
    Unread {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// The keys or values do not fit.
    #[error("the configuration does not fit: {0}")]
    Unfit(#[from] toml::de::Error),
    /// A variable of the environment that nobody knows.
    #[error("the environment variable {0} is not known; see docs/configuration.md")]
    UnknownVariable(String),
    /// The address people use is missing, or is not one to use.
    #[error("{0}")]
    Address(&'static str),
}
