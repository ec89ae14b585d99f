//! The writer: a letter in its reader's language, made of the facts it tells.

use askama::Template;
use doorward_domain::{Author, Contact, Membership, Moment, Name};

use super::super::facts::{Facts, Subject};
use super::super::handing::Waiting;
use super::super::template::{Button, Html, List, Text};
use crate::store::mine::DigestRow;
use crate::text::{Value, Words, initials};

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
    /// The code that it carries.
    pub code: Option<&'a str>,
    /// What a digest tells.
    pub entries: &'a [DigestRow],
    /// The requests that it is about, where it is about several; the longest first.
    pub waiting: &'a [Waiting],
}

/// Renders a letter.
pub fn render(words: &Words, of: Ingredients<'_>) -> Result<Rendered, askama::Error> {
    let writer = Writer { words, of };
    let letter = writer.letter();
    let subject: String = letter
        .subject
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    // The heading is read in the body too, where a name must not become a link.
    let letter = Html {
        subject: writer.heading(),
        ..letter
    };
    Ok(Rendered {
        subject,
        html: letter.render()?,
        text: Text { letter: &letter }.render()?,
    })
}

/// Writes one letter.
#[derive(Debug, Clone, Copy)]
pub(super) struct Writer<'a> {
    /// The language.
    pub words: &'a Words,
    /// What the letter is made of.
    pub of: Ingredients<'a>,
}

impl Writer<'_> {
    fn letter(&self) -> Html {
        let organisation = self.of.facts.organisation.as_ref();
        let base = Html {
            lang: self.words.tag(),
            subject: self.fill(self.subject_id(), ToString::to_string),
            organisation: organisation.map(|name| (name.unlinked(), initials(name.as_str()))),
            hello: match self.of.reader {
                Some(name) => self.words.say_of("letter-hello", "name", &name.unlinked()),
                None => self.words.say("letter-hello-plain"),
            },
            why: self.line(self.why_id()),
            ..Html::default()
        };
        match self.of.subject {
            Subject::Notice(kind) => self.notice(kind, base),
            Subject::Reminder(kind) => self.reminder(kind, base),
            Subject::RequestsHanded => self.requests_handed(base),
            Subject::NewLinkWanted => self.new_link_wanted(base),
            Subject::Digest => self.digest(base),
            Subject::Confirmation
            | Subject::AccountExists
            | Subject::Reset
            | Subject::PasswordChanged
            | Subject::NewAddress
            | Subject::AddressChanged
            | Subject::PhoneChanged
            | Subject::ProviderConnected => self.account(self.of.subject, base),
        }
    }

    fn heading(&self) -> String {
        self.line(self.subject_id())
    }

    /// What the grant lets one do, under a title.
    pub(super) fn abilities(&self, title: &str) -> Option<List> {
        let grant = self.membership()?.grant.as_ref()?;
        Some(List {
            title: Some(self.words.say(title)),
            items: self.words.abilities(grant, self.of.facts.level.as_ref()),
            gains: true,
        })
    }

    /// The button that leads where the letter leads.
    pub(super) fn button(&self, label: &str) -> Option<Button> {
        let url = self.of.link?.to_owned();
        Some(Button {
            label: self.words.say(label),
            url,
            hint: self.words.say("letter-link-hint"),
        })
    }

    /// The membership it is about.
    pub(super) fn membership(&self) -> Option<&Membership> {
        self.of.facts.membership.as_deref()
    }

    /// Who answers for the invitation or the link, if a person does.
    pub(super) fn inviter(&self) -> Option<&Name> {
        let link = self.of.facts.link.as_ref().map(|link| &link.giver);
        let sent = || Some(&self.membership()?.invitation.as_ref()?.giver);
        match &link.or_else(sent)?.author {
            Author::Person { name, .. } => Some(name),
            Author::System | Author::Operator => None,
        }
    }

    /// A sentence of the body: names in it are no links.
    pub(super) fn line(&self, id: &str) -> String {
        self.fill(id, Name::unlinked)
    }

    fn fill(&self, id: &str, name: impl Fn(&Name) -> String) -> String {
        let (facts, words) = (self.of.facts, self.words);
        let named = |it: Option<&Name>| it.map(&name).unwrap_or_default();
        let own = facts.level.as_ref().map(|level| name(&level.name));
        let level = facts
            .level_ref()
            .map(|level| words.level(level, own.as_deref()));
        let link = facts.link.as_ref().map(|link| &link.name);
        let variables: [(&str, Value<'_>); 12] = [
            (
                "count",
                (self.of.entries.len() + self.of.waiting.len()).into(),
            ),
            ("code", self.of.code.unwrap_or_default().into()),
            ("link", named(link).into()),
            ("organisation", named(facts.organisation.as_ref()).into()),
            ("inviter", named(self.inviter()).into()),
            ("name", self.who(&name).into()),
            ("level", level.unwrap_or_default().into()),
            ("contact", self.of.contact.to_string().into()),
            (
                "until",
                self.date_time(|it| it.invitation.as_ref().map(|sent| sent.expires_at))
                    .into(),
            ),
            ("asked", self.date(|it| Some(it.waits_since())).into()),
            ("end", self.date(ends_at).into()),
            ("end-time", self.date_time(ends_at).into()),
        ];
        words.say_with(id, &variables)
    }

    /// Whom it is about: by name, or by address where there is none.
    fn who(&self, name: impl Fn(&Name) -> String) -> String {
        let facts = self.of.facts;
        let known = self.membership().and_then(|it| it.name.as_ref());
        let known = facts.name.as_ref().or(known).map(name);
        let contact = facts.contact.as_ref().map(ToString::to_string);
        known.or(contact).unwrap_or_default()
    }

    fn date(&self, of: impl Fn(&Membership) -> Option<Moment>) -> String {
        let at = self.membership().and_then(of);
        at.map(|at| self.words.date(at)).unwrap_or_default()
    }

    fn date_time(&self, of: impl Fn(&Membership) -> Option<Moment>) -> String {
        let at = self.membership().and_then(of);
        at.map(|at| self.words.date_time(at)).unwrap_or_default()
    }
}

fn ends_at(membership: &Membership) -> Option<Moment> {
    membership.grant.as_ref()?.ends_at
}
