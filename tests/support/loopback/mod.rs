//! The window's page in any browser: built with its second transport and served over loopback HTTP, with the real
//! client behind it. Never shipped.

mod demo;
mod files;
mod routes;

pub use demo::Demo;
pub use files::{Files, build, built, read};

use std::sync::Arc;

use anyhow::{Context, Result};
use doorward_client::Workplace;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use url::Url;

/// One device with its page; dropping it ends the serving.
#[derive(Debug)]
pub struct Loopback {
    url: Url,
    serving: JoinHandle<()>,
}

impl Loopback {
    /// Serves `files` over `workplace`, on `port` or a free one.
    pub async fn serve(workplace: Arc<Workplace>, files: Files, port: u16) -> Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", port))
            .await
            .with_context(|| format!("port {port} is taken"))?;
        let url = Url::parse(&format!("http://{}/", listener.local_addr()?))?;
        let router = routes::router(workplace, files)?;
        let serving = tokio::spawn(async move {
            // It ends only with the task; a failed connection is the browser's to see.
            drop(axum::serve(listener, router).await);
        });
        Ok(Self { url, serving })
    }

    /// Where the page is.
    pub fn url(&self) -> &Url {
        &self.url
    }
}

impl Drop for Loopback {
    fn drop(&mut self) {
        self.serving.abort();
    }
}
