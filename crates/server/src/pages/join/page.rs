//! The page of a door that opens: what it gives, for whom it is, and what can be pressed.

use std::mem;

use askama::Template;
use axum::http::StatusCode;
use doorward_domain::Contact;

use super::door::Door;
use super::stage::Standing;
use super::{closed, gives};
use crate::pages::card::Card;
use crate::pages::form::Form;
use crate::pages::layout::Shell;
use crate::pages::sign_up::texted;
use crate::pages::visitor::{Answer, Visitor};
use crate::pages::{next, outcome};
use crate::text::listed;

#[derive(Debug, Template)]
#[template(path = "pages/join.html")]
struct Page {
    shell: Shell,
    terms: Vec<String>,
    message: Option<(String, String)>,
    able: Vec<String>,
    unable: Vec<String>,
    banner: Vec<String>,
    card: Option<Card>,
    form: Form,
    stage: Stage,
    hints: Vec<String>,
    /// What stops invitations from here, for whoever shows that they are theirs.
    stop: Option<String>,
}

impl Page {
    fn is_warning(&self) -> bool {
        matches!(self.stage, Stage::WrongAccount { .. })
    }
}

/// What can be pressed.
#[derive(Debug)]
enum Stage {
    Answer { is_link: bool, asks: bool },
    NeedsAccount { asks: bool },
    WrongAccount { ways: Vec<(String, String)> },
}

impl Stage {
    /// Whether somebody decides first about who answers.
    const fn asks(&self) -> bool {
        match self {
            Self::Answer { asks, .. } | Self::NeedsAccount { asks } => *asks,
            Self::WrongAccount { .. } => false,
        }
    }
}

/// The page for where somebody stands.
pub async fn of(visitor: &Visitor, door: &Door, standing: Standing, form: Form) -> Answer {
    let stage = match standing {
        Standing::MayAnswer { asks } => Stage::Answer {
            is_link: door.link().is_some(),
            asks,
        },
        Standing::NeedsAccount { asks } => Stage::NeedsAccount { asks },
        Standing::WrongAccount { may_ask } => Stage::WrongAccount {
            ways: add(visitor, door)
                .into_iter()
                .chain(may_ask.then(|| ask_as(visitor, door)))
                .collect(),
        },
        Standing::Inside => return Ok(outcome::member(visitor, door.organisation())),
        Standing::Refused(refusal) => return closed::refused(visitor, door, &refusal).await,
    };
    let page = Page {
        shell: visitor
            .shell(title(visitor, door))
            .about(door.organisation()),
        terms: gives::terms(visitor.words, door),
        message: message(visitor, door),
        able: gives::able(visitor.words, door),
        unable: gives::unable(visitor.words, door),
        banner: banner(visitor, door, &stage),
        card: card(visitor, door, &stage),
        form,
        hints: hints(visitor, door, stage.asks()),
        stage,
        stop: stop(visitor, door),
    };
    let status = if page.form.has_errors() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    Ok(visitor.page(status, &page))
}

fn stop(visitor: &Visitor, door: &Door) -> Option<String> {
    let name = door.organisation_name();
    door.proven_contact(visitor.app.now())
        .map(|_| visitor.words.say_of("join-stop", "organisation", name))
}

/// The way to give the account that is signed in the invited phone or address, where it has none of the kind and a code can
/// show that it is theirs (BTX-3, BTX-11).
fn add(visitor: &Visitor, door: &Door) -> Option<(String, String)> {
    let (contact, account) = (door.contact()?, &visitor.device.as_ref()?.account);
    let of_its_kind = |it: &Contact| mem::discriminant(it) == mem::discriminant(contact);
    if account.contacts.iter().any(of_its_kind) {
        return None;
    }
    let (path, label, sends) = match contact {
        Contact::Phone(_) => {
            let sends = contact.is_texted_in(texted(visitor));
            ("/me/phone", "join-add-phone", sends)
        }
        Contact::Email(_) => {
            let sends = visitor.app.config().mail.sends();
            ("/me/address", "join-add-address", sends)
        }
    };
    let link = || (next::with(path, Some("/join")), visitor.words.say(label));
    sends.then(link)
}

/// The way to ask with the account that is signed in.
fn ask_as(visitor: &Visitor, door: &Door) -> (String, String) {
    let account = visitor.device.as_ref().map(|device| &device.account);
    let name = account.map(|it| it.name.as_str()).unwrap_or_default();
    (
        format!("/c/{}", door.organisation_id()),
        visitor.words.say_of("join-ask-as", "name", name),
    )
}

fn title(visitor: &Visitor, door: &Door) -> String {
    let words = visitor.words;
    let organisation = door.organisation_name();
    match door.inviter() {
        _ if door.link().is_some() => words.say_of("join-title-link", "organisation", organisation),
        Some(inviter) => words.say_of("join-title", "inviter", inviter.as_str()),
        None => words.say_of("join-title-operator", "organisation", organisation),
    }
}

fn message(visitor: &Visitor, door: &Door) -> Option<(String, String)> {
    let (inviter, text) = (door.inviter()?, door.message()?);
    let title = visitor
        .words
        .say_of("join-message", "inviter", inviter.as_str());
    Some((title, text.to_string()))
}

fn banner(visitor: &Visitor, door: &Door, stage: &Stage) -> Vec<String> {
    let words = visitor.words;
    // What hides somebody stays on one line with the rest of the address.
    let masked = door
        .contact()
        .map(|it| it.masked().replace('…', "…\u{2060}"));
    let mut lines: Vec<String> = masked
        .map(|contact| words.say_of("join-for", "contact", &contact))
        .into_iter()
        .collect();
    let narrow = door.link().filter(|link| !link.domains.is_empty());
    lines.extend(narrow.map(|link| {
        let domains = listed(&link.domains);
        words.say_of("join-for-domains", "domains", &domains)
    }));
    if let (Some(device), Stage::WrongAccount { .. } | Stage::Answer { .. }) =
        (&visitor.device, stage)
    {
        let first = device.account.contacts.first();
        let who = first.map_or_else(|| device.account.name.to_string(), ToString::to_string);
        lines.push(words.say_of("join-signed-in", "contact", &who));
    }
    lines
}

/// How others will see who joins; the name was asked when the account was made, and is not asked again.
fn card(visitor: &Visitor, door: &Door, stage: &Stage) -> Option<Card> {
    let account = &visitor.device.as_ref()?.account;
    matches!(stage, Stage::Answer { .. })
        .then(|| Card::of(account.name.as_str(), door.organisation_name()))
}

fn hints(visitor: &Visitor, door: &Door, asks: bool) -> Vec<String> {
    let words = visitor.words;
    let organisation = door.organisation_name();
    let mut lines = Vec::new();
    if asks {
        lines.push(words.say_of("join-link-approval", "organisation", organisation));
    }
    let until = door.expires_at().map(|at| words.date_time(at));
    lines.extend(until.map(|until| words.say_of("join-works-until", "when", &until)));
    lines.push(match door.inviter() {
        Some(inviter) if door.link().is_none() => {
            words.say_of("join-stranger", "inviter", inviter.as_str())
        }
        _ => words.say_of("join-stranger-link", "organisation", organisation),
    });
    lines
}
