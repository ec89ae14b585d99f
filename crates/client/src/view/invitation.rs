//! One invitation with everything its panel shows.

use doorward_domain::{InvitationState, Membership, Refusal};

use super::crowd::listed;
use super::invitations::{row, usual_domains};
use super::person::ask_about;
use crate::cache::Listed;
use crate::contract::{InvitationAsk, InvitationStep, InvitationView};
use crate::desk::Desk;
use crate::error::Result;

/// One invitation; what is none, or is not here, is not found.
pub(crate) async fn invitation(desk: &Desk, ask: &InvitationAsk) -> Result<InvitationView> {
    let office = desk
        .known_office(ask.organisation)
        .await
        .ok_or(Refusal::NotFound)?;
    let cache = office.cache().await.ok_or(Refusal::NotFound)?;
    let usual = usual_domains(&office).await?;
    let (actor, now) = (desk.actor(), desk.now());
    let mut shown = office.shown(desk).await?;
    ask_about(desk, &office, &mut shown, &actor, ask.membership).await?;
    let listed = listed(&shown, &cache, ask.membership)
        .await?
        .ok_or(Refusal::NotFound)?;
    let row = row(&shown, &listed, &actor, &usual, now).ok_or(Refusal::NotFound)?;
    let held = &listed.membership;
    let sent = held.invitation.as_ref();
    Ok(InvitationView {
        grant: held.grant.clone(),
        version: held.version,
        steps: steps(&listed, row.delivery),
        actions: row.actions.clone(),
        message: sent.and_then(|sent| sent.message.clone()),
        locale: sent.and_then(|sent| sent.locale),
        position: held.position.clone(),
        staff: held.staff,
        row,
    })
}

/// What happened to an invitation, the oldest first: the way of its letter, then how it was answered.
fn steps(listed: &Listed, state: InvitationState) -> Vec<InvitationStep> {
    let held = &listed.membership;
    let mut steps: Vec<InvitationStep> = match &listed.delivery {
        Some(delivery) => {
            let step = |it: &doorward_domain::DeliveryStep| InvitationStep {
                what: it.state.into(),
                at: it.at,
            };
            delivery.steps.iter().map(step).collect()
        }
        None => held
            .sent_at()
            .map(|at| InvitationStep {
                what: InvitationState::Sent,
                at,
            })
            .into_iter()
            .collect(),
    };
    if steps.last().is_none_or(|last| last.what != state) {
        steps.extend(end(held, state));
    }
    steps
}

/// How an invitation ended, if it did.
fn end(held: &Membership, state: InvitationState) -> Option<InvitationStep> {
    let at = if state == InvitationState::Expired {
        held.invitation.as_ref()?.expires_at
    } else {
        held.decided.as_ref()?.at
    };
    Some(InvitationStep { what: state, at })
}
