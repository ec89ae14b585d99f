//! Every language says the same things about the same values.

use std::collections::BTreeSet;

use anyhow::Result;

use super::catalogue::{Catalogue, Message};
use super::{LANGUAGES, REFERENCE, catalogues};
use crate::{finding, tree};

#[test]
fn every_folder_of_messages_is_a_language_that_is_checked() -> Result<()> {
    let folders: BTreeSet<String> = tree::paths("locales")?
        .iter()
        .filter_map(|path| path.split('/').nth(1).map(str::to_owned))
        .collect();
    let checked = LANGUAGES
        .iter()
        .map(|(language, _)| (*language).to_owned())
        .collect();
    assert_eq!(
        folders, checked,
        "a language is added here together with its plural categories"
    );
    Ok(())
}

#[test]
fn every_language_has_the_same_messages_with_the_same_variables() -> Result<()> {
    let catalogues = catalogues()?;
    let reference = &catalogues[REFERENCE];
    let mut findings = Vec::new();
    for (language, catalogue) in &catalogues {
        findings.extend(differences(language, catalogue, reference));
    }
    finding::none("these messages differ from English:", &findings)
}

#[test]
fn every_message_that_is_contained_in_another_exists() -> Result<()> {
    let mut findings = Vec::new();
    for (language, catalogue) in &catalogues()? {
        for (id, message) in &catalogue.messages {
            let lost = message
                .references
                .iter()
                .filter(|id| !catalogue.messages.contains_key(*id));
            findings.extend(lost.map(|lost| format!("{language}: {id} contains {lost}")));
        }
    }
    finding::none("these messages contain what is not there:", &findings)
}

fn differences(language: &str, catalogue: &Catalogue, reference: &Catalogue) -> Vec<String> {
    // Terms belong to one language: each has the cases and genders it needs.
    let said = |catalogue: &Catalogue| -> BTreeSet<String> {
        catalogue
            .messages
            .keys()
            .filter(|id| !id.starts_with('-'))
            .cloned()
            .collect()
    };
    let (here, there) = (said(catalogue), said(reference));
    let missing = there
        .difference(&here)
        .map(|id| format!("{language}: {id} is missing"));
    let extra = here
        .difference(&there)
        .map(|id| format!("{language}: {id} is not in English"));
    let changed = here.intersection(&there).filter_map(|id| {
        let (this, that) = (&catalogue.messages[id], &reference.messages[id]);
        difference(this, that).map(|difference| format!("{language}: {id}: {difference}"))
    });
    missing.chain(extra).chain(changed).collect()
}

fn difference(this: &Message, that: &Message) -> Option<String> {
    if this.file != that.file {
        return Some(format!("stands in {}, not in {}", this.file, that.file));
    }
    (this.variables != that.variables)
        .then(|| format!("has {:?} instead of {:?}", this.variables, that.variables))
}
