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
        let jobs = tokio::spawn(app.jobs().map_err(std::io::Error::other)?);
        let (end, asked) = oneshot::channel::<()>();
        let bell = app.doorbell().clone();
        let asked = async move {
            // Whether it is asked or whoever could ask is gone, it ends; open streams would keep it from ending.
            drop(asked.await);
            bell.end();
        };
        let requests = tokio::spawn(connections::take(listener, app.router(), asked));
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
        tokio::select! {
            ended = &mut self.requests => ended.map_err(std::io::Error::other),
            // They go on for as long as the program does: a server without them tells nobody of anything.
            ended = &mut self.jobs => {
                ended.map_err(std::io::Error::other)?;
                Err(std::io::Error::other("the jobs have ended"))
            }
        }
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::clock::Clock;
    use crate::store::Floor;
    use crate::{Config, Error};

    async fn opened(folder: &tempfile::TempDir, text: &str) -> Result<App, Error> {
        let config = Config::of(folder.path(), text, BTreeMap::new()).unwrap();
        App::open_with(config, Clock::Machine, Floor::OneConnection).await
    }

    #[tokio::test]
    async fn a_server_that_can_send_no_letter_does_not_start() {
        let folder = tempfile::tempdir().unwrap();
        let error = unusable(&folder, "from = 'nobody'").await;
        assert!(error.contains("mail.from is no mailbox"), "{error}");
        std::fs::write(folder.path().join("taken"), "").unwrap();
        let taken = folder.path().join("taken").display().to_string();
        let error = unusable(&folder, &format!("folder = '{taken}'")).await;
        assert!(error.contains("the folder for letters"), "{error}");
    }

    /// Why a server with these words about letters does not begin; whoever mends something beside it opens the store.
    async fn unusable(folder: &tempfile::TempDir, mail: &str) -> String {
        let text = format!("[mail]\ntransport = 'folder'\n{mail}");
        let app = opened(folder, &text).await.unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let error = anyhow::Error::from(Serving::begin(app, listener).unwrap_err());
        format!("{error:#}")
    }

    #[tokio::test]
    async fn a_server_whose_jobs_have_ended_has_failed() {
        let folder = tempfile::tempdir().unwrap();
        let app = opened(&folder, "").await.unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let mut serving = Serving::begin(app, listener).unwrap();
        serving.jobs.abort();
        assert!(serving.failed().await.is_err());
        serving.end().await;
    }
}
