//! Requests that nobody but the requester could decide, and whom the neighbourhood knows.

use doorward_domain::{
    Grant, MembershipId, Preset, Recipients, ReminderKind, Status, Stuck, World, stuck,
};

use super::reminders::asked;
use crate::casebook::*;

/// A community in which nobody decides, managed by an organisation where Tomas is an Owner. Tomas asks to join.
fn community() -> (Casebook, MembershipId) {
    let mut book = Casebook::staffed();
    book.managed(Preset::Owner);
    for person in [OLGA, PIRET, KADRI] {
        book.change(person.membership(), |row| row.suspended = true);
    }
    let row = book.request(TOMAS);
    (book, row)
}

fn is_stuck(book: &Casebook, request: MembershipId) -> bool {
    let mut world = World::new(book.store.id);
    for _ in 0..8 {
        match stuck(&world, request, book.now) {
            Stuck::Asks(questions) => {
                for lookup in questions {
                    book.store.answer(&mut world, lookup);
                }
            }
            Stuck::Yes => return true,
            Stuck::No => return false,
        }
    }
    panic!("it asks for ever");
}

/// Has somebody at a level of the managing organisation.
fn above(book: &mut Casebook, who: Person, level: Preset) {
    let row = doorward_domain::Membership {
        grant: Some(Grant::of(level)),
        ..book.row_of(who, Status::Approved)
    };
    book.store.managing.as_mut().unwrap().memberships.push(row);
}

#[test]
fn a_request_is_stuck_while_only_the_requester_could_decide_it_r_43() {
    let (mut book, row) = community();
    assert!(is_stuck(&book, row));
    let others = book.request(ANNA);
    assert!(!is_stuck(&book, others), "Tomas decides that one");

    let mut here = book.clone();
    here.change(KADRI.membership(), |row| row.suspended = false);
    assert!(!is_stuck(&here, row), "Kadri decides here");
    let mut there = book.clone();
    above(&mut there, STEFAN, Preset::Manager);
    assert!(!is_stuck(&there, row), "Stefan decides there");
    let mut no_help = book.clone();
    above(&mut no_help, STEFAN, Preset::Staff);
    assert!(is_stuck(&no_help, row), "Stefan decides nothing there");
    let mut alone = book.clone();
    alone.organisation(|it| it.managed_by = None);
    assert!(!is_stuck(&alone, row), "nobody manages it");
    book.does(TOMAS, cancel(row));
    assert!(!is_stuck(&book, row), "it was taken back");
}

#[test]
fn the_requester_of_a_stuck_request_is_told_once_of_each_r_43() {
    let (book, row) = community();
    let told = asked(&book, row, book.now).unwrap();
    assert_eq!(told.kind, ReminderKind::RequestStuck);
    let person = TOMAS.id();
    assert_eq!(told.to, Recipients::Person { person });
    let later = asked(&book, row, book.day(9)).unwrap();
    assert_eq!(later.occasion, told.occasion, "it is the same occasion");
}

#[test]
fn a_member_may_be_added_whom_a_sister_community_knows_r_7() {
    let mut book = Casebook::staffed();
    let grant = || Grant::of(Preset::Staff);
    book.refuses(PIRET, add(ANNA, grant()), "no_account");
    book.managed(Preset::Owner);
    book.refuses(PIRET, add(ANNA, grant()), "no_account");
    let mut above = book.clone();
    above.does(PIRET, add(TOMAS, grant()));
    book.store
        .managing
        .as_mut()
        .unwrap()
        .sisters
        .push(ANNA.id());
    book.does(PIRET, add(ANNA, grant()));
}
