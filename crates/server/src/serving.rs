//! A server that listens, with its jobs beside it, until it is ended.

use std::net::SocketAddr;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::{App, connections};

/// Requests under way get this long to end, once the server has been asked to.
const PATIENCE: Duration = Duration::from_secs(10);

/// A server that listens; dropped without being ended it ends at once.
#[derive(Debug)]
pub struct Serving {
    app: App,
    address: SocketAddr,
    jobs: JoinHandle<()>,
    requests: JoinHandle<()>,
    end: Option<oneshot::Sender<()>>,
}

impl Serving {
    /// Begins to serve on a listener.
    pub fn begin(app: App, listener: TcpListener) -> std::io::Result<Self> {
        let address = listener.local_addr()?;
        app.set_listening(address);
        let (end, asked) = oneshot::channel::<()>();
        let bell = app.doorbell().clone();
        let asked = async move {
            // Whether it is asked or whoever could ask is gone, it ends; open streams would keep it from ending.
            drop(asked.await);
            bell.end();
        };
        let requests = tokio::spawn(connections::take(listener, app.router(), asked));
        let jobs = {
            let app = app.clone();
            tokio::spawn(async move { app.run_jobs().await })
        };
        Ok(Self {
            app,
            address,
            jobs,
            requests,
            end: Some(end),
        })
    }

    /// What is served.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Waits until it cannot serve any more; it does not end by itself otherwise.
    pub async fn failed(&mut self) -> std::io::Result<()> {
        (&mut self.requests).await.map_err(std::io::Error::other)
    }

    /// Lets requests under way end, then the jobs, then closes the store.
    pub async fn end(mut self) {
        self.end.take();
        if !self.requests.is_finished() {
            drop(tokio::time::timeout(PATIENCE, &mut self.requests).await);
        }
        self.jobs.abort();
        self.app.store().close().await;
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        self.requests.abort();
        self.jobs.abort();
    }
}
