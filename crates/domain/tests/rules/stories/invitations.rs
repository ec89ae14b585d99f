//! Addressed invitations (RULES 1 and 4).

use doorward_domain::{
    AccountStanding, Command, DailyMost, Family, Grant, MembershipId, Moment, PermissionSet,
    Preset, Reached, Refusal, SentTo, SentToday, Side, SignIn, Status, Version, decide, evolve,
    needs,
};
use uuid::Uuid;

use crate::casebook::*;

fn staff() -> Grant {
    Grant::of(Preset::Staff)
}

#[test]
fn an_invitation_works_until_the_instant_its_term_ends_r_50() {
    let mut book = Casebook::staffed();
    book.does(OLGA, invite(ANNA, staff()));
    let end = book.row(NEW).invitation.clone().unwrap().expires_at;
    assert_eq!(end, book.day(7), "the usual term");
    book.now = end;
    book.refuses(ANNA, accept(NEW), "expired");
    book.now = end.plus_millis(-1);
    book.does(ANNA, accept(NEW));
}

/// A guest comes in safely without becoming an employee, and has all of the workspace: chat, tasks, calendar, files, calls
/// (BTX-1, BTX-12).
#[test]
fn a_guest_has_the_whole_workspace_and_nothing_of_the_work() {
    let mut book = Casebook::staffed();
    book.does(OLGA, invite(ANNA, Grant::of(Preset::Guest)));
    book.does(ANNA, accept(NEW));
    let row = book.row(NEW);
    assert_eq!(row.status, Status::Approved);
    assert_eq!(row.grant, Some(Grant::of(Preset::Guest)));
    let workspace = PermissionSet::all().in_family(Family::Workspace);
    assert_eq!(workspace.iter().count(), 5);
    assert_eq!(Preset::Guest.permissions(), workspace);
}

/// How long a link lives is a setting (ACT-16).
#[test]
fn the_term_is_the_settings_under_the_operators_longest_r_50() {
    let mut book = Casebook::staffed();
    book.settings(|settings| settings.term_days = 20);
    book.organisation(|it| it.longest_term_days = 10);
    book.does(OLGA, invite(ANNA, staff()));
    let end = book.row(NEW).invitation.clone().unwrap().expires_at;
    assert_eq!(end, book.day(10));
}

#[test]
fn an_expired_invitation_stays_open_and_is_sent_again_or_superseded_r_4() {
    let mut book = Casebook::staffed();
    let row = book.invite(ANNA, staff());
    book.refuses(OLGA, invite(ANNA, staff()), "already_invited");
    book.now = book.day(4);
    assert!(book.row(row).is_expired_invitation(book.now));
    let mut again = book.clone();
    again.does(PIRET, resend(row));
    again.does(ANNA, accept(row));
    book.does(OLGA, invite(ANNA, staff()));
    assert_eq!(
        book.row(row).status,
        Status::Cancelled { by: Side::System },
        "in the same step"
    );
}

/// ACT-26: an invitation can be sent anew.
#[test]
fn a_resent_invitation_has_a_new_secret_a_new_term_and_a_new_giver_r_54() {
    let mut book = Casebook::staffed();
    let row = book.invite(ANNA, staff());
    book.does(PIRET, resend(row));
    let sent = book.row(row).invitation.clone().unwrap();
    assert_eq!(sent.generation, 2, "the old secret is dead");
    assert_eq!(sent.expires_at, book.day(7));
    assert_eq!(sent.giver.author.person(), Some(PIRET.id()), "R-27");
}

#[test]
fn only_who_has_verified_the_contact_accepts_r_51() {
    let mut book = Casebook::staffed();
    let row = book.invite(ANNA, staff());
    let refusal = book.tries(STEFAN, accept(row)).unwrap_err();
    let masked = "a…@example.org".to_owned();
    assert_eq!(refusal, Refusal::AddressMismatch { masked });
    book.does(OLGA, revoke(row));
    book.refuses(STEFAN, accept(row), "not_found");
    book.refuses(ANNA, accept(row), "wrong_status");
}

#[test]
fn accepting_twice_gives_the_first_answer_and_accepting_as_a_member_is_refused_r_5() {
    let mut book = Casebook::staffed();
    let row = book.invite(ANNA, staff());
    book.does(ANNA, accept(row));
    assert_eq!(book.tries(ANNA, accept(row)), Ok(Vec::new()));
    book.account(ERIK, |account| account.contacts.push(STEFAN.contact()));
    book.does(OLGA, invite(STEFAN, staff()));
    book.refuses(ERIK, accept(NEW), "already_member");
}

