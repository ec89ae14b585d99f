//! `serve`: listens until told to stop.

use std::future::IntoFuture;
use std::io::Write;
use std::net::SocketAddr;
use std::time::Duration;

use anyhow::Context;

use super::Place;
use crate::{App, Config};

/// What `serve` is told.
#[derive(Debug, clap::Args)]
pub struct Serve {
    #[command(flatten)]
    place: Place,
    /// The address and port to listen on; counts more than the configuration.
    #[arg(long)]
    listen: Option<SocketAddr>,
}

impl Serve {
    /// Serves until the process is asked to end.
    pub async fn run(self) -> anyhow::Result<()> {
        let mut config = Config::read(&self.place.data, self.place.config.as_deref())?;
        if let Some(listen) = self.listen {
            config.listen = listen;
        }
        let filter = tracing_subscriber::EnvFilter::try_new(&config.log).context("log")?;
        tracing_subscriber::fmt()
            .with_env_filter(filter)
            .with_writer(std::io::stderr)
            .init();
        let listen = config.listen;
        let app = App::open(config).await?;
        let listener = tokio::net::TcpListener::bind(listen)
            .await
            .with_context(|| format!("cannot listen on {listen}"))?;
        let address = listener.local_addr()?;
        app.set_listening(address);
        let jobs = {
            let app = app.clone();
            tokio::spawn(async move { app.run_jobs().await })
        };
        writeln!(std::io::stdout(), "listening on http://{address}")?;
        let service = app
            .router()
            .into_make_service_with_connect_info::<SocketAddr>();
        let (ending, ended) = tokio::sync::oneshot::channel::<()>();
        let bell = app.doorbell().clone();
        let end = async move {
            asked_to_end().await;
            // Open streams would keep the server from ending.
            bell.end();
            drop(ending);
        };
        let serving = axum::serve(listener, service)
            .with_graceful_shutdown(end)
            .into_future();
        let served = tokio::select! {
            served = serving => served,
            () = patience(ended) => Ok(()),
        };
        jobs.abort();
        app.store().close().await;
        Ok(served?)
    }
}

/// Requests under way get this long to end, once the server has been asked to.
async fn patience(ended: tokio::sync::oneshot::Receiver<()>) {
    // The sender is dropped, never used.
    drop(ended.await);
    tokio::time::sleep(Duration::from_secs(10)).await;
}

#[cfg(unix)]
async fn asked_to_end() {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminate) = signal(SignalKind::terminate()) else {
        return std::future::pending().await;
    };
    tokio::select! {
        _ = terminate.recv() => {}
        _ = tokio::signal::ctrl_c() => {}
    }
}

#[cfg(not(unix))]
async fn asked_to_end() {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}
