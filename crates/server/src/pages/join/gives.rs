//! What a door gives, in short sentences: what one will be able to do, and what one might expect and will not. It is what
//! the editor of access says of the same grant, in the same words.

use doorward_domain::{AccessItem, AccessPreview, Permission, access_preview};

use super::door::Door;
use crate::text::{Value, Words};

/// What one might expect of a way in, and the sentence that it is not part of this one.
const EXPECTED: &[(Permission, &str)] = &[
    (Permission::BookingsAll, "join-not-bookings"),
    (Permission::ClientsView, "join-not-clients"),
    (Permission::MembersManage, "join-not-members"),
];
/// How many of them are said.
const MOST: usize = 2;

/// What one will be able to do.
pub fn able(words: &Words, door: &Door) -> Vec<String> {
    words.comes_to(&comes_to(door))
}

/// What is not part of it.
pub fn unable(words: &Words, door: &Door) -> Vec<String> {
    let given = comes_to(door).will;
    let is_given = |permission: Permission| given.contains(&AccessItem::May { permission });
    let missing = EXPECTED.iter().filter(|(it, _)| !is_given(*it));
    missing.take(MOST).map(|(_, id)| words.say(id)).collect()
}

/// Its level, the sites that it is limited to, and its dates.
pub fn terms(words: &Words, door: &Door) -> Vec<String> {
    let grant = door.grant();
    let own = door.level().map(|level| level.name.as_str());
    let level = words.level(grant.level, own);
    let mut lines = vec![words.say_of("join-level", "level", &level)];
    let sites = grant.limited_to.iter().filter_map(|id| door.site(*id));
    let sites: Vec<String> = sites.map(|site| site.to_string()).collect();
    if !sites.is_empty() {
        let sites = [("sites", Value::from(sites.join(", ")))];
        lines.push(words.say_with("join-limited", &sites));
    }
    let day = |id: &str, at| words.say_of(id, "when", &words.date(at));
    lines.extend(grant.starts_at.map(|at| day("join-from", at)));
    lines.extend(grant.ends_at.map(|at| day("join-until", at)));
    lines
}

fn comes_to(door: &Door) -> AccessPreview {
    access_preview(&door.world, None, &door.grant())
}
