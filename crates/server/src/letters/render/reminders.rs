//! What time brings about: reminders (R-41, R-54, RULES 7).

use doorward_domain::ReminderKind;

use super::super::template::Html;
use super::writer::Writer;

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

    /// Somebody wants to accept an invitation whose term has passed.
    pub(super) fn new_link_wanted(&self, base: Html) -> Html {
        Html {
            paragraphs: vec![
                self.line("letter-new-link-text"),
                self.words.say("letter-new-link-how"),
            ],
            ..base
        }
    }
}
