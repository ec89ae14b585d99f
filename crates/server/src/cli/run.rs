//! What the command line says, and doing it.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use super::{admin, demo, serve, verify_history};
use crate::{App, Config};

/// Doorward's server.
#[derive(Debug, Parser)]
#[command(name = "doorward-server", version, about)]
struct Line {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Serve until told to stop; prints `listening on http://…` when ready.
    Serve(serve::Serve),
    /// Print the OpenAPI document.
    Openapi,
    /// Fill an empty store with a believable small business; prints its accounts as JSON.
    Demo(Place),
    /// Check every history chain and name the first bad entry.
    VerifyHistory(Place),
    /// The operator's door.
    Admin(admin::Admin),
}

/// Where the server keeps its things, and what it is told.
#[derive(Debug, clap::Args)]
pub struct Place {
    /// The folder that the server owns.
    #[arg(long)]
    pub(super) data: PathBuf,
    /// The configuration file.
    #[arg(long)]
    pub(super) config: Option<PathBuf>,
}

/// Does what the command line says.
pub fn run() -> ExitCode {
    let line = Line::parse();
    match tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
    {
        Ok(runtime) => runtime.block_on(done(line.verb)),
        Err(error) => failed(&error.into()),
    }
}

async fn done(verb: Verb) -> ExitCode {
    let result = match verb {
        Verb::Serve(serve) => serve.run().await,
        Verb::Openapi => print(&crate::api::document()),
        Verb::Demo(place) => demo::run(&place).await,
        Verb::VerifyHistory(place) => verify_history::run(&place).await,
        Verb::Admin(admin) => admin.run().await,
    };
    result.map_or_else(|error| failed(&error), |()| ExitCode::SUCCESS)
}

fn failed(error: &anyhow::Error) -> ExitCode {
    // Nowhere is left to complain when this cannot be written.
    let _: std::io::Result<()> = writeln!(std::io::stderr(), "{error:#}");
    ExitCode::FAILURE
}

/// Writes one line to standard output.
pub(super) fn print(line: &str) -> anyhow::Result<()> {
    Ok(writeln!(std::io::stdout(), "{line}")?)
}

impl Place {
    /// Opens the server's library beside a server that may be running.
    pub(super) async fn open(&self) -> anyhow::Result<App> {
        Ok(App::open(Config::read(&self.data, self.config.as_deref())?).await?)
    }
}
