//! The server that Doorward brings along, started when somebody tries it on this computer and whenever they come back.

use std::path::PathBuf;
use std::pin::Pin;

use doorward_client::{HereError, ServerHere, SignedIn};
use doorward_server::here::Here;
use tokio::sync::{Mutex, MutexGuard};

/// The server in its folder, running or not.
#[derive(Debug)]
pub(crate) struct LocalServer {
    folder: PathBuf,
    running: Mutex<Option<Here>>,
}

type Answer<'a, T> = Pin<Box<dyn Future<Output = Result<T, HereError>> + Send + 'a>>;

impl LocalServer {
    /// A server that keeps its things in this folder.
    pub(crate) fn new(folder: PathBuf) -> Self {
        Self {
            folder,
            running: Mutex::new(None),
        }
    }

    /// Ends it, if it runs.
    pub(crate) async fn end(&self) {
        if let Some(here) = self.running.lock().await.take() {
            here.end().await;
        }
    }

    async fn run(&self) -> Result<MutexGuard<'_, Option<Here>>, HereError> {
        let mut running = self.running.lock().await;
        if running.is_none() {
            let here = Here::start(&self.folder).await.map_err(HereError::new)?;
            tracing::info!(url = here.url(), "the server on this computer listens");
            *running = Some(here);
        }
        Ok(running)
    }
}

impl ServerHere for LocalServer {
    fn start(&self) -> Answer<'_, String> {
        Box::pin(async {
            let running = self.run().await?;
            Ok(running.as_ref().map(Here::url).unwrap_or_default())
        })
    }

    fn sign_in(&self, device_name: String) -> Answer<'_, SignedIn> {
        Box::pin(async move {
            let running = self.run().await?;
            let Some(here) = running.as_ref() else {
                return Err(HereError::new("it has ended"));
            };
            here.sign_in_owner(&device_name)
                .await
                .map_err(HereError::new)
        })
    }
}
