//! Pages that tell what came of joining or asking, wherever somebody did it.

use axum::http::StatusCode;
use axum::response::Response;
use doorward_domain::Name;

use super::icon::Icon;
use super::layout::Message;
use super::visitor::Visitor;
use crate::text::Value;

/// A message about an organisation, whose title names it.
pub fn about(visitor: &Visitor, organisation: Option<&Name>, icon: Icon, title: &str) -> Message {
    let name = organisation.map_or("", Name::as_str);
    let title = visitor.words.say_of(title, "organisation", name);
    Message::of(visitor.shell(title), icon).about(organisation)
}

/// Somebody is in.
pub fn welcome(visitor: &Visitor, organisation: Option<&Name>) -> Response {
    let page = about(visitor, organisation, Icon::Done, "join-done-title");
    let page = page.saying(visitor.words.say("join-done-text"));
    let name = visitor.words.say("help-profile-title");
    let page = page.linked(visitor.onward());
    visitor.page(StatusCode::OK, &page.linked(("/help#profile".into(), name)))
}

/// Somebody was in before.
pub fn member(visitor: &Visitor, organisation: Option<&Name>) -> Response {
    let page = about(visitor, organisation, Icon::Done, "join-member-title");
    let page = page.saying(visitor.words.say("join-member-text"));
    visitor.page(StatusCode::OK, &page.linked(visitor.onward()))
}

/// Somebody has asked; the answer goes to their address where they have one and letters leave here (OLV-21, OLV-22).
pub fn asked(visitor: &Visitor, organisation: Option<&Name>) -> Response {
    let text = match visitor.written_to() {
        Some(contact) => {
            let name = organisation.map_or("", Name::as_str);
            let variables = [
                ("organisation", Value::from(name)),
                ("contact", Value::from(contact.as_str())),
            ];
            visitor.words.say_with("join-asked-text", &variables)
        }
        None => visitor.words.say("community-answer-here"),
    };
    let page = about(visitor, organisation, Icon::Waiting, "join-asked-title").saying(text);
    visitor.page(StatusCode::OK, &page.linked(visitor.onward()))
}

/// A request or invitation is open already.
pub fn open(visitor: &Visitor, organisation: Option<&Name>, status: StatusCode) -> Response {
    let name = organisation.map_or("", Name::as_str);
    let text = visitor
        .words
        .say_of("community-open-text", "organisation", name);
    let page = about(visitor, organisation, Icon::Waiting, "community-open-title").saying(text);
    visitor.page(status, &page.linked(visitor.onward()))
}
