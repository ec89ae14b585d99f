//! `decide`: may this actor do this now, and what follows. The only place where a command is judged.

use std::collections::BTreeSet;

use crate::actor::{Actor, Author, Signed};
use crate::case::{Case, Stop};
use crate::command::Command;
use crate::event::Event;
use crate::refusal::Refusal;
use crate::world::World;
use crate::{Lookup, Moment, Name, PersonId};

/// What a command comes to when it is not refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// It is done: these facts follow.
    Done(Vec<Event>),
    /// Nothing would change; somebody has done it already.
    Unchanged,
    /// Facts are missing. The events are what follows if nothing speaks against it, as far as they can be told.
    /// A device queues it and says "to be checked by the server"; the server never meets this.
    Unsure(Vec<Event>),
}

impl Decision {
    /// The facts that follow.
    pub fn events(&self) -> &[Event] {
        match self {
            Self::Done(events) | Self::Unsure(events) => events,
            Self::Unchanged => &[],
        }
    }
}

/// Judges one command of one actor at one instant; refuses only on what is known.
pub fn decide(
    world: &World,
    actor: &Actor,
    command: &Command,
    now: Moment,
) -> Result<Decision, Refusal> {
    let case = Case::new(world, actor, now);
    match command.decide(&case) {
        Ok(events) if case.is_in_doubt() => Ok(Decision::Unsure(events)),
        Ok(events) => Ok(Decision::Done(events)),
        Err(Stop::Unchanged) => Ok(Decision::Unchanged),
        Err(Stop::Unknown) => Ok(Decision::Unsure(Vec::new())),
        Err(Stop::Refused(refusal)) => Err(refusal),
    }
}

/// The questions that a decision still needs answered; found by deciding, so that they cannot drift from the rules.
/// Ask again after answering: an answer may raise further questions. None left means that `decide` can judge.
pub fn needs(world: &World, actor: &Actor, command: &Command, now: Moment) -> BTreeSet<Lookup> {
    let case = Case::new(world, actor, now);
    // Only the questions matter here; the verdict of a half-known world does not.
    drop(command.decide(&case));
    case.open_questions()
}

/// Who decides in an organisation and when, as its records keep it: with the organisation that they decide from, where
/// they have nothing in this one and decide as one of those who manage it.
pub fn signed_here(world: &World, actor: &Actor, now: Moment) -> Signed {
    let mut signed = signed(actor, now);
    if let Author::Person { id, from, .. } = &mut signed.author {
        *from = manages_from(world, *id).cloned();
    }
    signed
}

/// Who decides and when, where no organisation matters.
pub fn signed(actor: &Actor, now: Moment) -> Signed {
    Signed {
        author: actor.author(),
        at: now,
    }
}

/// What the organisation is called that manages this one, of somebody who is a member there and none here.
fn manages_from(world: &World, person: PersonId) -> Option<&Name> {
    let found = world.in_manager.get(&person)?;
    let manages = world.organisation()?.managed_by == Some(found.organisation.id);
    let is_here = world.of_person(person).any(|it| it.status.is_approved());
    let belongs = found.memberships.iter().any(|it| it.status.is_approved());
    (manages && belongs && !is_here).then_some(&found.organisation.name)
}
