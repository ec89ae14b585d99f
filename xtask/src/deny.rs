//! cargo-deny, which checks licences, bans and sources (`deny.toml`). A pinned version is built once,
//! into the build folder, so that every machine judges by the same rules.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::{place, tool};

const VERSION: &str = "0.20.2";

/// Builds cargo-deny when this version of it is not there yet.
pub fn install() -> Result<()> {
    if program()?.is_file() {
        return Ok(());
    }
    let build = folder()?.join("build");
    // Unoptimised: it runs for a second, and optimising it would take many minutes.
    tool::run(
        tool::cargo([
            "install",
            "cargo-deny",
            "--locked",
            "--debug",
            "--version",
            VERSION,
            "--root",
        ])?
        .arg(folder()?)
        .env("CARGO_TARGET_DIR", &build)
        .env("CARGO_PROFILE_DEV_DEBUG", "false"),
    )?;
    Ok(fs::remove_dir_all(build)?)
}

/// Checks everything but advisories, which need the internet.
pub fn check() -> Result<()> {
    tool::run(
        Command::new(program()?)
            .args([
                "--workspace",
                "--locked",
                "check",
                "licenses",
                "bans",
                "sources",
            ])
            .current_dir(place::root()?),
    )
}

fn program() -> Result<PathBuf> {
    let file = format!("cargo-deny{}", std::env::consts::EXE_SUFFIX);
    Ok(folder()?.join("bin").join(file))
}

fn folder() -> Result<PathBuf> {
    Ok(place::target()?
        .join("tools")
        .join(format!("cargo-deny-{VERSION}")))
}
