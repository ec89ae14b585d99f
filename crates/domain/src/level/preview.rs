//! What an edit of an own level comes to, before it is saved: whose access changes and how.

use serde::{Deserialize, Serialize};

use super::{Level, LevelRef};
use crate::membership::{AccessItem, Equals, Membership, Reach, equals};
use crate::world::World;
use crate::{Grant, LevelId, LinkId, MembershipId, Name, PermissionSet, Version};

/// What an edit of a level comes to for one membership or open invitation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct LevelPreviewLine {
    /// Whose.
    pub membership: MembershipId,
    /// What they are called, where that is known.
    pub name: Option<Name>,
    /// Whether it is an invitation that nobody has accepted yet.
    pub invited: bool,
    /// What they will be able to do besides.
    pub gains: Vec<AccessItem>,
    /// What they no longer will.
    pub loses: Vec<AccessItem>,
    /// Whom they will equal and did not before, which screens warn of.
    pub newly_equals: Option<Equals>,
}

/// What an edit of a level comes to: who has it or is invited at it, and the open links that give it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct LevelPreview {
    /// Everybody who has the level or is invited at it, those whose access changes first, by name.
    pub people: Vec<LevelPreviewLine>,
    /// How many of them come to something else.
    pub changed: usize,
    /// The open links that give it.
    pub links: Vec<LinkId>,
}

/// What an own level comes to with these permissions, or, where another level is to take its place, with that one's.
/// The world knows what `needs` of the edit asks for: who holds the level, and its links; and every room, so
/// that those which are entered can be named.
pub fn level_preview(
    world: &World,
    level: LevelId,
    permissions: PermissionSet,
    replacement: Option<LevelRef>,
) -> LevelPreview {
    let reference = LevelRef::Own(level);
    let later = edited(world, level, permissions);
    let at_level = |it: &&Membership| it.grant.as_ref().is_some_and(|it| it.level == reference);
    let live = world.memberships.values().map(|held| &held.value);
    let holders = live.filter(|it| it.status.is_live()).filter(at_level);
    let preview = |holder: &Membership| {
        let before = holder.grant.clone()?;
        let after = Grant {
            level: replacement.unwrap_or(reference),
            ..before.clone()
        };
        Some(LevelPreviewLine::of(
            holder,
            (world, &before),
            (&later, &after),
        ))
    };
    let mut people: Vec<LevelPreviewLine> = holders.filter_map(preview).collect();
    people.sort_by(|one, other| {
        let key = |it: &LevelPreviewLine| (!it.changes(), it.name.clone(), it.membership);
        key(one).cmp(&key(other))
    });
    let links = world.links.values();
    let links = links.filter(|it| !it.closed && it.level == reference);
    LevelPreview {
        changed: people.iter().filter(|it| it.changes()).count(),
        people,
        links: links.map(|it| it.id).collect(),
    }
}

impl LevelPreviewLine {
    fn of(
        holder: &Membership,
        (world, before): (&World, &Grant),
        (later, after): (&World, &Grant),
    ) -> Self {
        let had = Reach::of(world, before);
        let has = Reach::of(later, after);
        let equals_then = equals(later, after).filter(|it| Some(*it) > equals(world, before));
        Self {
            membership: holder.id,
            name: holder.name.clone(),
            invited: !holder.status.is_approved(),
            gains: has.beyond(&had),
            loses: had.beyond(&has),
            newly_equals: equals_then,
        }
    }

    /// Whether anything changes for them.
    pub fn changes(&self) -> bool {
        !self.gains.is_empty() || !self.loses.is_empty() || self.newly_equals.is_some()
    }
}

/// The world as it is once the level is edited.
fn edited(world: &World, level: LevelId, permissions: PermissionSet) -> World {
    let mut later = world.clone();
    if let Some(before) = world.level(level) {
        let after = Level {
            permissions: permissions.implied(),
            ..before.clone()
        };
        later.put(crate::Record::Level(after), Version::Revision(0), None);
    }
    later
}
