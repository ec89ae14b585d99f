//! Sync: `step` decides what happens next and does nothing; `run` does it and decides nothing (DESIGN 4).

mod backoff;
mod first;
mod pull;
mod push;
mod run;
mod state;
mod step;
mod words;

pub(crate) use run::{Nudge, flush, run};
pub(crate) use words::Status;

/// What a device by hand does itself.
#[cfg(feature = "by-hand")]
pub(crate) use {
    run::{act, start},
    state::State,
    step::step,
    words::{Effect, Input, PullEnd},
};

/// What tests of the pure part name.
#[cfg(test)]
pub(crate) mod testing {
    pub(crate) use super::pull::heard_for;
    pub(crate) use super::state::State;
    pub(crate) use super::step::step;
    pub(crate) use super::words::{Effect, Fault, Input, PullEnd, PushEnd, Status};
}
