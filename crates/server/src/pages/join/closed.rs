//! Doors that do not open: one clear page for every way in which they do not (ACT-18).

use axum::http::StatusCode;
use axum::response::Response;
use doorward_domain::{Refusal, StatusName};

use super::door::Door;
use super::said::{GONE, named};
use super::{expired, stage};
use crate::pages::icon::Icon;
use crate::pages::layout::Message;
use crate::pages::outcome;
use crate::pages::visitor::{Answer, Early, Visitor};

/// Why a door does not open, each on a page of its own.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "every other refusal is said by its own sentence"
)]
pub async fn refused(visitor: &Visitor, door: &Door, refusal: &Refusal) -> Answer {
    let link = door.link();
    let (icon, title, text) = match refusal {
        // The rules answer so of an organisation that is not there any more; the door itself was found.
        Refusal::NotFound => (Icon::Closed, "join-gone-title", "join-gone-text"),
        Refusal::AlreadyMember { .. } => return Ok(outcome::member(visitor, door.organisation())),
        Refusal::AlreadyOpen { .. } => {
            return Ok(outcome::open(visitor, door.organisation(), GONE));
        }
        Refusal::UsedUp => (Icon::Over, "join-used-up-title", "join-used-up-text"),
        Refusal::Expired if link.is_some_and(|link| link.closed) => {
            (Icon::Closed, "join-closed-title", "join-closed-text")
        }
        Refusal::Expired if link.is_some() => (
            Icon::Expired,
            "join-expired-link-title",
            "join-expired-link-text",
        ),
        Refusal::Expired => return expired::page(visitor, door).await,
        Refusal::WrongStatus {
            status: StatusName::Cancelled,
            ..
        } => (Icon::Declined, "join-revoked-title", "join-revoked-text"),
        Refusal::WrongStatus {
            status: StatusName::Rejected,
            ..
        } => (Icon::Declined, "join-refused-title", "join-refused-text"),
        Refusal::WrongStatus { .. } => (Icon::Over, "join-used-title", "join-used-text"),
        refusal => return Ok(otherwise(visitor, door, refusal)),
    };
    let page = Message::of(visitor.shell(visitor.words.say(title)), icon);
    let page = page
        .about(door.organisation())
        .saying(named(visitor, door, text));
    let page = with_a_way_to_ask(visitor, door, page).await?;
    // Only who used it before has a reason to sign in here.
    let used = title == "join-used-title";
    let onward = (used || visitor.device.is_some()).then(|| visitor.onward());
    Ok(visitor.page(GONE, &onward.into_iter().fold(page, Message::linked)))
}

/// Where the organisation takes requests, whoever is signed in can ask it.
async fn with_a_way_to_ask(
    visitor: &Visitor,
    door: &Door,
    page: Message,
) -> Result<Message, Early> {
    let Some(actor) = visitor.actor().filter(|_| door.link().is_some()) else {
        return Ok(page);
    };
    if !stage::may_ask(visitor, door, actor).await? {
        return Ok(page);
    }
    let label = visitor.words.say("join-link-ask");
    Ok(page.linked((format!("/c/{}", door.organisation_id()), label)))
}

fn otherwise(visitor: &Visitor, door: &Door, refusal: &Refusal) -> Response {
    let page = visitor.message(Icon::Alert, "join-refusal-title");
    let page = page
        .about(door.organisation())
        .saying(visitor.words.refusal(refusal))
        .linked(visitor.onward());
    let status = if matches!(refusal, Refusal::AddressMismatch { .. }) {
        StatusCode::FORBIDDEN
    } else {
        StatusCode::CONFLICT
    };
    visitor.page(status, &page)
}

/// Somebody has declined.
pub fn declined(visitor: &Visitor, door: &Door) -> Response {
    let page = outcome::about(
        visitor,
        door.organisation(),
        Icon::Declined,
        "join-declined-title",
    );
    let page = page.saying(named(visitor, door, "join-declined-text"));
    visitor.page(StatusCode::OK, &page.linked(visitor.onward()))
}

/// No such secret.
pub fn unknown(visitor: &Visitor) -> Response {
    let page = visitor.message(Icon::Lost, "join-unknown-title");
    let page = page.saying(visitor.words.say("join-unknown-text"));
    visitor.page(StatusCode::NOT_FOUND, &page)
}

/// The cookie is gone.
pub fn lost(visitor: &Visitor) -> Response {
    let page = visitor.message(Icon::Lost, "join-lost-title");
    visitor.page(GONE, &page.saying(visitor.words.say("join-lost-text")))
}

/// Said to whoever wants no more invitations from here.
pub fn stopped(visitor: &Visitor, door: &Door) -> Response {
    let page = visitor
        .message(Icon::Done, "join-stopped-title")
        .about(door.organisation());
    let page: Message = page.saying(named(visitor, door, "join-stopped-text"));
    visitor.page(StatusCode::OK, &page)
}
