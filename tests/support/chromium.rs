//! Real Chromium without a screen, for the pages and for the window's page over loopback.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::json;
use url::Url;

use crate::guard::Guarded;
use crate::window::Window;

/// Chromium with a driver; each window has cookies of its own.
#[derive(Debug)]
pub struct Chromium {
    driver: Url,
    process: Guarded,
}

impl Chromium {
    /// Starts the driver.
    pub async fn start() -> Result<Self> {
        let mut driver = Command::new(program(&["chromedriver", "chromium.chromedriver"])?);
        driver.arg("--port=0");
        let process = Guarded::start(&driver, "TERM", None)?;
        let line = process.line("started successfully on port ").await?;
        let (_, port) = line.rsplit_once(' ').context("the line says the port")?;
        let driver = Url::parse(&format!("http://127.0.0.1:{}", port.trim_end_matches('.')))?;
        Ok(Self { driver, process })
    }

    /// Opens a window of somebody who prefers `language`.
    pub async fn open(&self, language: &str) -> Result<Window> {
        // Build machines test as root, where Chromium has no sandbox.
        let arguments = [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
        ];
        let options = json!({
            "browserName": "chrome",
            "goog:chromeOptions": {
                "binary": program(&["chromium", "chromium-browser"])?,
                "args": arguments,
                "prefs": { "intl.accept_languages": language },
            },
        });
        Window::open(&self.driver, options)
            .await
            .with_context(|| self.process.said())
    }
}

fn program(names: &[&str]) -> Result<PathBuf> {
    let path = std::env::var_os("PATH").context("there is no PATH")?;
    std::env::split_paths(&path)
        .flat_map(|folder| names.iter().map(move |name| folder.join(name)))
        .find(|program| program.is_file())
        .with_context(|| format!("{} is missing; `cargo xtask setup` installs it", names[0]))
}
