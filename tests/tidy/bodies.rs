//! `lib.rs` and `mod.rs` declare, re-export and explain: whoever opens them gets the list, not a body.

use anyhow::Result;

use crate::{finding, tree};

/// How an item with a body begins, behind its visibility.
const ITEMS: [&str; 9] = [
    "fn ",
    "async fn ",
    "const fn ",
    "struct ",
    "enum ",
    "trait ",
    "impl",
    "static ",
    "macro_rules!",
];

#[test]
fn lists_of_modules_hold_no_bodies() -> Result<()> {
    let sources = tree::sources("crates", &["rs"])?;
    let lists = sources.iter().filter(|source| {
        let is_list = source.path.ends_with("/mod.rs") || source.path.ends_with("/lib.rs");
        is_list && source.path.contains("/src/") && !source.path.contains("/tests/")
    });
    let findings: Vec<String> = lists
        .filter(|source| source.text.lines().any(begins_a_body))
        .map(|source| source.path.clone())
        .collect();
    finding::none(
        "move what these files hold into files of its own:",
        &findings,
    )
}

fn begins_a_body(line: &str) -> bool {
    let item = line
        .strip_prefix("pub(crate) ")
        .or_else(|| line.strip_prefix("pub(super) "))
        .or_else(|| line.strip_prefix("pub "))
        .unwrap_or(line);
    ITEMS.iter().any(|begin| item.starts_with(begin))
}
