//! The texts of a membership: the one it is found by, and the one it is ordered by (DESIGN 4, *Search and order*).

use doorward_domain::{Contact, Membership};
use doorward_protocol::fold;

/// The text a membership is found by: name, position and contacts, folded.
pub fn text_of(membership: &Membership, contacts: &[Contact]) -> String {
    let name = membership
        .name
        .iter()
        .chain(&membership.position)
        .map(doorward_domain::Name::as_str);
    let parts: Vec<&str> = name.chain(contacts.iter().map(Contact::as_str)).collect();
    fold(&parts.join(" "))
}

/// The text a membership is ordered by: its name, or else its contact.
pub fn order_text<'a>(membership: &'a Membership, contacts: &'a [Contact]) -> &'a str {
    let name = membership.name.as_ref().map(doorward_domain::Name::as_str);
    name.or_else(|| contacts.first().map(Contact::as_str))
        .unwrap_or_default()
}
