//! What is generated from the code and committed is what the code would generate now.

use std::collections::BTreeSet;
use std::fs;

use anyhow::Result;
use doorward_suite::generated;

use crate::{finding, tree};

#[test]
fn generated_files_are_fresh() -> Result<()> {
    let folder = tempfile::tempdir()?;
    generated::write(folder.path())?;
    let mut findings = Vec::new();
    for path in generated::FILES {
        let fresh = fs::read_to_string(folder.path().join(path))?;
        if tree::read(path).ok() != Some(fresh) {
            findings.push((*path).to_owned());
        }
    }
    finding::none("stale; run `cargo xtask gen`:", &findings)
}

#[test]
fn nothing_lies_among_the_bindings_that_is_not_generated() -> Result<()> {
    let found: BTreeSet<String> = tree::paths("ui/src/bindings")?.into_iter().collect();
    let made = generated::FILES
        .iter()
        .filter(|path| path.starts_with("ui/"));
    let made: BTreeSet<String> = made.map(|path| (*path).to_owned()).collect();
    assert_eq!(
        found, made,
        "ui/src/bindings holds generated files and nothing else"
    );
    Ok(())
}
