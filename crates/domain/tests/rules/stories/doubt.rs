//! Devices know only a part: what is unknown never refuses, and a yes that rests on it is unsure (DESIGN 2).

use doorward_domain::{
    Command, Decision, Grant, LevelRef, Lookup, Permission, PermissionSet, Preset, Refusal, decide,
};

use crate::casebook::*;

/// One case of each command that works for who gives it.
fn working() -> Vec<(Casebook, Person, Command)> {
    let mut book = Casebook::staffed();
    book.employ(OSKAR, Preset::Owner);
    let staff = Grant::of(Preset::Staff);
    let (mut asked, mut sent) = (book.clone(), book.clone());
    let row = asked.request(ANNA);
    sent.invite(ANNA, staff.clone());
    let erik = ERIK.membership();
    let version = book.version(erik);
    let mut levelled = book.clone();
    let level = levelled.employ_at(ANNA, PermissionSet::of(&[Permission::Chat]));
    let delete = doorward_domain::DeleteLevel {
        level,
        replacement: Some(LevelRef::Preset(Preset::Guest)),
    };
    let mut linked = book.clone();
    let link = linked.link(OLGA, Preset::Member);
    let mut routed = book.clone();
    routed.managed(Preset::Manager);
    for person in [OLGA, OSKAR, PIRET, KADRI] {
        routed.change(person.membership(), |row| row.suspended = true);
    }
    routed.request(ANNA);
    vec![
        (book.clone(), PIRET, invite(ANNA, staff.clone())),
        (book.clone(), ANNA, request()),
        (asked.clone(), KADRI, approve(row, Preset::Staff)),
        (asked.clone(), KADRI, decline(row)),
        (asked.clone(), PIRET, add(ANNA, staff.clone())),
        (asked, ANNA, cancel(row)),
        (sent.clone(), ANNA, accept(row)),
        (sent.clone(), ANNA, decline_invitation(row)),
        (sent.clone(), PIRET, resend(row)),
        (sent, PIRET, revoke(row)),
        (book.clone(), OSKAR, end(OLGA.membership())),
        (book.clone(), OSKAR, suspend(OLGA.membership())),
        (book.clone(), ERIK, end(erik)),
        (
            book.clone(),
            PIRET,
            change_grant(erik, Grant::of(Preset::Guest), version),
        ),
        (book, PIRET, set_position(erik, "Porter")),
        (levelled, OLGA, delete.into()),
        (linked, ANNA, join(link)),
        (routed.clone(), TOMAS, approve(row, Preset::Staff)),
        (routed, TOMAS, decline(row)),
    ]
}

/// Every question that a command asks in the end.
fn questions(book: &Casebook, who: Person, command: &Command) -> Vec<Lookup> {
    let asked = std::cell::RefCell::new(Vec::new());
    book.store
        .loaded_without(&book.actor(who), command, book.now, |lookup| {
            asked.borrow_mut().push(lookup.clone());
            false
        });
    asked.into_inner()
}

#[test]
fn what_is_unknown_never_refuses_and_makes_a_yes_unsure_r_6() {
    for (book, who, command) in working() {
        let actor = book.actor(who);
        let all = questions(&book, who, &command);
        for hidden in &all {
            let world = book
                .store
                .loaded_without(&actor, &command, book.now, |lookup| lookup == hidden);
            let verdict = decide(&world, &actor, &command, book.now);
            assert!(
                matches!(verdict, Ok(Decision::Unsure(_))),
                "{command:?} without {hidden:?}: {verdict:?}"
            );
        }
        let world = book
            .store
            .loaded_without(&actor, &command, book.now, |_| true);
        let verdict = decide(&world, &actor, &command, book.now);
        assert!(matches!(verdict, Ok(Decision::Unsure(_))), "{command:?}");
    }
}

#[test]
fn what_is_known_refuses_however_little_else_is_r_6() {
    let mut book = Casebook::staffed();
    let row = book.request(ANNA);
    book.does(KADRI, decline(row));
    let actor = book.actor(PIRET);
    let command = approve(row, Preset::Staff);
    let known = [
        Lookup::Organisation,
        Lookup::Membership(row),
        Lookup::OfPerson(PIRET.id()),
        Lookup::Account(PIRET.id()),
    ];
    let world = book
        .store
        .loaded_without(&actor, &command, book.now, |lookup| !known.contains(lookup));
    let verdict = decide(&world, &actor, &command, book.now);
    assert_eq!(verdict.unwrap_err().code(), "wrong_status");
}

#[test]
fn an_unanswered_question_is_asked_again_and_an_unanswerable_one_is_not_r_6() {
    let book = Casebook::staffed();
    let actor = book.actor(PIRET);
    let command = suspend(ERIK.membership());
    let mut world = doorward_domain::World::new(book.store.id);
    let first = doorward_domain::needs(&world, &actor, &command, book.now);
    assert_eq!(first, [Lookup::Organisation].into());
    world.leave_unknown(Lookup::Organisation);
    let then = doorward_domain::needs(&world, &actor, &command, book.now);
    assert!(!then.contains(&Lookup::Organisation));
}

#[test]
fn a_pending_change_is_a_version_to_base_the_next_on_r_6() {
    let mut book = Casebook::staffed();
    let row = ERIK.membership();
    let id = doorward_domain::CommandId(uuid::Uuid::from_u128(77));
    let version = doorward_domain::Version::Command(id);
    let change = change_grant(row, Grant::of(Preset::Guest), version);
    book.refuses(PIRET, change.clone(), "changed_meanwhile");
    book.store.commands.insert(id, book.store.revision);
    book.does(PIRET, change);
    let stale = change_grant(row, Grant::of(Preset::Member), version);
    let refusal = book.tries(PIRET, stale).unwrap_err();
    assert!(matches!(refusal, Refusal::ChangedMeanwhile { .. }));
}
