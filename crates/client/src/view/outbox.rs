//! The outbox as its screen shows it.

use std::collections::BTreeMap;
use std::sync::Arc;

use doorward_domain::{CommandId, Moment, OrganisationId, Refusal};
use doorward_protocol::Outcome;
use uuid::Uuid;

use super::conflict::card;
use super::extent::count;
use crate::contract::{EntryState, OutboxBatch, OutboxEntry, OutboxView};
use crate::desk::Desk;
use crate::error::Result;
use crate::outbox::Entry;
use crate::replay::Verdict;

/// Of how many of the newest the opposite is offered.
const BACK: usize = 20;
/// Milliseconds in one day.
const DAY: i64 = 24 * 60 * 60 * 1000;

/// Every entry, the newest first, with what the rules say of it now.
pub(crate) async fn outbox(desk: &Desk) -> Result<OutboxView> {
    let names: BTreeMap<OrganisationId, String> = desk
        .own
        .organisations()
        .await?
        .into_iter()
        .map(|it| (it.id, it.name))
        .collect();
    let entries = desk.outbox.entries();
    let mut verdicts = BTreeMap::new();
    for organisation in desk.outbox.organisations() {
        if let Some(office) = desk.known_office(organisation).await {
            let shown = office.shown(desk).await?;
            verdicts.extend(
                entries
                    .iter()
                    .filter_map(|it| Some((it.id, shown.verdict(it.id)?.clone()))),
            );
        }
    }
    let of = desk.outbox.batch_of().await?;
    let (in_batches, alone): (Vec<_>, Vec<_>) =
        entries.iter().rev().partition(|it| of.contains_key(&it.id));
    let mut rows: Vec<OutboxEntry> = Vec::with_capacity(alone.len());
    for entry in alone {
        let name = names.get(&entry.organisation).cloned().unwrap_or_default();
        let row = row(desk, entry, name, verdicts.get(&entry.id));
        let (mut conflict, mut back) = (None, None);
        if let Some(office) = desk.known_office(entry.organisation).await {
            conflict = card(desk, &office, entry).await?;
            if rows.len() < BACK {
                back = desk.way_back(&office, entry).await;
            }
        }
        rows.push(OutboxEntry {
            back,
            conflict,
            ..row
        });
    }
    let batches = batches(desk, &in_batches, &of, &names).await?;
    let waiting = rows.iter().filter(|row| is_open(&row.state)).count() as u64;
    let needs_you = rows.iter().filter(|row| needs_you(&row.state)).count() as u64;
    let of_batches = |count: fn(&OutboxBatch) -> u32| batches.iter().map(count).sum::<u32>();
    let since = yesterday(desk);
    let sent = |row: &&OutboxEntry| {
        let ended = matches!(row.state, EntryState::Applied | EntryState::NoChange { .. });
        ended && row.settled_at.is_some_and(|at| at > since)
    };
    Ok(OutboxView {
        sent_today: rows.iter().filter(sent).cloned().collect(),
        waiting: count(waiting) + of_batches(|it| it.waiting),
        needs_you: count(needs_you) + of_batches(|it| it.refused),
        entries: rows,
        batches,
    })
}

fn yesterday(desk: &Desk) -> Moment {
    desk.now().plus_millis(-DAY)
}

/// The tables whose rows are in the outbox, counted: thousands of rows are one line.
async fn batches(
    desk: &Desk,
    entries: &[&Arc<Entry>],
    of: &BTreeMap<CommandId, Uuid>,
    names: &BTreeMap<OrganisationId, String>,
) -> Result<Vec<OutboxBatch>> {
    if entries.is_empty() {
        return Ok(Vec::new());
    }
    let since = yesterday(desk);
    let mut lines = Vec::new();
    for (batch, _) in desk.outbox.batches().await? {
        let mut line = OutboxBatch {
            batch: batch.id,
            organisation: batch.organisation,
            organisation_name: names.get(&batch.organisation).cloned().unwrap_or_default(),
            name: batch.name,
            made_at: batch.made_at,
            waiting: 0,
            refused: 0,
            sent_today: 0,
            paused: batch.paused,
        };
        for entry in entries
            .iter()
            .filter(|it| of.get(&it.id) == Some(&batch.id))
        {
            match &entry.outcome {
                None => line.waiting += 1,
                Some(Outcome::Refused { .. }) => line.refused += 1,
                Some(Outcome::Applied { .. } | Outcome::NoChange { .. }) => {
                    line.sent_today += u32::from(entry.settled_at.is_some_and(|at| at > since));
                }
            }
        }
        if line.waiting + line.refused + line.sent_today > 0 {
            lines.push(line);
        }
    }
    Ok(lines)
}

fn row(
    desk: &Desk,
    entry: &Arc<Entry>,
    organisation_name: String,
    verdict: Option<&Verdict>,
) -> OutboxEntry {
    let state = state(desk, entry);
    let open = entry.is_open();
    let certain = match verdict {
        Some(Verdict::Unsure) if open => false,
        Some(Verdict::Certain) if open => true,
        Some(_) | None => entry.certain,
    };
    OutboxEntry {
        id: entry.id,
        organisation: entry.organisation,
        organisation_name,
        command: entry.command.clone(),
        subject: entry.subject.clone(),
        made_at: entry.made_at,
        settled_at: entry.settled_at,
        certain,
        doubt: doubt(verdict).filter(|_| open),
        can_undo: open && !entry.was_sent() && !desk.outbox.is_under_way(entry.id),
        state,
        back: None,
        conflict: None,
    }
}

fn doubt(verdict: Option<&Verdict>) -> Option<Refusal> {
    match verdict? {
        Verdict::Refused(refusal) => Some(refusal.clone()),
        Verdict::Certain | Verdict::Unsure | Verdict::Unchanged => None,
    }
}

fn state(desk: &Desk, entry: &Entry) -> EntryState {
    match &entry.outcome {
        Some(Outcome::Applied { .. }) => EntryState::Applied,
        Some(Outcome::NoChange { by, .. }) => EntryState::NoChange { by: by.clone() },
        Some(Outcome::Refused { refusal }) => EntryState::Refused {
            refusal: refusal.clone(),
        },
        None if entry.stuck => EntryState::Stuck,
        None if desk.outbox.is_under_way(entry.id) => EntryState::Sending,
        None => match desk.outbox.hold_left(entry.id, desk.tick()) {
            Some(ms) => EntryState::Held { ms },
            None => EntryState::Waiting,
        },
    }
}

fn is_open(state: &EntryState) -> bool {
    matches!(
        state,
        EntryState::Held { .. } | EntryState::Waiting | EntryState::Sending | EntryState::Stuck
    )
}

fn needs_you(state: &EntryState) -> bool {
    matches!(state, EntryState::Refused { .. } | EntryState::Stuck)
}
