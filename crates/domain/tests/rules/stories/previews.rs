//! What a change of access comes to, before it is saved (RES-8 to RES-15, R-28, R-32, R-36).

use doorward_domain::{
    AccessEdge, AccessItem, AccessPreview, ChangeLevel, EdgeChange, EdgeOf, Equals, Grant,
    LevelPreviewLine, LevelRef, NotInForce, Permission, PermissionSet, Plan, Preset, Version,
    World, access_preview, level_preview,
};

use crate::casebook::*;

fn all(book: &Casebook) -> World {
    let mut world = World::new(book.store.id);
    for held in book.store.records.values() {
        world.put(held.value.clone(), held.version, None);
    }
    world
}

fn preview(book: &Casebook, who: Person, after: &Grant) -> AccessPreview {
    let row = book.row(who.membership());
    access_preview(&all(book), row.grant.as_ref(), after)
}

fn may(permission: Permission) -> AccessItem {
    AccessItem::May { permission }
}

fn staff_with(permissions: &[Permission]) -> Grant {
    Grant {
        extras: PermissionSet::of(permissions),
        ..Grant::of(Preset::Staff)
    }
}

#[test]
fn it_says_what_comes_what_goes_and_what_stays_res_11_res_15() {
    let book = Casebook::staffed();
    let found = preview(&book, ERIK, &staff_with(&[Permission::BookingsAll]));
    assert_eq!(found.gains, [may(Permission::BookingsAll)]);
    assert_eq!(found.loses, []);
    assert!(found.will.contains(&may(Permission::BookingsOwn)));
    let found = preview(&book, ERIK, &Grant::of(Preset::Member));
    assert_eq!(found.loses, [may(Permission::BookingsOwn)]);
    assert_eq!(found.will, [may(Permission::Discounts)]);
}

#[test]
fn it_warns_of_whoever_comes_to_equal_the_main_administrator_res_13() {
    let mut book = Casebook::staffed();
    let options = [
        Permission::Sales,
        Permission::OnlineBooking,
        Permission::BusinessSettings,
    ];
    let found = preview(&book, ERIK, &staff_with(&options));
    assert_eq!(
        (found.equals, found.newly_equals),
        (Some(Equals::Business), true)
    );
    let found = preview(&book, ERIK, &Grant::of(Preset::Administrator));
    assert_eq!(
        (found.equals, found.newly_equals),
        (Some(Equals::Administrator), true)
    );
    let found = preview(&book, PIRET, &Grant::of(Preset::Administrator));
    assert_eq!(
        (found.equals, found.newly_equals),
        (Some(Equals::Administrator), false)
    );
    let found = preview(&book, ERIK, &staff_with(&[Permission::Sales]));
    assert_eq!((found.equals, found.newly_equals), (None, false));
    book.organisation(|it| it.plan = Plan::Free);
    let found = preview(&book, ERIK, &staff_with(&options));
    assert_eq!(found.equals, None, "what is not in force equals nobody");
    let idle: Vec<_> = found.idle.iter().map(|it| it.because).collect();
    assert_eq!(idle, vec![Some(NotInForce::Plan); 4], "R-32");
}

