//! The end of accounts and organisations (R-25, R-44, R-60 to R-63, BEL-19 to BEL-24).

use doorward_domain::{
    Account, AccountStanding, CancelAccountDeletion, DeleteAccount, DeleteOrganisation, Event,
    Farewell, Grant, Moment, Notice, NoticeKind, OrganisationId, Preset, Recipients, Record, Side,
    Standing, Status, World, after_deletion, buried, closing, farewell, notices, orphaned,
};
use uuid::Uuid;

use crate::casebook::*;

pub fn delete(who: Person) -> DeleteAccount {
    DeleteAccount { name: who.name() }
}

fn delete_it(book: &Casebook) -> DeleteOrganisation {
    DeleteOrganisation {
        name: book.store.organisation().name.clone(),
    }
}

fn answered(book: &Casebook, ask: impl Fn(&World) -> Farewell) -> (World, Vec<Event>) {
    let mut world = World::new(book.store.id);
    for _ in 0..6 {
        match ask(&world) {
            Farewell::Facts(events) => return (world, events),
            Farewell::Asks(questions) => {
                for question in questions {
                    book.store.answer(&mut world, question);
                }
            }
        }
    }
    panic!("a farewell asks for ever");
}

/// What follows when somebody's account is gone, done.
fn goes(book: &mut Casebook, who: Person) -> Vec<Event> {
    let account: Account = book.store.accounts[&who.id()].clone();
    let now = book.now;
    let (mut world, events) = answered(book, |world| farewell(world, &account, now));
    book.store
        .save(&mut world, &doorward_domain::Actor::System, &events, now);
    events
}

fn closes_at(events: &[Event]) -> Option<Moment> {
    events.iter().find_map(|event| {
        if let Event::AccountClosing { at, .. } = event {
            Some(*at)
        } else {
            None
        }
    })
}

pub fn status(book: &Casebook, who: Person) -> Status {
    book.row(who.membership()).status
}

/// Who is told of what follows.
fn told_of(book: &Casebook, world: &mut World, events: &[Event]) -> Vec<Notice> {
    let signed = book.signed_by(OLGA, 0);
    let mut told = Vec::new();
    for event in events {
        let version = doorward_domain::Version::Revision(9);
        doorward_domain::evolve(world, event, version, &signed);
        told.extend(notices(world, event, book.now));
    }
    told
}

#[test]
fn who_deletes_their_account_leaves_and_what_is_open_is_withdrawn_r_60() {
    let mut book = Casebook::staffed();
    let command: doorward_domain::Command = delete(ERIK).into();
    let mut world = book.world(ERIK, &command);
    let events = book.does(ERIK, command);
    let told = told_of(&book, &mut world, &events);
    let kinds: Vec<_> = told.iter().map(|it| it.kind).collect();
    assert_eq!(kinds, [NoticeKind::AccountDeleted; 2], "BEL-20");
    for who in [OLGA, PIRET] {
        let to = Recipients::Person { person: who.id() };
        assert!(told.iter().any(|it| it.to == to), "BEL-20: {told:?}");
    }
    let by = Side::Person;
    let suspended = false;
    assert_eq!(status(&book, ERIK), Status::Ended { by, suspended });
    book.request(ANNA);
    book.does(ANNA, delete(ANNA));
    assert_eq!(status(&book, ANNA), Status::Cancelled { by: Side::System });
    let invited = book.invite(STEFAN, Grant::of(Preset::Staff));
    book.does(STEFAN, delete(STEFAN));
    assert_eq!(
        book.row(invited).status,
        Status::Cancelled { by: Side::System }
    );
}

#[test]
fn deleting_takes_the_name_and_a_fresh_sign_in_r_60() {
    let book = Casebook::staffed();
    book.refuses(ERIK, delete(MARTA), "invalid");
    let command = delete(ERIK).into();
    let (account, fresh) = (ERIK.account(), false);
    let stale = doorward_domain::Actor::Person { account, fresh };
    let world = book.world(ERIK, &command);
    let verdict = doorward_domain::decide(&world, &stale, &command, book.now);
    assert_eq!(verdict.unwrap_err().code(), "sign_in_again");
}

/// BEL-23.
#[test]
fn an_owner_beside_another_one_goes_at_once_and_the_others_are_told_r_60_r_61() {
    let mut book = Casebook::staffed();
    book.employ(OSKAR, Preset::Owner);
    let command: doorward_domain::Command = delete(OLGA).into();
    let mut world = book.world(OLGA, &command);
    let events = book.does(OLGA, command);
    assert_eq!(closes_at(&events), None);
    assert!(!status(&book, OLGA).is_approved());
    let told = told_of(&book, &mut world, &events);
    let whom = |who: Person| Recipients::Person { person: who.id() };
    let kinds: Vec<_> = told.iter().map(|it| it.kind).collect();
    assert_eq!(kinds, [NoticeKind::AccountDeleted; 2]);
    assert!(
        told.iter().any(|it| it.to == whom(OSKAR)) && told.iter().any(|it| it.to == whom(PIRET))
    );
}

