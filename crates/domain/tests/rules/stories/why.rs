//! Why: where a right comes from, what takes it away, and which rule a refusal is the word of.

use doorward_domain::{
    AccountStanding, Actor, DatesRule, Grant, Permission, PermissionSet, Plan, Preset, Refusal,
    Standing, Why, WhyAnswer, WhyFrom, World, why,
};

use crate::casebook::*;
use crate::samples;

fn asked(book: &Casebook, who: Person, permission: Permission) -> Why {
    asked_for(book, who, permission, None)
}

fn asked_for(
    book: &Casebook,
    who: Person,
    permission: Permission,
    room: Option<doorward_domain::RoomId>,
) -> Why {
    let mut world = World::new(book.store.id);
    for _ in 0..6 {
        match why(&world, &Actor::System, who.id(), permission, room, book.now) {
            WhyAnswer::Known(found) => return found,
            WhyAnswer::Asks(questions) => {
                for question in questions {
                    book.store.answer(&mut world, question);
                }
            }
        }
    }
    panic!("why asks for ever");
}

#[track_caller]
fn says(why: &Why, allowed: bool, wanted: &[(&str, WhyFrom)]) {
    let found: Vec<_> = why
        .because
        .iter()
        .map(|it| (it.rule.as_str(), it.from.clone()))
        .collect();
    assert_eq!((why.allowed, found.as_slice()), (allowed, wanted));
}

#[test]
fn a_permission_comes_from_the_level_an_extra_or_membership_itself_r_20() {
    let mut book = Casebook::staffed();
    let level = Preset::Staff.into();
    let from = WhyFrom::Level { level };
    says(
        &asked(&book, ERIK, Permission::BookingsOwn),
        true,
        &[("R-20", from)],
    );
    book.regrant(ERIK, |it| {
        it.extras = PermissionSet::of(&[Permission::BookingsAll]);
    });
    says(
        &asked(&book, ERIK, Permission::BookingsAll),
        true,
        &[("R-20", WhyFrom::Extra)],
    );
    says(
        &asked(&book, ERIK, Permission::Discounts),
        true,
        &[("R-20", WhyFrom::EveryMember)],
    );
    says(
        &asked(&book, ERIK, Permission::Sales),
        false,
        &[("R-20", WhyFrom::NotGiven)],
    );
}

#[test]
fn what_takes_a_right_away_is_said_first_r_1_r_2_r_12() {
    let mut book = Casebook::staffed();
    let given = (
        "R-20",
        WhyFrom::Level {
            level: Preset::Staff.into(),
        },
    );
    let mut paused = book.clone();
    paused.change(ERIK.membership(), |row| row.suspended = true);
    says(
        &asked(&paused, ERIK, Permission::BookingsOwn),
        false,
        &[("R-12", WhyFrom::Suspended), given.clone()],
    );
    let at = book.day(2);
    book.regrant(ERIK, |grant| grant.ends_at = Some(at));
    let why = asked(&book, ERIK, Permission::BookingsOwn);
    assert_eq!((why.allowed, why.until), (true, Some(at)));
    book.now = at;
    says(
        &asked(&book, ERIK, Permission::BookingsOwn),
        false,
        &[("R-2", WhyFrom::Lapsed { at }), given.clone()],
    );
    let later = book.day(1);
    book.regrant(ERIK, |grant| {
        (grant.starts_at, grant.ends_at) = (Some(later), None);
    });
    let why = asked(&book, ERIK, Permission::BookingsOwn);
    assert_eq!(why.until, Some(later));
    says(
        &why,
        false,
        &[("R-2", WhyFrom::Starts { at: later }), given],
    );
    says(
        &asked(&book, STEFAN, Permission::Discounts),
        false,
        &[("R-1", WhyFrom::NoMember { state: None })],
    );
    let mut switched_off = book.clone();
    switched_off.organisation(|it| it.standing = Standing::Deactivated);
    let off = asked(&switched_off, OLGA, Permission::Chat);
    says(&off, false, &[("R-1", WhyFrom::Organisation)]);
    book.account(OLGA, |it| it.standing = AccountStanding::Suspended);
    let gone = asked(&book, OLGA, Permission::Chat);
    says(&gone, false, &[("R-1", WhyFrom::Account)]);
}

