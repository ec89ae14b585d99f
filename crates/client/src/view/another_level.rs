//! Another level for members, one or many, or a room more: everything else each of them has stays.

use std::collections::BTreeSet;

use doorward_domain::{
    Actor, Grant, LevelChoice, LevelRef, Lookup, MembershipId, Moment, Preset, Refusal, RoomId,
    World, access_preview, level_changes, open_rooms,
};

use super::access_form::MOST;
use super::shares::Shares;
use super::subjects::{Judged, Subject};
use crate::contract::{AnotherLevelAsk, AnotherLevelView};
use crate::desk::Desk;
use crate::error::Result;
use crate::replay::Overlay;

/// The levels that some of these members could have, and what one of them comes to for each. Whoever is not known is
/// left out; where nobody is, there is nothing to be found.
pub(crate) async fn another_level(desk: &Desk, ask: &AnotherLevelAsk) -> Result<AnotherLevelView> {
    let office = desk
        .known_office(ask.organisation)
        .await
        .ok_or(Refusal::NotFound)?;
    let (actor, now) = (desk.actor(), desk.now());
    let ids: Vec<MembershipId> = ask.memberships.iter().take(MOST).copied().collect();
    let mut shown = office.shown(desk).await?;
    office
        .ask(desk, &mut shown, |overlay| about(overlay, &ids))
        .await?;
    let subjects = ids.iter().filter_map(|id| Subject::member(&shown, *id));
    let subjects: Vec<Subject> = subjects.collect();
    if subjects.is_empty() {
        return Err(Refusal::NotFound.into());
    }
    let other = Other::of(ask);
    let questions = |overlay: &Overlay| questions(overlay, &subjects, other, &actor, now);
    office.ask(desk, &mut shown, questions).await?;
    let judged = Judged {
        world: &shown.world,
        actor: &actor,
        now,
        subjects: &subjects,
        edit: None,
    };
    let levels = match other {
        Some(Other::Room(_)) => Vec::new(),
        Some(Other::Level(_)) | None => level_changes(&shown.world, &actor, &ids, now),
    };
    Ok(view(&judged, levels, other))
}

/// What they would have instead, or besides.
#[derive(Clone, Copy)]
enum Other {
    Level(LevelRef),
    Room(RoomId),
}

impl Other {
    fn of(ask: &AnotherLevelAsk) -> Option<Self> {
        let room = ask.room.map(Self::Room);
        room.or_else(|| ask.level.map(Self::Level))
    }

    /// What somebody has, with it; a room that is open to them already changes nothing.
    fn with(self, world: &World, subject: &Subject) -> Grant {
        let had = subject.held.grant.as_ref();
        let had = |level: LevelRef| had.cloned().unwrap_or_else(|| Grant::of(level));
        match self {
            Self::Level(level) => had(level).at(level),
            Self::Room(room) => {
                let mut grant = had(Preset::Guest.into());
                let open = open_rooms(world, &grant);
                if !open.all && open.rooms.iter().all(|it| it.id != room) {
                    grant.rooms.insert(room);
                }
                grant
            }
        }
    }
}

/// What is asked before anything can be judged.
fn about(overlay: &Overlay, ids: &[MembershipId]) -> BTreeSet<Lookup> {
    let usual = [Lookup::Organisation, Lookup::Rooms].into_iter();
    let memberships = ids.iter().map(|id| Lookup::Membership(*id));
    let all = usual.chain(memberships);
    all.filter(|it| overlay.world.lacks(it)).collect()
}

/// The least and the most ask everything that any level between them asks: what is taken, and what is given.
fn questions(
    overlay: &Overlay,
    subjects: &[Subject],
    other: Option<Other>,
    actor: &Actor,
    now: Moment,
) -> BTreeSet<Lookup> {
    let ends = [Preset::Guest, Preset::Administrator].map(|it| Other::Level(it.into()));
    let drafts: Vec<Other> = ends.into_iter().chain(other).collect();
    let draft = |it: &Subject, other: Other| it.command(other.with(&overlay.world, it));
    let commands: Vec<_> = subjects
        .iter()
        .flat_map(|it| drafts.iter().map(move |other| draft(it, *other)))
        .flatten()
        .collect();
    overlay.open_questions(&commands, actor, now)
}

fn view(judged: &Judged<'_>, levels: Vec<LevelChoice>, other: Option<Other>) -> AnotherLevelView {
    let mut shares = Shares::default();
    let mut subjects = Vec::new();
    for it in judged.subjects {
        let Some(other) = other else { break };
        let grant = other.with(judged.world, it);
        let told = judged.told_of(it, &grant);
        if told.refusal.is_none() && !told.unchanged {
            shares.count(&access_preview(judged.world, it.before(), &grant));
        }
        subjects.push(told);
    }
    AnotherLevelView {
        levels,
        subjects,
        shares: shares.counted(),
    }
}
