//! Owners: accepted, never left without one.

use doorward_domain::{AccountStanding, Command, Grant, Preset};

use crate::casebook::*;

fn owner() -> Grant {
    Grant::of(Preset::Owner)
}

#[test]
fn nobody_becomes_owner_without_accepting_on_any_path_r_24() {
    let mut book = Casebook::staffed();
    let (mut asked, mut ended) = (book.clone(), book.clone());
    let row = asked.request(ANNA);
    ended.employ(ANNA, Preset::Staff);
    ended.does(OLGA, end(row));
    let erik = ERIK.membership();
    let code = "needs_acceptance";
    asked.refuses(OLGA, approve(row, Preset::Owner), code);
    asked.refuses(OLGA, add(ANNA, owner()), code);
    asked.refuses(OLGA, invite(ANNA, owner()), code);
    ended.refuses(OLGA, renew(row, owner(), ended.version(row)), code);
    ended.refuses(OLGA, add(ANNA, owner()), code);
    book.refuses(OLGA, change_grant(erik, owner(), book.version(erik)), code);
    book.does(OLGA, invite(ANNA, owner()));
    book.does(ANNA, accept(NEW));
}

#[test]
fn only_an_owner_invites_an_owner_r_24() {
    let book = Casebook::staffed();
    book.refuses(PIRET, invite(ANNA, owner()), "above_giver");
}

#[test]
fn accepting_takes_the_new_owners_dates_away_r_24() {
    let mut book = Casebook::staffed();
    let dated = Grant {
        starts_at: Some(book.day(1)),
        ends_at: Some(book.day(9)),
        ..owner()
    };
    book.does(OLGA, invite(ANNA, dated));
    book.does(ANNA, accept(NEW));
    assert_eq!(book.row(NEW).grant, Some(owner()));
}

/// Every command that takes an Owner away, on Olga's row, and who gives it.
fn ways_out(book: &Casebook) -> Vec<(Person, Command)> {
    let row = OLGA.membership();
    let version = book.version(row);
    let later = Grant {
        starts_at: Some(book.day(1)),
        ends_at: Some(book.day(5)),
        ..owner()
    };
    let dated = Grant {
        ends_at: Some(book.day(1)),
        ..owner()
    };
    vec![
        (OLGA, end(row)),
        (OLGA, expire(row)),
        (
            OLGA,
            change_grant(row, Grant::of(Preset::Administrator), version),
        ),
        (OSKAR, end(row)),
        (OSKAR, expire(row)),
        (OSKAR, suspend(row)),
        (OSKAR, change_grant(row, Grant::of(Preset::Guest), version)),
        (OSKAR, change_grant(row, dated, version)),
        (OSKAR, change_grant(row, later, version)),
    ]
}

#[test]
fn the_last_owner_stays_on_every_path_r_25() {
    let book = Casebook::staffed();
    for (_, command) in ways_out(&book).into_iter().filter(|(who, _)| *who == OLGA) {
        book.refuses(OLGA, command, "last_owner");
    }
    let mut dated = book.clone();
    dated.employ_with(
        OSKAR,
        Grant {
            ends_at: Some(book.day(9)),
            ..owner()
        },
    );
    let mut closing = book.clone();
    closing.employ(OSKAR, Preset::Owner);
    let at = book.day(9);
    closing.account(OSKAR, |account| {
        account.standing = AccountStanding::Closing { at };
    });
    for book in [dated, closing] {
        for (who, command) in ways_out(&book) {
            book.refuses(who, command, "last_owner");
        }
    }
}

#[test]
fn with_another_undated_owner_whose_account_stays_anyone_may_go_r_25() {
    let mut book = Casebook::staffed();
    book.employ(OSKAR, Preset::Owner);
    for (who, command) in ways_out(&book) {
        book.clone().does(who, command);
    }
}

#[test]
fn what_is_not_there_any_more_is_not_asked_for_r_25() {
    let mut book = Casebook::staffed();
    let now = book.now;
    book.regrant(OLGA, |grant| grant.ends_at = Some(now));
    book.does(OLGA, end(OLGA.membership()));
}

#[test]
fn a_managed_community_may_have_no_owner_r_40() {
    let mut book = Casebook::staffed();
    book.managed(Preset::Owner);
    book.does(OLGA, end(OLGA.membership()));
}
