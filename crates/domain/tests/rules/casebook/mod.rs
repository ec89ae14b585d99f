//! A small world for the tests: one organisation, its people, and a store in memory that answers every lookup as a
//! server does: with exactly what was asked for.

mod around;
mod book;
mod cast;
mod commands;
mod store;

pub use book::Casebook;
pub use cast::*;
pub use commands::*;
