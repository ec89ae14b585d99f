//! `setup`: installs what is missing and touches nothing that is there already.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use anyhow::{Context, Result, bail};

use crate::{debian, deny, place, tool};

/// What other systems need installed by hand, beside Rust and Node.js.
const ELSEWHERE: &str = "\
This is neither Debian nor Ubuntu, so nothing is installed for you. Needed beside Rust and Node.js:
  - a C and C++ compiler, Perl and pkg-config (SQLCipher and OpenSSL are built from source)
  - Linux: WebKitGTK 4.1, librsvg and libayatana-appindicator with headers, D-Bus, GNOME Keyring,
    and for the tests WebKitWebDriver, Xvfb, xauth and dunst
  - macOS: the Xcode command line tools (WebKit comes with the system)
  - Windows: the Visual Studio C++ build tools and the WebView2 runtime
  - for the tests: PostgreSQL 15 or newer with its server programs, Chromium with ChromeDriver,
    Python 3 with aiosmtpd, Kannel with its fake message centre, and zbarimg";

/// Installs all that `run` and `test` need.
pub fn everything() -> Result<()> {
    for_the_app()?;
    deny::install()
}

/// Installs what building and running need.
pub fn for_the_app() -> Result<()> {
    if place::on_path(&["npm", "npm.cmd"]).is_none() {
        bail!("Node.js with npm is missing: install version 20.19 or newer");
    }
    if debian::is_here() {
        debian::install_missing()?;
    } else {
        println!("{ELSEWHERE}");
    }
    install_ui_packages()
}

fn install_ui_packages() -> Result<()> {
    let ui = place::root()?.join("ui");
    let wanted =
        changed(&ui.join("package-lock.json")).context("ui/package-lock.json is missing")?;
    // npm writes this file last, so it also tells an interrupted installation.
    let installed = changed(&ui.join("node_modules/.package-lock.json"));
    if installed.is_some_and(|installed| installed >= wanted) {
        return Ok(());
    }
    tool::run(&mut tool::npm(["ci", "--no-audit", "--no-fund"])?)
}

fn changed(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).and_then(|file| file.modified()).ok()
}
