//! What carries requests instead of a network, for a device that is driven by hand.

use std::fmt::Debug;
use std::pin::Pin;

use reqwest::{Request, Response, Result};

/// Carries requests to a server: perhaps late, twice or never.
pub trait Carrier: Send + Sync + Debug {
    /// Carries one request and brings what comes back.
    fn carry(
        &self,
        request: Request,
    ) -> Pin<Box<dyn Future<Output = Result<Response>> + Send + '_>>;
}
