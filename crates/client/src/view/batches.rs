//! What was sent of tables: each batch, how its rows stand, and what became of its invitations.

use std::collections::BTreeMap;

use doorward_domain::{DeliveryWait, InvitationState, MembershipId, Refusal};
use uuid::Uuid;

use super::extent::{USUAL, WINDOW, count};
use super::invitations::waits;
use super::people::ask_levels;
use crate::contract::{BatchAsk, BatchRow, BatchRowState, BatchSummary, BatchView, BatchesView};
use crate::desk::Desk;
use crate::error::Result;
use crate::import::{Batch, BatchLine};
use crate::outbox::Tallies;

/// Every batch, the newest first.
pub(crate) async fn batches(desk: &Desk) -> Result<BatchesView> {
    let batches = desk.outbox.batches().await?;
    Ok(BatchesView {
        batches: batches
            .into_iter()
            .map(|(batch, tallies)| summary(batch, &tallies))
            .collect(),
    })
}

/// One batch.
pub(crate) async fn batch(desk: &Desk, ask: &BatchAsk) -> Result<BatchView> {
    let (batch, mut lines) = standing(desk, ask.batch).await?;
    let fared = fared(desk, &batch, &lines).await?;
    let fared: BTreeMap<MembershipId, Fared> = fared.into_iter().collect();
    let of = |is: fn(InvitationState) -> bool| {
        count(fared.values().filter(|it| is(it.state)).count() as u64)
    };
    lines.sort_by_key(|it| (urgency(it.state), it.number));
    let tallies: Tallies = BatchRowState::ALL
        .into_iter()
        .map(|state| {
            (
                state,
                count(lines.iter().filter(|it| it.state == state).count() as u64),
            )
        })
        .collect();
    let (offset, limit) = (
        ask.offset.unwrap_or_default(),
        ask.limit.unwrap_or(USUAL).min(WINDOW),
    );
    let rows = lines.iter().skip(offset as usize).take(limit as usize);
    Ok(BatchView {
        rows: rows.map(|line| row(line, &fared)).collect(),
        offset,
        total: count(lines.len() as u64),
        resendable: of(can_resend),
        revocable: of(is_open),
        accepted: of(|it| it == InvitationState::Accepted),
        level_name: level_name(desk, &batch).await?,
        batch: summary(batch, &tallies),
    })
}

/// A batch with its rows.
pub(crate) async fn standing(desk: &Desk, id: Uuid) -> Result<(Batch, Vec<BatchLine>)> {
    let batches = desk.outbox.batches().await?;
    let batch = batches.into_iter().map(|it| it.0).find(|it| it.id == id);
    let lines = desk.outbox.batch_lines(id).await?;
    Ok((batch.ok_or(Refusal::NotFound)?, lines))
}

/// What became of one invitation.
#[derive(Debug, Clone, Copy)]
struct Fared {
    state: InvitationState,
    waits: Option<DeliveryWait>,
}

/// Where the invitations of a batch stand, as far as their rows are here.
pub(crate) async fn states(
    desk: &Desk,
    batch: &Batch,
    lines: &[BatchLine],
) -> Result<Vec<(MembershipId, InvitationState)>> {
    let fared = fared(desk, batch, lines).await?;
    Ok(fared.into_iter().map(|(id, it)| (id, it.state)).collect())
}

/// What became of the invitations of a batch, as far as their rows are here.
async fn fared(
    desk: &Desk,
    batch: &Batch,
    lines: &[BatchLine],
) -> Result<Vec<(MembershipId, Fared)>> {
    let sent = lines.iter().filter(|it| it.state == BatchRowState::Sent);
    let ids: Vec<MembershipId> = sent.filter_map(|it| it.membership).collect();
    let office = desk.known_office(batch.organisation).await;
    let Some(cache) = (match office {
        Some(office) => office.cache().await,
        None => None,
    }) else {
        return Ok(Vec::new());
    };
    let now = desk.now();
    let listed = cache.listed(&cache.numbers(&ids).await?).await?;
    let fared = |it: &crate::cache::Listed| {
        let held = &it.membership;
        let state = held.invitation_state(it.delivery.as_ref(), now)?;
        let waits = waits(it, state);
        Some((held.id, Fared { state, waits }))
    };
    Ok(listed.iter().filter_map(fared).collect())
}

/// Whether an invitation did not arrive, or no longer works, and can be sent again.
pub(crate) const fn can_resend(state: InvitationState) -> bool {
    matches!(
        state,
        InvitationState::Bounced
            | InvitationState::Failed
            | InvitationState::NotSent
            | InvitationState::Expired
    )
}

/// Whether nobody has accepted, declined or revoked an invitation yet.
pub(crate) const fn is_open(state: InvitationState) -> bool {
    matches!(
        state,
        InvitationState::Queued
            | InvitationState::Sent
            | InvitationState::Delivered
            | InvitationState::Opened
            | InvitationState::Bounced
            | InvitationState::Failed
            | InvitationState::NotSent
            | InvitationState::Expired
    )
}

async fn level_name(desk: &Desk, batch: &Batch) -> Result<Option<doorward_domain::Name>> {
    let Some(office) = desk.known_office(batch.organisation).await else {
        return Ok(None);
    };
    let mut shown = office.shown(desk).await?;
    ask_levels(desk, &office, &mut shown).await?;
    Ok(shown.world.level_name(batch.level))
}

/// Rows that need somebody stand first.
const fn urgency(state: BatchRowState) -> u8 {
    match state {
        BatchRowState::Refused => 0,
        BatchRowState::ToFix => 1,
        BatchRowState::Waiting => 2,
        BatchRowState::TakenBack => 3,
        BatchRowState::Skipped => 4,
        BatchRowState::Sent => 5,
    }
}

fn summary(batch: Batch, tallies: &Tallies) -> BatchSummary {
    let of = |state: BatchRowState| {
        tallies
            .iter()
            .filter(|it| it.0 == state)
            .map(|it| it.1)
            .sum::<u32>()
    };
    BatchSummary {
        id: batch.id,
        organisation: batch.organisation,
        name: batch.name,
        made_at: batch.made_at,
        level: batch.level,
        levels_by_row: batch.levels_by_row,
        paused: batch.paused && of(BatchRowState::Waiting) > 0,
        rows: tallies.iter().map(|it| it.1).sum(),
        sent: of(BatchRowState::Sent),
        waiting: of(BatchRowState::Waiting),
        refused: of(BatchRowState::Refused),
        to_fix: of(BatchRowState::ToFix),
        skipped: of(BatchRowState::Skipped) + of(BatchRowState::TakenBack),
    }
}

fn row(line: &BatchLine, fared: &BTreeMap<MembershipId, Fared>) -> BatchRow {
    let fared = line.membership.and_then(|id| fared.get(&id));
    BatchRow {
        number: line.number,
        contact: line.contact.clone(),
        state: line.state,
        problem: line.problem,
        refusal: line.refusal.clone(),
        delivery: fared.map(|it| it.state),
        waits: fared.and_then(|it| it.waits),
        membership: line.membership,
    }
}
