//! What my change makes of what holds now: judged by the rules as if its maker might do everything, so that it can be
//! shown beside theirs even where it can be made no more.

use doorward_domain::{Actor, Command, Decision, Held, Moment, Record, Version, evolve, signed};

use crate::replay::Overlay;

/// Both sides of a conflict.
pub(super) struct Sides {
    /// What it was when mine was made, where this device still knows.
    pub(super) before: Option<Record>,
    /// What holds now.
    pub(super) theirs: Held<Record>,
    /// What mine makes of it; the same where it changes nothing any more.
    pub(super) mine: Record,
    /// My change on what holds now.
    pub(super) command: Command,
}

impl Sides {
    /// Both sides; none where the thing is gone, mine cannot be told any more, or what the server refused it for has
    /// not reached this device yet.
    pub(super) fn of(
        shown: &Overlay,
        command: &Command,
        before: Option<Record>,
        now: Moment,
    ) -> Option<Self> {
        let theirs = shown.target(command)?;
        let rebased = command.rebased(theirs.version)?;
        let command = (rebased != *command).then_some(rebased)?;
        let mine = made(shown, &command, &theirs, now)?;
        Some(Self {
            before,
            theirs,
            mine,
            command,
        })
    }
}

fn made(shown: &Overlay, command: &Command, theirs: &Held<Record>, now: Moment) -> Option<Record> {
    let events = match shown.judge(command, &Actor::Operator, now) {
        Ok(Decision::Done(events) | Decision::Unsure(events)) => events,
        Ok(Decision::Unchanged) => return Some(theirs.value.clone()),
        Err(_) => return None,
    };
    let mut world = shown.world.clone();
    for event in &events {
        evolve(
            &mut world,
            event,
            Version::Revision(0),
            &signed(&Actor::Operator, now),
        );
    }
    let key = theirs.value.key(world.id);
    world.record(key).map(|held| held.value)
}
