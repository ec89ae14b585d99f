//! Request and invitation of the same person meet.

use doorward_domain::{Event, Grant, Permission, PermissionSet, Preset, Side, Status};

use crate::casebook::*;

#[test]
fn a_request_meets_the_newest_acceptable_invitation_and_takes_its_level_r_6() {
    let mut book = Casebook::staffed();
    book.account(ANNA, |account| account.contacts.push(STEFAN.contact()));
    let older = book.invite(ANNA, Grant::of(Preset::Staff));
    book.does(OLGA, invite(STEFAN, Grant::of(Preset::Manager)));
    book.does(ANNA, request_as(NEXT));
    assert!(
        book.find(NEXT).is_none(),
        "the row that was first becomes it"
    );
    assert_eq!(book.row(NEW).status, Status::Approved);
    assert_eq!(book.row(NEW).grant, Some(Grant::of(Preset::Manager)));
    assert_eq!(
        book.row(older).status,
        Status::Cancelled { by: Side::System }
    );
}

#[test]
fn an_invitation_that_cannot_be_accepted_does_not_meet_r_6() {
    for case in 0..4 {
        let mut book = Casebook::staffed();
        let row = book.invite(ANNA, Grant::of(Preset::Staff));
        match case {
            0 => book.now = book.day(4),
            1 => book.change(OLGA.membership(), |row| row.suspended = true),
            2 => book.change(row, |row| row.grant = Some(Grant::of(Preset::Owner))),
            _ => book.account(ANNA, |account| account.contacts = vec![STEFAN.contact()]),
        }
        book.does(ANNA, request());
        assert!(book.row(NEW).is_open_request(), "case {case}");
        assert!(book.row(row).is_open_invitation(), "case {case}");
    }
}

#[test]
fn inviting_who_has_asked_is_approving_and_takes_the_right_to_decide_r_6() {
    let mut book = Casebook::staffed();
    let row = book.request(ANNA);
    let invites = PermissionSet::of(&[Permission::InvitationsManage, Permission::BookingsOwn]);
    book.employ_at(LIIS, invites);
    let staff = Grant::of(Preset::Staff);
    book.refuses(LIIS, invite(ANNA, staff.clone()), "request_waiting");
    let events = book.does(PIRET, invite(ANNA, staff));
    assert!(matches!(events[..], [Event::RequestApproved { .. }]));
    assert_eq!(book.row(row).status, Status::Approved);
    assert!(book.find(NEW).is_none());
}

#[test]
fn nobody_becomes_owner_by_meeting_r_6() {
    let mut book = Casebook::staffed();
    book.request(ANNA);
    book.refuses(
        OLGA,
        invite(ANNA, Grant::of(Preset::Owner)),
        "needs_acceptance",
    );
}

#[test]
fn a_request_comes_before_an_open_invitation_to_the_same_contact_r_6() {
    let mut book = Casebook::staffed();
    book.employ(OSKAR, Preset::Owner);
    book.does(PIRET, invite(ANNA, Grant::of(Preset::Guest)));
    book.change(PIRET.membership(), |row| row.suspended = true);
    book.does(ANNA, request_as(NEXT));
    book.does(OSKAR, {
        let doorward_domain::Command::InvitePerson(mut command) =
            invite(ANNA, Grant::of(Preset::Staff))
        else {
            panic!("it invites");
        };
        command.membership = ANNA.membership();
        command
    });
    assert_eq!(book.row(NEXT).status, Status::Approved);
    assert_eq!(book.row(NEW).status, Status::Cancelled { by: Side::System });
}

#[test]
fn a_person_does_not_meet_an_invitation_they_answer_for_r_22() {
    let mut book = Casebook::staffed();
    book.managed(Preset::Owner);
    book.regrant(OLGA, |grant| *grant = Grant::of(Preset::Guest));
    book.account(TOMAS, |account| account.contacts.push(ANNA.contact()));
    book.does(TOMAS, invite(ANNA, Grant::of(Preset::Administrator)));
    book.does(TOMAS, request_as(NEXT));
    assert!(book.row(NEXT).is_open_request());
    assert!(book.row(NEW).is_open_invitation());
}
