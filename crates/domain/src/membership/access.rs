//! What one membership allows, line by line: where each permission comes from, and why one is not in force (R-1, R-2,
//! ); and which rooms it opens.

use serde::{Deserialize, Serialize};

use crate::entitlement::on_paper;
use crate::membership::{Membership, PersonState, once_in_force};
use crate::record::Room;
use crate::rights::{Rights, Rooms};
use crate::world::World;
use crate::{Grant, Moment, Permission, PermissionSet};

/// Where a permission comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum AccessFrom {
    /// The level.
    Level,
    /// It was given beyond the level.
    Extra,
}

/// Why a permission on paper is not in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum NotInForce {
    /// The person is no member yet, or no more.
    NoMember,
    /// The end date has passed.
    Lapsed,
    /// The membership is paused.
    Suspended,
    /// The start has not come.
    NotStarted,
    /// The plan does not have it.
    Plan,
    /// The limit to sites takes it out of force.
    Limited,
}

/// One permission of a membership.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct AccessLine {
    /// The permission.
    pub permission: Permission,
    /// Where it comes from.
    pub from: AccessFrom,
    /// Whether it is in force.
    pub in_force: bool,
    /// Why not, if not.
    pub because: Option<NotInForce>,
}

/// Which rooms a grant opens, by the rooms that are there now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenRooms {
    /// Whether all of them are open, also later ones.
    pub all: bool,
    /// Those that are open by name or by site, by name.
    pub rooms: Vec<Room>,
}

/// What a membership allows, in the order of RULES 2; nothing where it has no grant.
pub fn access(world: &World, membership: &Membership, now: Moment) -> Vec<AccessLine> {
    let grant = membership.grant.as_ref();
    grant.map_or_else(Vec::new, |it| {
        lines(world, it, why_nothing(membership, now))
    })
}

/// What a grant allows, line by line; `off` is why nothing of it is in force, if so.
pub(crate) fn lines(world: &World, grant: &Grant, off: Option<NotInForce>) -> Vec<AccessLine> {
    let level = world.allows(grant.level);
    let paper = on_paper(grant, level);
    let usual = level.implied().with(PermissionSet::EVERY_MEMBERS);
    let as_member = once_in_force(world, grant);
    let line = |permission| {
        let because =
            off.or_else(|| (!as_member.has(permission)).then(|| why_not(&paper, permission)));
        AccessLine {
            permission,
            from: if usual.has(permission) {
                AccessFrom::Level
            } else {
                AccessFrom::Extra
            },
            in_force: because.is_none(),
            because,
        }
    };
    paper.permissions.iter().map(line).collect()
}

/// Which rooms a grant opens.
pub fn open_rooms(world: &World, grant: &Grant) -> OpenRooms {
    let there = world.rooms.values().filter(|room| !room.removed);
    let (all, mut rooms): (bool, Vec<Room>) = match on_paper(grant, PermissionSet::NONE).rooms {
        Rooms::All => (true, Vec::new()),
        Rooms::Some { rooms, sites } => {
            let open = there.filter(|it| rooms.contains(&it.id) || sites.contains(&it.site));
            (false, open.map(|it| it.value.clone()).collect())
        }
    };
    rooms.sort_by(|one, other| (&one.name, one.id).cmp(&(&other.name, other.id)));
    OpenRooms { all, rooms }
}

/// Every room of the organisation that was not removed, by name.
pub fn known_rooms(world: &World) -> Vec<Room> {
    let there = world.rooms.values().filter(|room| !room.removed);
    let mut rooms: Vec<Room> = there.map(|it| it.value.clone()).collect();
    rooms.sort_by(|one, other| (&one.name, one.id).cmp(&(&other.name, other.id)));
    rooms
}

/// Why nothing at all is in force, if so.
fn why_nothing(membership: &Membership, now: Moment) -> Option<NotInForce> {
    match membership.state(now) {
        PersonState::Member => None,
        PersonState::Starting => Some(NotInForce::NotStarted),
        PersonState::Lapsed => Some(NotInForce::Lapsed),
        PersonState::Paused => Some(NotInForce::Suspended),
        PersonState::Invited
        | PersonState::Waiting
        | PersonState::Declined
        | PersonState::Cancelled
        | PersonState::Ended
        | PersonState::Expired => Some(NotInForce::NoMember),
    }
}

fn why_not(paper: &Rights, permission: Permission) -> NotInForce {
    if paper.clone().in_limit().has(permission) {
        NotInForce::Plan
    } else {
        NotInForce::Limited
    }
}
