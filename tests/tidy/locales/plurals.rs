//! A number takes the forms of the language it stands in, no more and no fewer.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;

use super::catalogue::{Catalogue, Message, Selection};
use super::{LANGUAGES, catalogues};
use crate::finding;
use crate::tree::Source;

const CATEGORIES: &[&str] = &["zero", "one", "two", "few", "many", "other"];

#[test]
fn every_number_has_all_forms_of_its_language() -> Result<()> {
    let catalogues = catalogues()?;
    let mut findings = Vec::new();
    for (language, categories) in LANGUAGES {
        for (id, message) in &catalogues[language].messages {
            for selection in message
                .selections
                .iter()
                .filter(|selection| is_plural(selection))
            {
                let wrong = wrong_forms(selection, categories);
                findings.extend(wrong.map(|wrong| format!("{language}: {id}: {wrong}")));
            }
        }
    }
    finding::none(
        "these numbers lack a form or have a foreign one:",
        &findings,
    )
}

#[test]
fn a_number_that_changes_one_language_changes_all() -> Result<()> {
    let catalogues = catalogues()?;
    let mut everywhere: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for catalogue in catalogues.values() {
        for (id, message) in &catalogue.messages {
            everywhere.entry(id).or_default().extend(counted(message));
        }
    }
    let mut findings = Vec::new();
    for (language, catalogue) in &catalogues {
        for (id, message) in &catalogue.messages {
            let here = counted(message);
            let lost = everywhere[id.as_str()].difference(&here);
            findings
                .extend(lost.map(|lost| format!("{language}: {id} does not inflect by {lost}")));
        }
    }
    finding::none("these messages inflect by a number elsewhere:", &findings)
}

/// A selection on a number has a category as a key, besides numbers of its own.
pub fn is_plural(selection: &Selection) -> bool {
    let words: Vec<&String> = selection
        .keys
        .iter()
        .filter(|key| key.parse::<f64>().is_err())
        .collect();
    let known = |key: &&String| CATEGORIES.contains(&key.as_str());
    words.iter().any(|key| known(key) && *key != "other") || words == ["other"]
}

fn wrong_forms(selection: &Selection, categories: &[&str]) -> Option<String> {
    let found: BTreeSet<&str> = selection
        .keys
        .iter()
        .map(String::as_str)
        .filter(|key| key.parse::<f64>().is_err())
        .collect();
    let wanted: BTreeSet<&str> = categories.iter().copied().collect();
    if selection.default != "other" {
        return Some(format!("the default is {}, not other", selection.default));
    }
    (found != wanted).then(|| format!("{found:?} instead of {wanted:?}"))
}

fn counted(message: &Message) -> BTreeSet<&str> {
    message
        .selections
        .iter()
        .filter(|selection| is_plural(selection))
        .map(|selection| selection.variable.as_str())
        .collect()
}

#[test]
fn a_missing_form_is_found() -> Result<()> {
    let text = "a = { $count ->\n    [one] one\n   *[other] many\n}\nb = { $who ->\n    [her] she\n   *[other] they\n}\n";
    let file = Source {
        path: "locales/ru/a.ftl".to_owned(),
        text: text.to_owned(),
    };
    let catalogue = Catalogue::read(&[file])?;
    let plurals: Vec<&Selection> = catalogue
        .messages
        .values()
        .flat_map(|message| &message.selections)
        .filter(|it| is_plural(it))
        .collect();
    assert_eq!(plurals.len(), 1, "a selection on words is none on a number");
    assert_eq!(
        wrong_forms(plurals[0], &["one", "other"]),
        None,
        "English has two forms"
    );
    assert!(
        wrong_forms(plurals[0], &["one", "few", "many", "other"]).is_some(),
        "Russian has four"
    );
    Ok(())
}