#[test]
fn rooms_and_limits_are_told_too_r_29_r_36() {
    let mut book = Casebook::staffed();
    let (first, site) = book.room(1, 1);
    let (_, _) = book.room(2, 1);
    let found = preview(
        &book,
        ERIK,
        &Grant {
            rooms: [first].into(),
            ..Grant::of(Preset::Staff)
        },
    );
    let [AccessItem::Enters { room }] = found.gains.as_slice() else {
        panic!("one room: {found:?}");
    };
    assert_eq!(room.id, first);
    let found = preview(&book, ERIK, &Grant::of(Preset::Administrator));
    assert!(found.gains.contains(&AccessItem::EntersAll));
    let lost = |found: &AccessPreview| {
        let rooms = found.loses.iter();
        let rooms = rooms.filter(|it| matches!(it, AccessItem::Enters { .. }));
        (found.loses.contains(&AccessItem::EntersAll), rooms.count())
    };
    let none = preview(&book, PIRET, &Grant::of(Preset::Staff));
    assert_eq!(lost(&none), (true, 0), "all of them, in one word");
    let one = Grant {
        rooms: [first].into(),
        ..Grant::of(Preset::Staff)
    };
    assert_eq!(lost(&preview(&book, PIRET, &one)), (true, 1), "by name");
    let limited = Grant {
        limited_to: [site].into(),
        ..Grant::of(Preset::Administrator)
    };
    let found = preview(&book, PIRET, &limited);
    assert!(found.loses.contains(&may(Permission::SettingsManage)));
    assert_eq!(found.equals, Some(Equals::Business));
    let limit = AccessEdge {
        of: EdgeOf::Limit,
        change: EdgeChange::Set,
    };
    assert_eq!(found.edges, [limit], "R-36");
}

#[test]
fn a_first_grant_is_all_new_and_dates_are_noticed() {
    let book = Casebook::staffed();
    let grant = Grant::of(Preset::Staff);
    let found = access_preview(&all(&book), None, &grant);
    assert_eq!(found.gains, found.will);
    let until = Grant {
        ends_at: Some(book.day(14)),
        ..Grant::of(Preset::Staff)
    };
    let end = AccessEdge {
        of: EdgeOf::End,
        change: EdgeChange::Set,
    };
    assert_eq!(preview(&book, ERIK, &until).edges, [end]);
    assert!(preview(&book, ERIK, &grant).edges.is_empty());
}

#[test]
fn editing_a_level_says_whose_access_changes_and_how_r_28() {
    let mut book = Casebook::staffed();
    let level = book.level(1, PermissionSet::of(&[Permission::Chat, Permission::Sales]));
    book.employ(IVO, LevelRef::Own(level));
    book.employ_with(
        LIIS,
        Grant {
            extras: PermissionSet::of(&[Permission::Tasks]),
            ..Grant::of(LevelRef::Own(level))
        },
    );
    book.invite(ANNA, Grant::of(LevelRef::Own(level)));
    let link = book.link(OLGA, LevelRef::Own(level));
    let after = PermissionSet::of(&[Permission::Chat, Permission::Tasks]);
    let edit = ChangeLevel {
        level,
        name: "Doorkeeper".to_owned().try_into().unwrap(),
        permissions: after,
        based_on: Version::Revision(1),
    };
    let world = book.world(OLGA, &edit.into());
    let found = level_preview(&world, level, after, None);
    let of = |who: Person| {
        let mut lines = found.people.iter();
        lines.find(|it| it.membership == who.membership()).unwrap()
    };
    assert_eq!(of(IVO).gains, [may(Permission::Tasks)]);
    assert_eq!(of(IVO).loses, [may(Permission::Sales)]);
    assert_eq!(of(LIIS).gains, [], "she has it anyway");
    assert!(of(ANNA).invited && !of(LIIS).invited);
    assert_eq!(found.changed, 3);
    let replaced = level_preview(&all(&book), level, after, Some(Preset::Member.into()));
    assert_eq!(replaced.changed, 3);
    assert_eq!(replaced.links, [link], "links give it too");
    let replaced = level_preview(
        &all(&book),
        level,
        after,
        Some(Preset::Administrator.into()),
    );
    let enters = |it: &LevelPreviewLine| it.gains.contains(&AccessItem::EntersAll);
    assert!(
        replaced.people.iter().all(enters),
        "doors too, not only rights"
    );
    let whole = Preset::Administrator.permissions();
    let raised = level_preview(&all(&book), level, whole, None);
    let warned = raised.people.iter().filter(|it| it.newly_equals.is_some());
    assert_eq!(warned.count(), 3);
}