#[test]
fn plan_limit_and_managing_organisation_are_named_r_32_r_36_r_40() {
    let mut book = Casebook::staffed();
    let given = |level: Preset| {
        (
            "R-20",
            WhyFrom::Level {
                level: level.into(),
            },
        )
    };
    book.organisation(|it| it.plan = Plan::Free);
    says(
        &asked(&book, ERIK, Permission::BookingsOwn),
        false,
        &[given(Preset::Staff), ("R-32", WhyFrom::Plan)],
    );
    let (_, site) = book.room(1, 1);
    book.regrant(PIRET, |grant| grant.limited_to = [site].into());
    says(
        &asked(&book, PIRET, Permission::SettingsManage),
        false,
        &[given(Preset::Administrator), ("R-36", WhyFrom::Limited)],
    );
    book.managed(Preset::Owner);
    book.change(OLGA.membership(), |row| row.suspended = true);
    let why = asked(&book, TOMAS, Permission::SettingsManage);
    assert!(why.allowed && why.because[0].rule == "R-40", "{why:?}");
    let nowhere = doorward_domain::RoomId(uuid::Uuid::from_u128(9));
    let why = asked_for(&book, TOMAS, Permission::SettingsManage, Some(nowhere));
    assert!(!why.allowed, "there is no such room: {why:?}");
}

#[test]
fn a_room_is_asked_for_apart_from_permissions_r_29() {
    let mut book = Casebook::staffed();
    let (room, site) = book.room(1, 1);
    let level = |level: Preset| {
        (
            "R-20",
            WhyFrom::Level {
                level: level.into(),
            },
        )
    };
    let own = Permission::BookingsOwn;
    let asked = |book: &Casebook, who| asked_for(book, who, own, Some(room));
    says(
        &asked(&book, ERIK),
        false,
        &[level(Preset::Staff), ("R-20", WhyFrom::NoRoom)],
    );
    let staff = || Grant::of(Preset::Staff);
    book.employ_with(
        ERIK,
        Grant {
            rooms: [room].into(),
            ..staff()
        },
    );
    says(
        &asked(&book, ERIK),
        true,
        &[level(Preset::Staff), ("R-20", WhyFrom::Room)],
    );
    book.employ_with(
        ERIK,
        Grant {
            room_sites: [site].into(),
            ..staff()
        },
    );
    let by_site = ("R-20", WhyFrom::Site { site });
    says(&asked(&book, ERIK), true, &[level(Preset::Staff), by_site]);
    let everywhere = ("R-29", WhyFrom::EveryRoom);
    says(
        &asked(&book, PIRET),
        true,
        &[level(Preset::Administrator), everywhere],
    );
}

#[test]
fn every_refusal_says_which_rule_it_is_the_word_of() {
    for refusal in samples::refusals() {
        // RULES 6 names the limits of sending without a rule's id (RAT-2).
        let silent = ["changed_meanwhile", "limit", "invalid", "unknown"].contains(&refusal.code());
        assert_eq!(refusal.rules().is_empty(), silent, "{refusal:?}");
        assert!(refusal.rules().iter().all(|rule| rule.starts_with("R-")));
    }
}

#[test]
fn dates_say_which_of_their_rules_said_no_r_26_r_30() {
    let told = |rule: DatesRule| Refusal::from(rule).rules();
    assert_eq!(told(DatesRule::BeyondGiver), ["R-26"]);
    assert_eq!(told(DatesRule::Over), ["R-30"]);
    let read = serde_json::from_str(r#"{"code":"dates"}"#);
    let before: Refusal = read.expect("what an older version kept is read");
    assert_eq!(before, Refusal::Dates(None));
    assert_eq!(before.rules(), ["R-26", "R-30"]);
    for rule in [DatesRule::BeyondGiver, DatesRule::Over] {
        let refusal = Refusal::from(rule);
        let text = serde_json::to_string(&refusal).unwrap();
        assert_eq!(
            text,
            format!(r#"{{"code":"dates","facts":"{}"}}"#, refusal.rules()[0])
        );
        assert_eq!(serde_json::from_str::<Refusal>(&text).unwrap(), refusal);
    }
}
