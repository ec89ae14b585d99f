//! `serve`: listens until told to stop.

use std::any::Any;
use std::io::Write;
use std::net::SocketAddr;
use std::panic::PanicHookInfo;

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
        std::panic::set_hook(Box::new(panicked));
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

/// Says where something went wrong inside, and what only where that holds nothing from outside.
fn panicked(panic: &PanicHookInfo<'_>) {
    let at = panic.location().map(ToString::to_string);
    let said = written(panic.payload());
    tracing::error!(at, said, "panicked");
}

/// A message as it stands in the code; one that was put together may hold a secret that somebody sent (S-18).
fn written(payload: &(dyn Any + Send)) -> Option<&'static str> {
    payload.downcast_ref::<&'static str>().copied()
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

#[cfg(test)]
mod tests {
    use super::*;

    /// What a panic says of itself, quietly.
    fn said(panics: impl FnOnce() + Send + 'static) -> Option<&'static str> {
        let panicked = std::thread::spawn(panics).join().unwrap_err();
        written(panicked.as_ref())
    }

    #[test]
    fn a_panic_says_nothing_that_came_from_outside_s_18() {
        let secret = "a-secret-é".to_owned();
        let inside_of_a_letter = secret.len() - 1;
        let cut = move || assert!(secret[inside_of_a_letter..].is_empty());
        assert_eq!(said(cut), None);
        assert_eq!(said(|| panic!("no more doors")), Some("no more doors"));
    }
}
