//! `serve`: listens until told to stop.

use std::io::Write;
use std::net::SocketAddr;

use anyhow::Context;

use super::Place;
use crate::serving::Serving;
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
        let mut serving = Serving::begin(app, listener)?;
        writeln!(
            std::io::stdout(),
            "listening on http://{}",
            serving.address()
        )?;
        let served = tokio::select! {
            failed = serving.failed() => failed,
            () = asked_to_end() => Ok(()),
        };
        serving.end().await;
        Ok(served?)
    }
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
