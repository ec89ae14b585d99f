//! What screens ask of the rules besides commands: what may be done and why not, what access comes to, and which of
//! two changes gives less.

use std::collections::BTreeSet;

use doorward_domain::{
    AccessFrom, AccessLine, Command, GivesLess, Grant, Lookup, MembershipId, NotInForce,
    Permission, PermissionSet, Plan, Preset, World, access, action_questions, allowed_actions,
    gives_less, link_actions, link_questions, open_rooms,
};

use crate::casebook::*;
use crate::samples;

/// The world in which nothing is left to ask.
pub(super) fn answered(book: &Casebook, questions: impl Fn(&World) -> BTreeSet<Lookup>) -> World {
    let mut world = World::new(book.store.id);
    loop {
        let open = questions(&world);
        if open.is_empty() {
            return world;
        }
        for lookup in open {
            book.store.answer(&mut world, lookup);
        }
    }
}

/// The key of each action with the code of what speaks against it.
fn actions(book: &Casebook, who: Person, id: MembershipId) -> Vec<(String, Option<&'static str>)> {
    let actor = book.actor(who);
    let world = answered(book, |world| action_questions(world, &actor, id, book.now));
    allowed_actions(&world, &actor, id, book.now)
        .into_iter()
        .map(|it| (it.command, it.refusal.map(|it| it.code())))
        .collect()
}

