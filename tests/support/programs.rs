//! The programs under test, as `cargo build` makes them: built at the first use, so that they are never stale.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use tokio::process::Command;
use tokio::sync::OnceCell;

/// Set by whoever has built everything just now: nothing is built again.
const AS_BUILT: &str = "SUITE_TAKES_WHAT_IS_BUILT";

static SERVER: OnceCell<PathBuf> = OnceCell::const_new();
static APP: OnceCell<PathBuf> = OnceCell::const_new();

/// The server, built on its own: built together with the client its SQLite would become SQLCipher.
pub async fn server() -> Result<&'static Path> {
    Ok(SERVER.get_or_try_init(|| build("doorward-server")).await?)
}

/// The desktop application, with the UI that lies in `ui/dist`.
pub async fn app() -> Result<&'static Path> {
    Ok(APP.get_or_try_init(|| build("doorward")).await?)
}

/// The repository's root.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// A program that lies beside this one: of this package, which cargo builds with its tests, or built before.
pub fn beside(name: &str) -> Result<PathBuf> {
    Ok(folder()?.join(format!("{name}{}", std::env::consts::EXE_SUFFIX)))
}

/// Where the debug build lies; a test is `deps/<test>` in it, a program lies in it.
fn folder() -> Result<PathBuf> {
    let this = std::env::current_exe()?;
    let folder = this
        .ancestors()
        .skip(1)
        .find(|folder| !folder.ends_with("deps"))
        .context("a test lies in the build folder")?;
    Ok(folder.to_owned())
}

/// The build folder, where tests may leave what people want to look at.
pub fn target() -> Result<PathBuf> {
    let profile = folder()?;
    let target = profile.parent();
    Ok(target
        .context("the build folder has a profile folder")?
        .to_owned())
}

async fn build(package: &str) -> Result<PathBuf> {
    if std::env::var_os(AS_BUILT).is_some() {
        return beside(package);
    }
    let (debug, target) = (folder()?, target()?);
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut build = Command::new(cargo);
    build.args(["build", "--quiet", "--package", package]);
    build.current_dir(root()).env("CARGO_TARGET_DIR", target);
    // What cargo tells this test of its own package would make it build others anew that look at it.
    for (name, _) in std::env::vars_os() {
        let name = name.to_string_lossy();
        if name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_") {
            build.env_remove(&*name);
        }
    }
    let output = build.output().await?;
    ensure!(
        output.status.success(),
        "{package} does not build:\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
    Ok(debug.join(format!("{package}{}", std::env::consts::EXE_SUFFIX)))
}
