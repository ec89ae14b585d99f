//! The plan.

use doorward_domain::{
    ChangeLevel, Grant, LevelRef, Permission, PermissionSet, Plan, Preset, Version,
};

use crate::casebook::*;

fn free() -> Casebook {
    let mut book = Casebook::staffed();
    book.organisation(|it| it.plan = Plan::Free);
    book
}

#[test]
fn outside_pro_work_is_given_to_nobody_but_owners_and_administrators_r_32() {
    let mut book = free();
    book.refuses(
        OLGA,
        invite(ANNA, Grant::of(Preset::Staff)),
        "plan_required",
    );
    book.clone()
        .does(OLGA, invite(ANNA, Grant::of(Preset::Guest)));
    book.clone()
        .does(OLGA, invite(ANNA, Grant::of(Preset::Owner)));
    book.does(OLGA, invite(ANNA, Grant::of(Preset::Administrator)));
}

#[test]
fn outside_pro_work_is_not_in_force_and_nothing_is_ended_r_32() {
    let mut book = free();
    let row = book.request(ANNA);
    book.refuses(KADRI, approve(row, Preset::Staff), "above_giver");
    book.does(KADRI, approve(row, Preset::Member));
    assert!(book.row(ERIK.membership()).status.is_approved());
    book.organisation(|it| it.plan = Plan::Pro);
    let row = book.row(ERIK.membership());
    assert!(row.is_in_force(book.now), "it works again with the plan");
}

/// Who has permissions to work may have fewer, or an end: nothing is given by that.
#[test]
fn outside_pro_access_is_lessened_and_not_raised_r_32() {
    let mut book = free();
    let id = ERIK.membership();
    let had = Grant {
        extras: PermissionSet::of(&[Permission::Sales]),
        ..Grant::of(Preset::Staff)
    };
    book.regrant(ERIK, |grant| *grant = had.clone());
    let change = |book: &Casebook, after| change_grant(id, after, book.version(id));
    let more = Grant {
        extras: PermissionSet::of(&[Permission::Sales, Permission::OnlineBooking]),
        ..had.clone()
    };
    book.refuses(OLGA, change(&book, more), "plan_required");
    let dated = Grant {
        ends_at: Some(book.day(30)),
        ..Grant::of(Preset::Staff)
    };
    let less = change(&book, dated);
    book.does(OLGA, less);
    book.regrant(ERIK, |grant| *grant = Grant::of(Preset::Administrator));
    book.refuses(
        OLGA,
        change(&book, Grant::of(Preset::Staff)),
        "plan_required",
    );
}

#[test]
fn outside_pro_a_level_gives_no_work_to_those_who_have_it_r_32() {
    let mut book = free();
    let level = book.employ_at(ANNA, PermissionSet::of(&[Permission::Chat]));
    let edit = ChangeLevel {
        level,
        name: "Doorkeeper".to_owned().try_into().unwrap(),
        permissions: PermissionSet::of(&[Permission::Sales]),
        based_on: Version::Revision(1),
    };
    book.refuses(OLGA, edit.clone(), "plan_required");
    book.regrant(ANNA, |grant| *grant = Grant::of(Preset::Guest));
    book.does(OLGA, edit);
    book.refuses(
        OLGA,
        invite(STEFAN, Grant::of(LevelRef::Own(level))),
        "plan_required",
    );
}
