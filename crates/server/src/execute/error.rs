//! Why nothing was done, and how the API says so.

use doorward_domain::Refusal;
use doorward_protocol::Code;

use crate::problem::Failure;
use crate::store;

/// Why nothing was done.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no such organisation for this caller.
    #[error("there is no such organisation here")]
    NotFound,
    /// The same id was sent before, with another body or by somebody else.
    #[error("the id was sent before with another body")]
    IdReused,
    /// The secret that is asked for lives no more.
    #[error(transparent)]
    Dead(Refusal),
    /// The rules refuse what would have followed.
    #[error(transparent)]
    Refused(Refusal),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] store::Error),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        match error {
            Error::NotFound => Code::NotFound.into(),
            Error::IdReused => Code::IdReused.into(),
            Error::Dead(_) => Code::NoLongerWorks.into(),
            Error::Refused(refusal) => refusal.into(),
            Error::Store(error) => error.into(),
        }
    }
}
