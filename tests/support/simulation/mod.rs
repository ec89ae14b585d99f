//! Simulation: several devices with real files, the real routes in this process, and a network between them that a seed
//! decides about. Everything happens one thing at a time, so that a seed plays the same story again (DESIGN 4).

mod answers;
mod clocks;
mod crowd;
mod device;
mod dice;
mod ground;
mod ideas;
mod judgement;
mod ledger;
mod network;
mod run;
mod schedule;
mod things;
mod truth;
mod wire;

pub use dice::Dice;
pub use run::{MOST_COMMANDS, Played, Run, met};
pub use schedule::Outcome;
