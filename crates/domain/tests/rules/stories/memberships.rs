//! Members: dates, pauses, leaving, being listed.

use doorward_domain::{
    AccountStanding, Author, Grant, Preset, Side, Standing, Status, Window, allowed_actions,
};

use crate::casebook::*;

/// Whether Piret, Administrator, can do something that takes a right.
fn works(book: &Casebook) -> bool {
    let row = MARTA.membership();
    let mut book = book.clone();
    book.tries(PIRET, suspend(row)).is_ok()
}

#[test]
fn only_what_is_in_force_gives_any_right_r_1() {
    let book = Casebook::staffed();
    assert!(works(&book));
    let (now, later) = (book.now, book.day(1));
    let without = |change: &dyn Fn(&mut Casebook)| {
        let mut book = book.clone();
        change(&mut book);
        works(&book)
    };
    let row = PIRET.membership();
    assert!(!without(&|it| it.change(row, |row| row.suspended = true)));
    assert!(!without(
        &|it| it.regrant(PIRET, |grant| grant.ends_at = Some(now))
    ));
    assert!(without(
        &|it| it.regrant(PIRET, |grant| grant.ends_at = Some(later))
    ));
    assert!(!without(
        &|it| it.regrant(PIRET, |grant| grant.starts_at = Some(later))
    ));
    assert!(without(
        &|it| it.regrant(PIRET, |grant| grant.starts_at = Some(now))
    ));
    for standing in [Standing::Deleted, Standing::Deactivated] {
        assert!(!without(&|it| it.organisation(|it| it.standing = standing)));
    }
    let account =
        |standing| without(&|it| it.account(PIRET, |account| account.standing = standing));
    assert!(!account(AccountStanding::Gone));
    assert!(!account(AccountStanding::Suspended));
    assert!(account(AccountStanding::Closing { at: later }));
    assert!(!account(AccountStanding::Closing { at: now }));
}

#[test]
fn every_closed_or_open_row_gives_no_right_r_1() {
    let (organisation, person) = (Side::Organisation, Side::Person);
    for status in [
        Status::Initiated { by: organisation },
        Status::Initiated { by: person },
        Status::Rejected { by: person },
        Status::Cancelled { by: organisation },
        Status::Ended {
            by: person,
            suspended: false,
        },
        Status::Expired { by: organisation },
    ] {
        let mut book = Casebook::staffed();
        book.change(PIRET.membership(), |row| row.status = status);
        book.refuses(PIRET, suspend(MARTA.membership()), "not_found");
        let window = book.store.view(&book.actor(PIRET), book.now);
        assert_eq!(window, Window::Closed, "{status:?}");
    }
}

#[test]
fn suspension_does_not_stop_dates_and_survives_renewal_r_12() {
    let mut book = Casebook::staffed();
    let ends_at = Some(book.day(5));
    book.regrant(ERIK, |grant| grant.ends_at = ends_at);
    let row = ERIK.membership();
    book.does(PIRET, suspend(row));
    book.now = book.day(5);
    assert!(book.row(row).is_lapsed(book.now));
    book.does(
        PIRET,
        renew(row, Grant::of(Preset::Staff), book.version(row)),
    );
    assert!(book.row(row).suspended, "R-8");
    assert!(!book.row(row).is_in_force(book.now));
}

#[test]
fn a_suspended_person_sees_their_row_and_may_leave_and_nothing_else_r_12() {
    let mut book = Casebook::staffed();
    let row = PIRET.membership();
    book.does(OLGA, suspend(row));
    let Window::Open(view) = book.store.view(&book.actor(PIRET), book.now) else {
        panic!("their own row is seen");
    };
    assert!(view.kinds.is_empty());
    assert_eq!(view.own, Some(row));
    book.refuses(PIRET, suspend(MARTA.membership()), "not_found");
    book.refuses(PIRET, be_listed(row), "not_found");
    book.does(PIRET, end(row));
    let left = Status::Ended {
        by: Side::Person,
        suspended: true,
    };
    assert_eq!(book.row(row).status, left);
}

#[test]
fn nobody_suspends_resumes_renews_or_adds_themselves_r_22() {
    let mut book = Casebook::staffed();
    let row = PIRET.membership();
    book.refuses(PIRET, suspend(row), "self");
    book.refuses(PIRET, resume(row), "self");
    let version = book.version(row);
    let grant = Grant::of(Preset::Administrator);
    book.refuses(PIRET, renew(row, grant.clone(), version), "self");
    book.refuses(PIRET, add(PIRET, grant), "self");
    book.does(PIRET, end(row));
}

