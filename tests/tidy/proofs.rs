//! Every rule, requirement and case has a test that carries its id: in its name, or in the words before it. Rules about
//! access, management and the end of accounts stand in names.

use std::ops::RangeInclusive;
use std::path::Path;

use anyhow::{Context, Result};

use crate::finding;
use crate::tree::{self, Source};

/// The rules of RULES 2, 3 and 5.
const RULES: [RangeInclusive<u32>; 3] = [20..=36, 40..=46, 60..=63];

/// What has to be shown: one id a line, `R-42`, `OLV-24`, `S-27`; behind one that no test can show, why.
const IDS: &str = "tests/tidy/ids.txt";
/// What comes before the reason.
const UNPROVED: &str = " unproved: ";

#[test]
fn every_rule_of_access_has_a_test_of_its_name() -> Result<()> {
    let sources = tree::sources("", &["rs"])?;
    let names: Vec<String> = sources.iter().flat_map(|it| tests(&it.text)).collect();
    let rules = RULES.into_iter().flatten().map(|rule| format!("R-{rule}"));
    let findings: Vec<String> = rules
        .filter(|rule| !names.iter().any(|name| carries(name, &as_in_names(rule))))
        .collect();
    finding::none("name a test after each of these rules:", &findings)
}

#[test]
fn every_rule_requirement_and_case_has_a_test_that_names_it() -> Result<()> {
    let (said, list) = (said_by_tests()?, tree::read(IDS)?);
    let mut findings = Vec::new();
    for line in lines(&list) {
        let (id, reason) = line.split_once(UNPROVED).unzip();
        let id = id.unwrap_or(line);
        match (said.names(id), reason) {
            (false, None) => findings.push(format!("{id}: no test names it")),
            (true, Some(_)) => findings.push(format!("{id}: a test names it; take the reason out")),
            (false, Some(reason)) if reason.trim().is_empty() => {
                findings.push(format!("{id}: say why no test can show it"));
            }
            (false, Some(_)) | (true, None) => {}
        }
    }
    finding::none("each of these needs a test:", &findings)
}

#[test]
fn the_list_of_ids_is_whole() -> Result<()> {
    let list = tree::read(IDS)?;
    let ids: Vec<&str> = lines(&list)
        .filter_map(|line| line.split(' ').next())
        .collect();
    let mut findings = Vec::new();
    for (kind, last) in [
        ("OLV", 43),
        ("BTX", 19),
        ("ACT", 26),
        ("BEL", 30),
        ("RES", 21),
    ] {
        let all = (1..=last).map(|number| format!("{kind}-{number}"));
        findings.extend(all.filter(|id| !ids.contains(&id.as_str())));
    }
    let cases = (1..=80).map(|number| format!("S-{number:02}"));
    findings.extend(cases.filter(|id| !ids.contains(&id.as_str())));
    for rule in RULES.into_iter().flatten().map(|rule| format!("R-{rule}")) {
        findings.extend((!ids.contains(&rule.as_str())).then_some(rule));
    }
    finding::none("these ids are missing in the list:", &findings)
}

#[test]
fn an_id_is_found_in_names_and_words_and_in_no_longer_one() {
    let said = Said {
        names: vec!["nobody_gives_more_r_20".into(), "s_27_the_table".into()],
        words: vec!["/// Shown at once (OLV-24, RES-8).".into()],
    };
    for id in ["R-20", "S-27", "OLV-24", "RES-8"] {
        assert!(said.names(id), "{id}");
    }
    for id in ["R-2", "S-2", "OLV-2", "RES-80", "S-24", "V-24"] {
        assert!(!said.names(id), "{id}");
    }
}

fn lines(list: &str) -> impl Iterator<Item = &str> {
    list.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// What tests say that they show.
struct Said {
    /// The names of functions.
    names: Vec<String>,
    /// The lines of words before tests.
    words: Vec<String>,
}

impl Said {
    fn names(&self, id: &str) -> bool {
        let name = as_in_names(id);
        self.names.iter().any(|it| carries(it, &name))
            || self.words.iter().any(|line| mentions(line, id))
    }
}

fn said_by_tests() -> Result<Said> {
    let mut said = Said {
        names: Vec::new(),
        words: Vec::new(),
    };
    for source in tree::sources("", &["rs", "ts"])? {
        if is_of(&source.path, "rs") {
            said.names.extend(tests(&source.text));
        }
        if holds_tests(&source) {
            let text = source.text.lines().map(str::trim);
            let words = text.filter(|line| is_about_a_test(line, &source.path));
            said.words.extend(words.map(str::to_owned));
        }
    }
    let first = said.names.first();
    first.context("there are tests").map(drop)?;
    Ok(said)
}

fn is_of(path: &str, extension: &str) -> bool {
    Path::new(path)
        .extension()
        .is_some_and(|it| it == extension)
}

/// Whether a file holds tests alone. What this rule itself says shows nothing.
fn holds_tests(source: &Source) -> bool {
    let path = &source.path;
    let is_test = path.starts_with("tests/") || path.contains("/tests/");
    let is_test = is_test || path.ends_with("tests.rs") || path.ends_with(".test.ts");
    is_test && path != "tests/tidy/proofs.rs"
}

/// Whether a line is what a test says of itself: a doc line, or the title of a test of the window.
fn is_about_a_test(line: &str, path: &str) -> bool {
    let says = line.starts_with("///") || line.starts_with("//!");
    let titles = ["test(", "it(", "describe("];
    says || is_of(path, "ts") && titles.iter().any(|it| line.starts_with(it))
}

/// The names of the tests of a source: functions that say so themselves, and those that are played on both engines.
fn tests(text: &str) -> impl Iterator<Item = String> {
    let (mut is_test, mut is_listed) = (false, false);
    text.lines().filter_map(move |line| {
        let line = line.trim();
        if let Some((_, listed)) = line.split_once("on_both_engines!(") {
            is_listed = listed.is_empty();
            return listed.strip_suffix(");").map(str::to_owned);
        }
        if is_listed {
            is_listed = !line.starts_with(')');
            return is_listed.then(|| line.trim_end_matches(',').to_owned());
        }
        if line.starts_with("#[") {
            is_test |= line.starts_with("#[test]") || line.starts_with("#[tokio::test");
            return None;
        }
        let name = line.trim_start_matches("async ").strip_prefix("fn ");
        let name = name.filter(|_| is_test)?.split('(').next()?;
        is_test = false;
        Some(name.to_owned())
    })
}

/// An id as names carry it: `r_20` for `R-20`.
fn as_in_names(id: &str) -> String {
    id.to_lowercase().replace('-', "_")
}

/// Whether a name carries an id, and not a longer one.
fn carries(name: &str, id: &str) -> bool {
    name.match_indices(id).any(|(at, _)| {
        let (before, after) = (&name[..at], &name[at + id.len()..]);
        let begins = before.is_empty() || before.ends_with('_');
        begins && (after.is_empty() || after.starts_with('_'))
    })
}

/// Whether words mention an id, and not a longer one.
fn mentions(line: &str, id: &str) -> bool {
    line.match_indices(id).any(|(at, _)| {
        let (before, after) = (&line[..at], &line[at + id.len()..]);
        let begins = !before.ends_with(|it: char| it.is_ascii_alphanumeric());
        begins && !after.starts_with(|it: char| it.is_ascii_digit())
    })
}
