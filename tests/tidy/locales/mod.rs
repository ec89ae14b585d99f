//! Everything people read, in every language: complete, strictly parsed, used, and never elsewhere.

mod catalogue;
mod complete;
mod counted;
mod plurals;
mod used;

use std::collections::BTreeMap;

use anyhow::{Result, ensure};

use crate::tree;
use catalogue::Catalogue;

/// The language the others are compared with.
const REFERENCE: &str = "en";

/// Every language with the plural categories that CLDR gives its whole and broken numbers.
const LANGUAGES: &[(&str, &[&str])] = &[
    ("en", &["one", "other"]),
    ("et", &["one", "other"]),
    ("ro", &["one", "few", "other"]),
    ("ru", &["one", "few", "many", "other"]),
];

fn catalogues() -> Result<BTreeMap<&'static str, Catalogue>> {
    LANGUAGES
        .iter()
        .map(|(language, _)| Ok((*language, catalogue(language)?)))
        .collect()
}

fn catalogue(language: &str) -> Result<Catalogue> {
    let files = tree::sources(&format!("locales/{language}"), &["ftl"])?;
    ensure!(!files.is_empty(), "locales/{language} holds no messages");
    Catalogue::read(&files)
}