#[test]
fn renewing_needs_a_living_account_and_no_other_row_r_8() {
    let mut book = Casebook::staffed();
    let row = ERIK.membership();
    let staff = Grant::of(Preset::Staff);
    book.does(PIRET, end(row));
    let version = book.version(row);
    let mut gone = book.clone();
    gone.account(ERIK, |account| account.standing = AccountStanding::Gone);
    gone.refuses(PIRET, renew(row, staff.clone(), version), "no_account");
    let mut asks = book.clone();
    asks.does(ERIK, request());
    asks.refuses(PIRET, renew(row, staff.clone(), version), "already_open");
    asks.does(KADRI, approve(NEW, Preset::Staff));
    asks.refuses(PIRET, renew(row, staff.clone(), version), "already_member");
    book.does(PIRET, renew(row, staff, version));
    assert!(book.row(row).is_in_force(book.now));
}

/// Nobody's term grows because the time between two terms was counted as one.
#[test]
fn each_term_is_as_long_as_the_last_however_often_it_is_renewed_r_2_r_8() {
    let mut book = Casebook::staffed();
    let row = ERIK.membership();
    book.does(PIRET, end(row));
    for _ in 0..3 {
        let term = Grant {
            ends_at: Some(book.now.plus_days(14)),
            ..Grant::of(Preset::Staff)
        };
        let version = book.version(row);
        book.does(PIRET, renew(row, term, version));
        book.now = book.now.plus_days(30);
        book.does(PIRET, end(row));
        let next = book.row(row).another_term(book.now).unwrap();
        assert_eq!(next.days, Some(14));
    }
}

#[test]
fn the_system_expires_what_has_lapsed_where_the_rule_is_on_r_1() {
    let mut book = Casebook::staffed();
    let now = book.now;
    book.regrant(ERIK, |grant| grant.ends_at = Some(now));
    let row = ERIK.membership();
    let system = doorward_domain::Actor::System;
    let off = book.store.clone().try_it(&system, &expire(row), now);
    assert_eq!(off.unwrap_err().code(), "forbidden");
    book.settings(|settings| settings.expire_by_itself = true);
    book.store.try_it(&system, &expire(row), now).unwrap();
    assert_eq!(book.row(row).status, Status::Expired { by: Side::System });
    let decided = book.row(row).decided.clone().unwrap();
    assert_eq!(decided.author, Author::System);
}

/// Nobody sets their own membership to expired, nor anybody's without the right to manage members; and only what was
/// approved expires.
#[test]
fn only_the_organisation_sets_a_membership_to_expired_bel_14() {
    let mut book = Casebook::staffed();
    for (who, _) in Person::AT_PRESETS {
        let manages = [OLGA, PIRET].contains(&who);
        let others = if who == ERIK { MARTA } else { ERIK };
        for row in [who.membership(), others.membership()] {
            if manages {
                continue;
            }
            book.refuses(who, expire(row), "forbidden");
            assert_eq!(book.row(row).status, Status::Approved);
        }
    }
    book.refuses(STEFAN, expire(ERIK.membership()), "not_found");
    let waits = book.request(ANNA);
    book.refuses(PIRET, expire(waits), "wrong_status");
    book.does(PIRET, expire(ERIK.membership()));
    let row = book.row(ERIK.membership());
    let by = Side::Organisation;
    assert_eq!(row.status, Status::Expired { by });
    let decided = row.decided.as_ref().unwrap().author.clone();
    assert_eq!(decided.person(), Some(PIRET.id()));
    book.refuses(ERIK, expire(MARTA.membership()), "not_found");
}

#[test]
fn a_closed_membership_is_not_listed_r_2() {
    let mut book = Casebook::staffed();
    let row = ERIK.membership();
    book.does(ERIK, be_listed(row));
    assert!(book.row(row).visible);
    book.does(PIRET, end(row));
    assert!(!book.row(row).visible);
}

#[test]
fn a_lapsed_membership_is_offered_renewal_r_2() {
    let mut book = Casebook::staffed();
    let offers = |book: &Casebook| {
        let row = ERIK.membership();
        let command = renew(row, Grant::of(Preset::Staff), book.version(row));
        let world = book.world(PIRET, &command);
        allowed_actions(&world, &book.actor(PIRET), row, book.now)
            .iter()
            .any(|action| action.command == "renew_membership")
    };
    assert!(!offers(&book));
    let now = book.now;
    book.regrant(ERIK, |grant| grant.ends_at = Some(now));
    assert!(offers(&book));
}

#[test]
fn leaving_twice_changes_nothing_and_ending_who_left_is_told_so_r_1() {
    let mut book = Casebook::staffed();
    let row = ERIK.membership();
    book.does(ERIK, end(row));
    assert_eq!(book.tries(ERIK, end(row)), Ok(Vec::new()));
    book.refuses(PIRET, end(row), "wrong_status");
}
