//! The order of sync as a pure function: `step(State, now, Input)` answers the next state and what is to be done.
//! No I/O and no clock; one course for each organisation, never two things of one course at once.

use doorward_domain::OrganisationId;
use doorward_protocol::{MAX_COMMANDS, Ring};

use super::backoff::{LONGEST, LONGEST_SEARCH, wait};
use super::state::{Course, State};
use super::words::{Effect, Fault, Input, PullEnd, PushEnd, Status};
use crate::clock::Tick;

/// Milliseconds after which a device without a doorbell looks again.
const POLL: u64 = 15_000;

/// What follows from an input at `now`.
pub(crate) fn step(mut state: State, now: Tick, input: Input) -> (State, Vec<Effect>) {
    let mut effects = Vec::new();
    match input {
        Input::Known {
            organisation,
            revision,
        } => {
            let course = state.course(organisation);
            course.revision = course.revision.max(revision);
            course.pull = true;
        }
        Input::Queued {
            organisation,
            ready_at,
        } => {
            let course = state.course(organisation);
            course.push_at = Some(course.push_at.map_or(ready_at, |at| at.min(ready_at)));
        }
        Input::SyncNow => {
            at_once(&mut state, now);
            effects.push(Effect::Listen);
        }
        Input::Rang(ring) => rang(&mut state, &ring),
        Input::Doorbell { connected } => {
            if connected {
                state.reached();
                state.mine.pull = true;
            } else if state.doorbell {
                state.poll_at = now.plus(POLL);
            }
            state.doorbell = connected;
        }
        Input::Unreached if state.unreached == 0 => unreached(&mut state, now),
        Input::Pushed { organisation, end } => pushed(&mut state, organisation, end, now),
        Input::Pulled { organisation, end } => {
            let mut course = std::mem::take(state.course(organisation));
            pulled(&mut state, &mut course, end, now);
            if end == PullEnd::Gone {
                state.courses.remove(&organisation);
            } else {
                state.courses.insert(organisation, course);
            }
        }
        Input::PulledMine { end } => {
            let mut course = std::mem::take(&mut state.mine);
            pulled(&mut state, &mut course, end, now);
            state.mine = course;
        }
        Input::Unreached | Input::Time => {}
    }
    plan(&mut state, now, &mut effects);
    (state, effects)
}

fn at_once(state: &mut State, now: Tick) {
    state.reached();
    state.pull_everything();
    for course in state.courses.values_mut() {
        course.not_before = now;
        course.push_at = Some(course.push_at.map_or(now, |at| at.min(now)));
    }
    state.mine.not_before = now;
}

fn rang(state: &mut State, ring: &Ring) {
    match ring {
        Ring::Organisation { id, revision } => {
            let course = state.course(*id);
            course.pull |= *revision > course.revision || course.revision == 0;
        }
        Ring::Me { revision } => {
            state.mine.pull |= *revision > state.mine.revision || state.mine.revision == 0;
        }
        Ring::AccessEnded {
            organisation: Some(id),
        } => {
            state.course(*id).pull = true;
            state.mine.pull = true;
        }
        // A pull will be answered with what has become of the session.
        Ring::AccessEnded { organisation: None } => state.mine.pull = true,
    }
}

fn pushed(state: &mut State, organisation: OrganisationId, end: PushEnd, now: Tick) {
    let mut course = std::mem::take(state.course(organisation));
    course.busy = false;
    match end {
        PushEnd::Done { next } => {
            state.reached();
            course.failures = 0;
            course.limit = course.limit.saturating_mul(2).min(MAX_COMMANDS);
            // Something may have been queued since the push looked.
            course.push_at = course.push_at.into_iter().chain(next).min();
            course.pull = true;
        }
        PushEnd::Fewer { sent } => {
            state.reached();
            course.limit = (sent / 2).max(1);
            course.push_at = Some(now);
        }
        PushEnd::NoView => {
            state.reached();
            // Where the pull finds something after all, what waits is sent then.
            course.push_at = Some(now.plus(wait(1, LONGEST)));
            course.pull = true;
        }
        PushEnd::Failed(fault) => {
            course.push_at = Some(now);
            failed(state, &mut course, fault, now);
        }
    }
    state.courses.insert(organisation, course);
}

fn pulled(state: &mut State, course: &mut Course, end: PullEnd, now: Tick) {
    course.busy = false;
    match end {
        PullEnd::Done { revision } => {
            state.reached();
            course.failures = 0;
            course.anew = 0;
            course.revision = revision;
        }
        PullEnd::Anew => {
            state.reached();
            course.anew += 1;
            course.pull = true;
            // Once at once; a second difference in a row is not cured by asking faster.
            if course.anew > 1 {
                course.not_before = now.plus(wait(course.anew, LONGEST));
            }
        }
        PullEnd::Gone => state.reached(),
        PullEnd::Failed(fault) => {
            course.pull = true;
            failed(state, course, fault, now);
        }
    }
}

fn failed(state: &mut State, course: &mut Course, fault: Fault, now: Tick) {
    match fault {
        Fault::Offline => unreached(state, now),
        Fault::Passing { after } => {
            state.reached();
            course.failures = course.failures.saturating_add(1);
            course.not_before = now.plus(
                after
                    .unwrap_or_default()
                    .max(wait(course.failures, LONGEST))
                    .min(LONGEST),
            );
        }
        Fault::SignedOut => state.ended = Some(Status::SignedOut),
        Fault::UpdateNeeded => state.ended = Some(Status::UpdateNeeded),
    }
}

/// The server was not reached: look for it again after a while.
fn unreached(state: &mut State, now: Tick) {
    state.unreached = state.unreached.saturating_add(1);
    state.try_at = now.plus(wait(state.unreached, LONGEST_SEARCH));
}

/// Starts what may start and says when to come back.
fn plan(state: &mut State, now: Tick, effects: &mut Vec<Effect>) {
    if state.ended.is_some() {
        return;
    }
    if !state.doorbell && now >= state.poll_at {
        state.pull_everything();
        state.poll_at = now.plus(POLL);
    }
    let mut next: Vec<Tick> = Vec::new();
    if !state.doorbell {
        next.push(state.poll_at);
    }
    let waits = state.unreached > 0 && now < state.try_at;
    if waits {
        next.push(state.try_at);
    } else {
        start(state, now, effects, &mut next);
    }
    if let Some(at) = next.into_iter().filter(|at| *at > now).min() {
        effects.push(Effect::WakeAt(at));
    }
}

fn start(state: &mut State, now: Tick, effects: &mut Vec<Effect>, next: &mut Vec<Tick>) {
    let looking = state.unreached > 0;
    if (state.mine.pull || looking) && !state.mine.busy {
        if state.mine.not_before <= now {
            (state.mine.pull, state.mine.busy) = (false, true);
            effects.push(Effect::PullMine);
        } else {
            next.push(state.mine.not_before);
        }
    }
    // While the server is out of reach own rows look for it alone: nothing is handed to a network that leads nowhere.
    if looking {
        return;
    }
    for (organisation, course) in &mut state.courses {
        let push_due = course.push_at.is_some_and(|at| at <= now);
        next.extend(course.push_at.filter(|at| *at > now));
        if course.busy || !(push_due || course.pull) {
            continue;
        }
        if course.not_before > now {
            next.push(course.not_before);
            continue;
        }
        course.busy = true;
        if push_due {
            course.push_at = None;
            effects.push(Effect::Push {
                organisation: *organisation,
                limit: course.limit,
            });
        } else {
            course.pull = false;
            effects.push(Effect::Pull {
                organisation: *organisation,
            });
        }
    }
}
