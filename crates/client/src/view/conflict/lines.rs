//! What differs between two versions of a record, line by line.

use std::collections::BTreeSet;

use doorward_domain::{
    Grant, Level, LevelRef, Link, MailDomain, Membership, Moment, Name, PersonState, Record,
    Settings, World,
};

use crate::contract::{ConflictField, ConflictLine, ConflictValue};

/// A field of a record with its value.
type Field = (ConflictField, ConflictValue);

/// What differs between theirs and mine; a setting is told apart by its name.
pub(super) fn lines(
    world: &World,
    before: Option<&Record>,
    theirs: &Record,
    mine: &Record,
    now: Moment,
) -> Vec<ConflictLine> {
    let before = before.map(|it| fields(world, it, now)).unwrap_or_default();
    let theirs = fields(world, theirs, now);
    let mine = fields(world, mine, now);
    let both = theirs.into_iter().zip(mine);
    both.enumerate()
        .filter(|(_, (theirs, mine))| theirs != mine)
        .map(|(at, ((what, theirs), (_, mine)))| ConflictLine {
            what,
            before: before.get(at).map(|(_, value)| value.clone()),
            theirs,
            mine,
        })
        .collect()
}

/// The fields of a record, the same ones in the same order for every record of its kind.
fn fields(world: &World, record: &Record, now: Moment) -> Vec<Field> {
    match record {
        Record::Membership(it) => of_membership(world, it, now),
        Record::Link(it) => of_link(world, it),
        Record::Level(it) => of_level(it),
        Record::Settings(it) => of_settings(it),
        Record::Room(it) => vec![
            name(&it.name),
            (
                ConflictField::Rooms,
                names(world.site(it.site).map(|it| it.name.clone()), 1),
            ),
        ],
        Record::Site(it) => vec![name(&it.name)],
        Record::Staff(it) => vec![
            name(&it.name),
            (ConflictField::Position, text(it.position.as_ref())),
        ],
        Record::Organisation(_)
        | Record::MemberContact(_)
        | Record::Delivery(_)
        | Record::MemberActivity(_) => Vec::new(),
    }
}

fn of_membership(world: &World, it: &Membership, now: Moment) -> Vec<Field> {
    let none = Grant::of(doorward_domain::Preset::Guest);
    let grant = it.grant.as_ref();
    let rooms = grant.unwrap_or(&none);
    let when =
        |at: Option<Moment>| at.map_or(ConflictValue::Nothing, |at| ConflictValue::At { at });
    vec![
        (ConflictField::State, state(it.state(now))),
        (
            ConflictField::Level,
            grant.map_or(ConflictValue::Nothing, |it| level(world, it.level)),
        ),
        (
            ConflictField::Extras,
            ConflictValue::Permissions {
                permissions: rooms.extras,
            },
        ),
        (ConflictField::Rooms, rooms_of(world, rooms)),
        (ConflictField::Limit, limit_of(world, rooms)),
        (ConflictField::Starts, when(rooms.starts_at)),
        (ConflictField::Ends, when(rooms.ends_at)),
    ]
}

const fn state(state: PersonState) -> ConflictValue {
    ConflictValue::State { state }
}

fn level(world: &World, level: LevelRef) -> ConflictValue {
    ConflictValue::Level {
        level,
        name: world.level_name(level),
    }
}

fn rooms_of(world: &World, grant: &Grant) -> ConflictValue {
    let rooms = grant.rooms.iter().filter_map(|id| world.room(*id));
    let sites = grant.room_sites.iter().filter_map(|id| world.site(*id));
    let all = rooms
        .map(|it| it.name.clone())
        .chain(sites.map(|it| it.name.clone()));
    names(all, grant.rooms.len() + grant.room_sites.len())
}

fn limit_of(world: &World, grant: &Grant) -> ConflictValue {
    let sites = grant.limited_to.iter().filter_map(|id| world.site(*id));
    names(sites.map(|it| it.name.clone()), grant.limited_to.len())
}

fn names(names: impl IntoIterator<Item = Name>, count: usize) -> ConflictValue {
    let names: BTreeSet<Name> = names.into_iter().collect();
    match count {
        0 => ConflictValue::Nothing,
        _ => ConflictValue::Names {
            names: names.into_iter().collect(),
            count: u32::try_from(count).unwrap_or(u32::MAX),
        },
    }
}

fn name(name: &Name) -> Field {
    (ConflictField::Name, text(Some(name)))
}

fn text(name: Option<&Name>) -> ConflictValue {
    name.map_or(ConflictValue::Nothing, |name| ConflictValue::Text {
        text: name.to_string(),
    })
}

fn of_link(world: &World, it: &Link) -> Vec<Field> {
    vec![
        name(&it.name),
        (ConflictField::Level, level(world, it.level)),
        (
            ConflictField::Approval,
            ConflictValue::Switch {
                on: it.needs_approval,
            },
        ),
        (
            ConflictField::Uses,
            ConflictValue::Number {
                number: it.max_uses,
            },
        ),
        (ConflictField::Domains, domains(&it.domains)),
    ]
}

fn domains(domains: &BTreeSet<MailDomain>) -> ConflictValue {
    let domains: Vec<&str> = domains.iter().map(MailDomain::as_str).collect();
    if domains.is_empty() {
        return ConflictValue::Nothing;
    }
    ConflictValue::Text {
        text: domains.join(", "),
    }
}

fn of_level(it: &Level) -> Vec<Field> {
    vec![
        name(&it.name),
        (
            ConflictField::Permissions,
            ConflictValue::Permissions {
                permissions: it.permissions,
            },
        ),
    ]
}

/// Every setting under the name it travels by.
fn of_settings(it: &Settings) -> Vec<Field> {
    let Ok(serde_json::Value::Object(settings)) = serde_json::to_value(it) else {
        return Vec::new();
    };
    let field = |(name, value): (String, serde_json::Value)| {
        let value = ConflictValue::Setting {
            name,
            value: value.to_string(),
        };
        (ConflictField::Setting, value)
    };
    settings.into_iter().map(field).collect()
}
