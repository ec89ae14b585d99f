//! Requests: asking, deciding, reopening (RULES 1).

use doorward_domain::{
    AccountStanding, Action, Command, DeclineRequest, Event, Grant, Permission, Preset, Refusal,
    Side, Standing, Status, allowed_actions,
};

use crate::casebook::*;

#[test]
fn a_request_is_decided_once_and_the_loser_learns_by_whom_r_1() {
    let mut book = Casebook::staffed();
    let row = book.request(ANNA);
    book.does(KADRI, approve(row, Preset::Staff));
    let refusal = book.tries(PIRET, decline(row)).unwrap_err();
    let Refusal::WrongStatus { decided, .. } = refusal else {
        panic!("{refusal:?}");
    };
    let author = decided.unwrap().author;
    assert_eq!(author.person(), Some(KADRI.id()), "she was first");
}

#[test]
fn nobody_is_declined_without_a_reason_r_1() {
    let mut book = Casebook::staffed();
    let row = book.request(ANNA);
    let silent = Command::DeclineRequest(DeclineRequest {
        membership: row,
        reason: None,
    });
    let refusal = book.tries(KADRI, silent.clone()).unwrap_err();
    let field = "reason".to_owned();
    assert_eq!(refusal, Refusal::Invalid { field });
    book.refuses(ERIK, silent, "forbidden");
    book.does(KADRI, decline(row));
}

#[test]
fn an_approval_sets_level_extras_rooms_and_dates_in_one_step_r_1() {
    let mut book = Casebook::staffed();
    let (room, site) = book.room(1, 1);
    let row = book.request(ANNA);
    let grant = Grant {
        extras: doorward_domain::PermissionSet::of(&[Permission::ClientsNote]),
        rooms: [room].into(),
        room_sites: [site].into(),
        starts_at: Some(book.day(1)),
        ends_at: Some(book.day(30)),
        ..Grant::of(Preset::Staff)
    };
    book.does(PIRET, approve_with(row, grant.clone()));
    assert_eq!(
        book.row(row).grant,
        Some(grant.saved()),
        "what is implied is added when saved"
    );
}

#[test]
fn nobody_has_an_open_request_and_another_row_r_3() {
    let mut book = Casebook::staffed();
    book.request(ANNA);
    book.refuses(ANNA, request(), "already_open");
    book.refuses(ERIK, request(), "already_member");
}

#[test]
fn a_membership_that_is_not_in_force_still_counts_as_one_r_2() {
    let mut book = Casebook::staffed();
    book.regrant(ERIK, |grant| grant.ends_at = Some(grant_end()));
    book.now = grant_end();
    book.refuses(ERIK, request(), "already_member");
    book.refuses(
        OLGA,
        invite(ERIK, Grant::of(Preset::Staff)),
        "already_member",
    );
}

fn grant_end() -> doorward_domain::Moment {
    Casebook::new().day(3)
}

#[test]
fn a_declined_person_may_ask_again_in_a_new_row_r_13() {
    let mut book = Casebook::staffed();
    let row = book.request(ANNA);
    book.does(KADRI, decline(row));
    book.does(ANNA, request());
    assert_eq!(
        book.row(row).status,
        Status::Rejected {
            by: Side::Organisation
        },
        "the old row stays"
    );
    assert!(book.row(NEW).is_open_request());
}

#[test]
fn a_declined_person_waits_the_waiting_time_and_not_an_instant_longer_r_11() {
    let mut book = Casebook::staffed();
    book.settings(|settings| settings.waiting_days = 30);
    let row = book.request(ANNA);
    book.does(KADRI, decline(row));
    let end = book.day(30);
    book.now = end.plus_millis(-1);
    assert_eq!(
        book.clone().tries(ANNA, request()),
        Err(Refusal::TooSoon { until: end })
    );
    let link = book.link(OLGA, Preset::Member);
    book.refuses(ANNA, join(link), "too_soon");
    book.now = end;
    book.does(ANNA, request());
}

#[test]
fn the_waiting_time_does_not_bind_invitations_r_11() {
    let mut book = Casebook::staffed();
    book.settings(|settings| settings.waiting_days = 30);
    let row = book.request(ANNA);
    book.does(KADRI, decline(row));
    book.does(OLGA, invite(ANNA, Grant::of(Preset::Staff)));
    book.does(ANNA, accept(NEW));
}

