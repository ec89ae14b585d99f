//! Grants made of a few numbers, which is what is drawn.

use doorward_domain::{
    Grant, LevelId, LevelRef, Permission, PermissionSet, Preset, RoomId, SiteId,
};
use proptest::prelude::*;
use uuid::Uuid;

use super::held::rooms;
use crate::casebook::Casebook;

/// A grant made of a few numbers.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sketch {
    /// Which level.
    pub level: u8,
    /// Which permissions beside it.
    pub extras: u32,
    /// Which rooms, and whether it is limited to a site.
    pub places: u8,
    /// When it ends.
    pub end: u8,
}

impl Sketch {
    /// Permissions that could be saved.
    pub(super) fn permissions(bits: u32) -> PermissionSet {
        let chosen = Permission::ALL.iter().enumerate();
        let chosen = chosen.filter(|(place, _)| bits >> place & 1 == 1);
        let set: PermissionSet = chosen.map(|(_, it)| *it).collect();
        // What is saved has what it implies (RULES 2), so nobody holds anything else.
        set.without(PermissionSet::of(&[Permission::OrganisationDelete]))
            .implied()
    }

    /// The grant, whose own level is this one.
    pub(super) fn grant(self, book: &Casebook, own: LevelId) -> Grant {
        let (room, site) = place(book, usize::from(self.places % 2));
        let level = match self.level % 9 {
            preset @ 0..7 => LevelRef::Preset(Preset::ALL[usize::from(preset)]),
            _ => LevelRef::Own(own),
        };
        let flag = |bit: u8| self.places >> bit & 1 == 1;
        Grant {
            extras: if self.extras.is_multiple_of(3) {
                PermissionSet::NONE
            } else {
                Self::permissions(self.extras)
            },
            rooms: flag(1).then_some(room).into_iter().collect(),
            room_sites: flag(2).then_some(site).into_iter().collect(),
            limited_to: flag(3).then_some(site).into_iter().collect(),
            ends_at: match self.end % 4 {
                0 => Some(book.day(3)),
                1 => Some(book.day(30)),
                _ => None,
            },
            ..Grant::of(level)
        }
    }
}

fn place(book: &Casebook, number: usize) -> (RoomId, SiteId) {
    let all: Vec<_> = rooms(book).map(|it| (it.id, it.site)).collect();
    all[number % all.len()]
}

/// Any.
pub(super) fn sketch() -> impl Strategy<Value = Sketch> {
    (any::<u8>(), any::<u32>(), any::<u8>(), any::<u8>()).prop_map(
        |(level, extras, places, end)| Sketch {
            level,
            extras,
            places,
            end,
        },
    )
}

/// The number of the level that is given.
pub(super) const GIVEN: u128 = 0x21;

/// The level of a number.
pub(super) fn level(number: u128) -> LevelId {
    LevelId(Uuid::from_u128(0x3_0000_0000 + number))
}