#[test]
fn the_last_owner_waits_and_administrators_are_offered_ownership_first_r_61_bel_24() {
    let mut book = Casebook::staffed();
    let at = book.day(14);
    let events = book.does(OLGA, delete(OLGA));
    assert_eq!(closes_at(&events), Some(at));
    assert!(status(&book, OLGA).is_approved(), "and keeps rights");
    let offer = book.row(PIRET.membership()).offer.clone().unwrap();
    assert_eq!(offer.expires_at, at);
    book.account(OLGA, |it| it.standing = AccountStanding::Closing { at });
    let take = doorward_domain::AcceptOwnership {
        membership: PIRET.membership(),
    };
    book.now = book.day(13);
    book.does(PIRET, take);
    book.now = at;
    let events = goes(&mut book, OLGA);
    let deleted = |it: &Event| matches!(it, Event::OrganisationDeleted { .. });
    assert!(!events.iter().any(deleted), "Piret took over");
    assert!(!status(&book, OLGA).is_approved());
}

#[test]
fn the_grace_period_is_the_organisations_setting_r_61() {
    for days in [0, 90] {
        let mut book = Casebook::staffed();
        book.settings(|it| it.grace_days = days);
        let at = book.now.plus_days(days);
        assert_eq!(closes_at(&book.does(OLGA, delete(OLGA))), Some(at));
    }
}

#[test]
fn of_two_owners_of_whom_one_closes_the_other_is_the_last_r_25_r_61() {
    let mut book = Casebook::staffed();
    book.employ(OSKAR, Preset::Owner);
    let at = book.day(9);
    book.account(OSKAR, |it| it.standing = AccountStanding::Closing { at });
    let events = book.does(OLGA, delete(OLGA));
    assert!(closes_at(&events).is_some());
}

#[test]
fn a_closing_account_is_kept_by_taking_it_back_in_time_r_61() {
    let mut book = Casebook::staffed();
    let at = book.day(14);
    book.does(OLGA, delete(OLGA));
    book.account(OLGA, |it| it.standing = AccountStanding::Closing { at });
    assert!(
        book.does(OLGA, delete(OLGA)).is_empty(),
        "it closes already"
    );
    book.refuses(OLGA, request(), "forbidden");
    let keep = CancelAccountDeletion { name: OLGA.name() };
    let mut late = book.clone();
    late.now = at;
    late.refuses(OLGA, keep.clone(), "forbidden");
    book.does(OLGA, keep.clone());
    assert_eq!(
        book.row(PIRET.membership()).offer,
        None,
        "offers go with it"
    );
    book.account(OLGA, |it| it.standing = AccountStanding::Living);
    assert!(book.does(OLGA, keep).is_empty());
}

#[test]
fn without_any_owner_the_grace_period_deletes_the_organisation_r_61() {
    let mut book = Casebook::staffed();
    let at = book.day(14);
    book.account(OLGA, |it| it.standing = AccountStanding::Closing { at });
    book.now = at;
    goes(&mut book, OLGA);
    assert_eq!(book.store.organisation().standing, Standing::Deleted);
    book.refuses(PIRET, suspend(ERIK.membership()), "not_found");
}

#[test]
fn where_only_owners_with_an_end_remain_their_end_is_lifted_r_61() {
    let mut book = Casebook::staffed();
    book.employ(OSKAR, Preset::Owner);
    let end = book.day(90);
    book.regrant(OSKAR, |grant| grant.ends_at = Some(end));
    let events = book.does(OLGA, delete(OLGA));
    let at = closes_at(&events).unwrap();
    book.account(OLGA, |it| it.standing = AccountStanding::Closing { at });
    book.now = at;
    goes(&mut book, OLGA);
    assert_eq!(book.store.organisation().standing, Standing::Active);
    let oskar = book.row(OSKAR.membership()).grant.clone();
    assert_eq!(oskar, Some(Grant::of(Preset::Owner)));
}

#[test]
fn the_last_owner_of_a_managed_community_goes_at_once_r_40_r_61() {
    let mut book = Casebook::staffed();
    book.managed(Preset::Owner);
    assert_eq!(closes_at(&book.does(OLGA, delete(OLGA))), None);
    assert!(!status(&book, OLGA).is_approved());
}

#[test]
fn elsewhere_the_others_hear_that_an_account_closes_r_61() {
    let book = Casebook::staffed();
    let account = ERIK.account();
    let at = book.day(14);
    let (world, events) = answered(&book, |world| closing(world, &account, at, book.now));
    assert_eq!(closes_at(&events), Some(at));
    assert_eq!(events.len(), 1, "nobody is offered what Erik does not have");
    let told = notices(&world, &events[0], book.now);
    assert_eq!(told.len(), 2, "Olga and Piret: {told:?}");
}

