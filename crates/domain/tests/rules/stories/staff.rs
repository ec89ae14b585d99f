//! Staff records: people kept by name, who get a login by invitation.

use doorward_domain::{
    ChangeStaffRecord, Grant, InvitePerson, MakeStaffRecord, Name, Preset, Record, RecordKey,
    RemoveStaffRecord, Shelf, StaffId, Status, Version,
};
use uuid::Uuid;

use crate::casebook::*;

const STAFF: StaffId = StaffId(Uuid::from_u128(0x7_1111));

fn name(text: &str) -> Name {
    text.to_owned().try_into().unwrap()
}

fn make() -> MakeStaffRecord {
    MakeStaffRecord {
        staff: STAFF,
        name: name("Oana Ionescu"),
        position: Some(name("Barber")),
    }
}

fn version(book: &Casebook) -> Version {
    let key = RecordKey {
        shelf: Shelf::Staff,
        id: STAFF.0,
    };
    book.store.records[&key].version
}

fn let_in(who: Person, membership: doorward_domain::MembershipId) -> InvitePerson {
    InvitePerson {
        membership,
        contact: who.contact(),
        grant: Grant::of(Preset::Staff),
        name: None,
        position: None,
        staff: Some(STAFF),
        locale: None,
        message: None,
    }
}

fn book() -> Casebook {
    let mut book = Casebook::staffed();
    book.does(OLGA, make());
    book
}

/// Somebody is kept by name without any login (RES-20).
#[test]
fn who_manages_members_keeps_staff_records_r_34() {
    let mut book = Casebook::staffed();
    book.refuses(KADRI, make(), "forbidden");
    book.refuses(STEFAN, make(), "not_found");
    book.does(PIRET, make());
    book.refuses(PIRET, make(), "invalid");
    let change = ChangeStaffRecord {
        staff: STAFF,
        name: name("Oana Popescu"),
        position: None,
        based_on: version(&book),
    };
    let stale = ChangeStaffRecord {
        based_on: Version::Revision(0),
        ..change.clone()
    };
    book.refuses(PIRET, stale, "changed_meanwhile");
    book.does(PIRET, change.clone());
    assert!(book.does(PIRET, change).is_empty(), "nothing to change");
}

/// Access comes and goes for the same person (RES-18, RES-19).
#[test]
fn granting_and_withdrawing_sign_in_can_be_repeated_r_34() {
    let mut book = book();
    book.does(OLGA, let_in(ANNA, NEW));
    assert_eq!(book.row(NEW).staff, Some(STAFF));
    book.refuses(OLGA, let_in(STEFAN, NEXT), "already_invited");
    book.does(OLGA, revoke(NEW));
    book.does(OLGA, let_in(ANNA, NEXT));
    book.does(ANNA, accept(NEXT));
    book.refuses(OLGA, let_in(STEFAN, ANNA.membership()), "already_member");
    book.does(OLGA, end(NEXT));
    book.does(OLGA, let_in(STEFAN, ANNA.membership()));
    assert_eq!(book.row(NEXT).staff, Some(STAFF), "what was stays told");
}

#[test]
fn an_invitation_whose_term_has_passed_gives_way_to_the_next_r_4_r_34() {
    let mut book = book();
    book.does(OLGA, let_in(ANNA, NEW));
    book.now = book.day(8);
    book.does(OLGA, let_in(STEFAN, NEXT));
    let gone = Status::Cancelled {
        by: doorward_domain::Side::System,
    };
    assert_eq!(book.row(NEW).status, gone);
}

#[test]
fn somebody_who_has_asked_is_approved_and_tied_r_6_r_34() {
    let mut book = book();
    let request = book.request(ANNA);
    book.does(OLGA, let_in(ANNA, NEW));
    assert_eq!(book.row(request).status, Status::Approved);
    assert_eq!(book.row(request).staff, Some(STAFF));
}

#[test]
fn a_record_is_removed_only_while_there_never_was_a_login_r_34() {
    let mut book = book();
    let remove = RemoveStaffRecord { staff: STAFF };
    let mut never = book.clone();
    never.does(OLGA, remove.clone());
    assert!(never.does(OLGA, remove.clone()).is_empty());
    never.refuses(OLGA, let_in(ANNA, NEW), "not_found");
    let key = RecordKey {
        shelf: Shelf::Staff,
        id: STAFF.0,
    };
    assert!(matches!(&never.store.records[&key].value, Record::Staff(it) if it.removed));
    book.does(OLGA, let_in(ANNA, NEW));
    book.does(OLGA, revoke(NEW));
    book.refuses(OLGA, remove, "wrong_status");
}
