//! The catalogue: codes, keys, holds, and what travels (RULES 6).

use std::collections::BTreeSet;

use doorward_domain::{
    Command, Grant, Hold, Permission, PermissionSet, Preset, Refusal, decide, is_held,
};

use crate::casebook::*;
use crate::samples;

#[test]
fn every_refusal_has_the_code_it_travels_with_r_6() {
    let refusals = samples::refusals();
    let mut codes = Vec::new();
    for refusal in &refusals {
        let json = serde_json::to_value(refusal).unwrap();
        assert_eq!(json["code"], refusal.code(), "{refusal:?}");
        let back: Refusal = serde_json::from_value(json).unwrap();
        assert_eq!(back, *refusal);
        codes.push(refusal.code());
    }
    assert_eq!(codes, Refusal::CODES, "each once, in the order of RULES 6");
}

#[test]
fn every_command_travels_under_its_key_and_knows_no_other_field_s_26() {
    let commands = samples::commands();
    let keys: Vec<_> = commands.iter().map(Command::key).collect();
    assert_eq!(keys, Command::KEYS, "one sample of each");
    for command in commands {
        let mut json = serde_json::to_value(&command).unwrap();
        assert_eq!(json["type"], command.key());
        let back: Command = serde_json::from_value(json.clone()).unwrap();
        assert_eq!(back, command);
        json["status"] = "approved".into();
        let more = serde_json::from_value::<Command>(json);
        assert!(
            more.is_err(),
            "{} takes a field it does not have",
            command.key()
        );
    }
}

#[test]
fn an_unknown_command_is_no_command_s_26() {
    let json = serde_json::json!({"type": "make_me_owner"});
    assert!(serde_json::from_value::<Command>(json).is_err());
}

#[test]
fn what_waits_in_the_outbox_is_what_the_table_says_r_6() {
    let held: BTreeSet<_> = samples::commands()
        .iter()
        .filter(|command| command.hold() == Hold::Always)
        .map(Command::key)
        .collect();
    let wanted = BTreeSet::from([
        "invite_person",
        "resend_invitation",
        "revoke_invitation",
        "close_link",
        "approve_request",
        "decline_request",
        "add_member",
    ]);
    assert_eq!(held, wanted);
}

#[test]
fn a_change_of_grant_waits_only_when_nothing_is_taken_away_r_6() {
    let book = Casebook::staffed();
    let row = ERIK.membership();
    let (end, later) = (book.day(3), book.day(5));
    let staff = || Grant::of(Preset::Staff);
    let extra = |permission| Grant {
        extras: PermissionSet::of(&[permission]),
        ..staff()
    };
    let until = |ends_at| Grant {
        ends_at: Some(ends_at),
        ..staff()
    };
    for (before, after, held) in [
        (staff(), extra(Permission::ClientsView), true),
        (extra(Permission::ClientsView), staff(), false),
        (staff(), Grant::of(Preset::Administrator), true),
        (staff(), Grant::of(Preset::Member), false),
        (staff(), until(end), false),
        (until(end), until(later), true),
        (until(later), until(end), false),
        (until(end), staff(), true),
    ] {
        let mut book = book.clone();
        book.regrant(ERIK, |grant| *grant = before.clone());
        let command = change_grant(row, after.clone(), book.version(row));
        let world = book.world(PIRET, &command);
        let actor = book.actor(PIRET);
        let decision = decide(&world, &actor, &command, book.now).unwrap();
        let found = is_held(&world, &command, decision.events());
        assert_eq!(found, held, "{before:?} to {after:?}");
    }
}

#[test]
fn what_is_made_in_contact_only_is_what_the_table_says_r_6() {
    let online: BTreeSet<_> = samples::commands()
        .iter()
        .filter(|command| command.needs_server())
        .map(Command::key)
        .collect();
    let wanted = BTreeSet::from([
        "accept_invitation",
        "decline_invitation",
        "make_link",
        "join_by_link",
        "delete_organisation",
        "delete_account",
        "cancel_account_deletion",
    ]);
    assert_eq!(online, wanted);
}

#[test]
fn every_kind_of_question_is_asked_by_some_command() {
    let asked = samples::questions();
    let wanted = [
        "Account",
        "ByContact",
        "Command",
        "Communities",
        "Contacts",
        "Deciders",
        "HoldersOf",
        "HoldersOfRoom",
        "HoldersOfSite",
        "InManager",
        "Link",
        "LinksOf",
        "MemberBesidesOwners",
        "Membership",
        "Nearby",
        "OfPerson",
        "Organisation",
        "Owners",
        "Rooms",
        "SentTo",
        "Staff",
        "TextedIn",
    ];
    assert_eq!(asked, wanted.map(str::to_owned).into());
}
