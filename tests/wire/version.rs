//! The version of the protocol: every change of a shape is a new one, with a line that says what is new.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use doorward_protocol::{HISTORY, OLDEST_SERVED, PROTOCOL_VERSION};
use sha2::{Digest, Sha256};

/// One line for each version: its number, and the hash of all shapes as they were then.
const VERSIONS: &str = include_str!("versions.txt");

#[test]
fn a_changed_shape_is_a_new_version() -> Result<()> {
    let (version, hash) = VERSIONS
        .lines()
        .last()
        .and_then(|line| line.split_once(' '))
        .context("a line for each version")?;
    assert_eq!(
        version,
        PROTOCOL_VERSION.to_string(),
        "the last line of tests/wire/versions.txt is the version spoken now"
    );
    assert_eq!(
        hash,
        hash_of_snapshots()?,
        "what travels has changed: raise PROTOCOL_VERSION, say in HISTORY what is new, and add a line with the new \
         hash to tests/wire/versions.txt; before a version is released its own line may be replaced"
    );
    Ok(())
}

#[test]
fn every_version_says_what_was_new() {
    let said: Vec<String> = HISTORY
        .iter()
        .map(|(version, _)| version.to_string())
        .collect();
    let hashed: Vec<&str> = VERSIONS
        .lines()
        .filter_map(|line| Some(line.split_once(' ')?.0))
        .collect();
    assert_eq!(
        said, hashed,
        "HISTORY and tests/wire/versions.txt name the same versions"
    );
    assert!(HISTORY.iter().all(|(_, news)| !news.is_empty()));
    assert!((1..=PROTOCOL_VERSION).contains(&OLDEST_SERVED));
}

fn hash_of_snapshots() -> Result<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("wire/snapshots");
    let files = fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<Vec<PathBuf>>>()?;
    let is_snapshot = |path: &PathBuf| {
        path.extension()
            .is_some_and(|extension| extension == "snap")
    };
    let files: BTreeSet<PathBuf> = files.into_iter().filter(is_snapshot).collect();
    let mut hash = Sha256::new();
    for file in files {
        let text = fs::read_to_string(&file)?;
        // What stands above the second line of dashes is about the test, not about the shape.
        let (_, shape) = text
            .trim_start_matches("---")
            .split_once("\n---\n")
            .context("a snapshot has a head")?;
        hash.update(file.file_name().unwrap_or_default().as_encoded_bytes());
        hash.update(shape);
    }
    let digits = hash
        .finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect::<Vec<_>>();
    Ok(digits.concat())
}
