//! The same for somebody of the managing organisation: routed requests, and an Owner who acts.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a table: whatever it does not name falls into its last row"
)]

use doorward_domain::{Grant, Preset};

use super::actors::{self, By};
use super::commands::Kind;
use super::expected;
use super::standings::{self, Standing};
use crate::casebook::{ANNA, Casebook, KADRI, OLGA, PIRET, TOMAS};

/// The managed organisation, with Tomas at a level in the managing one.
fn book(standing: Standing, tomas: Preset) -> Casebook {
    let mut book = actors::book();
    book.managed(tomas);
    if let Some(row) = standing.row(&book) {
        book.put_row(row, vec![ANNA.contact()]);
    }
    book
}

/// Nobody here has `requests.decide` in force.
fn without_deciders(book: &mut Casebook) {
    for person in [OLGA, PIRET, KADRI] {
        book.change(person.membership(), |row| row.suspended = true);
    }
}

fn outcome(book: &Casebook, kind: Kind) -> String {
    let mut after = book.clone();
    let command = kind.command(book);
    match after.store.try_it(&book.actor(TOMAS), &command, book.now) {
        Err(refusal) => refusal.code().to_owned(),
        Ok(events) if events.is_empty() => "unchanged".to_owned(),
        Ok(_) => standings::moved(book, &after),
    }
}

/// What Tomas may do without any right here: what a stranger may.
fn as_a_stranger(standing: Standing, kind: Kind) -> String {
    expected::outcome(standing, kind, By::Stranger)
}

#[test]
fn a_handler_of_the_managing_organisation_decides_what_is_routed_and_nothing_else_r_41() {
    for standing in Standing::ALL {
        let mut book = book(standing, Preset::Manager);
        without_deciders(&mut book);
        for kind in Kind::ALL {
            // The link's giver is suspended with everybody else.
            let wanted = match kind {
                Kind::Join => "giver_lost_right".to_owned(),
                Kind::Approve | Kind::Decline => expected::outcome(standing, kind, By::Manager),
                _ => as_a_stranger(standing, kind),
            };
            assert_eq!(outcome(&book, kind), wanted, "{kind:?} on {standing:?}");
        }
    }
}

#[test]
fn while_somebody_decides_here_a_fresh_request_is_not_routed_r_41() {
    for standing in Standing::ALL {
        let book = book(standing, Preset::Manager);
        for kind in Kind::ALL {
            let wanted = match (kind, standing) {
                (Kind::Approve | Kind::Decline, _) => {
                    match expected::outcome(standing, kind, By::Manager).as_str() {
                        "not_found" => "not_found".to_owned(),
                        _ => "forbidden".to_owned(),
                    }
                }
                _ => as_a_stranger(standing, kind),
            };
            assert_eq!(outcome(&book, kind), wanted, "{kind:?} on {standing:?}");
        }
    }
}

#[test]
fn an_owner_of_the_managing_organisation_acts_as_owner_while_there_is_none_r_40() {
    for standing in Standing::ALL {
        let mut book = book(standing, Preset::Owner);
        let mine = book.store.records.clone();
        book.change(OLGA.membership(), |row| {
            row.grant = Some(Grant::of(Preset::Guest));
        });
        assert_ne!(mine, book.store.records, "nobody here is Owner");
        for kind in Kind::ALL {
            let personal = matches!(
                kind,
                Kind::Accept
                    | Kind::DeclineInvitation
                    | Kind::Request
                    | Kind::Cancel
                    | Kind::SetVisibility
                    | Kind::AcceptOwnership
            );
            let wanted = match kind {
                Kind::Join => "giver_lost_right".to_owned(),
                _ if personal => as_a_stranger(standing, kind),
                _ => expected::outcome(standing, kind, By::Owner),
            };
            assert_eq!(outcome(&book, kind), wanted, "{kind:?} on {standing:?}");
        }
    }
}

#[test]
fn an_owner_of_the_managing_organisation_is_a_handler_while_the_community_has_its_own_r_40() {
    let book = book(Standing::Approved, Preset::Owner);
    assert_eq!(outcome(&book, Kind::Suspend), "not_found");
    assert_eq!(outcome(&book, Kind::ChangeGrant), "not_found");
}
