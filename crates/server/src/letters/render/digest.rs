//! The digest: what happened since the last one, a line each, by organisation.

use doorward_domain::Name;

use super::super::template::{Html, List};
use super::ids::line_of;
use super::writer::Writer;
use crate::store::mine::DigestRow;
use crate::text::Value;

impl Writer<'_> {
    pub(super) fn digest(&self, base: Html) -> Html {
        let lines = self.of.entries.iter().map(|it| self.line_about(it));
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
