//! What a change of access comes to, before it is saved: what the person will be able to do, what they no longer can,
//! and whether they come to equal the main administrator (RES-8 to RES-15, R-32, R-36).

use serde::{Deserialize, Serialize};

use super::access::lines;
use super::{AccessLine, known_rooms, open_rooms};
use crate::entitlement::{in_force, on_paper};
use crate::level::{Preset, StaffOption};
use crate::record::Room;
use crate::rights::Rights;
use crate::world::World;
use crate::{Grant, Permission, PermissionSet};

/// Together they are what the main administrator of a business may do (RES-13).
const RUNS_THE_BUSINESS: PermissionSet = StaffOption::Business.permissions();

/// Whom somebody comes to equal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Equals {
    /// The main administrator in the business: sales, online booking and its settings (RES-13).
    Business,
    /// An Administrator: everything but deleting the organisation.
    Administrator,
    /// An Owner.
    Owner,
}

/// One thing that somebody can do, or an edge of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum AccessItem {
    /// Has a permission.
    May {
        /// Which.
        permission: Permission,
    },
    /// Enters a room.
    Enters {
        /// Which.
        room: Room,
    },
    /// Enters every room, also later ones.
    EntersAll,
}

/// An edge of access: from when, until when, or where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum EdgeOf {
    /// The first day.
    Start,
    /// The last day.
    End,
    /// The sites that administration is limited to.
    Limit,
}

/// What becomes of an edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum EdgeChange {
    /// It stays.
    Stays,
    /// There was none.
    Set,
    /// There was another.
    Changed,
    /// There is none any more.
    Lost,
}

/// An edge of access that somebody has or had.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct AccessEdge {
    /// Which.
    pub of: EdgeOf,
    /// What becomes of it.
    pub change: EdgeChange,
}

/// What an edit of somebody's access comes to. It speaks of what is in force once the membership is: a pause and dates
/// stand beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct AccessPreview {
    /// What the person will be able to do, with what stays as it is.
    pub will: Vec<AccessItem>,
    /// What of it is new.
    pub gains: Vec<AccessItem>,
    /// What the person can do now and no longer will.
    pub loses: Vec<AccessItem>,
    /// What the grant names and will not be in force, and why.
    pub idle: Vec<AccessLine>,
    /// Whom the person will equal, which screens warn of.
    pub equals: Option<Equals>,
    /// Whether that is new.
    pub newly_equals: bool,
    /// From when, until when and where, as far as there is or was an edge.
    pub edges: Vec<AccessEdge>,
}

impl AccessPreview {
    /// What the person will be able to do, as it is told to them: what another permission includes goes without saying, and
    /// where they equal an Owner or an Administrator that says all but the rooms.
    pub fn in_short(&self) -> Vec<AccessItem> {
        let permission = |item: &AccessItem| match item {
            AccessItem::May { permission } => Some(*permission),
            AccessItem::Enters { .. } | AccessItem::EntersAll => None,
        };
        let told = match self.equals {
            Some(Equals::Owner | Equals::Administrator) => PermissionSet::NONE,
            Some(Equals::Business) | None => {
                let all: PermissionSet = self.will.iter().filter_map(permission).collect();
                all.in_short()
            }
        };
        let is_told = |item: &&AccessItem| permission(item).is_none_or(|it| told.has(it));
        self.will.iter().filter(is_told).cloned().collect()
    }
}

/// What a change of somebody's grant comes to, by the levels, rooms and plan that are known. `before` is none where there
/// is no grant yet, as with a request.
pub fn access_preview(world: &World, before: Option<&Grant>, after: &Grant) -> AccessPreview {
    let had = before.map(|grant| Reach::of(world, grant));
    let had = had.unwrap_or_default();
    let has = Reach::of(world, after);
    let equals = equals(world, after);
    AccessPreview {
        gains: has.beyond(&had),
        loses: had.beyond(&has),
        will: has.beyond(&Reach::default()),
        idle: idle(world, after),
        equals,
        newly_equals: equals.is_some() && before.is_none_or(|it| self::equals(world, it) < equals),
        edges: edges(before, after),
    }
}

/// Where access begins and ends in time, and to what it is limited: each edge that is there before or after.
fn edges(before: Option<&Grant>, after: &Grant) -> Vec<AccessEdge> {
    let limit = |grant: &Grant| (!grant.limited_to.is_empty()).then(|| grant.limited_to.clone());
    let found = [
        edge(
            EdgeOf::Start,
            before.and_then(|it| it.starts_at),
            after.starts_at,
        ),
        edge(EdgeOf::End, before.and_then(|it| it.ends_at), after.ends_at),
        edge(EdgeOf::Limit, before.and_then(limit), limit(after)),
    ];
    found.into_iter().flatten().collect()
}

fn edge<T: PartialEq>(of: EdgeOf, had: Option<T>, has: Option<T>) -> Option<AccessEdge> {
    let change = match (had, has) {
        (None, None) => return None,
        (None, Some(_)) => EdgeChange::Set,
        (Some(_), None) => EdgeChange::Lost,
        (Some(had), Some(has)) if had == has => EdgeChange::Stays,
        (Some(_), Some(_)) => EdgeChange::Changed,
    };
    Some(AccessEdge { of, change })
}

/// Whom somebody with a grant equals.
pub fn equals(world: &World, grant: &Grant) -> Option<Equals> {
    let rights = once_in_force(world, grant);
    let administrator = Preset::Administrator.permissions();
    if rights.owner {
        Some(Equals::Owner)
    } else if rights.permissions.contains(administrator) && !rights.is_limited() {
        Some(Equals::Administrator)
    } else if rights.permissions.contains(RUNS_THE_BUSINESS) {
        Some(Equals::Business)
    } else {
        None
    }
}

/// What a grant gives in this organisation once its membership is in force.
pub(crate) fn once_in_force(world: &World, grant: &Grant) -> Rights {
    let paper = on_paper(grant, world.allows(grant.level));
    match world.organisation() {
        Some(organisation) => in_force(paper, organisation.plan),
        None => paper.in_limit(),
    }
}

/// What a grant reaches once it is in force.
#[derive(Default)]
pub(crate) struct Reach {
    permissions: PermissionSet,
    everywhere: bool,
    rooms: Vec<Room>,
}

impl Reach {
    /// What a grant reaches in a world that knows its level and, for rooms to be named, every room.
    pub(crate) fn of(world: &World, grant: &Grant) -> Self {
        let open = open_rooms(world, grant);
        Self {
            permissions: once_in_force(world, grant).permissions,
            everywhere: open.all,
            rooms: if open.all {
                known_rooms(world)
            } else {
                open.rooms
            },
        }
    }

    /// What is reached here and not there. Whoever enters every room enters each, so rooms are named where not all of
    /// them come or stay.
    pub(crate) fn beyond(&self, other: &Self) -> Vec<AccessItem> {
        let permissions = self.permissions.without(other.permissions).iter();
        let may = permissions.map(|permission| AccessItem::May { permission });
        let all = (self.everywhere && !other.everywhere).then_some(AccessItem::EntersAll);
        let named = self.rooms.iter().filter(|room| !other.rooms.contains(room));
        let named = named.filter(|_| !self.everywhere || !other.rooms.is_empty());
        let enters = named.map(|room| AccessItem::Enters { room: room.clone() });
        may.chain(all).chain(enters).collect()
    }
}

/// What a grant names and the organisation's plan or its own limit to sites keeps out of force.
fn idle(world: &World, grant: &Grant) -> Vec<AccessLine> {
    let mut lines = lines(world, grant, None);
    lines.retain(|line| !line.in_force);
    lines
}