#[test]
fn whatever_approves_a_person_cancels_their_other_open_rows_r_5() {
    let mut book = Casebook::staffed();
    book.account(ANNA, |account| account.contacts.push(STEFAN.contact()));
    let first = book.invite(ANNA, staff());
    book.does(OLGA, invite(STEFAN, Grant::of(Preset::Guest)));
    let third = book.invite(TOMAS, staff());
    book.does(ANNA, accept(first));
    assert_eq!(book.row(NEW).status, Status::Cancelled { by: Side::System });
    assert!(book.row(third).is_open_invitation(), "that is for another");
}

#[test]
fn the_giver_must_still_be_able_to_give_it_when_it_is_accepted_r_27() {
    let mut book = Casebook::staffed();
    book.does(PIRET, invite(ANNA, staff()));
    for change in [0, 1, 2, 3] {
        let mut book = book.clone();
        let end = book.now;
        match change {
            0 => book.regrant(PIRET, |grant| *grant = Grant::of(Preset::Manager)),
            1 => book.change(PIRET.membership(), |row| row.suspended = true),
            2 => book.regrant(PIRET, |grant| grant.ends_at = Some(end)),
            _ => book.account(PIRET, |it| it.standing = AccountStanding::Suspended),
        }
        book.refuses(ANNA, accept(NEW), "giver_lost_right");
        assert!(book.row(NEW).is_open_invitation(), "it stays open");
        book.does(OLGA, resend(NEW));
        book.does(ANNA, accept(NEW));
    }
}

#[test]
fn nobody_accepts_an_invitation_they_answer_for_r_22() {
    let mut book = Casebook::staffed();
    book.account(PIRET, |account| account.contacts.push(ANNA.contact()));
    book.does(PIRET, invite(ANNA, staff()));
    book.refuses(PIRET, accept(NEW), "self");
}

#[test]
fn dates_that_have_passed_are_refused_and_resending_needs_new_ones_r_30() {
    let mut book = Casebook::staffed();
    let dated = |from, until| Grant {
        starts_at: from,
        ends_at: until,
        ..staff()
    };
    let (now, later) = (book.now, book.day(1));
    book.refuses(OLGA, invite(ANNA, dated(None, Some(now))), "dates");
    book.refuses(OLGA, invite(ANNA, dated(Some(later), Some(later))), "dates");
    book.does(OLGA, invite(ANNA, dated(None, Some(later))));
    book.now = later;
    book.refuses(ANNA, accept(NEW), "dates");
    book.refuses(OLGA, resend(NEW), "dates");
    let grant = Some(dated(None, Some(book.day(9))));
    let anew = doorward_domain::ResendInvitation {
        membership: NEW,
        grant,
    };
    book.does(OLGA, anew);
    book.does(ANNA, accept(NEW));
}

#[test]
fn where_only_external_sign_in_is_taken_invitations_rest_r_33() {
    let mut book = Casebook::staffed();
    let row = book.invite(ANNA, staff());
    let link = book.link(OLGA, Preset::Member);
    book.organisation(|it| it.sign_in = SignIn::ExternalOnly);
    book.refuses(OLGA, invite(STEFAN, staff()), "external_sign_in");
    book.refuses(OLGA, resend(row), "external_sign_in");
    book.refuses(ANNA, accept(row), "external_sign_in");
    book.refuses(STEFAN, join(link), "external_sign_in");
    book.clone().does(OLGA, revoke(row));
    assert!(book.row(row).is_open_invitation(), "it stays listed");
    let mut asked = book.clone();
    asked.does(ANNA, request());
    assert!(asked.row(NEW).is_open_request(), "no meeting either");
    book.organisation(|it| it.sign_in = SignIn::Any);
    book.does(ANNA, accept(row));
}

#[test]
fn one_contact_is_not_flooded() {
    for (here, everywhere, reached) in [(3, 3, Reached::Contact), (0, 10, Reached::Everywhere)] {
        let mut book = Casebook::staffed();
        let sent = SentTo { here, everywhere };
        book.store.sent.insert(ANNA.contact(), sent);
        let refused = book.tries(OLGA, invite(ANNA, staff())).err();
        assert_eq!(refused, Some(Refusal::Limit(Some(reached))));
        let row = book.invite(ANNA, staff());
        book.refuses(OLGA, resend(row), "limit");
    }
    let mut book = Casebook::staffed();
    let sent = SentTo {
        here: 2,
        everywhere: 9,
    };
    book.store.sent.insert(ANNA.contact(), sent);
    book.does(OLGA, invite(ANNA, staff()));
}

