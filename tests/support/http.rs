//! The HTTP clients of the suite: with time limits, and without proxies that the machine may have set.

use std::net::TcpListener;

use anyhow::Result;
use reqwest::ClientBuilder;

use crate::wait::DEADLINE;

/// Builds a client; `more` adds what one user of it needs.
pub fn client(more: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Result<reqwest::Client> {
    // The first call of the process installs it; the others find it there.
    drop(rustls::crypto::ring::default_provider().install_default());
    Ok(more(reqwest::Client::builder().no_proxy().timeout(DEADLINE)).build()?)
}

/// A client whose answers may go on for ever.
pub fn streaming_client() -> Result<reqwest::Client> {
    drop(rustls::crypto::ring::default_provider().install_default());
    Ok(reqwest::Client::builder()
        .no_proxy()
        .connect_timeout(DEADLINE)
        .build()?)
}

/// A port that was free a moment ago, for programs that cannot choose one and say which.
pub fn free_port() -> Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}
