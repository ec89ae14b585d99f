//! What may this actor do to this record, and why not: asked of `decide` itself, so that no screen re-invents a rule.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::actor::Actor;
use crate::command::Command;
use crate::decide::{decide, needs};
use crate::level::{LevelRef, Preset};
use crate::membership::{Equals, Membership, StatusName, equals};
use crate::organisation::Settings;
use crate::record::Held;
use crate::refusal::Refusal;
use crate::request::ApproveRequest;
use crate::world::World;
use crate::{
    AcceptInvitation, AcceptOwnership, AddMember, CancelRequest, ChangeGrant, ChangeInvitation,
    DeclineInvitation, DeclineRequest, EndMembership, ExpireMembership, Grant, LevelId, Lookup,
    MembershipId, Moment, OfferOwnership, PermissionSet, RenewMembership, ReopenRequest,
    ResendInvitation, ResumeMember, RevokeInvitation, SetPosition, SetVisibility, SuspendMember,
    WithdrawOffer,
};

/// One thing that can be done to a record in its status, and why not by this actor, if not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Action {
    /// The key of the command.
    pub command: String,
    /// Why the actor may not; none when they may.
    pub refusal: Option<Refusal>,
}

/// One level as it can be given, and why not by this actor, if not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct LevelChoice {
    /// The level.
    pub level: LevelRef,
    /// What an own level is called; presets are named by the screen.
    pub name: Option<String>,
    /// What somebody with it may do.
    pub permissions: PermissionSet,
    /// Whom somebody with it equals, which screens warn of.
    pub equals: Option<Equals>,
    /// Why the actor may not give it; none when they may.
    pub refusal: Option<Refusal>,
}

/// The commands that a membership in this status calls for, with the least that fills them.
fn candidates(row: &Held<Membership>, now: Moment) -> Vec<Command> {
    let membership = row.id;
    let grant = row
        .grant
        .clone()
        .unwrap_or_else(|| Grant::of(Preset::Member));
    // What it gives is edited before it is saved: nothing of it speaks against editing.
    let renew = Command::RenewMembership(RenewMembership {
        membership,
        grant: Grant::of(Preset::Member),
        based_on: row.version,
    });
    match row.status.name() {
        StatusName::Requested => vec![
            Command::ApproveRequest(ApproveRequest { membership, grant }),
            Command::DeclineRequest(DeclineRequest::in_question(membership)),
            Command::CancelRequest(CancelRequest { membership }),
        ],
        StatusName::Invited => vec![
            Command::ResendInvitation(ResendInvitation {
                membership,
                grant: None,
            }),
            Command::ChangeInvitation(ChangeInvitation {
                membership,
                grant: Grant::of(Preset::Member),
                based_on: row.version,
            }),
            Command::RevokeInvitation(RevokeInvitation { membership }),
            Command::AcceptInvitation(AcceptInvitation { membership }),
            Command::DeclineInvitation(DeclineInvitation { membership }),
        ],
        StatusName::Approved => {
            let pause = Command::SuspendMember(SuspendMember { membership });
            let go_on = Command::ResumeMember(ResumeMember { membership });
            let mut commands = vec![
                least_change(row, now),
                if row.suspended { go_on } else { pause },
                Command::EndMembership(EndMembership { membership }),
                Command::ExpireMembership(ExpireMembership { membership }),
            ];
            commands.extend(row.is_lapsed(now).then_some(renew));
            commands.extend(about_the_card(row));
            commands.extend(about_ownership(row, now));
            commands
        }
        StatusName::Rejected | StatusName::Cancelled => {
            let reopen = Command::ReopenRequest(ReopenRequest { membership });
            let is_declined = row.status.name() == StatusName::Rejected && row.asked.is_some();
            let reopened = is_declined.then_some(reopen);
            reopened.into_iter().chain(least_adding(row)).collect()
        }
        // Their row comes back by being renewed.
        StatusName::Ended | StatusName::Expired => vec![renew],
    }
}

/// Adding whoever a row that came to nothing is about, with the least that can be given; nobody where none is known.
fn least_adding(row: &Membership) -> Option<Command> {
    Some(Command::AddMember(AddMember {
        membership: MembershipId(beside(row.id.0)),
        person: row.person?,
        grant: Grant::of(Preset::Member),
        position: None,
    }))
}

/// An id that no row has: a row that is added needs one, and nothing is added by asking.
fn beside(id: Uuid) -> Uuid {
    Uuid::from_u128(!id.as_u128())
}

/// The change of a grant that gives least, so that nothing it gives is what speaks against it.
fn least_change(row: &Held<Membership>, now: Moment) -> Command {
    let had = row.grant.as_ref().filter(|_| !row.is_lapsed(now));
    Command::ChangeGrant(ChangeGrant {
        membership: row.id,
        grant: Grant {
            starts_at: had.and_then(|it| it.starts_at),
            ends_at: had.and_then(|it| it.ends_at),
            ..Grant::of(Preset::Member)
        },
        based_on: row.version,
        note: None,
    })
}

/// What can be changed about how a member is shown to others.
fn about_the_card(row: &Held<Membership>) -> [Command; 2] {
    let another = match &row.position {
        Some(_) => None,
        None => row.name.clone(),
    };
    [
        Command::SetPosition(SetPosition {
            membership: row.id,
            position: another,
        }),
        Command::SetVisibility(SetVisibility {
            membership: row.id,
            visible: !row.visible,
        }),
    ]
}

