//! Rendering: the words of a letter in its reader's language. Names are data: escaped, and never a link (MAIL-1).

use askama::Template;
use doorward_domain::{Author, Contact, Level, Membership, Name, NoticeKind, StatusName};

use super::facts::{Facts, Subject};
use super::template::{Button, Html, Quote, Text};
use crate::text::{Value, Words, initials, status_key};

/// A letter ready to be sent.
#[derive(Debug)]
pub struct Rendered {
    /// Its subject, one line.
    pub subject: String,
    /// As HTML.
    pub html: String,
    /// As text.
    pub text: String,
}

/// What a letter is made of.
#[derive(Debug, Clone, Copy)]
pub struct Ingredients<'a> {
    /// What it is about.
    pub subject: Subject,
    /// What it tells.
    pub facts: &'a Facts,
    /// Where it goes.
    pub contact: &'a Contact,
    /// The name of who gets it, where it is known.
    pub reader: Option<&'a Name>,
    /// The address its button leads to.
    pub link: Option<&'a str>,
}

/// Renders a letter.
pub fn render(words: &Words, of: Ingredients<'_>) -> Result<Rendered, askama::Error> {
    let letter = Writer { words, of }.letter();
    let subject: String = letter
        .subject
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    // The heading is read in the body too, where a name must not become a link.
    let letter = Html {
        subject: Writer { words, of }.heading(),
        ..letter
    };
    Ok(Rendered {
        subject,
        html: letter.render()?,
        text: Text { letter: &letter }.render()?,
    })
}

struct Writer<'a> {
    words: &'a Words,
    of: Ingredients<'a>,
}

