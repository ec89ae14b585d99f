//! The organisation's own levels.

use doorward_domain::{
    ChangeLevel, DeleteLevel, Grant, LevelId, LevelRef, MakeLevel, Permission, PermissionSet,
    Preset, Record, RecordKey, Shelf,
};
use uuid::Uuid;

use crate::casebook::*;

const LEVEL: LevelId = LevelId(Uuid::from_u128(0x3_0000_0001));

fn make(permissions: &[Permission]) -> MakeLevel {
    MakeLevel {
        level: LevelId(Uuid::from_u128(0x3_1111)),
        name: "Doorkeeper".to_owned().try_into().unwrap(),
        permissions: PermissionSet::of(permissions),
    }
}

fn edit(book: &Casebook, permissions: &[Permission]) -> ChangeLevel {
    ChangeLevel {
        level: LEVEL,
        name: "Doorkeeper".to_owned().try_into().unwrap(),
        permissions: PermissionSet::of(permissions),
        based_on: book.store.records[&key()].version,
    }
}

/// With the level at `bookings.own`, and Ivo who may edit levels and holds that, sales and no clients.
fn book() -> Casebook {
    let mut book = Casebook::staffed();
    book.level(1, PermissionSet::of(&[Permission::BookingsOwn]));
    let permissions = [
        Permission::LevelsManage,
        Permission::BookingsOwn,
        Permission::Sales,
    ];
    book.employ_at(IVO, PermissionSet::of(&permissions));
    book
}

fn key() -> RecordKey {
    RecordKey {
        shelf: Shelf::Level,
        id: LEVEL.0,
    }
}

fn the_level(book: &Casebook) -> doorward_domain::Level {
    let Record::Level(level) = &book.store.records[&key()].value else {
        panic!("a level is a level");
    };
    level.clone()
}

#[test]
fn a_level_holds_no_more_than_its_maker_and_never_what_is_the_owners_r_23() {
    let mut book = book();
    book.refuses(OLGA, make(&[Permission::OrganisationDelete]), "above_giver");
    book.refuses(IVO, make(&[Permission::ClientsView]), "above_giver");
    book.does(IVO, make(&[Permission::Sales, Permission::Discounts]));
}

#[test]
fn editing_takes_the_old_and_the_new_permissions_r_28() {
    let mut book = book();
    let clients = edit(&book, &[Permission::ClientsView]);
    book.refuses(IVO, clients.clone(), "above_giver");
    book.does(OLGA, clients);
    let back = edit(&book, &[Permission::BookingsOwn]);
    book.refuses(IVO, back, "above_giver");
}

#[test]
fn editing_takes_all_that_each_holder_has_or_the_whole_edit_is_refused_r_28() {
    let mut book = book();
    book.employ(ANNA, LevelRef::Own(LEVEL));
    let sales = edit(&book, &[Permission::Sales]);
    book.clone().does(IVO, sales.clone());
    book.regrant(ANNA, |grant| {
        grant.extras = PermissionSet::of(&[Permission::ClientsView]);
    });
    book.refuses(IVO, sales.clone(), "target_above");
    book.change(ANNA.membership(), |row| row.suspended = true);
    book.refuses(IVO, sales.clone(), "target_above");
    let mut invited = super::levels::book();
    invited.invite(
        STEFAN,
        Grant {
            extras: PermissionSet::of(&[Permission::ClientsView]),
            ..Grant::of(LevelRef::Own(LEVEL))
        },
    );
    invited.refuses(IVO, sales.clone(), "target_above");
    invited.does(OLGA, sales);
}

#[test]
fn what_is_implied_is_added_when_a_level_is_saved_r_2() {
    let mut book = book();
    let notes = edit(&book, &[Permission::ClientsNote]);
    book.does(OLGA, notes);
    assert!(the_level(&book).permissions.has(Permission::ClientsView));
}

#[test]
fn an_editor_with_an_end_adds_no_administration_r_26() {
    let mut book = book();
    let ends_at = Some(book.day(9));
    book.regrant(PIRET, |grant| grant.ends_at = ends_at);
    let decides = edit(
        &book,
        &[Permission::BookingsOwn, Permission::RequestsDecide],
    );
    book.refuses(PIRET, decides, "dates");
    let sales = edit(&book, &[Permission::BookingsOwn, Permission::Sales]);
    book.does(PIRET, sales);
}

