//! The files of the page, built for loopback and held in memory.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use tokio::process::Command;
use tokio::sync::OnceCell;
use walkdir::WalkDir;

use crate::programs;

/// Every file by its path, with its type.
pub type Files = BTreeMap<String, File>;

/// One file of the page.
#[derive(Debug, Clone)]
pub struct File {
    /// Its media type.
    pub kind: &'static str,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// The page as [`build`] makes it, made once for all who look at it in this program.
pub async fn built() -> Result<&'static Files> {
    static BUILT: OnceCell<Files> = OnceCell::const_new();
    BUILT.get_or_try_init(build).await
}

/// Builds `ui/` with the transport of tests and reads what came out.
pub async fn build() -> Result<Files> {
    let folder = tempfile::Builder::new().prefix("doorward-ui-").tempdir()?;
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let mut build = Command::new(npm);
    build.args(["run", "--silent", "build", "--"]);
    build.args(["--mode", "loopback", "--emptyOutDir", "--outDir"]);
    build
        .arg(folder.path())
        .current_dir(programs::root().join("ui"));
    let output = build.output().await.context("npm cannot be started")?;
    ensure!(
        output.status.success(),
        "the UI does not build:\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
    read(folder.path())
}

/// Reads a built page.
pub fn read(folder: &Path) -> Result<Files> {
    let mut files = Files::new();
    for entry in WalkDir::new(folder) {
        let entry = entry.with_context(|| format!("no page lies in {}", folder.display()))?;
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(folder)?.to_string_lossy();
            let path = format!("/{}", path.replace('\\', "/"));
            let bytes = std::fs::read(entry.path())?;
            let kind = kind(&path);
            files.insert(path, File { kind, bytes });
        }
    }
    ensure!(
        files.contains_key("/index.html"),
        "no page lies in {}",
        folder.display()
    );
    Ok(files)
}

fn kind(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript",
        "css" => "text/css",
        "svg" => "image/svg+xml",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}