#[test]
fn reopening_needs_a_living_account_and_no_other_row_r_8() {
    let mut book = Casebook::staffed();
    let row = book.request(ANNA);
    book.does(KADRI, decline(row));
    book.now = book.day(2);
    let mut gone = book.clone();
    gone.account(ANNA, |account| account.standing = AccountStanding::Gone);
    gone.refuses(KADRI, reopen(row), "no_account");
    let mut again = book.clone();
    again.does(ANNA, request());
    again.refuses(KADRI, reopen(row), "already_open");
    again.does(KADRI, approve(NEW, Preset::Staff));
    again.refuses(KADRI, reopen(row), "already_member");
    book.does(KADRI, reopen(row));
    let asked = book.row(row).asked.clone().unwrap();
    assert_eq!(asked.waits_since, book.now, "the clock starts anew");
}

/// Either side begins, the other accepts or rejects, and who began may withdraw (BEL-9 to BEL-11); a request is begun by
/// the person (BEL-18), an invitation by the organisation (BEL-17).
#[test]
fn who_did_not_begin_answers_and_who_began_withdraws_bel_9_bel_10_bel_11_bel_17_bel_18() {
    let begins = |by_person: bool| {
        let mut book = Casebook::staffed();
        let row = if by_person {
            book.request(ANNA)
        } else {
            book.does(OLGA, invite(ANNA, Grant::of(Preset::Staff)));
            NEW
        };
        (book, row)
    };
    let (book, row) = begins(true);
    let by = Side::Person;
    assert_eq!(book.row(row).status, Status::Initiated { by });
    let (mut yes, mut no, mut back) = (book.clone(), book.clone(), book);
    yes.does(KADRI, approve(row, Preset::Staff));
    assert_eq!(yes.row(row).status, Status::Approved);
    no.does(KADRI, decline(row));
    let by = Side::Organisation;
    assert_eq!(no.row(row).status, Status::Rejected { by });
    back.does(ANNA, cancel(row));
    let by = Side::Person;
    assert_eq!(back.row(row).status, Status::Cancelled { by });

    let (book, row) = begins(false);
    let by = Side::Organisation;
    assert_eq!(book.row(row).status, Status::Initiated { by });
    let (mut yes, mut no, mut back) = (book.clone(), book.clone(), book);
    yes.does(ANNA, accept(row));
    assert_eq!(yes.row(row).status, Status::Approved);
    no.does(ANNA, decline_invitation(row));
    let by = Side::Person;
    assert_eq!(no.row(row).status, Status::Rejected { by });
    back.does(OLGA, revoke(row));
    let by = Side::Organisation;
    assert_eq!(back.row(row).status, Status::Cancelled { by });
}

/// A person may be added without any request (OLV-9), and one that waits is resolved by it (OLV-10).
#[test]
fn adding_somebody_directly_leaves_no_request_behind_olv_9_olv_10_r_5() {
    let staff = Grant::of(Preset::Staff);
    let mut book = Casebook::staffed();
    book.does(PIRET, end(ERIK.membership()));
    book.does(PIRET, add(ERIK, staff.clone()));
    assert!(book.row(NEW).status.is_approved(), "OLV-9");

    let mut book = Casebook::staffed();
    let row = book.request(ANNA);
    book.does(PIRET, add(ANNA, staff));
    let rows = book.store.records.values();
    let open = rows.filter(|held| {
        matches!(&held.value, doorward_domain::Record::Membership(it) if it.is_open_request())
    });
    assert_eq!(open.count(), 0, "no ghost of it waits");
    assert!(
        book.row(row).status.is_approved() || book.row(NEW).status.is_approved(),
        "they are in"
    );
}

/// What the organisation began it does not accept itself, whoever of it tries, by whatever command; what a person began
/// they do not.
#[test]
fn who_began_a_membership_does_not_accept_it_bel_16() {
    let mut book = Casebook::staffed();
    let invited = book.invite(ANNA, Grant::of(Preset::Staff));
    book.refuses(OLGA, accept(invited), "address_mismatch");
    book.refuses(PIRET, accept(invited), "address_mismatch");
    let mut hers = book.clone();
    hers.account(OLGA, |account| account.contacts.push(ANNA.contact()));
    hers.refuses(OLGA, accept(invited), "self");
    for of_the_house in [OLGA, PIRET] {
        let approve = approve(invited, Preset::Staff);
        book.refuses(of_the_house, approve, "not_found");
        let add = add(ANNA, Grant::of(Preset::Staff));
        assert!(book.tries(of_the_house, add).is_err());
        assert!(book.row(invited).is_open_invitation(), "it waits for her");
    }
    book.does(ANNA, accept(invited));
    assert!(book.row(invited).status.is_approved(), "the other side did");

    let mut book = Casebook::staffed();
    let asked = book.request(ANNA);
    for command in [approve(asked, Preset::Member), accept(asked)] {
        assert!(book.tries(ANNA, command).is_err());
        assert!(book.row(asked).is_open_request(), "it waits for the others");
    }
    book.does(KADRI, approve(asked, Preset::Member));
    assert!(book.row(asked).status.is_approved());
}

