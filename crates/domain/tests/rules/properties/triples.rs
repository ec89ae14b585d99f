//! Every actor, every target, every path on which anything is given: nobody ever ends with more than the giver held
//! . What is held is reckoned here from the records, not by the code under
//! test.

use doorward_domain::{Command, MembershipId};
use proptest::prelude::*;

use super::held::Has;
use super::paths::{GIVERS, Giver, PATHS, Pair, Path, commands, scene};
use super::sketch::{GIVEN, Sketch, level, sketch};
use crate::casebook::{ANNA, Casebook, ERIK, IVO, OLGA, PIRET, Person, STEFAN, TOMAS};

/// What becomes of the giver between the giving and the server's word, or the acceptance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meanwhile {
    /// Nothing: the command comes straight to the API.
    Nothing,
    /// The command was made offline, and by the time it is replayed the giver holds less.
    LessBeforeReplay,
    /// What was sent is accepted when the giver holds less.
    LessBeforeAcceptance,
}

const MEANWHILE: [Meanwhile; 3] = [
    Meanwhile::Nothing,
    Meanwhile::LessBeforeReplay,
    Meanwhile::LessBeforeAcceptance,
];

/// Who answers for what the target accepts: the giver, or Olga where the giver could change nothing.
fn answers(pair: Pair, book: &Casebook, then: &Command) -> Person {
    let row = then.target().map(MembershipId);
    let sent = row.and_then(|row| book.find(row)?.invitation.as_ref());
    let by = sent.and_then(|sent| sent.giver.author.person());
    if by == Some(OLGA.id()) {
        OLGA
    } else {
        pair.giver.person()
    }
}

/// The three grants of a triple: what the giver has, what the target has or is invited with, and what is given.
type Sketches = (Sketch, Sketch, Sketch);

/// One triple; answers whether anything was given.
fn try_it(path: Path, pair: Pair, meanwhile: Meanwhile, sketches: Sketches, bits: u32) -> bool {
    let (giver, target, gift) = sketches;
    let mut book = scene(path, pair, giver, target, bits);
    let grant = gift.grant(&book, level(GIVEN));
    let watched = [ANNA, ERIK, IVO, PIRET, OLGA, STEFAN, TOMAS];
    let all = |book: &Casebook| watched.map(|who| Has::of(book, who, false));
    let mut before = all(&book);
    let (theirs, then) = commands(path, pair, &book, &grant, bits);
    if meanwhile == Meanwhile::LessBeforeReplay {
        pair.giver.lessen(&mut book);
        before = all(&book);
    }
    let (mut holds, mut by, mut done) = (pair.giver.holds(&book), pair.giver.person(), false);
    for command in theirs {
        let tried = book.tries(by, command);
        done = tried.is_ok_and(|events| !events.is_empty()) || done;
    }
    if let Some(then) = then {
        if meanwhile == Meanwhile::LessBeforeAcceptance {
            pair.giver.lessen(&mut book);
            let giver = watched.iter().position(|who| *who == by).unwrap();
            before[giver] = Has::of(&book, by, false);
        }
        by = answers(pair, &book, &then);
        holds = if by == OLGA {
            Has::of(&book, OLGA, true).unwrap_or_default()
        } else {
            pair.giver.holds(&book)
        };
        let tried = book.tries(pair.target(), then);
        done = tried.is_ok_and(|events| !events.is_empty());
    }
    for (who, had) in watched.into_iter().zip(&before) {
        let Some(has) = Has::of(&book, who, false) else {
            continue;
        };
        // Nobody gives to themselves.
        let nothing = Has::default();
        let giver = if who == by { &nothing } else { &holds };
        let beyond = has.beyond(had.as_ref(), giver);
        assert!(
            beyond.is_empty(),
            "R-20: by {path:?}, {pair:?}, {meanwhile:?}, {who:?} has {beyond:?} of {grant:?}, which {holds:?} does not hold"
        );
    }
    done
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn nobody_ends_with_more_than_the_giver_held_r_20_r_21_r_22_r_26_r_28_r_36_r_40_r_42(
        path in 0..PATHS.len(),
        by in 0..GIVERS.len(),
        to_themselves in prop::bool::weighted(0.25),
        meanwhile in 0..MEANWHILE.len(),
        giver in sketch(),
        target in sketch(),
        gift in sketch(),
        bits in any::<u32>(),
    ) {
        let pair = Pair { giver: GIVERS[by], to_themselves };
        try_it(PATHS[path], pair, MEANWHILE[meanwhile], (giver, target, gift), bits);
    }
}

const fn at(level: u8) -> Sketch {
    Sketch {
        level,
        extras: 0,
        places: 0,
        end: 2,
    }
}

/// Chat alone.
const LITTLE: u32 = 1 << 25;
const OWNER: u8 = 0;
const MANAGER: u8 = 3;
const MEMBER: u8 = 5;

fn gift(path: Path) -> Sketch {
    // What a link may give, or any member.
    at(if matches!(path, Path::Link | Path::LinkChanged) {
        6
    } else {
        4
    })
}

#[test]
fn every_path_gives_something_to_somebody_where_the_giver_may_r_40() {
    for (path, giver) in PATHS
        .into_iter()
        .flat_map(|path| GIVERS.map(|by| (path, by)))
    {
        let pair = Pair {
            giver,
            to_themselves: false,
        };
        let sketches = (at(OWNER), at(MEMBER), gift(path));
        let worked = try_it(path, pair, Meanwhile::Nothing, sketches, LITTLE);
        assert!(
            worked,
            "{path:?} by {giver:?} gives nothing, so it proves nothing"
        );
    }
}

#[test]
fn a_handler_from_above_approves_and_gives_by_no_other_path_r_41_r_42() {
    let pair = Pair {
        giver: Giver::Above,
        to_themselves: false,
    };
    for path in PATHS {
        let sketches = (at(MANAGER), at(MEMBER), at(MEMBER));
        let book = scene(path, pair, sketches.0, sketches.1, LITTLE);
        let grant = sketches.2.grant(&book, level(GIVEN));
        let (theirs, _) = commands(path, pair, &book, &grant, LITTLE);
        for command in theirs {
            let worked = book.clone().tries(TOMAS, command).is_ok();
            assert_eq!(worked, path == Path::Approve, "{path:?}");
        }
    }
}
