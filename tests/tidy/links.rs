//! Every link between documents leads somewhere: to a file or folder, and to a heading in it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Component, Path};

use anyhow::Result;

use crate::tree::Source;
use crate::{finding, tree};

#[test]
fn every_link_between_documents_leads_somewhere() -> Result<()> {
    let documents = tree::sources("", &["md"])?;
    let anchors: BTreeMap<&str, BTreeSet<String>> = documents
        .iter()
        .map(|document| (document.path.as_str(), headings(&document.text)))
        .collect();
    let mut findings = Vec::new();
    for document in &documents {
        let dead = targets(&document.text)
            .into_iter()
            .filter(|target| !leads(document, target, &anchors));
        findings.extend(dead.map(|target| format!("{}: {target}", document.path)));
    }
    finding::none("these links lead nowhere:", &findings)
}

fn leads(from: &Source, target: &str, anchors: &BTreeMap<&str, BTreeSet<String>>) -> bool {
    if ["https://", "http://", "mailto:"]
        .iter()
        .any(|scheme| target.starts_with(scheme))
    {
        return true;
    }
    let (file, anchor) = target.split_once('#').unwrap_or((target, ""));
    let path = if file.is_empty() {
        from.path.clone()
    } else {
        resolve(&from.path, file)
    };
    if !tree::root().join(&path).exists() {
        return false;
    }
    anchor.is_empty()
        || anchors
            .get(path.as_str())
            .is_some_and(|known| known.contains(anchor))
}

/// The path from the root of what `link` means in the document `from`.
fn resolve(from: &str, link: &str) -> String {
    let folder = Path::new(from).parent().unwrap_or(Path::new(""));
    let mut parts: Vec<String> = Vec::new();
    for component in folder.join(link).components() {
        match component {
            Component::ParentDir => drop(parts.pop()),
            Component::Normal(part) => parts.push(part.to_string_lossy().into_owned()),
            Component::CurDir | Component::RootDir | Component::Prefix(_) => {}
        }
    }
    parts.join("/")
}

/// What the links of a document point to: `[text](target)` and `[name]: target`.
fn targets(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in prose(text) {
        let line = without_code(line);
        for after in line.split("](").skip(1) {
            let target = after.split([')', ' ']).next().unwrap_or_default();
            found.push(target.trim_matches(['<', '>']).to_owned());
        }
        if let Some((name, target)) = line.split_once("]: ")
            && name.starts_with('[')
        {
            found.push(target.split(' ').next().unwrap_or_default().to_owned());
        }
    }
    found
}

/// The anchors that the headings of a document get, as the usual hosts make them.
fn headings(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for line in prose(text).filter(|line| line.starts_with('#')) {
        let title = line.trim_start_matches('#').trim().to_lowercase();
        let anchor: String = title
            .chars()
            .filter(|letter| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '_'))
            .map(|letter| if letter == ' ' { '-' } else { letter })
            .collect();
        let again = (1..).map(|count| format!("{anchor}-{count}"));
        let free = std::iter::once(anchor.clone())
            .chain(again)
            .find(|name| !found.contains(name));
        found.extend(free);
    }
    found
}

/// The lines outside fenced code.
fn prose(text: &str) -> impl Iterator<Item = &str> {
    let mut inside = false;
    text.lines().filter(move |line| {
        let fence = line.trim_start().starts_with("```");
        inside ^= fence;
        !inside && !fence
    })
}

fn without_code(line: &str) -> String {
    line.split('`').step_by(2).collect()
}

#[test]
fn links_and_headings_are_found() {
    let text = "# Two words, `code`!\n[a](b.md#c) `[no](x)` [d](<e>)\n```\n[no](y)\n```\n[f]: g.md\n# Two words, code";
    assert_eq!(
        targets(text),
        ["b.md#c", "e", "g.md"],
        "links in code are no links"
    );
    let anchors = BTreeSet::from(["two-words-code".to_owned(), "two-words-code-1".to_owned()]);
    assert_eq!(headings(text), anchors, "a repeated heading is numbered");
}
