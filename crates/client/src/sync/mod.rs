//! Sync: `step` decides what happens next and does nothing; `run` does it and decides nothing (DESIGN 4).

mod backoff;
mod pull;
mod push;
mod run;
mod step;

pub(crate) use run::{Nudge, flush, run};
pub(crate) use step::Status;
