//! Every rule about access, management and the end of accounts has a test that carries its id in its name.

use std::ops::RangeInclusive;

use anyhow::Result;

use crate::finding;
use crate::tree;

/// The rules of RULES 2, 3 and 5.
const RULES: [RangeInclusive<u32>; 3] = [20..=36, 40..=46, 60..=63];

#[test]
fn every_rule_of_access_has_a_test_of_its_name() -> Result<()> {
    let sources = tree::sources("", &["rs"])?;
    let names: Vec<&str> = sources.iter().flat_map(|it| tests(&it.text)).collect();
    let rules = RULES.into_iter().flatten();
    let missing = rules.filter(|rule| !names.iter().any(|name| carries(name, *rule)));
    let findings: Vec<String> = missing.map(|rule| format!("R-{rule}")).collect();
    finding::none("name a test after each of these rules:", &findings)
}

/// The names of the functions of a source; tests are among them.
fn tests(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter_map(|line| {
        let line = line.trim().trim_start_matches("async ");
        line.strip_prefix("fn ")?.split('(').next()
    })
}

/// Whether a name carries the id of a rule, and not of a longer one.
fn carries(name: &str, rule: u32) -> bool {
    let id = format!("_r_{rule}");
    let mut after = name
        .match_indices(&id)
        .map(|(at, _)| &name[at + id.len()..]);
    after.any(|rest| rest.is_empty() || rest.starts_with('_'))
}
