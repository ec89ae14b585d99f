//! Rooms and limits to sites.

use doorward_domain::{
    Command, Grant, MembershipId, Permission, PermissionSet, Preset, Refusal, RoomId, SiteId,
};

use crate::casebook::*;
use crate::samples;

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
    book.refuses(PIRET, suspend(STEFAN.membership()), "not_found");
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

/// What makes a new membership; what invited people answer, with whatever account they read it; and decisions about what
/// was asked of everybody, of which the second who decides learns who was first.
const OTHERS: [&str; 8] = [
    "approve_request",
    "decline_request",
    "add_member",
    "invite_person",
    "request_to_join",
    "join_by_link",
    "accept_invitation",
    "decline_invitation",
];

/// Whatever somebody limited to a site tries with a membership, an invitation or what was one of another site, they learn
/// no more than of one that never was, and change nothing.
#[test]
fn what_belongs_to_other_sites_is_not_there_for_any_command_r_36() {
    let (mut book, first, second) = book();
    book.regrant(PIRET, |grant| grant.limited_to = [first.1].into());
    book.employ_with(STEFAN, roomy(&[], &[second.1]));
    book.employ_with(ANNA, roomy(&[second.0], &[]));
    book.does(OLGA, end(ANNA.membership()));
    book.invite(TOMAS, roomy(&[], &[second.1]));
    let (mut tried, mut differ) = (0, Vec::new());
    let nobody = MembershipId(uuid::Uuid::from_u128(0xdead));
    for sample in samples::commands() {
        let about = |id: MembershipId| {
            let mut json = serde_json::to_value(&sample).unwrap();
            let names = json["membership"] == serde_json::json!(NEW);
            json["membership"] = serde_json::json!(id);
            names.then(|| serde_json::from_value::<Command>(json).unwrap())
        };
        let (Some(none), false) = (about(nobody), OTHERS.contains(&sample.key())) else {
            continue;
        };
        let told = book.clone().tries(PIRET, none);
        for who in [STEFAN, ANNA, TOMAS] {
            let there = about(who.membership()).unwrap();
            let found = book.clone().tries(PIRET, there);
            (found != told).then(|| differ.push((sample.key(), found)));
            tried += 1;
        }
    }
    assert!(differ.is_empty(), "{differ:#?}");
    assert!(tried > 30, "{tried} were tried");
    let invites = |who: Person| book.clone().tries(PIRET, invite(who, roomy(&[], &[])));
    let known = Refusal::AlreadyMember { membership: None };
    assert_eq!(invites(STEFAN), Err(known), "which, they are not told");
}
