//! The HTTP clients of the suite: with time limits, and without proxies that the machine may have set.

use std::net::TcpListener;
use std::ops::Range;
use std::sync::atomic::{AtomicU16, Ordering};

use anyhow::{Result, bail};
use reqwest::ClientBuilder;

use crate::wait::DEADLINE;

const PORTS: Range<u16> = 12_000..32_000;

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

/// A port that nobody else of this process was given and that was free a moment ago, for programs that cannot choose one.
///
/// It lies below those that systems give to connections, so that none of these can be quicker than the program.
pub fn free_port() -> Result<u16> {
    static GIVEN: AtomicU16 = AtomicU16::new(0);
    // Another test process begins elsewhere.
    let begin = u16::try_from(std::process::id() % u32::from(PORTS.end - PORTS.start))?;
    for _ in PORTS {
        let given = GIVEN.fetch_add(1, Ordering::Relaxed).wrapping_add(begin);
        let port = PORTS.start + given % (PORTS.end - PORTS.start);
        if TcpListener::bind(("127.0.0.1", port)).is_ok() {
            return Ok(port);
        }
    }
    bail!("no port is free")
}
