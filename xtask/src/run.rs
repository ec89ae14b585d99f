//! `run`: from a fresh checkout to the open app with demo data.

use anyhow::{Context, Result};
use serde_json::Value;

use crate::server::DemoServer;
use crate::{display, setup, tool};

/// What somebody can be who is worth signing in as.
const WORTH_SEEING: &[&str] = &["owner", "administrator", "manager", "finance_manager"];

/// Builds everything and opens the app; the server and its store end with it.
pub fn run() -> Result<()> {
    setup::for_the_app()?;
    tool::build_ui()?;
    tool::build_server()?;
    tool::run(&mut tool::cargo(["build", "--package", "doorward"])?)?;

    let server = DemoServer::start()?;
    println!("\nThe server listens on {}", server.url);
    println!("{}", people(&server.accounts)?);
    tool::run(
        display::app()?
            .env("DOORWARD_SERVER", &server.url)
            .env("XDG_DATA_HOME", server.folder().join("app")),
    )
}

/// Whom one can sign in as, and how.
fn people(made: &str) -> Result<String> {
    let made: Value = serde_json::from_str(made)?;
    let accounts = made["accounts"]
        .as_array()
        .context("the demo has accounts")?;
    let text = |account: &Value, key: &str| account[key].as_str().unwrap_or_default().to_owned();
    let password = accounts.first().map(|it| text(it, "password"));
    let mut lines = vec![format!(
        "Everybody in it has the password {}",
        password.unwrap_or_default()
    )];
    for account in accounts {
        let level = text(account, "level");
        if WORTH_SEEING.contains(&level.as_str()) {
            let (email, name) = (text(account, "email"), text(account, "name"));
            lines.push(format!("  {email:<30} {name}, {level}"));
        }
    }
    Ok(lines.join("\n"))
}
