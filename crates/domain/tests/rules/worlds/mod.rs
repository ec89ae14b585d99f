//! Small worlds, exhaustively: every sequence of moves of three people and of one in the managing organisation, as deep
//! as the budget allows. What must hold is looked at in every world reached, so that no short sequence breaks a rule.

mod moves;

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use doorward_domain::Preset;

use crate::casebook::{ANNA, Casebook, IVO};
use crate::properties::checks;
use moves::Move;

/// How many moves are tried from each beginning beyond [`ALWAYS`], unless the environment says otherwise.
const USUAL_MOVES: usize = 25_000;
/// What the environment says of it when the tests are built.
const MOVES: Option<&str> = option_env!("DOORWARD_WORLD_MOVES");
/// The depth that is explored whatever it takes.
const ALWAYS: usize = 2;

/// What was explored.
#[derive(Debug, Default)]
struct Explored {
    worlds: usize,
    moves: usize,
    commands: BTreeSet<&'static str>,
    depth: usize,
}

/// An organisation with its Owner, somebody at a level and somebody outside; one room in one site.
fn small(ivo: Preset) -> Casebook {
    let mut book = Casebook::new();
    book.employ(IVO, ivo);
    book.room(1, 1);
    book
}

/// The same with a request that waits.
fn asked(ivo: Preset) -> Casebook {
    let mut book = small(ivo);
    book.request(ANNA);
    book
}

/// The same under another organisation, in which Tomas has this level.
fn managed(ivo: Preset, tomas: Preset) -> Casebook {
    let mut book = small(ivo);
    book.managed(tomas);
    book
}

/// Every world within reach, level by level.
fn explore(beginning: Casebook, most: usize) -> Explored {
    let mut explored = Explored::default();
    let mut seen = BTreeSet::from([print_of(&beginning)]);
    let mut worlds = vec![beginning];
    while !worlds.is_empty() {
        let mut next = Vec::new();
        for world in &worlds {
            if explored.depth >= ALWAYS && explored.moves > most {
                return explored;
            }
            for step in moves::all(world) {
                let Some(after) = explored.take(world, &step) else {
                    continue;
                };
                if seen.insert(print_of(&after)) {
                    checks::of_a_small_world(&after);
                    explored.worlds += 1;
                    next.push(after);
                }
            }
        }
        explored.depth += 1;
        worlds = next;
    }
    explored
}

impl Explored {
    /// The world after a move, if the rules allow it.
    fn take(&mut self, world: &Casebook, step: &Move) -> Option<Casebook> {
        self.moves += 1;
        let mut after = world.clone();
        let Move::Command(who, command) = step else {
            after.now = after.day(8);
            return Some(after);
        };
        let actor = world.actor(*who);
        let events = after.store.try_it(&actor, command, world.now).ok()?;
        checks::of_a_step(world, &after, &actor, &events);
        if !events.is_empty() {
            self.commands.insert(command.key());
        }
        Some(after)
    }
}

/// What tells two worlds apart: what the records say, and the time.
fn print_of(book: &Casebook) -> u64 {
    let mut hasher = DefaultHasher::new();
    book.now.0.hash(&mut hasher);
    for held in book.store.records.values() {
        let text = serde_json::to_string(&held.value).unwrap();
        text.hash(&mut hasher);
    }
    hasher.finish()
}

#[test]
fn no_short_sequence_breaks_a_rule_r_3_r_20_r_24_r_25() {
    let most = MOVES.map_or(USUAL_MOVES, |it| it.parse().unwrap());
    let beginnings = [
        small(Preset::Administrator),
        asked(Preset::Manager),
        managed(Preset::Staff, Preset::Owner),
        managed(Preset::Member, Preset::Manager),
    ];
    let mut commands = BTreeSet::new();
    for beginning in beginnings {
        let explored = explore(beginning, most);
        println!(
            "{} worlds after {} moves, every sequence of {}",
            explored.worlds, explored.moves, explored.depth
        );
        assert!(explored.worlds > 100, "otherwise it proves little");
        commands.extend(explored.commands);
    }
    let wanted = moves::KEYS.iter().copied().collect();
    assert_eq!(commands, wanted, "every command is tried where it works");
}
