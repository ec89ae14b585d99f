//! Which of two grants gives less: what a conflict proposes first, because security wins by default (RULES 2, R-20).

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use crate::entitlement::on_paper;
use crate::permission::Family;
use crate::rights::Rooms;
use crate::world::World;
use crate::{Grant, PermissionSet};

/// Which of two changes gives less.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum GivesLess {
    /// Mine.
    Mine,
    /// Theirs.
    Theirs,
    /// Neither.
    Equal,
}

impl GivesLess {
    /// The answer for two things of which the first compares to the second like this.
    pub const fn of(mine_to_theirs: Ordering) -> Self {
        match mine_to_theirs {
            Ordering::Less => Self::Mine,
            Ordering::Equal => Self::Equal,
            Ordering::Greater => Self::Theirs,
        }
    }
}

/// Which of two sets of permissions gives less: the one within the other; of two that differ both ways the one with
/// less administration, then the smaller one.
pub fn fewer_permissions(mine: PermissionSet, theirs: PermissionSet) -> GivesLess {
    let size = |set: PermissionSet| set.iter().count();
    let administration = |set: PermissionSet| size(set.in_family(Family::Administration));
    GivesLess::of(match (theirs.contains(mine), mine.contains(theirs)) {
        (true, true) => Ordering::Equal,
        (true, false) => Ordering::Less,
        (false, true) => Ordering::Greater,
        (false, false) => administration(mine)
            .cmp(&administration(theirs))
            .then(size(mine).cmp(&size(theirs))),
    })
}

/// Which of two grants gives less: by their permissions, then by their rooms, their limits, and last by their dates.
pub fn gives_less(world: &World, mine: &Grant, theirs: &Grant) -> GivesLess {
    let paper = |grant: &Grant| on_paper(grant, world.allows(grant.level));
    let (my_rights, their_rights) = (paper(mine), paper(theirs));
    let by_rooms = GivesLess::of(breadth(&my_rights.rooms).cmp(&breadth(&their_rights.rooms)));
    let limit = |grant: &Grant| match grant.limited_to.len() {
        0 => usize::MAX,
        sites => sites,
    };
    let by_limit = GivesLess::of(limit(mine).cmp(&limit(theirs)));
    let ends = |grant: &Grant| grant.ends_at.map_or(i64::MAX, |at| at.0);
    let by_end = GivesLess::of(ends(mine).cmp(&ends(theirs)));
    // Who begins later has less.
    let by_start = GivesLess::of(theirs.starts_at.cmp(&mine.starts_at));
    let by_permissions = fewer_permissions(my_rights.permissions, their_rights.permissions);
    [by_permissions, by_rooms, by_limit, by_end, by_start]
        .into_iter()
        .find(|it| *it != GivesLess::Equal)
        .unwrap_or(GivesLess::Equal)
}

/// How many doors rooms come to: all of them, or first the sites and then the rooms named.
fn breadth(rooms: &Rooms) -> (bool, usize, usize) {
    match rooms {
        Rooms::All => (true, 0, 0),
        Rooms::Some { rooms, sites } => (false, sites.len(), rooms.len()),
    }
}
