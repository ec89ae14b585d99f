//! What the dialog that invites shows: every level as it could be given by each way, and what is proposed (R-20, R-31,
//! The same judgement that an invitation meets, without anybody to invite.

use std::collections::BTreeSet;

use crate::actions::LevelChoice;
use crate::actor::Actor;
use crate::case::{Case, Stop};
use crate::entitlement::Entitlement;
use crate::level::{LevelRef, Preset};
use crate::membership::equals;
use crate::permission::Permission;
use crate::refusal::Refusal;
use crate::world::World;
use crate::{Grant, Lookup, Moment, PermissionSet};

/// What somebody may give by inviting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inviting {
    /// Every level as it could be given by a letter, the presets from the lowest on, then the organisation's own.
    pub levels: Vec<LevelChoice>,
    /// Every level as a share link could give it.
    pub link_levels: Vec<LevelChoice>,
    /// The level a letter proposes first.
    pub proposed: Option<LevelRef>,
    /// The level a link proposes first.
    pub link_proposed: Option<LevelRef>,
    /// The level with the fewest permissions that a letter may give.
    pub lowest: Option<LevelRef>,
    /// The term of an invitation that goes out now, in days.
    pub term_days: u32,
    /// Whether a new link needs approval unless said otherwise.
    pub links_need_approval: bool,
    /// Why no letter may go out at all, if so.
    pub refusal: Option<Refusal>,
    /// What has not been asked yet; while anything is, the rest is not final.
    pub asks: BTreeSet<Lookup>,
}

impl Inviting {
    /// Whether what is proposed calls for a warning.
    pub fn warns(&self) -> bool {
        self.proposed == Some(LevelRef::Preset(Preset::Administrator))
    }
}

/// What the actor may give by inviting now; answer what it asks and ask again.
pub fn inviting(world: &World, actor: &Actor, now: Moment) -> Inviting {
    let case = Case::new(world, actor, now);
    let inviter = case.inviter();
    let choices = |judge: &dyn Fn(&Entitlement, LevelRef) -> Result<(), Stop>| -> Vec<LevelChoice> {
        let judged = |(level, name, permissions)| LevelChoice {
            level,
            name,
            permissions,
            equals: equals(world, &Grant::of(level)),
            refusal: match &inviter {
                Ok(inviter) => refusal(judge(inviter, level)),
                Err(stop) => refusal(Err::<(), _>(stop.clone())),
            },
        };
        every_level(world).into_iter().map(judged).collect()
    };
    let levels = choices(&|inviter, level| case.may_offer(inviter, &Grant::of(level)));
    let link_levels = choices(&|inviter, level| case.link_may_give(inviter, level));
    let wished = world.settings().map(|it| it.default_level);
    Inviting {
        proposed: proposed(wished, &levels),
        link_proposed: proposed(wished, &link_levels),
        lowest: lowest(&levels),
        term_days: case.term_days(),
        links_need_approval: case.links_usually_need_approval(),
        refusal: inviter
            .as_ref()
            .err()
            .and_then(|it| refusal(Err::<(), _>(it.clone()))),
        levels,
        link_levels,
        asks: case.open_questions(),
    }
}

/// What a letter that gives a whole grant would meet, without anybody to invite.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offering {
    /// Why it may not go out, if so.
    pub refusal: Option<Refusal>,
    /// What has not been asked yet; while anything is, the rest is not final.
    pub asks: BTreeSet<Lookup>,
}

/// Whether a letter of this actor may give a grant now; answer what it asks and ask again.
pub fn offering(world: &World, actor: &Actor, grant: &Grant, now: Moment) -> Offering {
    let case = Case::new(world, actor, now);
    let may = case.inviter().and_then(|it| case.may_offer(&it, grant));
    Offering {
        refusal: refusal(may),
        asks: case.open_questions(),
    }
}

impl Case<'_> {
    /// Who may invite at all, in an organisation that takes invitations.
    fn inviter(&self) -> Result<Entitlement, Stop> {
        let inviter = self.entitled(Permission::InvitationsManage)?;
        self.takes_invitations()?;
        Ok(inviter)
    }
}

/// Every level: the presets from the lowest on, then the organisation's own by name.
fn every_level(world: &World) -> Vec<(LevelRef, Option<String>, PermissionSet)> {
    let mut own: Vec<_> = world.own_levels().collect();
    own.sort_by(|one, other| (&one.name, one.id).cmp(&(&other.name, other.id)));
    let own = own.into_iter().map(|it| {
        (
            LevelRef::Own(it.id),
            Some(it.name.to_string()),
            it.permissions,
        )
    });
    let presets = Preset::ALL.into_iter().rev();
    let presets = presets.map(|it| (LevelRef::Preset(it), None, it.permissions()));
    // Every approved member has these (RULES 2), whatever the level says.
    let usual = PermissionSet::EVERY_MEMBERS;
    presets
        .chain(own)
        .map(|(level, name, permissions)| (level, name, permissions.with(usual)))
        .collect()
}

/// What is known to speak against it.
fn refusal<T>(verdict: Result<T, Stop>) -> Option<Refusal> {
    match verdict {
        Err(Stop::Refused(refusal)) => Some(refusal),
        Ok(_) | Err(Stop::Unknown | Stop::Unchanged) => None,
    }
}

/// the organisation's default where this actor may give it by this way, else Staff, else Member.
fn proposed(wished: Option<LevelRef>, choices: &[LevelChoice]) -> Option<LevelRef> {
    let usual = [Preset::Staff, Preset::Member].map(LevelRef::Preset);
    let may = |level: &LevelRef| {
        choices
            .iter()
            .any(|it| it.level == *level && it.refusal.is_none())
    };
    wished.into_iter().chain(usual).find(may)
}

fn lowest(choices: &[LevelChoice]) -> Option<LevelRef> {
    let open = choices.iter().filter(|it| it.refusal.is_none());
    open.min_by_key(|it| it.permissions.iter().count())
        .map(|it| it.level)
}
