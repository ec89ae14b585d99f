//! Offering and accepting ownership.

use doorward_domain::{
    AcceptOwnership, AccountStanding, Actor, Grant, NoticeKind, OfferOwnership, Preset,
    WithdrawOffer, decide, notices,
};

use crate::casebook::*;

const ERIKS: doorward_domain::MembershipId = ERIK.membership();

fn offer(step_down: bool) -> OfferOwnership {
    OfferOwnership {
        membership: ERIKS,
        step_down,
    }
}

fn accept_it() -> AcceptOwnership {
    AcceptOwnership { membership: ERIKS }
}

fn withdraw() -> WithdrawOffer {
    WithdrawOffer { membership: ERIKS }
}

fn level(book: &Casebook, who: Person) -> Grant {
    book.row(who.membership()).grant.clone().unwrap()
}

/// Who acts from the managing organisation has no membership here that could become an Administrator's.
#[test]
fn an_acting_owner_offers_ownership_and_steps_down_from_nothing_r_24_r_40() {
    let mut book = Casebook::staffed();
    book.managed(Preset::Owner);
    book.change(OLGA.membership(), |row| row.suspended = true);
    book.refuses(TOMAS, offer(true), "invalid");
    book.does(TOMAS, offer(false));
}

#[test]
fn a_member_becomes_owner_by_accepting_an_offer_r_24() {
    let mut book = Casebook::staffed();
    let end = book.day(30);
    book.regrant(ERIK, |grant| grant.ends_at = Some(end));
    book.does(OLGA, offer(false));
    assert_eq!(level(&book, ERIK).level, Preset::Staff.into());
    book.does(ERIK, accept_it());
    assert_eq!(
        level(&book, ERIK),
        Grant::of(Preset::Owner),
        "with no dates"
    );
    assert_eq!(level(&book, OLGA), Grant::of(Preset::Owner));
    assert_eq!(book.row(ERIKS).offer, None);
    assert!(book.does(ERIK, accept_it()).is_empty(), "accepted once");
}

#[test]
fn who_steps_down_is_administrator_in_the_same_step_r_24() {
    let mut book = Casebook::staffed();
    book.does(OLGA, offer(true));
    book.does(ERIK, accept_it());
    assert_eq!(level(&book, OLGA), Grant::of(Preset::Administrator));
    book.refuses(OLGA, offer(false), "forbidden");
}

#[test]
fn stepping_down_for_somebody_whose_account_closes_leaves_no_owner_r_25() {
    let mut book = Casebook::staffed();
    let at = book.day(9);
    book.account(ERIK, |it| it.standing = AccountStanding::Closing { at });
    book.does(OLGA, offer(true));
    book.refuses(ERIK, accept_it(), "last_owner");
    book.employ(OSKAR, Preset::Owner);
    book.does(ERIK, accept_it());
}

#[test]
fn only_owners_offer_and_only_to_others_who_are_in_force_r_22_r_24() {
    let mut book = Casebook::staffed();
    book.refuses(PIRET, offer(false), "forbidden");
    book.refuses(STEFAN, offer(false), "not_found");
    let own = OfferOwnership {
        membership: OLGA.membership(),
        step_down: false,
    };
    book.refuses(OLGA, own, "self");
    let mut paused = book.clone();
    paused.change(ERIKS, |row| row.suspended = true);
    paused.refuses(OLGA, offer(false), "wrong_status");
    book.employ(OSKAR, Preset::Owner);
    let to_owner = OfferOwnership {
        membership: OSKAR.membership(),
        step_down: false,
    };
    assert!(book.does(OLGA, to_owner).is_empty(), "nothing to change");
}

#[test]
fn an_owner_with_an_end_date_hands_nothing_over_r_26() {
    let mut book = Casebook::staffed();
    book.employ(OSKAR, Preset::Owner);
    let end = book.day(30);
    book.regrant(OLGA, |grant| grant.ends_at = Some(end));
    book.refuses(OLGA, offer(false), "dates");
}

#[test]
fn an_offer_is_void_after_seven_days_or_when_the_offerer_is_no_longer_owner_r_24() {
    let mut book = Casebook::staffed();
    book.employ(OSKAR, Preset::Owner);
    book.does(OLGA, offer(false));
    let mut late = book.clone();
    late.now = late.day(7);
    late.refuses(ERIK, accept_it(), "offer_void");
    let mut last_instant = book.clone();
    last_instant.now = last_instant.day(7).plus_millis(-1);
    last_instant.does(ERIK, accept_it());
    let version = book.version(OLGA.membership());
    let down = Grant::of(Preset::Administrator);
    book.does(OLGA, change_grant(OLGA.membership(), down, version));
    book.refuses(ERIK, accept_it(), "offer_void");
}

#[test]
fn nobody_accepts_what_was_not_offered_to_them_r_24() {
    let mut book = Casebook::staffed();
    book.refuses(ERIK, accept_it(), "offer_void");
    book.does(OLGA, offer(false));
    book.refuses(PIRET, accept_it(), "not_found");
    book.refuses(OLGA, accept_it(), "not_found");
    book.refuses(PIRET, withdraw(), "forbidden");
    book.does(OLGA, withdraw());
    assert!(book.does(OLGA, withdraw()).is_empty());
    book.refuses(ERIK, accept_it(), "offer_void");
}

#[test]
fn an_offer_goes_with_the_membership_r_24() {
    let mut book = Casebook::staffed();
    book.does(OLGA, offer(false));
    book.does(OLGA, end(ERIKS));
    assert_eq!(book.row(ERIKS).offer, None);
    book.refuses(ERIK, accept_it(), "wrong_status");
}

#[test]
fn ownership_takes_a_sign_in_of_the_last_ten_minutes_r_6() {
    let mut book = Casebook::staffed();
    let stale = |book: &Casebook, who: Person, command: doorward_domain::Command| {
        let world = book.world(who, &command);
        let actor = Actor::Person {
            account: who.account(),
            fresh: false,
        };
        decide(&world, &actor, &command, book.now)
            .unwrap_err()
            .code()
    };
    assert_eq!(stale(&book, OLGA, offer(false).into()), "sign_in_again");
    book.does(OLGA, offer(false));
    assert_eq!(stale(&book, ERIK, accept_it().into()), "sign_in_again");
    assert_eq!(stale(&book, OLGA, withdraw().into()), "sign_in_again");
}

#[test]
fn the_member_and_the_owners_are_told_of_offers_r_24() {
    let mut book = Casebook::staffed();
    let mut told = |who: Person, command: doorward_domain::Command| {
        let mut world = book.world(who, &command);
        let events = book.does(who, command);
        let signed = doorward_domain::signed(&who.actor(), book.now);
        let mut kinds = Vec::new();
        for event in &events {
            let version = doorward_domain::Version::Revision(9);
            doorward_domain::evolve(&mut world, event, version, &signed);
            kinds.extend(
                notices(&world, event, book.now)
                    .into_iter()
                    .map(|it| it.kind),
            );
        }
        kinds
    };
    let made = [NoticeKind::OwnershipOffered, NoticeKind::OwnershipOfferMade];
    assert_eq!(told(OLGA, offer(false).into()), made);
    let withdrawn = [
        NoticeKind::OwnershipWithdrawn,
        NoticeKind::OwnershipWithdrawn,
    ];
    assert_eq!(told(OLGA, withdraw().into()), withdrawn);
    assert_eq!(told(OLGA, offer(true).into()), made);
    let accepted = [NoticeKind::OwnershipAccepted, NoticeKind::GrantChanged];
    assert_eq!(told(ERIK, accept_it().into()), accepted);
}
