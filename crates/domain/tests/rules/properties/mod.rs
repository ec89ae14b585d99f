//! What holds of any sequence of commands by anybody.

pub mod checks;
mod held;
mod paths;
mod sketch;
mod steps;
mod things;
mod triples;

use doorward_domain::{Command, Decision, decide};
use proptest::prelude::*;

use crate::casebook::Casebook;
use steps::Step;

/// What no sequence tries: accounts and organisations as a whole, which the stories and small worlds try.
const ELSEWHERE: [&str; 6] = [
    "propose_management",
    "accept_management",
    "end_management",
    "delete_organisation",
    "delete_account",
    "cancel_account_deletion",
];

/// Tries a sequence; after every step, everything that must hold is looked at.
fn run(steps: &[Step]) {
    let mut book = steps::beginning();
    for (place, step) in steps.iter().enumerate() {
        book.now = book.now.plus_millis(step.pause());
        let before = book.clone();
        let (actor, command) = (step.actor(&book), step.command(&book, place));
        let json = serde_json::to_string(&command).unwrap();
        let travelled: Command = serde_json::from_str(&json).unwrap();
        assert_eq!(travelled, command, "a command travels");
        let first = before.store.loaded_for(&actor, &command, book.now);
        let again = before.store.loaded_for(&actor, &command, book.now);
        let verdict = decide(&first, &actor, &command, book.now);
        assert_eq!(
            verdict,
            decide(&again, &actor, &command, book.now),
            "the same world, the same verdict"
        );
        assert!(
            !matches!(verdict, Ok(Decision::Unsure(_))),
            "a server knows"
        );
        let outcome = book.store.try_it(&actor, &command, book.now);
        match &outcome {
            Ok(events) => checks::of_a_step(&before, &book, &actor, events),
            Err(refusal) => checks::refused(&before, &book, refusal),
        }
        checks::of_a_state(&book);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn whatever_happens_the_rules_hold_r_1_r_3_r_20_r_25(steps in prop::collection::vec(any::<[u8; 11]>(), 1..40)) {
        let steps: Vec<_> = steps.into_iter().map(Step::from).collect();
        run(&steps);
    }
}

#[test]
fn random_sequences_reach_most_commands() {
    let mut done = std::collections::BTreeSet::new();
    let mut seed = 1_u64;
    for _ in 0..400 {
        let mut book = steps::beginning();
        for place in 0..40 {
            let bytes = std::array::from_fn(|_| {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                (seed >> 56) as u8
            });
            let step = Step::from(bytes);
            book.now = book.now.plus_millis(step.pause());
            let (actor, command) = (step.actor(&book), step.command(&book, place));
            let outcome = book.store.try_it(&actor, &command, book.now);
            if outcome.is_ok_and(|events| !events.is_empty()) {
                done.insert(command.key());
            }
        }
    }
    let missing: Vec<_> = Command::KEYS
        .iter()
        .filter(|key| !done.contains(*key) && !ELSEWHERE.contains(key))
        .collect();
    assert!(
        missing.is_empty(),
        "otherwise the properties prove little: {missing:?}"
    );
}

/// Kept so that the beginning itself is sound.
#[test]
fn the_beginning_is_sound() {
    let book: Casebook = steps::beginning();
    checks::of_a_state(&book);
}
