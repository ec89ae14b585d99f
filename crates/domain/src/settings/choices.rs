//! What the settings about inviting can be set to, and why not: asked of `decide` itself.

use std::collections::BTreeSet;

use crate::actions::{LevelChoice, but_owner, levels_given_by};
use crate::actor::Actor;
use crate::command::Command;
use crate::decide::{decide, needs};
use crate::level::LevelRef;
use crate::organisation::{LONGEST_TERM_DAYS, Settings};
use crate::refusal::Refusal;
use crate::settings::ChangeSettings;
use crate::world::World;
use crate::{Lookup, Moment, Version};

/// What the settings about inviting can be set to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvitingChoices {
    /// Every level but Owner, as it could be what the dialog that invites proposes first.
    pub default_levels: Vec<LevelChoice>,
    /// Every level but Owner, as it could be what approving a request begins with.
    pub request_levels: Vec<LevelChoice>,
    /// Why the settings that need the right to invite cannot be changed, if not (S-29).
    pub refusal: Option<Refusal>,
    /// The longest term that the operator allows, in days.
    pub longest_term_days: u32,
}

/// The settings at another default level.
fn at(settings: &Settings, default_level: LevelRef, based_on: Version) -> Command {
    let settings = Settings {
        default_level,
        ..settings.clone()
    };
    Command::ChangeSettings(ChangeSettings { settings, based_on })
}

/// The settings at another level that requests are answered with.
fn answered_with(settings: &Settings, request_level: LevelRef, based_on: Version) -> Command {
    let settings = Settings {
        request_level,
        ..settings.clone()
    };
    Command::ChangeSettings(ChangeSettings { settings, based_on })
}

/// The settings with what links need turned round: it asks for nothing but the right to change it.
fn turned(settings: &Settings, based_on: Version) -> Command {
    let settings = Settings {
        links_need_approval: !settings.links_need_approval,
        ..settings.clone()
    };
    Command::ChangeSettings(ChangeSettings { settings, based_on })
}

/// The questions that [`inviting_choices`] still needs answered.
pub fn inviting_choices_questions(
    world: &World,
    actor: &Actor,
    based_on: Version,
    now: Moment,
) -> BTreeSet<Lookup> {
    let Some(settings) = world.settings() else {
        return BTreeSet::new();
    };
    let levels = levels_given_by(world, |_| None);
    let each = |it: &LevelChoice| {
        [
            at(settings, it.level, based_on),
            answered_with(settings, it.level, based_on),
        ]
    };
    let commands = levels.iter().flat_map(each);
    commands
        .chain([turned(settings, based_on)])
        .flat_map(|command| needs(world, actor, &command, now))
        .collect()
}

/// What the actor can set about inviting; none where the settings are not known.
pub fn inviting_choices(
    world: &World,
    actor: &Actor,
    based_on: Version,
    now: Moment,
) -> Option<InvitingChoices> {
    let settings = world.settings()?;
    let judged = |command: Command| decide(world, actor, &command, now).err();
    let operators = world.organisation().map(|it| it.longest_term_days);
    Some(InvitingChoices {
        default_levels: but_owner(levels_given_by(world, |level| {
            judged(at(settings, level, based_on))
        })),
        request_levels: but_owner(levels_given_by(world, |level| {
            judged(answered_with(settings, level, based_on))
        })),
        refusal: judged(turned(settings, based_on)),
        longest_term_days: operators.map_or(LONGEST_TERM_DAYS, |it| it.min(LONGEST_TERM_DAYS)),
    })
}
