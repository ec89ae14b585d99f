//! Inviting many at once: a table that somebody pasted, chose or dropped is read here, row by row, with bounded memory;
//! a bad row never stops the good ones (CSV-2). What is sent is one ordinary `InvitePerson` per row, in a batch.

mod batch;
mod cell;
mod columns;
mod decode;
mod draft;
mod fix;
mod level;
mod line;
mod pasted;
mod separator;
mod sheet;
mod table;

pub(crate) use batch::{Batch, BatchLine, Given, Ids, invitation, membership_of, repeats};
pub(crate) use cell::written;
pub(crate) use draft::Draft;
pub(crate) use level::{LevelCell, Levels};
pub(crate) use line::{Edit, Line};
pub(crate) use table::Source;

/// Rows of people in one table at most.
pub(crate) const MOST_ROWS: usize = 5_000;
/// Bytes of a file at most (RAT-4).
pub(crate) const MOST_BYTES: usize = 2 * 1024 * 1024;