#[test]
fn what_a_push_sends_itself_counts_rat_2_s_47() {
    let mut book = Casebook::staffed();
    let sent = SentTo {
        here: 1,
        everywhere: 1,
    };
    book.store.sent.insert(ANNA.contact(), sent);
    let invited = |number: u128| {
        let mut command = invite(ANNA, staff());
        if let Command::InvitePerson(it) = &mut command {
            it.membership = MembershipId(Uuid::from_u128(number));
        }
        command
    };
    let mut world = book.world(OLGA, &invited(1));
    let mut judged = |command: Command| {
        let actor = book.actor(OLGA);
        for question in needs(&world, &actor, &command, book.now) {
            world.answer(question);
        }
        let decided = decide(&world, &actor, &command, book.now)?;
        for event in decided.events() {
            let by = book.signed_by(OLGA, 0);
            drop(evolve(&mut world, event, Version::Revision(9), &by));
        }
        Ok(())
    };
    for number in 1..=2 {
        judged(invited(number)).unwrap();
        judged(revoke(MembershipId(Uuid::from_u128(number)))).unwrap();
    }
    assert_eq!(
        judged(invited(3)),
        Err(Refusal::Limit(Some(Reached::Contact)))
    );
}

#[test]
fn an_organisation_sends_so_many_a_day_and_fewer_in_its_first_week_rat_2_s_47() {
    let founded = Casebook::staffed().now;
    let week_old = founded.plus_days(7);
    let at = |sent: u32, now: Moment| {
        let mut book = Casebook::staffed();
        book.now = now;
        book.store.today = SentToday {
            sent,
            founded: Some(founded),
        };
        let most = DailyMost { usual: 5, young: 2 };
        book.store.most = Some(most);
        book.tries(OLGA, invite(ANNA, staff())).err()
    };
    for (sent, now, limited) in [
        (1, founded, false),
        (2, founded, true),
        (2, Moment(week_old.0 - 1), true),
        (2, week_old, false),
        (4, week_old, false),
        (5, week_old, true),
    ] {
        let refusal = limited.then_some(Refusal::Limit(Some(Reached::Organisation)));
        assert_eq!(at(sent, now), refusal, "{sent} at {now:?}");
    }
}

#[test]
fn a_phone_of_another_country_is_not_invited_sms_1_s_46() {
    let number = |text: &str| {
        let mut command = invite(ANNA, staff());
        if let Command::InvitePerson(it) = &mut command {
            it.contact = text.parse().unwrap();
        }
        command
    };
    let mut book = Casebook::staffed();
    book.clone().does(OLGA, number("+44900123456"));
    book.store.texted_in = Some(vec!["+372".to_owned()]);
    book.refuses(OLGA, number("+44900123456"), "not_texted");
    book.clone().does(OLGA, invite(ANNA, staff()));
    book.does(OLGA, number("+37255512345"));
    book.store.texted_in = Some(vec!["+371".to_owned()]);
    book.refuses(OLGA, resend(NEW), "not_texted");
}

#[test]
fn who_changes_an_invitation_answers_for_it_and_must_hold_both_grants_r_27() {
    let mut book = Casebook::staffed();
    let row = book.invite(ANNA, Grant::of(Preset::Administrator));
    let version = book.version(row);
    let mut permissions = Preset::Staff.permissions();
    permissions = permissions.with(doorward_domain::PermissionSet::of(&[
        doorward_domain::Permission::InvitationsManage,
    ]));
    book.employ_at(LIIS, permissions);
    book.refuses(
        LIIS,
        change_invitation(row, staff(), version),
        "target_above",
    );
    book.does(PIRET, change_invitation(row, staff(), version));
    let sent = book.row(row).invitation.clone().unwrap();
    assert_eq!(sent.giver.author.person(), Some(PIRET.id()));
    let version = book.version(row);
    let more = Grant::of(Preset::Manager);
    book.refuses(LIIS, change_invitation(row, more, version), "above_giver");
}

#[test]
fn what_was_changed_meanwhile_is_not_overwritten_r_6() {
    let mut book = Casebook::staffed();
    let row = book.invite(ANNA, staff());
    let seen = book.version(row);
    book.does(
        PIRET,
        change_invitation(row, Grant::of(Preset::Guest), seen),
    );
    let late = change_invitation(row, Grant::of(Preset::Member), seen);
    let refusal = book.tries(OLGA, late).unwrap_err();
    let Refusal::ChangedMeanwhile { signed } = refusal else {
        panic!("{refusal:?}");
    };
    assert_eq!(signed.unwrap().author.person(), Some(PIRET.id()));
    let same = change_invitation(row, Grant::of(Preset::Guest), seen);
    assert_eq!(book.tries(OLGA, same), Ok(Vec::new()), "equal: no change");
}

#[test]
fn the_operator_is_always_entitled_to_invite_the_first_owner_r_35() {
    let mut book = Casebook::new();
    book.store
        .records
        .retain(|key, _| *key != doorward_domain::RecordKey::membership(OLGA.membership()));
    let now = book.now;
    let command = invite(ANNA, Grant::of(Preset::Owner));
    let operator = doorward_domain::Actor::Operator;
    book.store.try_it(&operator, &command, now).unwrap();
    book.does(ANNA, accept(NEW));
    assert!(book.row(NEW).grant.as_ref().unwrap().is_owner());
}
