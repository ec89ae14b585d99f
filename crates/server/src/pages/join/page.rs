//! The pages of a door: what it gives, and one clear page each for every way in which it does not open (ACT-18).

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use doorward_domain::{LevelRef, Refusal, StatusName};

use super::GONE;
use super::door::Door;
use super::stage::Standing;
use crate::pages::layout::{Message, Shell};
use crate::pages::visitor::Visitor;

#[derive(Debug, Template)]
#[template(path = "pages/join.html")]
struct Page {
    shell: Shell,
    message: Option<(String, String)>,
    able: Vec<String>,
    notes: Vec<String>,
    banner: Vec<String>,
    stage: Stage,
    hints: Vec<String>,
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
    NeedsAccount,
    WrongAccount { ask: Option<(String, String)> },
}

/// The page for where somebody stands.
pub fn of(visitor: &Visitor, door: &Door, standing: Standing) -> Response {
    let stage = match standing {
        Standing::MayAnswer => Stage::Answer {
            is_link: door.link().is_some(),
            asks: door.link().is_some_and(|link| link.needs_approval),
        },
        Standing::NeedsAccount => Stage::NeedsAccount,
        Standing::WrongAccount { may_ask } => {
            let name = visitor
                .device
                .as_ref()
                .map(|device| device.account.name.as_str())
                .unwrap_or_default();
            let label = visitor.words.say_of("join-ask-as", "name", name);
            Stage::WrongAccount {
                ask: may_ask.then(|| (format!("/c/{}", door.organisation_id()), label)),
            }
        }
        Standing::Inside => return member(visitor, door),
        Standing::Refused(refusal) => return refused(visitor, door, &refusal),
    };
    let banner = banner(visitor, door, &stage);
    let page = Page {
        shell: visitor
            .shell(title(visitor, door))
            .about(door.organisation()),
        message: message(visitor, door),
        able: able(visitor, door),
        notes: notes(visitor, door),
        banner,
        stage,
        hints: hints(visitor, door),
    };
    visitor.page(StatusCode::OK, &page)
}

fn title(visitor: &Visitor, door: &Door) -> String {
    let organisation = organisation(door);
    match door.inviter() {
        _ if door.link().is_some() => {
            visitor
                .words
                .say_of("join-title-link", "organisation", &organisation)
        }
        Some(inviter) => visitor
            .words
            .say_of("join-title", "inviter", inviter.as_str()),
        None => visitor
            .words
            .say_of("join-title-operator", "organisation", &organisation),
    }
}

fn message(visitor: &Visitor, door: &Door) -> Option<(String, String)> {
    let (inviter, text) = (door.inviter()?, door.message()?);
    Some((
        visitor
            .words
            .say_of("join-message", "inviter", inviter.as_str()),
        text.to_string(),
    ))
}

fn able(visitor: &Visitor, door: &Door) -> Vec<String> {
    let grant = door.grant();
    let mut lines = visitor.words.abilities(&grant, door.level());
    match grant.level {
        LevelRef::Preset(preset) if preset.opens_all_rooms() => {
            lines.push(visitor.words.say("join-all-rooms"));
        }
        LevelRef::Preset(_) | LevelRef::Own(_) => {
            let sites = grant.room_sites.iter().filter_map(|id| door.site(*id));
            let rooms = sites.chain(grant.rooms.iter().filter_map(|id| door.room(*id)));
            lines
                .extend(rooms.map(|room| visitor.words.say_of("join-room", "room", room.as_str())));
        }
    }
    lines
}

fn notes(visitor: &Visitor, door: &Door) -> Vec<String> {
    let grant = door.grant();
    let own = door.level().map(|level| level.name.as_str());
    let mut lines = vec![visitor.words.say_of(
        "join-level",
        "level",
        &visitor.words.level(grant.level, own),
    )];
    lines.extend(grant.starts_at.map(|at| {
        visitor
            .words
            .say_of("join-from", "when", &visitor.words.date(at))
    }));
    lines.extend(grant.ends_at.map(|at| {
        visitor
            .words
            .say_of("join-until", "when", &visitor.words.date(at))
    }));
    lines
}

fn banner(visitor: &Visitor, door: &Door, stage: &Stage) -> Vec<String> {
    let words = visitor.words;
    let mut lines: Vec<String> = door
        .contact()
        .map(|contact| words.say_of("join-for", "contact", &contact.masked()))
        .into_iter()
        .collect();
    if let (Some(device), Stage::WrongAccount { .. } | Stage::Answer { .. }) =
        (&visitor.device, stage)
    {
        let who = device
            .account
            .contacts
            .first()
            .map_or_else(|| device.account.name.to_string(), ToString::to_string);
        lines.push(words.say_of("join-signed-in", "contact", &who));
    }
    lines
}

