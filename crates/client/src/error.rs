//! What can go wrong on this device, apart from refusals of the rules, which are answers.

use doorward_domain::Refusal;
use doorward_protocol::{Code, Problem};

use crate::here::HereError;
use crate::keychain::KeychainError;
use crate::sync::Status;

/// Everything this crate reports.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
    /// The rules say no.
    #[error("refused: {0}")]
    Refused(#[from] Refusal),
    /// It is done already; there is nothing to queue.
    #[error("nothing would change")]
    Unchanged,
    /// The server cannot be reached.
    #[error("the server cannot be reached")]
    Offline(#[source] reqwest::Error),
    /// There is no contact with the server, and this is done in contact only.
    #[error("this needs the server")]
    NoContact(Status),
    /// The server answered with a problem document.
    #[error("the server answered {}", .problem.code.key())]
    Problem {
        /// The document.
        problem: Box<Problem>,
        /// The seconds after which it wants to be asked again.
        retry_after: Option<u64>,
    },
    /// The server answered with something that is not its protocol.
    #[error("the server answered {status} without a problem document")]
    Strange {
        /// The HTTP status.
        status: u16,
    },
    /// The answer of the server cannot be read.
    #[error("the answer of the server cannot be read")]
    Unreadable(#[source] serde_json::Error),
    /// What was packed is not what it should be.
    #[error("a pack is no good: {0}")]
    BrokenPack(&'static str),
    /// A file of this device cannot be read or written.
    #[error("the files of this device do not work")]
    Store(#[from] sqlx::Error),
    /// A file or folder cannot be made, or is not this person's alone.
    #[error("the folder of this device does not work")]
    Files(#[from] std::io::Error),
    /// What stands in a file is not what this version wrote there.
    #[error("a row of this device cannot be read")]
    Row(#[source] serde_json::Error),
    /// The files were written by a newer version.
    #[error("the files were written by a newer version")]
    NewerFiles,
    /// Another Doorward uses the folder.
    #[error("another program uses the folder")]
    InUse,
    /// The keychain does not answer.
    #[error(transparent)]
    Keychain(#[from] KeychainError),
    /// Nobody is signed in.
    #[error("nobody is signed in")]
    SignedOut,
    /// The address of the server is none that may be used.
    #[error("not an address of a server")]
    WrongAddress,
    /// The server cannot show that it is the one its address names.
    #[error("the server cannot show who it is")]
    Untrusted(#[source] reqwest::Error),
    /// Something answers at the address, and it is no Doorward server.
    #[error("no Doorward server answers there")]
    NotDoorward,
    /// What was given is not a link to join by.
    #[error("not a link to join by")]
    NotALink,
    /// The system's browser does not open.
    #[error("the browser does not open")]
    NoBrowser(#[source] std::io::Error),
    /// The program brings no server along, or it does not start.
    #[error(transparent)]
    Here(#[from] HereError),
    /// The passphrase is another one.
    #[error("the passphrase is another one")]
    WrongPassphrase,
    /// The passphrase is too short to protect anything.
    #[error("the passphrase is too short")]
    ShortPassphrase,
    /// What waits in memory only is to be sent or discarded first.
    #[error("something waits to be sent")]
    Unsent,
    /// The server was not heard for so long that what is known here is locked.
    #[error("the rows are locked until the server is heard")]
    Locked,
    /// It has been handed to the network; it cannot be taken back any more.
    #[error("it has been sent")]
    AlreadySent,
    /// What was given is no table.
    #[error("not a table")]
    NotATable,
    /// The table is too large, packed or unpacked.
    #[error("the table is too large")]
    TableTooLarge,
    /// The table has more rows than are taken at once.
    #[error("the table has too many rows")]
    TooManyRows,
    /// Nobody stands in the table.
    #[error("the table is empty")]
    EmptyTable,
    /// The program is closing.
    #[error("the workplace is closed")]
    Closed,
}

impl From<doorward_copy::Error> for Error {
    fn from(error: doorward_copy::Error) -> Self {
        match error {
            doorward_copy::Error::Store(error) => Self::Store(error),
            doorward_copy::Error::Row(error) => Self::Row(error),
            doorward_copy::Error::Newer => Self::NewerFiles,
        }
    }
}

/// A result of this crate.
pub(crate) type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// The stable code under which screens know it.
    pub(crate) fn code(&self) -> &'static str {
        match self {
            Self::Refused(refusal) => refusal.code(),
            Self::Unchanged => "no_change",
            Self::Offline(_)
            | Self::NoContact(Status::Offline | Status::Working | Status::Idle) => "offline",
            Self::Problem { problem, .. } => problem.code.key(),
            Self::Strange { .. } | Self::Unreadable(_) | Self::BrokenPack(_) => "unavailable",
            Self::Store(_)
            | Self::Files(_)
            | Self::Row(_)
            | Self::Keychain(KeychainError::Unwritten) => "not_saved",
            Self::NewerFiles | Self::NoContact(Status::UpdateNeeded) => "update_needed",
            Self::InUse => "in_use",
            Self::Keychain(_) => "keychain_locked",
            Self::SignedOut | Self::Closed | Self::NoContact(Status::SignedOut) => "signed_out",
            Self::WrongAddress => "wrong_address",
            Self::Untrusted(_) => "untrusted",
            Self::NotDoorward => "not_doorward",
            Self::NotALink => "not_a_link",
            Self::NoBrowser(_) => "no_browser",
            Self::Here(_) => "not_here",
            Self::WrongPassphrase => "wrong_passphrase",
            Self::ShortPassphrase => "short_passphrase",
            Self::Unsent => "unsent",
            Self::Locked => "locked",
            Self::AlreadySent => "already_sent",
            Self::NotATable => "not_a_table",
            Self::TableTooLarge => "table_too_large",
            Self::TooManyRows => "too_many_rows",
            Self::EmptyTable => "empty_table",
        }
    }

    /// The problem that the server described, if it did.
    pub(crate) fn problem(&self) -> Option<&Problem> {
        if let Self::Problem { problem, .. } = self {
            Some(problem)
        } else {
            None
        }
    }

    /// The code of the problem that the server described, if it did.
    pub(crate) fn told(&self) -> Option<Code> {
        self.problem().map(|problem| problem.code)
    }

    /// Whether no connection came about, so that nothing was handed to the network.
    pub(crate) fn is_before_sending(&self) -> bool {
        if let Self::Offline(cause) = self {
            cause.is_connect()
        } else {
            false
        }
    }

    /// Whether the same may work a little later.
    pub(crate) fn is_transient(&self) -> bool {
        match self {
            Self::Offline(_)
            | Self::NoContact(_)
            | Self::Locked
            | Self::Strange { .. }
            | Self::Unreadable(_)
            | Self::BrokenPack(_)
            | Self::Store(_)
            | Self::Files(_) => true,
            Self::Problem { problem, .. } => problem.status >= 500 || problem.status == 429,
            Self::Refused(_)
            | Self::Unchanged
            | Self::Row(_)
            | Self::NewerFiles
            | Self::InUse
            | Self::Keychain(_)
            | Self::SignedOut
            | Self::WrongAddress
            | Self::Untrusted(_)
            | Self::NotDoorward
            | Self::NotALink
            | Self::NoBrowser(_)
            | Self::Here(_)
            | Self::WrongPassphrase
            | Self::ShortPassphrase
            | Self::Unsent
            | Self::AlreadySent
            | Self::NotATable
            | Self::TableTooLarge
            | Self::TooManyRows
            | Self::EmptyTable
            | Self::Closed => false,
        }
    }
}