/// Who decides elsewhere does not decide about themselves either.
#[test]
fn nobody_decides_their_own_request_r_22() {
    let mut book = Casebook::staffed();
    book.managed(Preset::Manager);
    book.change(OLGA.membership(), |row| row.suspended = true);
    book.change(PIRET.membership(), |row| row.suspended = true);
    book.change(KADRI.membership(), |row| row.suspended = true);
    let row = book.request(TOMAS);
    book.refuses(TOMAS, approve(row, Preset::Member), "self");
    book.refuses(TOMAS, decline(row), "self");
    book.does(TOMAS, cancel(row));
}

#[test]
fn only_organisations_that_take_requests_are_asked_r_45() {
    let mut book = Casebook::staffed();
    book.settings(|settings| settings.accepts_requests = false);
    book.refuses(ANNA, request(), "not_accepting");
    book.settings(|settings| settings.accepts_requests = true);
    for standing in [Standing::Deactivated, Standing::Deleted] {
        let mut book = book.clone();
        book.organisation(|it| it.standing = standing);
        book.refuses(ANNA, request(), "not_found");
    }
}

#[test]
fn who_is_closing_their_account_does_not_ask_to_join_r_61() {
    let mut book = Casebook::staffed();
    let at = book.day(9);
    book.account(ANNA, |account| {
        account.standing = AccountStanding::Closing { at };
    });
    let link = book.link(OLGA, Preset::Member);
    book.refuses(ANNA, request(), "forbidden");
    book.refuses(ANNA, join(link), "forbidden");
}

#[test]
fn what_may_be_done_to_a_row_is_what_decide_says_r_1() {
    let mut book = Casebook::staffed();
    let row = book.request(ANNA);
    let rights = [
        (
            PIRET,
            vec![("approve_request", None), ("decline_request", None)],
        ),
        (
            KADRI,
            vec![("approve_request", None), ("decline_request", None)],
        ),
        (
            ERIK,
            vec![
                ("approve_request", Some("forbidden")),
                ("decline_request", Some("forbidden")),
            ],
        ),
        (ANNA, vec![("cancel_request", None)]),
        (STEFAN, vec![]),
    ];
    for (who, wanted) in rights {
        let mut world = book.world(who, &approve(row, Preset::Member));
        book.store
            .answer(&mut world, doorward_domain::Lookup::Membership(row));
        let actions = allowed_actions(&world, &book.actor(who), row, book.now);
        let found: Vec<_> = actions.iter().map(brief).collect();
        assert_eq!(found, wanted, "{who:?}");
    }
}

fn brief(action: &Action) -> (&str, Option<&'static str>) {
    (
        action.command.as_str(),
        action.refusal.as_ref().map(Refusal::code),
    )
}

#[test]
fn a_decision_replayed_on_a_newer_world_is_judged_anew_r_20() {
    let mut book = Casebook::staffed();
    let row = book.request(ANNA);
    let queued = approve(row, Preset::Manager);
    let before = book.world(KADRI, &queued);
    let actor = book.actor(KADRI);
    assert!(doorward_domain::decide(&before, &actor, &queued, book.now).is_ok());
    book.regrant(KADRI, |grant| *grant = Grant::of(Preset::Staff));
    book.refuses(KADRI, queued, "forbidden");
}

#[test]
fn a_request_that_is_added_is_approved_in_its_own_row_with_the_position_given_r_5() {
    let mut book = Casebook::staffed();
    let row = book.request(ANNA);
    let Command::AddMember(mut command) = add(ANNA, Grant::of(Preset::Staff)) else {
        panic!("it adds");
    };
    command.position = Some("Porter".to_owned().try_into().unwrap());
    let events = book.does(PIRET, command);
    assert!(matches!(events[0], Event::RequestApproved { membership, .. } if membership == row));
    let position = book.row(row).position.clone().unwrap();
    assert_eq!(position.as_str(), "Porter");
    assert!(book.find(NEW).is_none(), "no second row");
}
