//! The business of the editors' tests: a staff member, an own level that one person has, and two sites with rooms.

use doorward_domain::{
    Grant, Level, LevelId, LevelRef, Permission, PermissionSet, Preset, Record, Room, RoomId, Site,
    SiteId, Status,
};
use uuid::Uuid;

use super::cast::{START, Seat, business, member, membership, name, page, pull, sit};

/// A staff member.
pub(super) const KADRI: u128 = 0x40;
/// Has the own level.
pub(super) const PIRET: u128 = 0x41;
/// Who asks to join.
pub(super) const ANNA: u128 = 0x20;
/// Who asks to join, too.
pub(super) const STEFAN: u128 = 0x21;
/// The own level.
pub(super) const DESK: LevelId = LevelId(Uuid::from_u128(0x50));
/// A site with two rooms.
pub(super) const EAST: SiteId = SiteId(Uuid::from_u128(0x60));
/// A site with one room.
pub(super) const WEST: SiteId = SiteId(Uuid::from_u128(0x61));
/// A room of the first site, which Kadri may enter by its name.
pub(super) const OFFICE: RoomId = RoomId(Uuid::from_u128(0x70));

/// A room of a site.
pub(super) fn room(id: u128, site: SiteId, called: &str) -> Record {
    Record::Room(Room {
        id: RoomId(Uuid::from_u128(id)),
        site,
        name: name(called),
        removed: false,
    })
}

/// A site.
pub(super) fn site(id: SiteId, called: &str) -> Record {
    Record::Site(Site {
        id,
        name: name(called),
        removed: false,
    })
}

/// The owner's desk in it.
pub(super) async fn desk(place: &tempfile::TempDir) -> Seat {
    let seat = sit(Some(&place.path().join("account")), START).await;
    pull(&seat.desk, &business(), true).await;
    let records = vec![
        member(KADRI, 0x400, "Kadri Tamm", Preset::Staff),
        Record::Level(Level {
            id: DESK,
            name: name("Desk"),
            permissions: PermissionSet::of(&[Permission::BookingsOwn]),
            deleted: false,
        }),
        approved(PIRET, "Piret Mägi", Grant::of(LevelRef::Own(DESK))),
        site(EAST, "East"),
        site(WEST, "West"),
        room(0x70, EAST, "Office 1"),
        room(0x71, EAST, "Office 2"),
        room(0x72, WEST, "Workshop"),
    ];
    pull(&seat.desk, &page(6, records), false).await;
    seat
}

/// A member with a grant.
pub(super) fn approved(id: u128, called: &str, grant: Grant) -> Record {
    let person = Some(id * 0x10);
    let row = membership(id, person, called, Status::Approved, Some(grant));
    Record::Membership(Box::new(row))
}
