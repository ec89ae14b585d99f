//! Another level for members, one or many: everything else each of them has stays.

use std::collections::BTreeSet;

use doorward_domain::{
    Actor, Grant, LevelChoice, LevelRef, Lookup, MembershipId, Moment, Preset, Refusal,
    access_preview, level_changes,
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
    let questions = |overlay: &Overlay| questions(overlay, &subjects, &actor, now);
    office.ask(desk, &mut shown, questions).await?;
    let judged = Judged {
        world: &shown.world,
        actor: &actor,
        now,
        subjects: &subjects,
        edit: None,
    };
    let levels = level_changes(&shown.world, &actor, &ids, now);
    Ok(view(&judged, levels, ask.level))
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
    actor: &Actor,
    now: Moment,
) -> BTreeSet<Lookup> {
    let ends = [Preset::Guest, Preset::Administrator].map(LevelRef::Preset);
    let commands: Vec<_> = subjects
        .iter()
        .flat_map(|it| ends.map(|level| it.command(with(it, level))))
        .flatten()
        .collect();
    overlay.open_questions(&commands, actor, now)
}

fn view(
    judged: &Judged<'_>,
    levels: Vec<LevelChoice>,
    level: Option<LevelRef>,
) -> AnotherLevelView {
    let mut shares = Shares::default();
    let mut subjects = Vec::new();
    for it in judged.subjects {
        let Some(level) = level else { break };
        let grant = with(it, level);
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

fn with(subject: &Subject, level: LevelRef) -> Grant {
    let had = subject.held.grant.as_ref();
    had.map_or_else(|| Grant::of(level), |grant| grant.at(level))
}
