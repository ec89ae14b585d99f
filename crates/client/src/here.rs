//! The server that a program may bring along, to be tried on this computer. The shell holds it; a device reaches it by
//! loopback like any other, and knows it by one name whichever port it listens on at this start.

use std::error::Error;
use std::fmt::Debug;

use doorward_protocol::SignedIn;
use futures_util::future::BoxFuture;

/// What a session says in place of an address when its server is the one the program brings along.
pub(crate) const HERE: &str = "here";

/// Why the server that the program brings along does not serve.
#[derive(Debug, thiserror::Error)]
#[error("the server on this computer does not start")]
pub struct HereError(#[source] Box<dyn Error + Send + Sync>);

impl HereError {
    /// The error with its cause.
    pub fn new(cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self(cause.into())
    }
}

/// A server inside the program.
pub trait ServerHere: Send + Sync + Debug {
    /// Starts it unless it runs, filled with demo data at the first time, and answers its address.
    fn start(&self) -> BoxFuture<'_, Result<String, HereError>>;
    /// Begins a session of the one who owns what the demo made; whoever holds the program holds the server too.
    fn sign_in(&self, device_name: String) -> BoxFuture<'_, Result<SignedIn, HereError>>;
}
