//! `package`: what people install, made of a release build and left beside it.

use std::process::Command;

use anyhow::Result;

use crate::{place, setup, tool};

/// What each system installs, as far as it is made without asking anybody for more.
const BUNDLES: &str = if cfg!(windows) {
    "nsis"
} else if cfg!(target_os = "macos") {
    "app,dmg"
} else {
    "deb,rpm"
};

/// Builds the window's program and packs it.
pub fn package() -> Result<()> {
    setup::for_the_app()?;
    let root = place::root()?;
    let mut pack = Command::new("node");
    pack.arg(root.join("ui/node_modules/@tauri-apps/cli/tauri.js"))
        .args(["build", "--ci", "--bundles", BUNDLES])
        .current_dir(root)
        .env("CARGO_TARGET_DIR", place::target()?);
    tool::run(&mut pack)?;
    let bundles = place::target()?.join("release").join("bundle");
    println!("The packages are in {}", bundles.display());
    Ok(())
}
