//! The files of the repository that people write.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use walkdir::{DirEntry, WalkDir};

/// Folders that hold what programs made.
const MADE: &[&str] = &[
    ".git",
    "target",
    "node_modules",
    "dist",
    "gen",
    "test-results",
];

/// One file: its path from the root, with slashes, and its text.
#[derive(Debug)]
pub struct Source {
    /// Path from the root.
    pub path: String,
    /// Everything it holds.
    pub text: String,
}

/// The repository's root.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Reads one file that must exist.
pub fn read(path: &str) -> Result<String> {
    fs::read_to_string(root().join(path)).with_context(|| format!("{path} cannot be read"))
}

/// All files below `folder` (the root is `""`) whose names end in one of `extensions`, by path.
pub fn sources(folder: &str, extensions: &[&str]) -> Result<Vec<Source>> {
    paths(folder)?
        .into_iter()
        .filter(|path| {
            extensions
                .iter()
                .any(|extension| has_extension(path, extension))
        })
        .map(|path| {
            Ok(Source {
                text: read(&path)?,
                path,
            })
        })
        .collect()
}

/// The paths of all files below `folder`, sorted.
pub fn paths(folder: &str) -> Result<Vec<String>> {
    let root = root();
    let start = root.join(folder);
    let mut found = Vec::new();
    for entry in WalkDir::new(&start)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(is_written)
    {
        let entry = entry.with_context(|| format!("{folder} cannot be walked"))?;
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(&root)?.to_string_lossy();
            found.push(path.replace('\\', "/"));
        }
    }
    Ok(found)
}

/// Whether a path ends in this extension.
pub fn has_extension(path: &str, extension: &str) -> bool {
    Path::new(path)
        .extension()
        .is_some_and(|found| found.eq_ignore_ascii_case(extension))
}

fn is_written(entry: &DirEntry) -> bool {
    !(entry.file_type().is_dir() && MADE.iter().any(|made| entry.file_name() == *made))
}
