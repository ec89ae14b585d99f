//! Proposing, accepting and ending management.

use doorward_domain::{
    AcceptManagement, Actor, DeleteOrganisation, EndManagement, NoticeKind, OrganisationId, Preset,
    ProposeManagement, RecordKind, Standing, Window, decide, notices,
};
use uuid::Uuid;

use crate::casebook::*;

fn propose(manager: OrganisationId) -> ProposeManagement {
    ProposeManagement { manager }
}

fn accept_it(book: &Casebook) -> AcceptManagement {
    AcceptManagement {
        community: book.store.id,
    }
}

fn end_it(book: &Casebook) -> EndManagement {
    EndManagement {
        community: book.store.id,
    }
}

/// A community with a proposal to Tomas's organisation.
fn proposed() -> Casebook {
    let mut book = Casebook::staffed();
    let manager = book.beside();
    book.does(OLGA, propose(manager));
    book
}

/// A community that Tomas's organisation manages.
fn managed() -> Casebook {
    let mut book = proposed();
    book.does(TOMAS, accept_it(&book));
    book
}

fn manager(book: &Casebook) -> Option<OrganisationId> {
    book.store.organisation().managed_by
}

#[test]
fn an_owner_of_each_side_agrees_r_40() {
    let book = managed();
    assert!(manager(&book).is_some());
    assert_eq!(book.store.organisation().proposal, None);
    let mut again = book.clone();
    assert!(
        again.does(TOMAS, accept_it(&book)).is_empty(),
        "accepted once"
    );
}

#[test]
fn only_owners_propose_and_only_the_other_sides_owners_accept_r_40() {
    let book = proposed();
    let other = OrganisationId(Uuid::from_u128(0xB));
    book.refuses(PIRET, propose(other), "forbidden");
    book.refuses(STEFAN, propose(other), "not_found");
    book.refuses(OLGA, accept_it(&book), "forbidden");
    book.refuses(PIRET, accept_it(&book), "forbidden");
    book.refuses(STEFAN, accept_it(&book), "not_found");
    let elsewhere = AcceptManagement { community: other };
    book.refuses(TOMAS, elsewhere, "not_found");
    let mut no_owner = proposed();
    let grant = doorward_domain::Grant::of(Preset::Administrator);
    no_owner.store.managing.as_mut().unwrap().memberships[0].grant = Some(grant);
    no_owner.refuses(TOMAS, accept_it(&no_owner), "not_found");
}

#[test]
fn a_proposal_is_void_when_who_made_it_is_no_longer_owner_r_40() {
    let mut book = proposed();
    book.employ(OSKAR, Preset::Owner);
    book.employ(OLGA, Preset::Administrator);
    book.refuses(TOMAS, accept_it(&book), "offer_void");
    let mut book = proposed();
    book.employ(OSKAR, Preset::Owner);
    let end = book.day(30);
    book.regrant(OLGA, |grant| grant.ends_at = Some(end));
    book.refuses(TOMAS, accept_it(&book), "offer_void");
    let other = OrganisationId(Uuid::from_u128(0xB));
    let mut fresh = book.clone();
    fresh.organisation(|it| it.proposal = None);
    fresh.refuses(OLGA, propose(other), "dates");
}

#[test]
fn a_managing_organisation_is_not_managed_r_40() {
    let mut book = Casebook::staffed();
    let beside = book.beside();
    book.store.nearby[0].managed_by = Some(OrganisationId(Uuid::from_u128(0xD)));
    book.refuses(OLGA, propose(beside), "one_step");
    let mut itself = Casebook::staffed();
    let own = itself.store.id;
    let organisation = itself.store.organisation().clone();
    itself.store.nearby.push(organisation);
    itself.refuses(OLGA, propose(own), "one_step");
    let mut manages = Casebook::staffed();
    let beside = manages.beside();
    manages.manages(&[OSKAR]);
    manages.refuses(OLGA, propose(beside), "one_step");
    let mut meanwhile = proposed();
    meanwhile.manages(&[OSKAR]);
    meanwhile.refuses(TOMAS, accept_it(&meanwhile), "one_step");
    let mut above = proposed();
    let managing = above.store.managing.as_mut().unwrap();
    managing.organisation.managed_by = Some(own);
    above.refuses(TOMAS, accept_it(&above), "one_step");
    let taken = managed();
    let third = OrganisationId(Uuid::from_u128(0xE));
    let mut nearby = taken;
    let mut other = nearby.store.nearby[0].clone();
    other.id = third;
    nearby.store.nearby.push(other);
    nearby.refuses(OLGA, propose(third), "one_step");
}

