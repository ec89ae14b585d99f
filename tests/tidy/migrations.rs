//! A migration is never edited: somebody's store may have run it already.

use std::collections::BTreeMap;
use std::fmt::Write;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::{finding, tree};

const LIST: &str = "tests/tidy/migrations.sha256";

#[test]
fn migrations_are_added_and_never_edited() -> Result<()> {
    let listed = listed()?;
    let mut found = BTreeMap::new();
    for source in tree::sources("crates", &["sql"])? {
        if source.path.contains("/migrations/") {
            found.insert(source.path, sum(&source.text));
        }
    }
    let mut findings = Vec::new();
    for (path, sum) in &found {
        match listed.get(path) {
            Some(known) if known == sum => {}
            Some(_) => findings.push(format!("{path} was edited: add another migration instead")),
            None => findings.push(format!("add this line to {LIST}: {sum}  {path}")),
        }
    }
    let gone = listed.keys().filter(|path| !found.contains_key(*path));
    findings.extend(gone.map(|path| format!("{path} is gone: stores that ran it still name it")));
    finding::none("migrations are only ever added:", &findings)
}

fn listed() -> Result<BTreeMap<String, String>> {
    tree::read(LIST)?
        .lines()
        .map(|line| {
            let (sum, path) = line.split_once("  ").context("a sum, two spaces, a path")?;
            Ok((path.to_owned(), sum.to_owned()))
        })
        .collect()
}

fn sum(text: &str) -> String {
    Sha256::digest(text)
        .iter()
        .fold(String::new(), |mut sum, byte| {
            // Writing into text cannot fail.
            let _ = write!(sum, "{byte:02x}");
            sum
        })
}
