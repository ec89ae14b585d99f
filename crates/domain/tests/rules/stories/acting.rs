//! Routing to the managing organisation and acting Owners.

use doorward_domain::{Author, Grant, Permission, PermissionSet, Preset};

use crate::casebook::*;

/// A community whose members cannot decide, managed by an organisation where Tomas has this level.
fn community(tomas: Preset) -> Casebook {
    let mut book = Casebook::staffed();
    book.managed(tomas);
    for person in [OLGA, PIRET, KADRI] {
        book.change(person.membership(), |row| row.suspended = true);
    }
    book
}

/// Who decides a request (OLV-2, OLV-3).
#[test]
fn a_request_is_routed_when_nobody_here_decides_or_it_waited_too_long_r_41() {
    let mut book = Casebook::staffed();
    book.managed(Preset::Manager);
    let row = book.request(ANNA);
    let asked = book.row(row).asked.clone().unwrap().waits_since;
    book.refuses(TOMAS, approve(row, Preset::Staff), "forbidden");
    book.now = asked.plus_days(5).plus_millis(-1);
    book.refuses(TOMAS, approve(row, Preset::Staff), "forbidden");
    book.now = asked.plus_days(5);
    book.clone().does(TOMAS, approve(row, Preset::Staff));
    book.does(KADRI, decline(row));
    book.refuses(TOMAS, approve(row, Preset::Staff), "wrong_status");
}

/// What counts is who decides now (OLV-4).
#[test]
fn a_decider_who_is_not_in_force_does_not_keep_a_request_here_r_41() {
    let mut book = community(Preset::Manager);
    let row = book.request(ANNA);
    let mut one = book.clone();
    one.change(KADRI.membership(), |row| row.suspended = false);
    one.refuses(TOMAS, decline(row), "forbidden");
    book.does(TOMAS, decline(row));
    let manager = book
        .store
        .managing
        .as_ref()
        .unwrap()
        .organisation
        .name
        .clone();
    let there = &book.row(row).decided.as_ref().unwrap().author;
    let from = |it: &Author| match it {
        Author::Person { from, .. } => from.clone(),
        Author::System | Author::Operator => None,
    };
    assert_eq!(
        from(there),
        Some(manager),
        "named with where they decide from"
    );
    one.does(KADRI, decline(row));
    let here = &one.row(row).decided.as_ref().unwrap().author;
    assert!(
        matches!(here, Author::Person { from: None, .. }),
        "of this house"
    );
}

#[test]
fn without_a_managing_organisation_nothing_is_routed_r_41() {
    let mut book = community(Preset::Manager);
    book.organisation(|it| it.managed_by = None);
    let row = book.request(ANNA);
    book.refuses(TOMAS, decline(row), "not_found");
}

#[test]
fn only_who_decides_there_decides_here_r_41() {
    let mut book = community(Preset::Staff);
    let row = book.request(ANNA);
    book.refuses(TOMAS, decline(row), "not_found");
}

#[test]
fn a_handler_gives_what_they_hold_there_never_owner_and_no_rooms_r_42() {
    let mut book = community(Preset::Manager);
    let (room, _) = book.room(1, 1);
    let level = book.level(1, PermissionSet::of(&[Permission::ClientsView]));
    let row = book.request(ANNA);
    book.refuses(TOMAS, approve(row, Preset::Administrator), "above_giver");
    let roomy = Grant {
        rooms: [room].into(),
        ..Grant::of(Preset::Staff)
    };
    book.refuses(TOMAS, approve_with(row, roomy.clone()), "room_not_held");
    let own = doorward_domain::LevelRef::Own(level);
    book.clone().does(TOMAS, approve(row, own));
    book.does(TOMAS, approve(row, Preset::Staff));

    let mut book = community(Preset::Administrator);
    book.room(1, 1);
    let row = book.request(ANNA);
    book.refuses(TOMAS, approve(row, Preset::Owner), "above_giver");
    book.does(TOMAS, approve_with(row, roomy));
}

#[test]
fn while_no_owner_is_in_force_the_managing_owners_act_r_40() {
    let mut book = community(Preset::Owner);
    let row = ERIK.membership();
    book.clone().does(TOMAS, suspend(row));
    book.change(OLGA.membership(), |row| row.suspended = false);
    book.refuses(TOMAS, suspend(row), "not_found");
}

#[test]
fn an_acting_owner_acts_also_with_a_smaller_membership_here_r_40() {
    let mut book = community(Preset::Owner);
    book.employ(TOMAS, Preset::Member);
    book.does(TOMAS, suspend(ERIK.membership()));
    book.does(TOMAS, invite(ANNA, Grant::of(Preset::Owner)));
    book.does(ANNA, accept(NEW));
    book.refuses(TOMAS, suspend(MARTA.membership()), "forbidden");
}

#[test]
fn an_administrator_there_is_no_owner_here_r_40() {
    let book = community(Preset::Administrator);
    book.refuses(TOMAS, suspend(ERIK.membership()), "not_found");
}

#[test]
fn nobody_joins_by_a_link_they_answer_for_r_22() {
    let mut book = community(Preset::Owner);
    let link = book.link(TOMAS, Preset::Member);
    book.refuses(TOMAS, join(link), "self");
    book.does(ANNA, join(link));
}

#[test]
fn a_stand_in_decides_while_their_dates_last_and_only_then_r_46() {
    let mut book = Casebook::staffed();
    let row = book.request(ANNA);
    let stand_in = Grant {
        extras: PermissionSet::of(&[Permission::RequestsDecide]),
        starts_at: Some(book.day(1)),
        ends_at: Some(book.day(3)),
        ..Grant::of(Preset::Member)
    };
    book.employ_with(LIIS, stand_in);
    book.refuses(LIIS, decline(row), "not_found");
    book.now = book.day(1);
    book.clone().does(LIIS, decline(row));
    book.now = book.day(2);
    book.refuses(LIIS, decline(row), "not_found");
}
