//! What the pages of doors that do not open share.

use axum::http::StatusCode;

use super::door::Door;
use crate::pages::visitor::Visitor;

/// The status of a page for something that no longer works.
pub const GONE: StatusCode = StatusCode::GONE;

/// A sentence that may name the organisation and who invited.
pub fn named(visitor: &Visitor, door: &Door, id: &str) -> String {
    let organisation = door.organisation_name();
    let inviter = door.inviter().map_or(organisation, |name| name.as_str());
    let variables = [
        ("organisation", organisation.into()),
        ("inviter", inviter.into()),
    ];
    visitor.words.say_with(id, &variables)
}