#[test]
fn nobody_is_asked_who_is_not_there_r_40() {
    let mut book = Casebook::staffed();
    let nowhere = OrganisationId(Uuid::from_u128(0xF));
    book.refuses(OLGA, propose(nowhere), "not_found");
    let beside = book.beside();
    book.store.nearby[0].standing = Standing::Deactivated;
    book.refuses(OLGA, propose(beside), "not_found");
}

#[test]
fn either_side_ends_it_the_community_only_with_an_undated_owner_r_25_r_40() {
    let book = managed();
    let mut one = book.clone();
    one.does(OLGA, end_it(&book));
    assert_eq!(manager(&one), None);
    assert!(one.does(OLGA, end_it(&book)).is_empty(), "ended once");
    let mut other = book.clone();
    other.does(TOMAS, end_it(&book));
    assert_eq!(manager(&other), None);
    book.refuses(PIRET, end_it(&book), "forbidden");
    book.refuses(STEFAN, end_it(&book), "not_found");
    let mut dated = book.clone();
    let end = dated.day(30);
    dated.regrant(OLGA, |grant| grant.ends_at = Some(end));
    dated.refuses(OLGA, end_it(&book), "last_owner");
    dated.clone().does(TOMAS, end_it(&book));
    let mut ownerless = book.clone();
    ownerless.change(OLGA.membership(), |row| row.suspended = true);
    ownerless.refuses(TOMAS, end_it(&book), "last_owner");
}

#[test]
fn a_proposal_is_withdrawn_by_who_made_it_and_declined_by_who_gets_it_r_40() {
    for who in [OLGA, TOMAS] {
        let mut book = proposed();
        book.does(who, end_it(&book));
        assert_eq!(book.store.organisation().proposal, None);
    }
}

#[test]
fn a_managed_community_may_lose_its_owner_and_they_act_r_25_r_40() {
    let mut book = managed();
    book.does(OLGA, end(OLGA.membership()));
    book.does(TOMAS, suspend(ERIK.membership()));
}

#[test]
fn who_is_asked_to_manage_sees_who_asks_and_nothing_else_r_40() {
    let book = proposed();
    let Window::Open(view) = book.store.view(&book.actor(TOMAS), book.now) else {
        panic!("a proposal is there to be answered");
    };
    assert_eq!(view.kinds, [RecordKind::Organisation].into());
    let mut ended = book.clone();
    ended.does(OLGA, end_it(&book));
    assert_eq!(
        ended.store.view(&book.actor(TOMAS), book.now),
        Window::Closed
    );
}

#[test]
fn management_takes_a_sign_in_of_the_last_ten_minutes_r_6() {
    let (mut before, after) = (Casebook::staffed(), proposed());
    let beside = before.beside();
    let stale = |book: &Casebook, who: Person, command: doorward_domain::Command| {
        let world = book.world(who, &command);
        let account = who.account();
        let fresh = false;
        let actor = Actor::Person { account, fresh };
        decide(&world, &actor, &command, book.now)
            .unwrap_err()
            .code()
    };
    assert_eq!(
        stale(&before, OLGA, propose(beside).into()),
        "sign_in_again"
    );
    assert_eq!(
        stale(&after, TOMAS, accept_it(&after).into()),
        "sign_in_again"
    );
    assert_eq!(stale(&after, OLGA, end_it(&after).into()), "sign_in_again");
    let name = after.store.organisation().name.clone();
    let delete = DeleteOrganisation { name };
    assert_eq!(stale(&after, OLGA, delete.into()), "sign_in_again");
}

#[test]
fn the_owners_of_both_sides_are_told_r_40() {
    let mut book = Casebook::staffed();
    let beside = book.beside();
    let mut told = |who: Person, command: doorward_domain::Command| {
        let world = book.world(who, &command);
        let events = book.does(who, command);
        let found = events
            .iter()
            .flat_map(|event| notices(&world, event, book.now));
        found.map(|it| (it.kind, it.to)).collect::<Vec<_>>()
    };
    let community = OrganisationId(Uuid::from_u128(0xA));
    let both =
        |kind| [community, beside].map(|of| (kind, doorward_domain::Recipients::Owners { of }));
    let accept = AcceptManagement { community };
    let end = EndManagement { community };
    assert_eq!(
        told(OLGA, propose(beside).into()),
        both(NoticeKind::ManagementProposed)
    );
    assert_eq!(
        told(TOMAS, accept.into()),
        both(NoticeKind::ManagementAccepted)
    );
    assert_eq!(told(TOMAS, end.into()), both(NoticeKind::ManagementEnded));
}
