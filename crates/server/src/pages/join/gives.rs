//! What a door gives, in short sentences: what one will be able to do, and what one might expect and will not.

use doorward_domain::{Grant, LevelRef, Permission, PermissionSet};

use super::door::Door;
use crate::text::Words;

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
    let grant = door.grant();
    let mut lines = words.abilities(&grant, door.level());
    match grant.level {
        LevelRef::Preset(preset) if preset.opens_all_rooms() => {
            lines.push(words.say("join-all-rooms"));
        }
        LevelRef::Preset(_) | LevelRef::Own(_) => {
            let sites = grant.room_sites.iter().filter_map(|id| door.site(*id));
            let rooms = sites.chain(grant.rooms.iter().filter_map(|id| door.room(*id)));
            lines.extend(rooms.map(|room| words.say_of("join-room", "room", room.as_str())));
        }
    }
    lines
}

/// What is not part of it.
pub fn unable(words: &Words, door: &Door) -> Vec<String> {
    let given = permissions(&door.grant(), door);
    let missing = EXPECTED.iter().filter(|(it, _)| !given.has(*it));
    missing.take(MOST).map(|(_, id)| words.say(id)).collect()
}

/// Its level and dates.
pub fn terms(words: &Words, door: &Door) -> Vec<String> {
    let grant = door.grant();
    let own = door.level().map(|level| level.name.as_str());
    let level = words.level(grant.level, own);
    let mut lines = vec![words.say_of("join-level", "level", &level)];
    let day = |id: &str, at| words.say_of(id, "when", &words.date(at));
    lines.extend(grant.starts_at.map(|at| day("join-from", at)));
    lines.extend(grant.ends_at.map(|at| day("join-until", at)));
    lines
}

fn permissions(grant: &Grant, door: &Door) -> PermissionSet {
    let level = match grant.level {
        LevelRef::Preset(preset) => preset.permissions(),
        LevelRef::Own(_) => door.level().map(|it| it.permissions).unwrap_or_default(),
    };
    level.with(grant.extras).implied()
}
