//! The HTTP clients of the suite: with time limits, and without proxies that the machine may have set.

use anyhow::Result;
use reqwest::ClientBuilder;

use crate::wait::DEADLINE;

/// Builds a client; `more` adds what one user of it needs.
pub fn client(more: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Result<reqwest::Client> {
    // The first call of the process installs it; the others find it there.
    drop(rustls::crypto::ring::default_provider().install_default());
    Ok(more(reqwest::Client::builder().no_proxy().timeout(DEADLINE)).build()?)
}
