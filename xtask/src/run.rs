//! `run`: from a fresh checkout to the open app with demo data.

use anyhow::Result;

use crate::server::DemoServer;
use crate::{display, setup, tool};

/// Builds everything and opens the app; the server and its store end with it.
pub fn run() -> Result<()> {
    setup::for_the_app()?;
    tool::build_ui()?;
    tool::build_server()?;
    tool::run(&mut tool::cargo(["build", "--package", "doorward"])?)?;

    let server = DemoServer::start()?;
    println!("\nThe server listens on {}", server.url);
    println!("Accounts to sign in with:\n{}", server.accounts.trim());
    tool::run(
        display::app()?
            .env("DOORWARD_SERVER", &server.url)
            .env("XDG_DATA_HOME", server.folder().join("app")),
    )
}