impl Writer<'_> {
    fn letter(&self) -> Html {
        let base = Html {
            lang: self.words.tag(),
            subject: self.subject(),
            organisation: self
                .of
                .facts
                .organisation
                .as_ref()
                .map(|name| (name.unlinked(), initials(name.as_str()))),
            hello: match self.of.reader {
                Some(name) => self.words.say_of("letter-hello", "name", &name.unlinked()),
                None => self.words.say("letter-hello-plain"),
            },
            why: self.why(),
            ..Html::default()
        };
        match self.of.subject {
            Subject::Notice(kind) => self.notice(kind, base),
            Subject::Confirmation => Html {
                paragraphs: vec![self.line("letter-confirmation-text")],
                button: self.button("letter-confirmation-button"),
                after: vec![self.words.say("letter-confirmation-after")],
                ..base
            },
            Subject::AccountExists => Html {
                paragraphs: vec![self.words.say("letter-account-exists-text")],
                button: self.button("letter-account-exists-button"),
                after: vec![self.words.say("letter-account-exists-after")],
                ..base
            },
        }
    }

    fn notice(&self, kind: NoticeKind, base: Html) -> Html {
        use NoticeKind as K;
        match kind {
            K::Invitation => self.invitation(base),
            K::Request => self.request(base),
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
            K::Added => self.able("letter-added-text", base),
            K::GrantChanged => self.able("letter-grant-changed-text", base),
            K::Suspended => self.plain("letter-suspended-text", base),
            K::Resumed => self.able("letter-resumed-text", base),
            K::Ended => self.plain("letter-ended-text", base),
            K::Renewed => self.able("letter-renewed-text", base),
        }
    }

    fn subject(&self) -> String {
        self.fill(self.subject_id(), ToString::to_string)
    }

    fn heading(&self) -> String {
        self.line(self.subject_id())
    }

    fn subject_id(&self) -> &'static str {
        match self.of.subject {
            Subject::Notice(NoticeKind::Invitation) if self.inviter().is_none() => {
                "letter-invitation-subject-operator"
            }
            Subject::Notice(kind) => subject_of(kind),
            Subject::Confirmation => "letter-confirmation-subject",
            Subject::AccountExists => "letter-account-exists-subject",
        }
    }

    fn why(&self) -> String {
        use NoticeKind as K;
        let id = match self.of.subject {
            Subject::Notice(K::Invitation) if self.inviter().is_none() => {
                "letter-invitation-why-operator"
            }
            Subject::Notice(K::Invitation) => "letter-invitation-why",
            Subject::Notice(K::Request | K::Decided) => "letter-decider-why",
            Subject::Notice(K::GiverLostRight) => "letter-inviter-why",
            Subject::Notice(K::Accepted | K::InvitationDeclined) => "letter-giver-why",
            Subject::Notice(_) => "letter-member-why",
            Subject::Confirmation | Subject::AccountExists => "letter-account-why",
        };
        self.line(id)
    }

    fn invitation(&self, base: Html) -> Html {
        let text = if self.inviter().is_some() {
            "letter-invitation-text"
        } else {
            "letter-invitation-text-operator"
        };
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

    fn request(&self, base: Html) -> Html {
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
            paragraphs: std::iter::once(self.line("letter-request-text"))
                .chain(position)
                .collect(),
            quote: note.map(|note| Quote {
                title: self.line("letter-request-note"),
                text: note.unlinked(),
            }),
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
            after: vec![self.line("letter-declined-after")],
            ..base
        }
    }

    fn plain(&self, id: &str, base: Html) -> Html {
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

    fn abilities(&self, title: &str) -> Option<(String, Vec<String>)> {
        let grant = self.membership()?.grant.as_ref()?;
        Some((
            self.words.say(title),
            self.words.abilities(grant, self.of.facts.level.as_ref()),
        ))
    }

    fn button(&self, label: &str) -> Option<Button> {
        let url = self.of.link?.to_owned();
        Some(Button {
            label: self.words.say(label),
            url,
            hint: self.words.say("letter-link-hint"),
        })
    }

    fn membership(&self) -> Option<&Membership> {
        self.of.facts.membership.as_deref()
    }

    fn inviter(&self) -> Option<&Name> {
        match &self.membership()?.invitation.as_ref()?.giver.author {
            Author::Person { name, .. } => Some(name),
            Author::System | Author::Operator => None,
        }
    }

    /// A sentence of the body: names in it are no links.
    fn line(&self, id: &str) -> String {
        self.fill(id, Name::unlinked)
    }

    fn fill(&self, id: &str, name: impl Fn(&Name) -> String) -> String {
        let membership = self.membership();
        let sent = membership.and_then(|it| it.invitation.as_ref());
        let who = self
            .of
            .facts
            .name
            .as_ref()
            .or(membership.and_then(|it| it.name.as_ref()));
        let known = self.of.facts.contact.as_ref();
        let who = who
            .map(&name)
            .or_else(|| known.map(ToString::to_string))
            .unwrap_or_default();
        let level = self.of.facts.level_ref().map(|level| {
            self.words.level(
                level,
                self.of
                    .facts
                    .level
                    .as_ref()
                    .map(|level: &Level| name(&level.name))
                    .as_deref(),
            )
        });
        let until = sent.map(|sent| self.words.date_time(sent.expires_at));
        self.words.say_with(
            id,
            &[
                (
                    "organisation",
                    self.of
                        .facts
                        .organisation
                        .as_ref()
                        .map(&name)
                        .unwrap_or_default()
                        .into(),
                ),
                (
                    "inviter",
                    self.inviter().map(&name).unwrap_or_default().into(),
                ),
                ("name", who.into()),
                ("level", level.unwrap_or_default().into()),
                ("contact", self.of.contact.to_string().into()),
                ("until", until.unwrap_or_default().into()),
            ],
        )
    }
}

fn subject_of(kind: NoticeKind) -> &'static str {
    match kind {
        NoticeKind::Invitation => "letter-invitation-subject",
        NoticeKind::Request => "letter-request-subject",
        NoticeKind::Approved => "letter-approved-subject",
        NoticeKind::Declined => "letter-declined-subject",
        NoticeKind::Decided => "letter-decided-subject",
        NoticeKind::Accepted => "letter-accepted-subject",
        NoticeKind::InvitationDeclined => "letter-invitation-declined-subject",
        NoticeKind::GiverLostRight => "letter-giver-lost-right-subject",
        NoticeKind::Added => "letter-added-subject",
        NoticeKind::GrantChanged => "letter-grant-changed-subject",
        NoticeKind::Suspended => "letter-suspended-subject",
        NoticeKind::Resumed => "letter-resumed-subject",
        NoticeKind::Ended => "letter-ended-subject",
        NoticeKind::Renewed => "letter-renewed-subject",
    }
}
