//! What time brings about: reminders (R-41, R-54, RULES 7).

use doorward_domain::{Name, ReminderKind};

use super::super::handing::Waiting;
use super::super::template::{Html, List};
use super::writer::Writer;
use crate::text::Value;

/// How many of the requests that came to somebody are listed by name.
const LISTED: usize = 10;

impl Writer<'_> {
    pub(super) fn reminder(&self, kind: ReminderKind, base: Html) -> Html {
        use ReminderKind as R;
        match kind {
            R::InvitationWaits => self.invitation("letter-invitation-waits-text", base),
            R::InvitationEnds => self.invitation("letter-invitation-ends-text", base),
            R::RequestWaits => self.request("letter-request-waits-text", base),
            R::RequestEscalates => self.escalation(base),
            R::RequestStuck => self.plain("letter-request-stuck-text", base),
            R::MembershipEndsSoon => self.ending("letter-membership-ends-soon-text", base),
            R::MembershipEnds => self.ending("letter-membership-ends-text", base),
        }
    }

    fn escalation(&self, base: Html) -> Html {
        let shared = self
            .of
            .facts
            .managed
            .then(|| self.line("letter-request-escalates-managed"));
        let letter = self.request("letter-request-escalates-text", base);
        Html {
            paragraphs: letter.paragraphs.into_iter().chain(shared).collect(),
            ..letter
        }
    }

    fn ending(&self, id: &str, base: Html) -> Html {
        Html {
            after: vec![self.line("letter-membership-ends-after")],
            ..self.plain(id, base)
        }
    }

    /// Several requests are theirs to decide from now on: who waits longest, and how many more there are.
    pub(super) fn requests_handed(&self, base: Html) -> Html {
        let waiting = self.of.waiting;
        let items = waiting.iter().take(LISTED).map(|it| self.waits(it));
        let more = waiting.len().saturating_sub(LISTED);
        let more = (more > 0).then(|| {
            let count = [("count", Value::from(more))];
            self.words.say_with("letter-requests-handed-more", &count)
        });
        Html {
            paragraphs: vec![self.line("letter-requests-handed-text")],
            list: Some(List {
                title: None,
                items: items.chain(more).collect(),
                gains: false,
            }),
            button: self.button("bell"),
            ..base
        }
    }

    /// Who waits, and since when; the name is no link.
    fn waits(&self, it: &Waiting) -> String {
        let name = it.membership.name.as_ref().map(Name::unlinked);
        let contact = || it.contact.as_ref().map(ToString::to_string);
        let name = name.or_else(contact);
        let name = name.unwrap_or_else(|| self.words.say("no-name"));
        let asked = self.words.date(it.membership.waits_since());
        let facts = [
            ("name", Value::from(name.as_str())),
            ("asked", Value::from(asked.as_str())),
        ];
        self.words.say_with("letter-requests-handed-line", &facts)
    }

    /// Somebody wants to accept an invitation whose term has passed.
    pub(super) fn new_link_wanted(&self, base: Html) -> Html {
        Html {
            paragraphs: vec![
                self.line("letter-new-link-text"),
                self.words.say("letter-new-link-how"),
            ],
            button: self.button("bell"),
            ..base
        }
    }
}