fn hints(visitor: &Visitor, door: &Door) -> Vec<String> {
    let words = visitor.words;
    let organisation = organisation(door);
    let mut lines = Vec::new();
    if door.link().is_some_and(|link| link.needs_approval) {
        lines.push(words.say_of("join-link-approval", "organisation", &organisation));
    }
    lines.extend(
        door.expires_at()
            .map(|at| words.say_of("join-works-until", "when", &words.date_time(at))),
    );
    lines.push(match door.inviter() {
        Some(inviter) if door.link().is_none() => {
            words.say_of("join-stranger", "inviter", inviter.as_str())
        }
        _ => words.say_of("join-stranger-link", "organisation", &organisation),
    });
    lines
}

/// Why a door does not open, each on a page of its own.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "every other refusal is said by its own sentence"
)]
pub fn refused(visitor: &Visitor, door: &Door, refusal: &Refusal) -> Response {
    let link = door.link();
    let (title, text) = match refusal {
        Refusal::NotFound => return unknown(visitor),
        Refusal::AlreadyMember { .. } => return member(visitor, door),
        Refusal::AlreadyOpen { .. } => ("community-open-title", "community-open-text"),
        Refusal::UsedUp => ("join-used-up-title", "join-used-up-text"),
        Refusal::Expired if link.is_some_and(|link| link.closed) => {
            ("join-closed-title", "join-closed-text")
        }
        Refusal::Expired if link.is_some() => ("join-expired-title", "join-expired-link-text"),
        Refusal::Expired => ("join-expired-title", "join-expired-text"),
        Refusal::WrongStatus {
            status: StatusName::Cancelled,
            ..
        } => ("join-revoked-title", "join-revoked-text"),
        Refusal::WrongStatus {
            status: StatusName::Rejected,
            ..
        } => ("join-refused-title", "join-refused-text"),
        Refusal::WrongStatus { .. } => ("join-used-title", "join-used-text"),
        refusal => {
            let shell = visitor
                .shell(visitor.words.say("join-refusal-title"))
                .about(door.organisation());
            let page = Message {
                shell,
                texts: vec![visitor.words.refusal(refusal)],
                links: visitor.onward(),
            };
            let foreign = matches!(refusal, Refusal::AddressMismatch { .. });
            return visitor.page(
                if foreign {
                    StatusCode::FORBIDDEN
                } else {
                    StatusCode::CONFLICT
                },
                &page,
            );
        }
    };
    let shell = visitor
        .shell(visitor.words.say(title))
        .about(door.organisation());
    visitor.page(
        GONE,
        &Message {
            shell,
            texts: vec![named(visitor, door, text)],
            links: visitor.onward(),
        },
    )
}

/// A sentence that may name the organisation and who invited.
fn named(visitor: &Visitor, door: &Door, id: &str) -> String {
    let organisation = organisation(door);
    let inviter = door
        .inviter()
        .map_or_else(|| organisation.clone(), ToString::to_string);
    visitor.words.say_with(
        id,
        &[
            ("organisation", organisation.into()),
            ("inviter", inviter.into()),
        ],
    )
}

fn organisation(door: &Door) -> String {
    door.organisation()
        .map(ToString::to_string)
        .unwrap_or_default()
}

fn about(visitor: &Visitor, door: &Door, title: &str, text: String) -> Response {
    let title = visitor
        .words
        .say_of(title, "organisation", &organisation(door));
    visitor.message_about(door.organisation(), title, vec![text], visitor.onward())
}

fn member(visitor: &Visitor, door: &Door) -> Response {
    about(
        visitor,
        door,
        "join-member-title",
        visitor.words.say("join-member-text"),
    )
}

/// Somebody is in.
pub fn welcome(visitor: &Visitor, door: &Door) -> Response {
    about(
        visitor,
        door,
        "join-done-title",
        visitor.words.say("join-done-text"),
    )
}

/// Somebody has asked.
pub fn asked(visitor: &Visitor, door: &Door) -> Response {
    crate::pages::community::asked(visitor, door.organisation())
}

/// Somebody has declined.
pub fn declined(visitor: &Visitor, door: &Door) -> Response {
    about(
        visitor,
        door,
        "join-declined-title",
        named(visitor, door, "join-declined-text"),
    )
}

/// No such secret.
pub fn unknown(visitor: &Visitor) -> Response {
    let text = visitor.words.say("join-unknown-text");
    visitor.message(StatusCode::NOT_FOUND, "join-unknown-title", &[text], &[])
}

/// The cookie is gone.
pub fn lost(visitor: &Visitor) -> Response {
    let text = visitor.words.say("join-lost-text");
    visitor.message(GONE, "join-lost-title", &[text], &[])
}
