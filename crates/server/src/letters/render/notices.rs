//! What follows from a fact: the letters of RULES 7.

use doorward_domain::{Author, NoticeKind, StatusName};

use super::super::template::{Html, Quote};
use super::writer::Writer;
use crate::text::{Value, status_key};

impl Writer<'_> {
    /// The letter of a notice.
    pub(super) fn notice(&self, kind: NoticeKind, base: Html) -> Html {
        use NoticeKind as K;
        match kind {
            K::Invitation => self.invitation(self.invitation_id(), base),
            K::Request => self.request("letter-request-text", base),
            K::Approved => self.able("letter-approved-text", base),
            K::Declined => self.declined(base),
            K::Decided => Html {
                paragraphs: vec![self.decided()],
                ..base
            },
            K::Accepted => Html {
                paragraphs: vec![self.line("letter-accepted-text")],
                ..base
            },
            K::InvitationDeclined => Html {
                paragraphs: vec![self.line("letter-invitation-declined-text")],
                ..base
            },
            K::GiverLostRight => Html {
                paragraphs: vec![self.line("letter-giver-lost-right-text")],
                ..base
            },
            K::LinkLostRight => Html {
                paragraphs: vec![self.line("letter-link-lost-right-text")],
                ..base
            },
            K::Bounced => self.undelivered("letter-bounced-text", base),
            K::Failed => self.undelivered("letter-failed-text", base),
            K::Added => self.able("letter-added-text", base),
            K::GrantChanged => self.able("letter-grant-changed-text", base),
            K::Suspended => self.plain("letter-suspended-text", base),
            K::Resumed => self.able("letter-resumed-text", base),
            K::Ended => self.plain("letter-ended-text", base),
            K::Renewed => self.able("letter-renewed-text", base),
            K::OwnershipOffered => Html {
                paragraphs: vec![
                    self.line("letter-ownership-offered-text"),
                    self.line("letter-ownership-offered-how"),
                ],
                ..base
            },
            K::OwnershipOfferMade => Html {
                paragraphs: vec![self.line("letter-ownership-offer-made-text")],
                ..base
            },
            K::OwnershipAccepted => Html {
                paragraphs: vec![self.line("letter-ownership-accepted-text")],
                ..base
            },
            K::OwnershipWithdrawn => Html {
                paragraphs: vec![self.line("letter-ownership-withdrawn-text")],
                ..base
            },
            K::ManagementProposed => self.said("letter-management-proposed-text", base),
            K::ManagementAccepted => self.said("letter-management-accepted-text", base),
            K::ManagementEnded => self.said("letter-management-ended-text", base),
            K::AccountClosing => self.said("letter-account-closing-text", base),
            K::AccountDeleted => self.said("letter-account-deleted-text", base),
            K::OrganisationDeleted => self.said("letter-organisation-deleted-text", base),
        }
    }

    /// One paragraph and nothing to press.
    fn said(&self, id: &str, base: Html) -> Html {
        Html {
            paragraphs: vec![self.line(id)],
            ..base
        }
    }

    /// An invitation that reached nobody, with what the other side said.
    fn undelivered(&self, id: &str, base: Html) -> Html {
        let reason = self.of.facts.reason.as_ref();
        Html {
            paragraphs: vec![self.line(id)],
            quote: reason.map(|reason| Quote {
                title: self.words.say("letter-undelivered-reason"),
                text: reason.unlinked(),
            }),
            after: vec![self.line("letter-undelivered-how")],
            ..base
        }
    }

    fn invitation_id(&self) -> &'static str {
        if self.inviter().is_some() {
            "letter-invitation-text"
        } else {
            "letter-invitation-text-operator"
        }
    }

    /// An invitation: what it gives, and the way in.
    pub(super) fn invitation(&self, text: &str, base: Html) -> Html {
        let sent = self.membership().and_then(|it| it.invitation.as_ref());
        let message = sent.and_then(|sent| sent.message.as_ref());
        Html {
            paragraphs: vec![self.line(text)],
            quote: message.map(|text| Quote {
                title: self.line("letter-invitation-message"),
                text: text.unlinked(),
            }),
            list: self.abilities("letter-able"),
            button: self.button("letter-invitation-button"),
            after: sent
                .map(|_| self.line("letter-invitation-until"))
                .into_iter()
                .collect(),
            ..base
        }
    }

    /// A request, to those who may decide it.
    pub(super) fn request(&self, text: &str, base: Html) -> Html {
        let membership = self.membership();
        let position = membership.and_then(|it| it.position.as_ref());
        let position = position.map(|it| {
            self.words
                .say_of("letter-position", "position", &it.unlinked())
        });
        let note = membership
            .and_then(|it| it.asked.as_ref())
            .and_then(|asked| asked.note.as_ref());
        Html {
            paragraphs: std::iter::once(self.line(text)).chain(position).collect(),
            quote: note.map(|note| Quote {
                title: self.line("letter-request-note"),
                text: note.unlinked(),
            }),
            button: self.button("bell"),
            ..base
        }
    }

    fn declined(&self, base: Html) -> Html {
        let reason = self.membership().and_then(|it| it.reason.as_ref());
        Html {
            paragraphs: vec![self.line("letter-declined-text")],
            quote: reason.map(|reason| Quote {
                title: self.words.say("letter-reason"),
                text: reason.unlinked(),
            }),
            button: self.button("letter-me"),
            after: vec![self.line("letter-declined-after")],
            ..base
        }
    }

    /// One paragraph, and the way to one's memberships.
    pub(super) fn plain(&self, id: &str, base: Html) -> Html {
        Html {
            paragraphs: vec![self.line(id)],
            button: self.button("letter-me"),
            ..base
        }
    }

    fn able(&self, id: &str, base: Html) -> Html {
        let until = self
            .membership()
            .and_then(|it| it.grant.as_ref())
            .and_then(|grant| grant.ends_at);
        let until = until.map(|end| {
            self.words
                .say_of("letter-member-until", "until", &self.words.date_time(end))
        });
        Html {
            paragraphs: std::iter::once(self.line(id)).chain(until).collect(),
            list: self.abilities("letter-able-now"),
            button: self.button("letter-me"),
            ..base
        }
    }

    fn decided(&self) -> String {
        let membership = self.membership();
        let status = membership.map_or(StatusName::Requested, |it| it.status.name());
        let signed = membership.and_then(|it| it.decided.as_ref());
        let name = match signed.map(|signed| &signed.author) {
            Some(Author::Person { name, .. }) => name.unlinked(),
            Some(Author::System | Author::Operator) | None => "Doorward".to_owned(),
        };
        let when = signed
            .map(|signed| self.words.date_time(signed.at))
            .unwrap_or_default();
        let variables = [
            ("status", Value::from(status_key(status))),
            ("name", Value::from(name)),
            ("when", Value::from(when)),
        ];
        self.words.say_with("decided", &variables)
    }
}
