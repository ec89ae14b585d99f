//! The digest: what happened since the last one, a line each, by organisation.

use doorward_domain::Name;

use super::super::template::{Html, List};
use super::ids::line_of;
use super::writer::Writer;
use crate::store::mine::DigestRow;
use crate::text::Value;

impl Writer<'_> {
    pub(super) fn digest(&self, base: Html) -> Html {
        let entries = &self.of.entries;
        let first = entries.first().map(|it| &it.organisation_name);
        let several = entries
            .iter()
            .any(|it| Some(&it.organisation_name) != first);
        let lines = entries.iter().map(|it| {
            let line = self.line_about(it);
            if several {
                placed(line, &it.organisation_name.unlinked())
            } else {
                line
            }
        });
        Html {
            paragraphs: vec![self.words.say("letter-digest-text")],
            list: Some(List {
                title: None,
                items: lines.collect(),
                gains: false,
            }),
            after: vec![self.words.say("letter-digest-after")],
            change: self.button("letter-digest-button"),
            ..base
        }
    }

    /// What the bell says of it; names in it are no links.
    fn line_about(&self, it: &DigestRow) -> String {
        let name = it.name.as_ref().map(Name::unlinked);
        let contact = || it.contact.as_ref().map(ToString::to_string);
        let name = name.or_else(contact);
        let name = name.unwrap_or_else(|| self.words.say("no-name"));
        let by = it.author.as_ref().map(Name::unlinked).unwrap_or_default();
        let organisation = it.organisation_name.unlinked();
        let values: [(&str, Value<'_>); 5] = [
            ("name", name.as_str().into()),
            ("link", name.as_str().into()),
            ("organisation", organisation.as_str().into()),
            ("by", by.as_str().into()),
            ("inviter", by.as_str().into()),
        ];
        self.words
            .say_with(line_of(&it.kind, it.author.is_some()), &values)
    }
}

/// A line with its organisation, for whoever is told of several; once.
fn placed(line: String, organisation: &str) -> String {
    if line.contains(organisation) {
        return line;
    }
    format!("{line} ({organisation})")
}

#[cfg(test)]
mod tests {
    use super::placed;

    #[test]
    fn a_line_of_one_of_several_organisations_names_it_once() {
        let accepted = placed("Carla accepted".into(), "Mill Lane");
        assert_eq!(accepted, "Carla accepted (Mill Lane)");
        let asks = "Anna asks to join Mill Lane";
        assert_eq!(placed(asks.into(), "Mill Lane"), asks);
    }
}
