//! The documents that a stranger begins with exist, stay short and lead to the rest.

use anyhow::Result;

use crate::{finding, tree};

/// The longest that ARCHITECTURE.md may be.
const MAP: usize = 250;

#[test]
fn a_stranger_finds_the_documents_they_expect() -> Result<()> {
    let expected = [
        "README.md",
        "ARCHITECTURE.md",
        "CHANGELOG.md",
        "CODE_OF_CONDUCT.md",
        "CONTRIBUTING.md",
        "LICENSE-APACHE",
        "LICENSE-MIT",
        "SECURITY.md",
        "docs/adr/0000-template.md",
        "docs/glossary.md",
        "docs/rules.md",
        "docs/security.md",
        "docs/sync.md",
    ];
    let missing = expected
        .iter()
        .filter(|path| !tree::root().join(path).is_file());
    let findings: Vec<String> = missing.map(|path| (*path).to_owned()).collect();
    finding::none("these documents are missing:", &findings)
}

#[test]
fn the_changelog_has_a_place_for_the_next_change() -> Result<()> {
    let changelog = tree::read("CHANGELOG.md")?;
    let mut sections = changelog
        .lines()
        .filter_map(|line| line.strip_prefix("## "));
    assert_eq!(
        sections.next(),
        Some("[Unreleased]"),
        "the newest section is the unreleased one"
    );
    let kinds = [
        "Added",
        "Changed",
        "Deprecated",
        "Removed",
        "Fixed",
        "Security",
    ];
    let findings: Vec<String> = changelog
        .lines()
        .filter_map(|line| line.strip_prefix("### "))
        .filter(|kind| !kinds.contains(kind))
        .map(str::to_owned)
        .collect();
    finding::none("changes are sorted as Keep a Changelog does:", &findings)
}

#[test]
fn the_map_leads_into_every_part() -> Result<()> {
    let map = tree::read("ARCHITECTURE.md")?;
    assert!(
        map.lines().count() <= MAP,
        "ARCHITECTURE.md is a map of at most {MAP} lines"
    );
    let parts = ["src-tauri", "ui", "xtask", "tests", "locales"];
    let mut wanted: Vec<String> = parts.iter().map(|part| (*part).to_owned()).collect();
    for path in tree::paths("crates")? {
        if let Some(folder) = path.strip_suffix("/Cargo.toml") {
            wanted.push(folder.to_owned());
        }
    }
    let leads_into = |part: &String| is_linked(&map, part) || map.contains(&format!("]({part}/"));
    wanted.retain(|part| !leads_into(part));
    finding::none("ARCHITECTURE.md leads into none of these:", &wanted)
}

#[test]
fn every_document_is_found_from_where_people_begin() -> Result<()> {
    let beginning = tree::read("README.md")? + &tree::read("ARCHITECTURE.md")?;
    let findings: Vec<String> = tree::paths("docs")?
        .into_iter()
        .filter(|path| path.matches('/').count() == 1 || path == "docs/adr/README.md")
        .filter(|path| !is_linked(&beginning, path))
        .collect();
    finding::none(
        "neither README.md nor ARCHITECTURE.md links to these:",
        &findings,
    )
}

#[test]
fn every_decision_is_in_the_index() -> Result<()> {
    let index = tree::read("docs/adr/README.md")?;
    let findings: Vec<String> = tree::paths("docs/adr")?
        .iter()
        .filter_map(|path| path.strip_prefix("docs/adr/"))
        .filter(|file| *file != "README.md" && !is_linked(&index, file))
        .map(str::to_owned)
        .collect();
    finding::none("docs/adr/README.md does not list these:", &findings)
}

fn is_linked(document: &str, path: &str) -> bool {
    [")", "/)"]
        .iter()
        .any(|end| document.contains(&format!("]({path}{end}")))
}