/// Piret, who is an Administrator, has nothing to do with a member of another site, or after her own time.
#[test]
fn who_does_not_see_the_member_hears_nothing_of_their_account_r_1_r_36() {
    let mut book = Casebook::staffed();
    let ((here, site), (there, _)) = (book.room(1, 1), book.room(2, 2));
    let hears = |book: &Casebook| {
        let (account, at) = (ERIK.account(), book.day(14));
        let (world, events) = answered(book, |world| closing(world, &account, at, book.now));
        let told = notices(&world, &events[0], book.now);
        let piret = Recipients::Person { person: PIRET.id() };
        told.iter().any(|it| it.to == piret)
    };
    book.regrant(PIRET, |grant| grant.limited_to = [site].into());
    book.regrant(ERIK, |grant| grant.rooms = [there].into());
    assert!(!hears(&book), "he belongs to the other site");
    book.regrant(ERIK, |grant| grant.rooms = [here].into());
    assert!(hears(&book), "he belongs to hers");
    let over = book.day(-1);
    book.regrant(PIRET, |grant| grant.ends_at = Some(over));
    assert!(!hears(&book), "her time is over");
}

#[test]
fn an_organisation_is_deleted_while_its_owners_are_its_only_members_r_62_bel_21() {
    let book = Casebook::staffed();
    book.refuses(OLGA, delete_it(&book), "has_members");
    book.refuses(PIRET, delete_it(&book), "forbidden");
    let wrong = DeleteOrganisation { name: OLGA.name() };
    book.refuses(OLGA, wrong, "invalid");
    let mut alone = Casebook::new();
    alone.request(ANNA);
    alone.does(OLGA, delete_it(&book));
    assert_eq!(alone.store.organisation().standing, Standing::Deleted);
    alone.refuses(OLGA, delete_it(&book), "not_found");
    let mut suspended = Casebook::new();
    suspended.employ(ERIK, Preset::Member);
    suspended.change(ERIK.membership(), |row| row.suspended = true);
    suspended.refuses(OLGA, delete_it(&book), "has_members");
}

#[test]
fn who_manages_a_community_without_an_undated_owner_cannot_be_deleted_r_44() {
    let mut book = Casebook::new();
    book.manages(&[]);
    book.refuses(OLGA, delete_it(&book), "manages_ownerless");
    let mut owned = Casebook::new();
    owned.manages(&[OSKAR]);
    owned.clone().does(OLGA, delete_it(&book));
    owned.account(OSKAR, |it| it.standing = AccountStanding::Gone);
    owned.refuses(OLGA, delete_it(&book), "manages_ownerless");
}

#[test]
fn communities_of_a_deleted_organisation_become_independent_or_go_with_it_r_44() {
    let mut book = Casebook::staffed();
    book.managed(Preset::Owner);
    let now = book.now;
    let facts = |book: &Casebook| answered(book, |world| orphaned(world, now)).1;
    let mut gone = book.store.managing.as_ref().unwrap().organisation.clone();
    book.store.nearby.push(gone.clone());
    assert_eq!(facts(&book), [], "who manages is there");
    gone.standing = Standing::Deleted;
    book.store.nearby = vec![gone];
    let manager = OrganisationId(Uuid::from_u128(0xB));
    let accepted = true;
    let independent = Event::ManagementEnded { manager, accepted };
    assert_eq!(facts(&book), [independent]);
    book.change(OLGA.membership(), |row| row.suspended = true);
    let with_it = facts(&book);
    assert!(matches!(with_it[1], Event::OrganisationDeleted { .. }));
}

#[test]
fn what_is_left_of_a_deleted_organisation_is_closed_and_its_members_are_told_r_61_bel_22() {
    let mut book = Casebook::staffed();
    let asks = book.request(ANNA);
    book.organisation(|it| it.standing = Standing::Deleted);
    let ends = after_deletion(book.row(ERIK.membership())).unwrap();
    let mut world = book.world(OLGA, &end(ERIK.membership()));
    let signed = book.signed_by(OLGA, 0);
    doorward_domain::evolve(
        &mut world,
        &ends,
        doorward_domain::Version::Revision(9),
        &signed,
    );
    let told = notices(&world, &ends, book.now);
    assert_eq!(told[0].kind, NoticeKind::OrganisationDeleted);
    let withdrawn = Event::Withdrawn { membership: asks };
    assert_eq!(after_deletion(book.row(asks)), Some(withdrawn));
    let row = Record::Membership(Box::new(book.row(ERIK.membership()).clone()));
    let Some(Record::Membership(tombstone)) = buried(&row) else {
        panic!("a row stays a row");
    };
    assert_eq!(
        (tombstone.name.clone(), tombstone.status),
        (None, Status::Approved)
    );
    assert_eq!(
        buried(&Record::Membership(tombstone)),
        None,
        "once is enough"
    );
}
