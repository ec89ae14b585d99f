//! The outbox: commands made on this computer and not settled by the server yet, and for a while what became of them.
//!
//! A row is written before the person is told that it is saved, and is marked before it is handed to the network. What
//! the server refuses stays until the person discards it; nothing vanishes by itself (SYN-2). Holds live in memory
//! alone, on the monotonic clock, so that they end with the program (RULES 6).

mod batches;
mod ending;
mod entry;
mod erasing;
mod queue;
mod rows;
mod store;
#[cfg(test)]
mod upgrades;

pub(crate) use batches::Tallies;
pub(crate) use entry::Entry;
pub(crate) use store::{Acted, Batch, Outbox};
