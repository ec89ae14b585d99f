//! What may be done to a link, and why not: asked of `decide` itself.

use std::collections::BTreeSet;

use crate::actions::Action;
use crate::actor::Actor;
use crate::command::Command;
use crate::decide::{decide, needs};
use crate::link::{ChangeLink, CloseLink, Link};
use crate::record::Held;
use crate::refusal::Refusal;
use crate::world::World;
use crate::{LinkId, Lookup, Moment};

/// What an open link calls for: a new secret on the same terms, and its end.
fn candidates(link: &Held<Link>) -> Vec<Command> {
    if link.closed {
        return Vec::new();
    }
    let anew = ChangeLink {
        link: link.id,
        name: link.name.clone(),
        level: link.level,
        needs_approval: link.needs_approval,
        max_uses: link.max_uses,
        domains: None,
        regenerate: true,
        based_on: link.version,
    };
    vec![
        Command::ChangeLink(anew),
        Command::CloseLink(CloseLink { link: link.id }),
    ]
}

/// The questions that judging what can be done to a link still needs answered.
pub fn link_questions(world: &World, actor: &Actor, link: LinkId, now: Moment) -> BTreeSet<Lookup> {
    let commands = world.link(link).map(candidates).unwrap_or_default();
    commands
        .iter()
        .flat_map(|command| needs(world, actor, command, now))
        .collect()
}

/// What can be done to a link, and why not by this actor; what does not exist for the actor is left out.
pub fn link_actions(world: &World, actor: &Actor, link: LinkId, now: Moment) -> Vec<Action> {
    let commands = world.link(link).map(candidates).unwrap_or_default();
    let judged = commands.into_iter().map(|command| Action {
        refusal: decide(world, actor, &command, now).err(),
        command: command.key().to_owned(),
    });
    judged
        .filter(|it| it.refusal != Some(Refusal::NotFound))
        .collect()
}

impl Link {
    /// Whether it can still be used at `now`: not closed, not past its term, not used up.
    pub fn is_open(&self, now: Moment) -> bool {
        !self.closed && !now.is_past(self.expires_at) && self.uses < self.max_uses
    }
}
