//! Where things are: the repository, the build folder, and the programs that are built into it.
//! The build folder lies outside the repository so that several checkouts share one.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The repository's root.
pub fn root() -> Result<&'static Path> {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .context("xtask lies in the repository")
}

/// The build folder: `CARGO_TARGET_DIR`, or `doorward/target` in the user's cache.
pub fn target() -> Result<PathBuf> {
    if let Some(folder) = env::var_os("CARGO_TARGET_DIR").filter(|folder| !folder.is_empty()) {
        return Ok(root()?.join(folder));
    }
    Ok(cache()?.join("doorward").join("target"))
}

/// A program of the debug build.
pub fn built(program: &str) -> Result<PathBuf> {
    of("debug", program)
}

/// A program of the release build.
pub fn released(program: &str) -> Result<PathBuf> {
    of("release", program)
}

fn of(profile: &str, program: &str) -> Result<PathBuf> {
    let file = format!("{program}{}", env::consts::EXE_SUFFIX);
    Ok(target()?.join(profile).join(file))
}

/// The first of these programs that the search path knows.
pub fn on_path(programs: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    programs
        .iter()
        .flat_map(|program| {
            [
                (*program).to_owned(),
                format!("{program}{}", env::consts::EXE_SUFFIX),
            ]
        })
        .flat_map(|file| folders.iter().map(move |folder| folder.join(&file)))
        .find(|file| file.is_file())
}

fn cache() -> Result<PathBuf> {
    if let Some(folder) = env::var_os("XDG_CACHE_HOME").map(PathBuf::from)
        && folder.is_absolute()
    {
        return Ok(folder);
    }
    let home = env::home_dir().context("there is no home folder; set CARGO_TARGET_DIR")?;
    Ok(home.join(".cache"))
}
