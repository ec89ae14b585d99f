//! Rooms and limits to sites.

use doorward_domain::{Grant, Permission, PermissionSet, Preset, RoomId, SiteId};

use crate::casebook::*;

/// Two rooms in two sites; Ivo has members.manage and access.grant at Staff, the first room, and the second site.
fn book() -> (Casebook, (RoomId, SiteId), (RoomId, SiteId)) {
    let mut book = Casebook::staffed();
    let (first, second) = (book.room(1, 1), book.room(2, 2));
    let permissions = [Permission::InvitationsManage, Permission::MembersManage];
    book.employ_with(
        IVO,
        Grant {
            extras: PermissionSet::of(&permissions),
            rooms: [first.0].into(),
            room_sites: [second.1].into(),
            ..Grant::of(Preset::Staff)
        },
    );
    (book, first, second)
}

fn roomy(rooms: &[RoomId], sites: &[SiteId]) -> Grant {
    Grant {
        rooms: rooms.iter().copied().collect(),
        room_sites: sites.iter().copied().collect(),
        ..Grant::of(Preset::Member)
    }
}

#[test]
fn nobody_gives_a_room_they_do_not_hold_r_20() {
    let (book, first, second) = book();
    for (grant, code) in [
        (roomy(&[first.0], &[]), None),
        (roomy(&[second.0], &[second.1]), None),
        (roomy(&[], &[first.1]), Some("room_not_held")),
        (
            roomy(&[RoomId(uuid::Uuid::from_u128(9))], &[]),
            Some("room_not_held"),
        ),
    ] {
        let mut book = book.clone();
        match code {
            Some(code) => book.refuses(IVO, invite(ANNA, grant), code),
            None => drop(book.does(IVO, invite(ANNA, grant))),
        }
    }
}

#[test]
fn a_room_that_is_not_there_is_given_by_nobody_r_29() {
    let (book, ..) = book();
    let missing = RoomId(uuid::Uuid::from_u128(9));
    book.refuses(OLGA, invite(ANNA, roomy(&[missing], &[])), "room_not_held");
}

#[test]
fn one_room_beyond_is_enough_r_21() {
    let (mut book, first, second) = book();
    book.employ_with(ANNA, roomy(&[first.0, second.0], &[]));
    book.clone().does(IVO, suspend(ANNA.membership()));
    book.regrant(ANNA, |grant| grant.room_sites = [first.1].into());
    book.refuses(IVO, suspend(ANNA.membership()), "target_above");
    book.does(PIRET, suspend(ANNA.membership()));
}

#[test]
fn limited_administration_covers_only_its_sites_r_36() {
    let (mut book, first, second) = book();
    book.regrant(PIRET, |grant| grant.limited_to = [first.1].into());
    book.employ_with(ANNA, roomy(&[first.0], &[]));
    book.employ_with(STEFAN, roomy(&[], &[second.1]));
    book.clone().does(PIRET, suspend(ANNA.membership()));
    book.clone().does(PIRET, suspend(MARTA.membership()));
    book.refuses(PIRET, suspend(STEFAN.membership()), "target_above");
    let there = roomy(&[second.0], &[]);
    book.refuses(PIRET, invite(TOMAS, there), "room_not_held");
}

#[test]
fn limited_is_less_than_unlimited_r_36() {
    let (mut book, first, second) = book();
    book.regrant(PIRET, |grant| grant.limited_to = [first.1].into());
    let limited = |sites: &[SiteId]| Grant {
        limited_to: sites.iter().copied().collect(),
        extras: PermissionSet::of(&[Permission::MembersView]),
        ..Grant::of(Preset::Member)
    };
    book.refuses(PIRET, invite(ANNA, limited(&[])), "above_giver");
    book.refuses(
        PIRET,
        invite(ANNA, limited(&[first.1, second.1])),
        "above_giver",
    );
    book.clone().does(PIRET, invite(ANNA, limited(&[first.1])));
    book.refuses(PIRET, suspend(KADRI.membership()), "target_above");
    book.does(PIRET, invite(ANNA, Grant::of(Preset::Staff)));
}

#[test]
fn a_limit_takes_levels_settings_billing_and_history_out_of_force_r_36() {
    let (mut book, first, _) = book();
    book.regrant(PIRET, |grant| grant.limited_to = [first.1].into());
    let level = doorward_domain::MakeLevel {
        level: doorward_domain::LevelId(uuid::Uuid::from_u128(5)),
        name: "Porter".to_owned().try_into().unwrap(),
        permissions: PermissionSet::NONE,
    };
    book.refuses(PIRET, level, "forbidden");
}
