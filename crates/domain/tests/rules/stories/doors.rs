//! Doors that close: who left, who was sent away, and what opens again.

use doorward_domain::{Event, Grant, Preset};

use crate::casebook::*;

fn staff() -> Grant {
    Grant::of(Preset::Staff)
}

/// Anna, with her door closed in every way the rule names.
fn closed() -> Vec<(&'static str, Casebook)> {
    let mut declined = Casebook::staffed();
    let row = declined.request(ANNA);
    declined.does(KADRI, decline(row));
    let mut ended = Casebook::staffed();
    let row = ended.employ(ANNA, Preset::Staff);
    let mut expired = ended.clone();
    let mut left = ended.clone();
    ended.does(PIRET, end(row));
    expired.does(PIRET, expire(row));
    left.does(PIRET, suspend(row));
    left.does(ANNA, end(row));
    vec![
        ("declined", declined),
        ("ended", ended),
        ("expired", expired),
        ("left while suspended", left),
    ]
}

/// An invitation to Anna's second address, given before her door closed.
fn with_earlier_invitation(mut book: Casebook) -> Casebook {
    book.account(ANNA, |account| account.contacts.push(STEFAN.contact()));
    let mut row = book.row_of(STEFAN, doorward_domain::Status::Approved);
    row.status = doorward_domain::Status::Initiated {
        by: doorward_domain::Side::Organisation,
    };
    row.person = None;
    row.asked = None;
    row.grant = Some(staff());
    row.invitation = Some(book.sent_by(OLGA, 4));
    book.put_row(row, vec![STEFAN.contact()]);
    book
}

#[test]
fn behind_a_closed_door_links_only_make_a_request_r_10() {
    for (how, mut book) in closed() {
        let link = book.link(OLGA, Preset::Member);
        book.does(ANNA, join(link));
        assert!(book.row(NEW).is_open_request(), "{how}");
    }
}

#[test]
fn behind_a_closed_door_earlier_invitations_no_longer_work_r_10() {
    for (how, book) in closed() {
        let mut book = with_earlier_invitation(book);
        book.refuses(ANNA, accept(STEFAN.membership()), "expired");
        let mut asked = book.clone();
        asked.does(ANNA, request());
        assert!(asked.row(NEW).is_open_request(), "{how}: no meeting");
        book.now = book.day(1);
        book.does(PIRET, resend(STEFAN.membership()));
        book.does(ANNA, accept(STEFAN.membership()));
    }
}

#[test]
fn an_invitation_given_after_the_door_closed_works_r_10() {
    for (how, mut book) in closed() {
        book.now = book.day(1);
        book.does(OLGA, invite(ANNA, staff()));
        let events = book.does(ANNA, accept(NEW));
        assert!(
            matches!(events[0], Event::InvitationAccepted { .. }),
            "{how}"
        );
    }
}

#[test]
fn approving_the_person_again_opens_the_door_also_after_they_leave_r_10() {
    for (how, mut book) in closed() {
        book.now = book.day(1);
        book.does(ANNA, request());
        book.does(KADRI, approve(NEW, Preset::Staff));
        book.now = book.day(1);
        book.does(ANNA, end(NEW));
        let link = book.link(OLGA, Preset::Member);
        book.does(ANNA, join_as(link, NEXT));
        assert!(book.row(NEXT).status.is_approved(), "{how}");
    }
}

#[test]
fn whose_last_word_was_no_is_invited_not_added_r_9() {
    let mut left = Casebook::staffed();
    let row = left.employ(ANNA, Preset::Staff);
    left.does(ANNA, end(row));
    left.refuses(PIRET, add(ANNA, staff()), "person_left");
    left.refuses(PIRET, renew(row, staff(), left.version(row)), "person_left");

    let mut cancelled = Casebook::staffed();
    let row = cancelled.request(ANNA);
    cancelled.does(ANNA, cancel(row));
    cancelled.refuses(PIRET, add(ANNA, staff()), "person_left");

    let mut declined = Casebook::staffed();
    let row = declined.invite(ANNA, staff());
    declined.does(ANNA, decline_invitation(row));
    declined.refuses(PIRET, add(ANNA, staff()), "person_left");
    declined.does(PIRET, invite(ANNA, staff()));
    declined.does(ANNA, accept(NEW));
}

#[test]
fn who_asks_again_has_taken_the_no_back_r_9() {
    let mut book = Casebook::staffed();
    let row = book.employ(ANNA, Preset::Staff);
    book.does(ANNA, end(row));
    book.now = book.day(1);
    book.does(ANNA, request());
    book.does(PIRET, add(ANNA, staff()));
    assert!(book.row(NEW).status.is_approved());
}

#[test]
fn who_came_back_after_leaving_is_renewed_when_they_lapse_r_9() {
    let mut book = Casebook::staffed();
    let row = book.employ(ANNA, Preset::Staff);
    book.does(ANNA, end(row));
    book.now = book.day(1);
    let ends_at = Some(book.day(10));
    book.does(OLGA, invite(ANNA, Grant { ends_at, ..staff() }));
    book.does(ANNA, accept(NEW));
    book.now = book.day(10);
    assert!(book.row(NEW).is_lapsed(book.now));
    book.does(PIRET, renew(NEW, staff(), book.version(NEW)));
}

#[test]
fn only_who_is_known_is_added_and_unknown_looks_like_missing_r_7() {
    let mut book = Casebook::staffed();
    book.refuses(PIRET, add(STEFAN, staff()), "no_account");
    book.store.accounts.remove(&STEFAN.id());
    book.refuses(PIRET, add(STEFAN, staff()), "no_account");
    book.managed(Preset::Staff);
    book.does(PIRET, add(TOMAS, staff()));
    assert!(book.row(NEW).status.is_approved(), "known to the manager");
}