fn refusal_of(actions: &[(String, Option<&'static str>)], key: &str) -> Option<&'static str> {
    let found = actions.iter().find(|it| it.0 == key);
    found
        .unwrap_or_else(|| panic!("{key} is among {actions:?}"))
        .1
}

fn lines(book: &Casebook, who: Person) -> Vec<AccessLine> {
    let actor = book.actor(OLGA);
    let id = who.membership();
    let world = answered(book, |world| action_questions(world, &actor, id, book.now));
    access(&world, book.row(id), book.now)
}

fn line(book: &Casebook, who: Person, permission: Permission) -> AccessLine {
    let lines = lines(book, who);
    let found = lines.iter().find(|it| it.permission == permission);
    found
        .cloned()
        .unwrap_or_else(|| panic!("{permission:?} is among {lines:?}"))
}

#[test]
fn changing_access_is_judged_before_anybody_has_chosen_what_r_21_r_22_r_25() {
    let book = Casebook::staffed();
    let access =
        |who, whom: Person| refusal_of(&actions(&book, who, whom.membership()), "change_grant");
    assert_eq!(access(OLGA, PIRET), None);
    assert_eq!(access(PIRET, KADRI), None);
    assert_eq!(access(PIRET, OLGA), Some("target_above"), "R-21");
    assert_eq!(
        access(KADRI, MARTA),
        Some("forbidden"),
        "a Manager grants nothing"
    );
    assert_eq!(access(OLGA, OLGA), Some("last_owner"), "R-25");
    assert_eq!(access(PIRET, PIRET), None, "R-22: one's own only downwards");
}

#[test]
fn of_what_only_the_person_does_others_hear_nothing() {
    let book = Casebook::staffed();
    let has = |who: Person, key: &str| {
        actions(&book, who, MARTA.membership())
            .iter()
            .any(|it| it.0 == key)
    };
    assert!(has(MARTA, "set_visibility") && !has(OLGA, "set_visibility"));
    assert!(has(OLGA, "set_position"));
}

#[test]
fn whoever_is_known_from_a_row_that_came_to_nothing_can_be_added_olv_9_r_9() {
    let mut book = Casebook::staffed();
    let row = book.request(ANNA);
    let offered = |book: &Casebook, who| actions(book, who, row);
    assert!(
        !offered(&book, OLGA).iter().any(|it| it.0 == "add_member"),
        "who waits is approved"
    );
    book.does(OLGA, decline(row));
    for (who, refusal) in [(OLGA, None), (PIRET, None), (MARTA, Some("forbidden"))] {
        assert_eq!(refusal_of(&offered(&book, who), "add_member"), refusal);
    }
    let mut left = Casebook::staffed();
    let withdrawn = left.request(ERIK);
    left.does(ERIK, cancel(withdrawn));
    let actions = actions(&left, OLGA, withdrawn);
    assert_eq!(
        refusal_of(&actions, "add_member"),
        Some("person_left"),
        "R-9"
    );
    book.does(OLGA, add(ANNA, Grant::of(Preset::Staff)));
    let again = refusal_of(&offered(&book, OLGA), "add_member");
    assert_eq!(again, Some("already_member"));
}

#[test]
fn an_invitation_can_be_changed_sent_again_and_revoked_by_who_holds_as_much_r_21() {
    let mut book = Casebook::staffed();
    let id = book.invite(ANNA, Grant::of(Preset::Owner));
    for key in ["change_invitation", "resend_invitation"] {
        assert_eq!(refusal_of(&actions(&book, OLGA, id), key), None, "{key}");
        let piret = actions(&book, PIRET, id);
        assert_eq!(refusal_of(&piret, key), Some("target_above"), "{key}");
    }
    assert_eq!(
        refusal_of(&actions(&book, OLGA, id), "revoke_invitation"),
        None
    );
}

#[test]
fn an_open_link_can_be_renewed_and_closed_and_a_closed_one_nothing_r_52() {
    let mut book = Casebook::staffed();
    let link = book.link(OLGA, Preset::Staff);
    let keys = |book: &Casebook, who| {
        let actor = book.actor(who);
        let world = answered(book, |world| {
            let mut open = link_questions(world, &actor, link, book.now);
            let itself = Lookup::Link(link);
            open.extend(world.lacks(&itself).then_some(itself));
            open
        });
        let open = world.link(link).unwrap().is_open(book.now);
        assert_eq!(open, !book.the_link(link).closed);
        link_actions(&world, &actor, link, book.now)
    };
    let offered = keys(&book, OLGA);
    assert_eq!(offered.len(), 2);
    assert!(offered.iter().all(|it| it.refusal.is_none()), "{offered:?}");
    let by_kadri = keys(&book, KADRI);
    assert!(
        by_kadri.iter().all(|it| it.refusal.is_some()),
        "{by_kadri:?}"
    );
    book.does(OLGA, doorward_domain::CloseLink { link });
    assert_eq!(keys(&book, OLGA), []);
}

#[test]
fn a_permission_says_where_it_comes_from_and_why_it_is_not_in_force_r_1_r_2_r_12_r_32() {
    let mut book = Casebook::staffed();
    book.regrant(ERIK, |grant| {
        grant.extras = PermissionSet::of(&[Permission::ClientsNote]);
    });
    let booking = line(&book, ERIK, Permission::BookingsOwn);
    assert_eq!((booking.from, booking.because), (AccessFrom::Level, None));
    let implied = line(&book, ERIK, Permission::ClientsView);
    assert_eq!(
        implied.from,
        AccessFrom::Extra,
        "what an extra implies is extra"
    );
    assert_eq!(
        line(&book, ERIK, Permission::Discounts).from,
        AccessFrom::Level
    );
    assert!(lines(&book, ERIK).iter().all(|it| it.in_force));
    let mut free = book.clone();
    free.organisation(|it| it.plan = Plan::Free);
    let because = |book: &Casebook| line(book, ERIK, Permission::BookingsOwn).because;
    assert_eq!(because(&free), Some(NotInForce::Plan));
    assert_eq!(line(&free, ERIK, Permission::Discounts).because, None);
    assert_eq!(line(&free, PIRET, Permission::Sales).because, None, "R-32");
    for (change, why) in [
        ((None, Some(-1), false), NotInForce::Lapsed),
        ((Some(1), None, false), NotInForce::NotStarted),
        ((None, None, true), NotInForce::Suspended),
    ] {
        let mut book = book.clone();
        let (starts, ends, suspended) = change;
        let (starts_at, ends_at) = (starts.map(|it| book.day(it)), ends.map(|it| book.day(it)));
        book.regrant(ERIK, |grant| {
            (grant.starts_at, grant.ends_at) = (starts_at, ends_at);
        });
        book.change(ERIK.membership(), |row| row.suspended = suspended);
        assert_eq!(because(&book), Some(why));
        assert!(lines(&book, ERIK).iter().all(|it| !it.in_force));
    }
}

#[test]
fn a_limit_to_sites_is_named_as_the_reason_r_36() {
    let mut book = Casebook::staffed();
    let (_, site) = book.room(1, 1);
    book.regrant(PIRET, |grant| grant.limited_to = [site].into());
    let billing = line(&book, PIRET, Permission::BillingView);
    assert_eq!(billing.because, Some(NotInForce::Limited));
    assert!(line(&book, PIRET, Permission::MembersManage).in_force);
}

#[test]
fn rooms_are_open_by_name_by_site_or_all_of_them() {
    let mut book = Casebook::staffed();
    let (first, here) = book.room(1, 1);
    let (second, _) = book.room(2, 1);
    let (third, _) = book.room(3, 2);
    let world = answered(&book, |world| {
        let rooms = Lookup::Rooms;
        world.lacks(&rooms).then_some(rooms).into_iter().collect()
    });
    let ids = |grant: &Grant| -> Vec<_> {
        open_rooms(&world, grant)
            .rooms
            .iter()
            .map(|it| it.id)
            .collect()
    };
    let by_site = Grant {
        room_sites: [here].into(),
        rooms: [third].into(),
        ..Grant::of(Preset::Staff)
    };
    assert_eq!(ids(&by_site).len(), 3);
    assert!(
        [first, second, third]
            .iter()
            .all(|it| ids(&by_site).contains(it))
    );
    assert!(open_rooms(&world, &Grant::of(Preset::Administrator)).all);
    assert_eq!(ids(&Grant::of(Preset::Staff)), []);
}

#[test]
fn of_two_grants_the_one_that_gives_less_is_found_by_permissions_rooms_limits_and_dates() {
    let mut book = Casebook::staffed();
    let (room, site) = book.room(1, 1);
    let world = World::new(book.store.id);
    let of = |preset: Preset| Grant::of(preset);
    let with = |permission| Grant {
        extras: PermissionSet::of(&[permission]),
        ..of(Preset::Staff)
    };
    let until = |day| Grant {
        ends_at: Some(book.day(day)),
        ..of(Preset::Staff)
    };
    let roomy = Grant {
        rooms: [room].into(),
        ..of(Preset::Staff)
    };
    let limited = Grant {
        limited_to: [site].into(),
        ..of(Preset::Administrator)
    };
    let mine_is_less = [
        (of(Preset::Member), of(Preset::Staff)),
        (of(Preset::Staff), with(Permission::ClientsView)),
        (with(Permission::Sales), with(Permission::InvitationsManage)),
        (of(Preset::Administrator), of(Preset::Owner)),
        (of(Preset::Staff), roomy),
        (limited, of(Preset::Administrator)),
        (until(5), until(6)),
        (until(5), of(Preset::Staff)),
        (
            Grant {
                starts_at: Some(book.day(1)),
                ..of(Preset::Staff)
            },
            of(Preset::Staff),
        ),
        // Permissions before dates: fewer of them for ever is less than more of them for a while.
        (
            of(Preset::Staff),
            Grant {
                ends_at: Some(book.day(1)),
                ..of(Preset::Manager)
            },
        ),
    ];
    for (mine, theirs) in mine_is_less {
        assert_eq!(
            gives_less(&world, &mine, &theirs),
            GivesLess::Mine,
            "{mine:?} {theirs:?}"
        );
        assert_eq!(
            gives_less(&world, &theirs, &mine),
            GivesLess::Theirs,
            "{mine:?} {theirs:?}"
        );
    }
    assert_eq!(gives_less(&world, &until(5), &until(5)), GivesLess::Equal);
}

#[test]
fn every_command_that_overwrites_names_what_it_is_based_on_and_can_be_made_anew() {
    for command in samples::commands() {
        let travels = serde_json::to_value(&command).unwrap();
        let names = travels.get("based_on").is_some();
        assert_eq!(command.based_on().is_some(), names, "{}", command.key());
        let anew = doorward_domain::Version::Revision(99);
        let rebased: Option<Command> = command.rebased(anew);
        assert_eq!(rebased.and_then(|it| it.based_on()), names.then_some(anew));
    }
}
