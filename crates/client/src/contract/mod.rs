//! The one table of what a screen may ask of a device: names, requests and replies. The shell forwards it unopened, and
//! the map of calls in TypeScript is generated from it.

#[cfg(feature = "bindings")]
mod bindings;
mod calls;
mod views;

#[cfg(feature = "bindings")]
pub use bindings::bindings;
pub use calls::{Act, Answer, Changed, Execute, Executed, Failure, Query};
pub use views::{
    CameBy, EntryState, IdsView, Kept, KnownOrganisation, OutboxEntry, OutboxView, PeopleView,
    PersonRow, RequestRow, RequestView, RequestsView, Rights, SessionView, SignedInView, SyncState,
    SyncView, ViewName,
};

use crate::error::Error;

/// The codes of a [`Failure`] that neither a refusal nor the protocol has.
pub const CLIENT_CODES: &[&str] = &[
    "offline",
    "not_saved",
    "keychain_locked",
    "wrong_address",
    "in_use",
    "already_sent",
    "no_change",
];

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
