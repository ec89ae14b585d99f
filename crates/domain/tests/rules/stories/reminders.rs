//! What time alone brings about: reminders, each for its own instant (R-41, R-54, RULES 7).

use doorward_domain::{
    Delivery, DeliveryState, DeliveryStep, Due, Grant, MembershipId, Moment, Permission, Preset,
    Recipients, Record, Reminder, ReminderKind, World, reminder,
};

use crate::casebook::*;

const DAY: i64 = 86_400_000;

/// Which reminder of which occasion is due about a membership at an instant.
fn due(book: &Casebook, membership: MembershipId, now: Moment) -> Option<(ReminderKind, i64)> {
    asked(book, membership, now).map(|it| (it.kind, it.occasion))
}

/// What is due, with all questions answered.
pub fn asked(book: &Casebook, membership: MembershipId, now: Moment) -> Option<Reminder> {
    let mut world = World::new(book.store.id);
    for _ in 0..9 {
        match reminder(&world, membership, now) {
            Due::Asks(questions) => {
                for lookup in questions {
                    book.store.answer(&mut world, lookup);
                }
            }
            Due::Nothing => return None,
            Due::Reminder(reminder) => return Some(reminder),
        }
    }
    panic!("a reminder asks for ever");
}

/// The kinds due at instants around each whole day from `from`: a millisecond before, and at it.
fn over_days(
    book: &Casebook,
    id: MembershipId,
    from: Moment,
    days: i64,
) -> Vec<(i64, ReminderKind)> {
    let mut told = Vec::new();
    for day in 0..=days {
        let at = from.plus_millis(day * DAY);
        let before = due(book, id, at.plus_millis(-1)).map(|(kind, _)| kind);
        let kind = due(book, id, at).map(|(kind, _)| kind);
        if let Some(kind) = kind.filter(|_| kind != before) {
            told.push((day, kind));
        }
    }
    told
}

/// An invitation of Anna as Staff, sent now for some days.
fn invited(book: &mut Casebook, days: i64) -> MembershipId {
    let id = book.invite(ANNA, Grant::of(Preset::Staff));
    let (now, end) = (book.signed_by(OLGA, 0), book.day(days));
    book.change(id, |row| {
        row.begun = now.clone();
        let sent = row.invitation.as_mut().unwrap();
        (sent.giver, sent.expires_at) = (now, end);
    });
    id
}

#[test]
fn an_invitation_is_reminded_of_on_day_3_and_one_day_before_its_end_r_54() {
    use ReminderKind::{InvitationEnds, InvitationWaits};
    let mut book = Casebook::new();
    let id = invited(&mut book, 7);
    let told = over_days(&book, id, book.now, 9);
    assert_eq!(told, [(3, InvitationWaits), (6, InvitationEnds)]);
    assert_eq!(due(&book, id, book.day(7)), None, "it has expired");
    let id = invited(&mut book, 4);
    assert_eq!(
        over_days(&book, id, book.now, 9),
        [(3, InvitationEnds)],
        "day 3 is one day before the end: one letter"
    );
    let id = invited(&mut book, 3);
    assert_eq!(over_days(&book, id, book.now, 9), [(2, InvitationEnds)]);
    let id = invited(&mut book, 1);
    assert_eq!(
        over_days(&book, id, book.now, 9),
        [],
        "the letter itself came one day before the end"
    );
}

#[test]
fn a_new_secret_is_a_new_occasion_and_a_changed_grant_is_none_r_54() {
    let mut book = Casebook::new();
    let id = invited(&mut book, 30);
    let giver = book.signed_by(OLGA, 2);
    book.change(id, |row| row.invitation.as_mut().unwrap().giver = giver);
    let day = |days| book.day(days);
    assert_eq!(
        due(&book, id, day(3)),
        Some((ReminderKind::InvitationWaits, 1)),
        "day 3 is counted from the sending"
    );
    let mut resent = book.clone();
    resent.change(id, |row| row.invitation.as_mut().unwrap().generation = 2);
    assert_eq!(due(&resent, id, day(4)), None, "it was sent again on day 2");
    assert_eq!(
        due(&resent, id, day(5)),
        Some((ReminderKind::InvitationWaits, 2))
    );
}

#[test]
fn nobody_is_reminded_of_what_is_switched_off_or_cannot_be_accepted_r_27_r_33_r_54() {
    let mut book = Casebook::new();
    let id = invited(&mut book, 7);
    let at = book.day(3);
    assert!(due(&book, id, at).is_some());
    let mut off = book.clone();
    off.settings(|settings| settings.reminders = false);
    assert_eq!(due(&off, id, at), None, "the setting is off");
    let mut external = book.clone();
    external.organisation(|it| it.sign_in = doorward_domain::SignIn::ExternalOnly);
    assert_eq!(due(&external, id, at), None);
    let mut deactivated = book.clone();
    deactivated.organisation(|it| it.standing = doorward_domain::Standing::Deactivated);
    assert_eq!(due(&deactivated, id, at), None);
    let mut lost = book.clone();
    lost.regrant(OLGA, |grant| *grant = Grant::of(Preset::Staff));
    assert_eq!(
        due(&lost, id, at),
        None,
        "who invited may no longer give it"
    );
    let mut over = book.clone();
    let end = book.day(2);
    over.change(id, |row| row.grant.as_mut().unwrap().ends_at = Some(end));
    assert_eq!(due(&over, id, at), None, "what it gives is over");
    book.does(OLGA, revoke(id));
    assert_eq!(due(&book, id, at), None);
}