/// What an offer of ownership calls for; without one, offering it to somebody who is no Owner.
fn about_ownership(row: &Held<Membership>, now: Moment) -> Vec<Command> {
    let membership = row.id;
    let stands = row.offer.as_ref().is_some_and(|offer| !offer.is_past(now));
    if stands {
        return vec![
            Command::AcceptOwnership(AcceptOwnership { membership }),
            Command::WithdrawOffer(WithdrawOffer { membership }),
        ];
    }
    let is_owner = row.grant.as_ref().is_some_and(Grant::is_owner);
    let step_down = false;
    let offer = OfferOwnership {
        membership,
        step_down,
    };
    (!is_owner)
        .then_some(Command::OfferOwnership(offer))
        .into_iter()
        .collect()
}

/// The questions that judging what can be done to a membership still needs answered.
pub fn action_questions(
    world: &World,
    actor: &Actor,
    membership: MembershipId,
    now: Moment,
) -> BTreeSet<Lookup> {
    let about = [Lookup::Membership(membership), Lookup::Contacts(membership)];
    let mut open: BTreeSet<Lookup> = about.into_iter().filter(|it| world.lacks(it)).collect();
    if let Some(row) = world.membership(membership) {
        let commands = candidates(row, now);
        open.extend(
            commands
                .iter()
                .flat_map(|command| needs(world, actor, command, now)),
        );
    }
    open
}

/// What can be done to a membership in its status, and why not by this actor.
/// What does not exist for the actor (`not_found`, another person's own act) is left out.
pub fn allowed_actions(
    world: &World,
    actor: &Actor,
    membership: MembershipId,
    now: Moment,
) -> Vec<Action> {
    let Some(row) = world.membership(membership) else {
        return Vec::new();
    };
    let judged = candidates(row, now).into_iter().map(|command| {
        let refusal = decide(world, actor, &command, now).err();
        Action {
            command: command.key().to_owned(),
            refusal,
        }
    });
    let others = |action: &Action| {
        !matches!(
            action.refusal,
            Some(Refusal::NotFound | Refusal::AddressMismatch { .. })
        )
    };
    judged.filter(others).collect()
}

/// Every level, the presets first, as it could be given to a requester by this actor.
pub fn level_choices(
    world: &World,
    actor: &Actor,
    request: MembershipId,
    now: Moment,
) -> Vec<LevelChoice> {
    let approve = |level| {
        Command::ApproveRequest(ApproveRequest {
            membership: request,
            grant: Grant::of(level),
        })
    };
    but_owner(levels_given_by(world, |level| {
        decide(world, actor, &approve(level), now).err()
    }))
}

/// Every level, the presets first, as it could take the place of theirs for some of these members by this actor;
/// whatever else they have stays as it is. Nobody who is not approved has choices.
pub fn level_changes(
    world: &World,
    actor: &Actor,
    members: &[MembershipId],
    now: Moment,
) -> Vec<LevelChoice> {
    let rows = members.iter().filter_map(|id| world.membership(*id));
    let changed = rows.filter(|row| row.status.is_approved());
    let changed = changed.filter_map(|row| Some((row, row.grant.as_ref()?)));
    let changed: Vec<(&Held<Membership>, &Grant)> = changed.collect();
    if changed.is_empty() {
        return Vec::new();
    }
    let change = |(row, grant): &(&Held<Membership>, &Grant), level| {
        Command::ChangeGrant(ChangeGrant {
            membership: row.id,
            grant: grant.at(level),
            based_on: row.version,
            note: None,
        })
    };
    but_owner(levels_given_by(world, |level| {
        let judged = |it| decide(world, actor, &change(it, level), now).err();
        let mut refusals = changed.iter().map(judged);
        let first = refusals.next().flatten()?;
        refusals.all(|it| it.is_some()).then_some(first)
    }))
}

/// Nobody becomes Owner by being approved or changed.
pub(crate) fn but_owner(mut choices: Vec<LevelChoice>) -> Vec<LevelChoice> {
    choices.retain(|it| it.level != LevelRef::Preset(Preset::Owner));
    choices
}

/// Every level, the presets from the lowest on, with what speaks against giving it.
pub fn levels_given_by(
    world: &World,
    refusal: impl Fn(LevelRef) -> Option<Refusal>,
) -> Vec<LevelChoice> {
    let own = world.levels.values().filter(|level| !level.deleted);
    let own = own.map(|level| {
        (
            LevelRef::Own(LevelId(level.id.0)),
            Some(level.name.to_string()),
            level.permissions,
        )
    });
    let presets = Preset::ALL.into_iter().rev();
    let presets = presets.map(|preset| (LevelRef::Preset(preset), None, preset.permissions()));
    let choice = |(level, name, permissions): (LevelRef, Option<String>, PermissionSet)| {
        LevelChoice {
            level,
            name,
            // Every approved member has these (RULES 2), whatever the level says.
            permissions: permissions.with(PermissionSet::EVERY_MEMBERS),
            equals: equals(world, &Grant::of(level)),
            refusal: refusal(level),
        }
    };
    presets.chain(own).map(choice).collect()
}

/// The level an approval proposes first: the organisation's setting where this actor may give it, else Member, else
/// Staff, else the first that may be given: the lowest that fits.
pub fn proposed_level(settings: Option<&Settings>, choices: &[LevelChoice]) -> Option<LevelRef> {
    let may = |level: LevelRef| {
        choices
            .iter()
            .any(|choice| choice.level == level && choice.refusal.is_none())
    };
    let wished = settings.map(|it| it.request_level);
    let usual = [
        Some(LevelRef::Preset(Preset::Member)),
        Some(LevelRef::Preset(Preset::Staff)),
    ];
    let first = choices
        .iter()
        .find(|choice| choice.refusal.is_none())
        .map(|choice| choice.level);
    std::iter::once(wished)
        .chain(usual)
        .flatten()
        .find(|level| may(*level))
        .or(first)
}
