//! Every command on a row in every standing by everybody, against a table written by hand from RULES 1 and 6.

mod actors;
mod commands;
mod expected;
mod managed;
mod standings;

use actors::By;
use commands::Kind;
use standings::Standing;

use crate::casebook::Casebook;

/// What a command came to: the code of its refusal, or where the row and a new row stand after it.
fn outcome(book: &Casebook, kind: Kind, by: By) -> String {
    let mut after = book.clone();
    let command = kind.command(book);
    match after.store.try_it(&by.actor(), &command, book.now) {
        Err(refusal) => refusal.code().to_owned(),
        Ok(events) if events.is_empty() => "unchanged".to_owned(),
        Ok(_) => standings::moved(book, &after),
    }
}

/// The legal moves, and no other (BEL-15, BEL-17, BEL-2).
#[test]
fn every_command_on_every_row_by_everybody_comes_to_what_the_rules_say_r_1() {
    let mut wrong = Vec::new();
    for standing in Standing::ALL {
        let book = standing.book();
        for kind in Kind::ALL {
            for by in By::ALL {
                let (found, wanted) = (
                    outcome(&book, kind, by),
                    expected::outcome(standing, kind, by),
                );
                if found != wanted {
                    wrong.push(format!(
                        "{kind:?} on {standing:?} by {by:?}: {found}, not {wanted}"
                    ));
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} cells differ:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