#[test]
fn a_request_is_reminded_of_after_the_days_of_the_setting_and_escalates_after_its_term_r_41() {
    use ReminderKind::{RequestEscalates, RequestWaits};
    let mut book = Casebook::staffed();
    let id = book.request(ANNA);
    let since = book.row(id).waits_since();
    let told = over_days(&book, id, since, 20);
    assert_eq!(told, [(2, RequestWaits), (5, RequestEscalates)]);
    book.settings(|settings| settings.escalation_days = 1);
    let told = over_days(&book, id, since, 20);
    assert_eq!(told, [(1, RequestEscalates), (2, RequestWaits)]);
    book.settings(|settings| (settings.reminder_days, settings.escalation_days) = (3, 4));
    let told = over_days(&book, id, since, 20);
    assert_eq!(told, [(3, RequestWaits), (4, RequestEscalates)]);
    let it = asked(&book, id, book.day(3)).unwrap();
    let permission = Permission::RequestsDecide;
    assert_eq!(it.to, Recipients::Holders { permission });
}

#[test]
fn reopening_a_request_restarts_its_clock_r_8() {
    let mut book = Casebook::staffed();
    let id = book.request(ANNA);
    book.does(KADRI, decline(id));
    assert_eq!(due(&book, id, book.day(9)), None, "it is decided");
    book.does(KADRI, reopen(id));
    assert_eq!(due(&book, id, book.day(1)), None);
    assert_eq!(
        due(&book, id, book.day(2)),
        Some((ReminderKind::RequestWaits, book.now.0))
    );
}

#[test]
fn a_membership_is_told_of_its_end_7_days_and_1_day_before_it_rules_7() {
    use ReminderKind::{MembershipEnds, MembershipEndsSoon};
    let mut book = Casebook::new();
    let end = book.day(20);
    let dated = Grant {
        ends_at: Some(end),
        ..Grant::of(Preset::Staff)
    };
    let id = book.employ_with(ANNA, dated);
    let told = over_days(&book, id, book.now, 25);
    assert_eq!(told, [(13, MembershipEndsSoon), (19, MembershipEnds)]);
    assert_eq!(due(&book, id, end), None, "it has ended");
    let mut endless = book.clone();
    endless.regrant(ANNA, |grant| grant.ends_at = None);
    assert_eq!(over_days(&endless, id, book.now, 25), []);
    let later = book.day(60);
    let mut renewed = book.clone();
    renewed.regrant(ANNA, |grant| grant.ends_at = Some(later));
    assert_eq!(
        due(&renewed, id, book.day(53)),
        Some((MembershipEndsSoon, later.0)),
        "another end is another occasion"
    );
    let approved = book.signed_by(OLGA, 15);
    book.change(id, |row| row.decided = Some(approved));
    assert_eq!(
        over_days(&book, id, book.now, 25),
        [(19, MembershipEnds)],
        "five days are no week"
    );
}

/// Somebody whose end is set three days ahead is not told that it comes in a week.
#[test]
fn an_end_that_is_set_later_is_told_of_from_then_on_rules_7() {
    let mut book = Casebook::staffed();
    let id = ERIK.membership();
    book.now = book.day(100);
    let dated = Grant {
        ends_at: Some(book.day(3)),
        ..book.row(id).grant.clone().unwrap()
    };
    book.does(OLGA, change_grant(id, dated, book.version(id)));
    let told = over_days(&book, id, book.now, 5);
    assert_eq!(told, [(2, ReminderKind::MembershipEnds)]);
}

#[test]
fn a_change_sends_nothing_and_the_letter_is_as_old_as_before_r_54() {
    let mut book = Casebook::staffed();
    let id = book.invite(ANNA, Grant::of(Preset::Staff));
    book.now = book.day(1);
    book.does(OLGA, resend(id));
    let sent = book.now;
    assert_eq!(book.row(id).sent_at(), Some(sent));
    book.now = book.day(2);
    let change = change_invitation(id, Grant::of(Preset::Member), book.version(id));
    book.does(OLGA, change);
    assert_eq!(book.row(id).sent_at(), Some(sent));
    assert_eq!(
        due(&book, id, book.day(1)),
        Some((ReminderKind::InvitationWaits, 2))
    );
}

#[test]
fn every_kind_of_reminder_has_a_key_of_its_own() {
    let keys: std::collections::BTreeSet<_> =
        ReminderKind::ALL.iter().map(|kind| kind.key()).collect();
    assert_eq!(keys.len(), ReminderKind::ALL.len());
}

#[test]
fn nobody_is_reminded_of_an_invitation_that_came_back_r_54() {
    use DeliveryState::{Bounced, Delivered, Failed, NotSent, Opened, Queued, Sent};
    for state in [Queued, Sent, Delivered, Opened, NotSent, Bounced, Failed] {
        let came_back = matches!(state, Bounced | Failed);
        let mut book = Casebook::new();
        let membership = invited(&mut book, 7);
        let generation = book.row(membership).invitation.as_ref().unwrap().generation;
        let step = DeliveryStep {
            state,
            at: book.now,
            reason: None,
        };
        for (of, told) in [(generation, !came_back), (generation + 1, true)] {
            let fared = Delivery {
                membership,
                generation: of,
                steps: vec![step.clone()],
                waits: None,
            };
            book.put(Record::Delivery(fared));
            let due = due(&book, membership, book.day(3));
            assert_eq!(due.is_some(), told, "{state:?} of sending {of}");
        }
    }
}