#[test]
fn a_level_that_an_open_link_gives_stays_within_what_links_give_r_52() {
    let mut book = book();
    book.link(OLGA, LevelRef::Own(LEVEL));
    let wide = edit(&book, &[Permission::BookingsOwn, Permission::BookingsAll]);
    book.refuses(OLGA, wide.clone(), "level_in_use");
    let narrow = edit(&book, &[Permission::Chat]);
    book.does(OLGA, narrow);
    let mut closed = super::levels::book();
    let link = closed.link(OLGA, LevelRef::Own(LEVEL));
    closed.does(OLGA, doorward_domain::CloseLink { link });
    let wide = edit(&closed, &[Permission::BookingsAll]);
    closed.does(OLGA, wide);
}

#[test]
fn a_level_in_use_goes_only_with_a_replacement_r_28() {
    let bare = DeleteLevel {
        level: LEVEL,
        replacement: None,
    };
    let mut unused = book();
    unused.does(OLGA, bare.clone());
    assert!(the_level(&unused).deleted);
    assert_eq!(unused.tries(OLGA, bare.clone()), Ok(Vec::new()));

    let (mut held, mut sent, mut linked, mut usual) = (book(), book(), book(), book());
    held.employ(ANNA, LevelRef::Own(LEVEL));
    sent.invite(ANNA, Grant::of(LevelRef::Own(LEVEL)));
    linked.link(OLGA, LevelRef::Own(LEVEL));
    usual.settings(|settings| settings.request_level = LevelRef::Own(LEVEL));
    for book in [held, sent, linked, usual] {
        book.refuses(OLGA, bare.clone(), "level_in_use");
    }
}

#[test]
fn the_replacement_takes_its_place_everywhere_in_the_same_step_r_28() {
    let mut book = book();
    let own = LevelRef::Own(LEVEL);
    let member = book.employ(ANNA, own);
    let invited = book.invite(STEFAN, Grant::of(own));
    let link = book.link(OLGA, own);
    book.settings(|settings| settings.default_level = own);
    let replacement = Some(LevelRef::Preset(Preset::Member));
    let level = LEVEL;
    book.does(PIRET, DeleteLevel { level, replacement });
    let member_level = Grant::of(Preset::Member);
    assert_eq!(book.row(member).grant, Some(member_level.clone()));
    assert_eq!(book.row(invited).grant, Some(member_level));
    let giver = book.row(invited).invitation.clone().unwrap().giver;
    assert_eq!(
        giver.author.person(),
        Some(OLGA.id()),
        "who sent it still answers"
    );
    assert_eq!(book.the_link(link).level, Preset::Member.into());
    let key = RecordKey {
        shelf: Shelf::Settings,
        id: book.store.id.0,
    };
    let Record::Settings(settings) = &book.store.records[&key].value else {
        panic!("the settings are the settings");
    };
    assert_eq!(settings.default_level, Preset::Member.into());
}

#[test]
fn a_replacement_is_given_like_any_level_r_20() {
    let mut book = book();
    book.employ(ANNA, LevelRef::Own(LEVEL));
    let by = |level: LevelRef| DeleteLevel {
        level: LEVEL,
        replacement: Some(level),
    };
    book.refuses(IVO, by(Preset::Manager.into()), "above_giver");
    book.refuses(OLGA, by(Preset::Owner.into()), "invalid");
    book.refuses(OLGA, by(LevelRef::Own(LEVEL)), "invalid");
    book.does(IVO, by(Preset::Staff.into()));
}

#[test]
fn a_deleted_level_is_given_to_nobody_r_28() {
    let mut book = book();
    let level = LEVEL;
    let replacement = None;
    book.does(OLGA, DeleteLevel { level, replacement });
    book.refuses(
        OLGA,
        invite(ANNA, Grant::of(LevelRef::Own(LEVEL))),
        "invalid",
    );
}
