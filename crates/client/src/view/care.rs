//! What needs care beside requests: one list over the organisations, the most urgent first.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use doorward_copy::text_of;
use doorward_domain::{
    Action, Care, CareKind, MembershipId, Moment, action_questions, allowed_actions,
};

use super::crowd::listed;
use super::extent::{count, millis_until};
use super::invitations::reason;
use super::people::ask_levels;
use super::requests::ask_contacts;
use crate::cache::{Cache, Listed};
use crate::contract::{CareAsk, CareRow, CareView};
use crate::desk::{Desk, Office};
use crate::error::Result;
use crate::replay::Overlay;
use crate::search::Search;

/// In which order they stand: the most urgent first.
pub(crate) const fn urgency(row: &CareRow) -> (CareKind, Moment, MembershipId) {
    (row.kind, row.at, row.membership)
}

/// What needs care in an account's organisations, or in the one that is asked for.
pub(crate) async fn care(desk: &Desk, offices: &[Arc<Office>], ask: &CareAsk) -> Result<CareView> {
    let now = desk.now();
    let asleep = desk.own.asleep(now).await?;
    let search = ask.search.as_deref().and_then(Search::of);
    let asked = |office: &&Arc<Office>| ask.organisation.is_none_or(|id| id == office.id);
    let mut rows = Vec::new();
    let (mut more_than, mut wakes_at) = (false, asleep.values().copied().min());
    for office in offices.iter().filter(asked) {
        let found = of_office(desk, office, search.as_ref(), &asleep).await?;
        rows.extend(found.rows);
        more_than |= found.more;
        wakes_at = wakes_at.into_iter().chain(found.turns).min();
    }
    let (sleeping, awake): (Vec<_>, Vec<_>) = rows
        .into_iter()
        .partition(|row| row.snoozed_until.is_some());
    let snoozed = count(sleeping.len() as u64);
    let mut rows = if ask.snoozed == Some(true) {
        sleeping
    } else {
        awake
    };
    rows.sort_by_key(urgency);
    Ok(CareView {
        total: count(rows.len() as u64),
        more_than,
        rows,
        snoozed,
        wakes_in_ms: wakes_at.map(|at| millis_until(at, now)),
    })
}

/// What needs care in one organisation.
#[derive(Default)]
struct Found {
    rows: Vec<CareRow>,
    /// Whether there may be more than were looked at.
    more: bool,
    /// When time alone changes it next.
    turns: Option<Moment>,
}

async fn of_office(
    desk: &Desk,
    office: &Office,
    search: Option<&Search>,
    asleep: &BTreeMap<MembershipId, Moment>,
) -> Result<Found> {
    let Some(cache) = office.cache().await else {
        return Ok(Found::default());
    };
    let (actor, now) = (desk.actor(), desk.now());
    let below = cache.may_need_care(now).await?;
    let (more, next) = (below.more, below.next);
    let mut shown = office.shown(desk).await?;
    let found = candidates(desk, office, (&cache, below.rows), &mut shown).await?;
    let turning = found.iter().filter_map(|it| it.membership.care_turns(now));
    let turns = turning.chain(next).min();
    let needs = |it: Listed| {
        let care = it.membership.needs_care(it.delivery.as_ref(), now)?;
        let text = text_of(&it.membership, &it.contacts);
        let wanted = search.is_none_or(|search| search.finds(&text));
        wanted.then_some((care, it))
    };
    let needing: Vec<(Care, Listed)> = found.into_iter().filter_map(needs).collect();
    ask_levels(desk, office, &mut shown).await?;
    let questions = |overlay: &Overlay| {
        let of = |it: &Listed| action_questions(&overlay.world, &actor, it.membership.id, now);
        needing.iter().flat_map(|(_, it)| of(it)).collect()
    };
    office.ask(desk, &mut shown, questions).await?;
    let rows = needing.iter().filter_map(|(care, it)| {
        let actions = allowed_actions(&shown.world, &actor, it.membership.id, now);
        let row = row(&shown, *care, it, actions);
        care.kind.is_work_for(&row.actions).then(|| CareRow {
            snoozed_until: asleep.get(&row.membership).copied(),
            ..row
        })
    });
    Ok(Found {
        rows: rows.collect(),
        more,
        turns,
    })
}

/// Whatever may need care: rows of the server, and above them what waiting commands made.
async fn candidates(
    desk: &Desk,
    office: &Office,
    (cache, mut found): (&Cache, Vec<Listed>),
    shown: &mut Overlay,
) -> Result<Vec<Listed>> {
    let above: BTreeSet<MembershipId> = shown.memberships().into_iter().collect();
    let ids: Vec<MembershipId> = above.iter().copied().collect();
    ask_contacts(desk, office, shown, &ids).await?;
    found.retain(|it| !above.contains(&it.membership.id));
    for it in &found {
        shown.put_under(it);
    }
    for id in ids {
        found.extend(listed(shown, cache, id).await?);
    }
    Ok(found)
}

fn row(shown: &Overlay, care: Care, it: &Listed, actions: Vec<Action>) -> CareRow {
    let held = &it.membership;
    let level = held.grant.as_ref().map(|grant| grant.level);
    CareRow {
        organisation: shown.world.id,
        membership: held.id,
        kind: care.kind,
        at: care.at,
        name: held.name.clone(),
        contact: it.contacts.first().cloned(),
        level,
        level_name: level.and_then(|level| shown.world.level_name(level)),
        reason: reason(it).filter(|_| care.kind == CareKind::Undelivered),
        snoozed_until: None,
        actions,
    }
}
