//! Names that say nothing are refused: they attract whatever has no home.

use anyhow::Result;

use crate::finding;
use crate::tree::{self, Source};

/// Words that no type is made of.
const IN_TYPES: &[&str] = &[
    "Manager", "Service", "Helper", "Helpers", "Util", "Utils", "Handler", "Data", "Info",
];

/// Words that no file or folder is called.
const OF_FILES: &[&str] = &[
    "manager", "managers", "service", "services", "helper", "helpers", "util", "utils", "handler",
    "handlers", "data", "info", "common", "misc",
];

/// Names that hold such a word for a reason.
const EXCEPTIONS: &[(&str, &str)] = &[(
    "InManager",
    "what a person has in the managing organisation (R-40)",
)];

const DECLARING: &[&str] = &[
    "struct",
    "enum",
    "trait",
    "union",
    "class",
    "interface",
    "type",
];

#[test]
fn types_say_what_they_are() -> Result<()> {
    let sources = tree::sources("", &["rs", "ts", "svelte"])?;
    let findings: Vec<String> = sources.iter().flat_map(vague_types).collect();
    finding::none("say what these types are instead:", &findings)
}

#[test]
fn files_and_folders_say_what_they_hold() -> Result<()> {
    let findings: Vec<String> = tree::paths("")?
        .into_iter()
        .filter(|path| path.split('/').any(is_vague))
        .collect();
    finding::none("say what these files and folders hold instead:", &findings)
}

#[test]
fn organisation_is_spelt_with_s() -> Result<()> {
    let wrong = ["organi", "zation"].concat();
    let sources = tree::sources("", &["rs", "ts", "svelte", "sql", "ftl", "md", "html"])?;
    let findings: Vec<String> = sources
        .iter()
        .filter(|source| source.text.to_lowercase().contains(&wrong))
        .map(|source| source.path.clone())
        .collect();
    finding::none(
        "the word is organisation, everywhere (docs/glossary.md):",
        &findings,
    )
}

fn vague_types(source: &Source) -> Vec<String> {
    source
        .text
        .lines()
        .filter_map(declared)
        .filter(|name| EXCEPTIONS.iter().all(|(exception, _)| exception != name))
        .filter(|name| {
            words(name)
                .iter()
                .any(|word| IN_TYPES.contains(&word.as_str()))
        })
        .map(|name| format!("{}: {name}", source.path))
        .collect()
}

/// The type that a line declares. Associated types are indented, and named by somebody else's trait.
fn declared(line: &str) -> Option<&str> {
    let mut tokens = line.split(|c: char| !(c.is_alphanumeric() || c == '_'));
    let keyword = tokens.find(|token| {
        !matches!(
            *token,
            "" | "pub" | "crate" | "super" | "export" | "abstract"
        )
    })?;
    let is_declaration =
        DECLARING.contains(&keyword) && !(keyword == "type" && line.starts_with(' '));
    is_declaration.then(|| tokens.next()).flatten()
}

/// `HttpDataSource` is made of `Http`, `Data` and `Source`.
fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for letter in name.chars() {
        match words.last_mut() {
            Some(word) if !letter.is_uppercase() => word.push(letter),
            _ => words.push(letter.to_string()),
        }
    }
    words
}

fn is_vague(part: &str) -> bool {
    let stem = part.split('.').next().unwrap_or_default();
    OF_FILES.contains(&stem)
}
