//! Invitations by where they stand: the tabs, their rows and links, and how many each holds.

use doorward_domain::{
    Actor, Contact, DeliveryWait, InvitationState, Membership, Moment, Refusal, action_questions,
    allowed_actions,
};

use super::crowd::{Want, gather, total};
use super::extent::{USUAL, WINDOW, count};
use super::links::links;
use super::people::{ask_levels, pending};
use crate::cache::{Listed, Rank};
use crate::contract::{
    Channel, InvitationCounts, InvitationRow, InvitationTab, InvitationsAsk, InvitationsView,
};
use crate::desk::{Desk, Office};
use crate::error::Result;
use crate::replay::Overlay;
use crate::search::Search;

/// A window of one tab.
pub(crate) async fn invitations(desk: &Desk, ask: &InvitationsAsk) -> Result<InvitationsView> {
    let office = desk
        .known_office(ask.organisation)
        .await
        .ok_or(Refusal::NotFound)?;
    let search = ask.search.as_deref().and_then(Search::of);
    let offset = ask.offset.unwrap_or_default();
    let limit = ask.limit.unwrap_or(USUAL).min(WINDOW);
    let want = Want {
        search: search.as_ref(),
        ..of_tab(ask.tab)
    };
    let found = gather(desk, &office, &want, (offset.into(), limit.into())).await?;
    let mut links = links(desk, &office).await?;
    let mut counts = counts(desk, &office).await?;
    for link in &links {
        *counts.of(link.tab) += 1;
    }
    let finds = |text: &str| search.as_ref().is_none_or(|it| it.finds(text));
    links.retain(|link| link.tab == ask.tab && finds(&link.text));
    let rows = rows(desk, &office, &found.rows).await?;
    let as_of = office.standing().await.and_then(|standing| standing.as_of);
    Ok(InvitationsView {
        rows,
        links: links.into_iter().map(|link| link.row).collect(),
        offset,
        total: count(found.total),
        more_than: found.more,
        counts,
        as_of,
    })
}

/// Those of a tab, the newest first.
fn of_tab(tab: InvitationTab) -> Want<'static> {
    Want {
        rank: Rank::Sent,
        descending: true,
        tab: Some(tab),
        ..Want::everybody()
    }
}

/// How many invitations stand in a tab.
pub(super) async fn standing_in(desk: &Desk, office: &Office, tab: InvitationTab) -> Result<u64> {
    Ok(total(desk, office, &of_tab(tab)).await?.0)
}

/// How many invitations each tab holds.
async fn counts(desk: &Desk, office: &Office) -> Result<InvitationCounts> {
    let mut counts = InvitationCounts {
        waiting: 0,
        failed: 0,
        expired: 0,
        accepted: 0,
        revoked: 0,
    };
    for tab in InvitationTab::ALL {
        *counts.of(tab) = count(standing_in(desk, office, tab).await?);
    }
    Ok(counts)
}

impl InvitationCounts {
    fn of(&mut self, tab: InvitationTab) -> &mut u32 {
        match tab {
            InvitationTab::Waiting => &mut self.waiting,
            InvitationTab::Failed => &mut self.failed,
            InvitationTab::Expired => &mut self.expired,
            InvitationTab::Accepted => &mut self.accepted,
            InvitationTab::Revoked => &mut self.revoked,
        }
    }
}

async fn rows(desk: &Desk, office: &Office, listed: &[Listed]) -> Result<Vec<InvitationRow>> {
    let (actor, now) = (desk.actor(), desk.now());
    let mut shown = office.shown(desk).await?;
    ask_levels(desk, office, &mut shown).await?;
    for it in listed {
        shown.put_under(it);
    }
    let questions = |overlay: &Overlay| {
        let of = |it: &Listed| action_questions(&overlay.world, &actor, it.membership.id, now);
        listed.iter().flat_map(of).collect()
    };
    office.ask(desk, &mut shown, questions).await?;
    let usual = usual_domains(office).await?;
    let row = |it: &Listed| row(&shown, it, &actor, &usual, now);
    Ok(listed.iter().filter_map(row).collect())
}

/// The mail domains that several people of the organisation have.
pub(super) async fn usual_domains(office: &Office) -> Result<Vec<String>> {
    match office.cache().await {
        Some(cache) => cache.usual_domains().await,
        None => Ok(Vec::new()),
    }
}

/// One invitation as the list shows it.
pub(super) fn row(
    shown: &Overlay,
    listed: &Listed,
    actor: &Actor,
    usual: &[String],
    now: Moment,
) -> Option<InvitationRow> {
    let held = &listed.membership;
    let delivery = held.invitation_state(listed.delivery.as_ref(), now)?;
    let contact = listed.contacts.first();
    let failed = matches!(delivery, InvitationState::Bounced | InvitationState::Failed);
    let level = held.grant.as_ref().map(|grant| grant.level);
    Some(InvitationRow {
        organisation: shown.world.id,
        membership: held.id,
        contact: contact.cloned(),
        name: held.name.clone(),
        level,
        level_name: level.and_then(|level| shown.world.level_name(level)),
        channel: channel(contact),
        sent_at: held.sent_at(),
        expires_at: held.invitation.as_ref().map(|sent| sent.expires_at),
        delivery,
        reason: reason(listed).filter(|_| failed),
        waits: waits(listed, delivery),
        did_you_mean: contact
            .filter(|_| failed)
            .and_then(|it| it.did_you_mean(usual.iter().map(String::as_str))),
        invited_by: giver(held),
        actions: allowed_actions(&shown.world, actor, held.id, now),
        pending: pending(held.version),
    })
}

fn giver(held: &Membership) -> Option<doorward_domain::Signed> {
    held.invitation.as_ref().map(|sent| sent.giver.clone())
}

const fn channel(contact: Option<&Contact>) -> Channel {
    match contact {
        Some(Contact::Phone(_)) => Channel::Sms,
        Some(Contact::Email(_)) | None => Channel::Email,
    }
}

/// What keeps the letter of an invitation that stands there in the queue.
pub(super) fn waits(listed: &Listed, stands: InvitationState) -> Option<DeliveryWait> {
    let waits = listed.delivery.as_ref()?.waits;
    waits.filter(|_| stands == InvitationState::Queued)
}

/// Why the letter did not arrive, in the words of whoever refused it.
pub(super) fn reason(listed: &Listed) -> Option<String> {
    let step = listed.delivery.as_ref()?.steps.last()?;
    Some(step.reason.as_ref()?.as_str().to_owned())
}
