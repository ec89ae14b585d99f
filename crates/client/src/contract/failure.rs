//! What a person is to be told of a call that did not work, and where unexpected errors are logged once.

use doorward_domain::Refusal;
use serde::{Deserialize, Serialize};

use crate::error::Error;

/// The codes of a [`Failure`] that neither a refusal nor the protocol has.
pub const CLIENT_CODES: &[&str] = &[
    "offline",
    "not_saved",
    "keychain_locked",
    "wrong_address",
    "untrusted",
    "not_doorward",
    "not_a_link",
    "no_browser",
    "not_here",
    "wrong_passphrase",
    "short_passphrase",
    "unsent",
    "locked",
    "in_use",
    "already_sent",
    "not_a_table",
    "table_too_large",
    "too_many_rows",
    "empty_table",
    "no_change",
];

/// What a person is to be told of a call that did not work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[error("{code}")]
#[serde(deny_unknown_fields)]
pub struct Failure {
    /// The stable code: of a refusal, of the protocol, or one of [`CLIENT_CODES`].
    pub code: String,
    /// The refusal, if the rules said no.
    pub refusal: Option<Refusal>,
    /// Whether the same may work a little later.
    pub retry: bool,
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        if !matches!(error, Error::Refused(_) | Error::Unchanged) {
            tracing::info!(code = error.code(), cause = %Chain(&error), "a call did not work");
        }
        let (code, retry) = (error.code().to_owned(), error.is_transient());
        let told = error.problem().and_then(|problem| problem.refusal.clone());
        let refusal = if let Error::Refused(refusal) = error {
            Some(refusal)
        } else {
            told
        };
        Self {
            code,
            refusal,
            retry,
        }
    }
}

/// An error with its causes, for the log.
struct Chain<'a>(&'a dyn std::error::Error);

impl std::fmt::Display for Chain<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0)?;
        let mut cause = self.0.source();
        while let Some(error) = cause {
            write!(f, ": {error}")?;
            cause = error.source();
        }
        Ok(())
    }
}
