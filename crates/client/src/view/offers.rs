//! What is offered to whoever sits here: ownership of an organisation, and managing one. Whether it can be accepted is
//! judged as if they had just proved who they are; the window asks for that when it comes to it.

use doorward_domain::{
    AcceptManagement, AcceptOwnership, Actor, Command, EndManagement, Lookup, Moment,
    OrganisationId, Refusal, decide,
};
use doorward_protocol::MyMembership;

use crate::contract::{OfferKind, OfferRow, OffersView};
use crate::desk::{Desk, Office};
use crate::error::Result;
use crate::replay::Overlay;

/// Everything that is offered.
pub(crate) async fn offers(desk: &Desk) -> Result<OffersView> {
    let mut rows = Vec::new();
    for mine in desk.my_memberships() {
        rows.extend(ownership(desk, &mine).await?);
    }
    for known in desk.own.organisations().await? {
        if !known.gone
            && let Some(office) = desk.known_office(known.id).await
        {
            rows.extend(management(desk, &office, known.name).await?);
        }
    }
    Ok(OffersView { rows })
}

/// The offer of ownership that stands for one of the person's own memberships.
async fn ownership(desk: &Desk, mine: &MyMembership) -> Result<Option<OfferRow>> {
    let (now, membership) = (desk.now(), mine.membership.id);
    let Some(office) = desk.known_office(mine.organisation).await else {
        return Ok(None);
    };
    let accept = Command::AcceptOwnership(AcceptOwnership { membership });
    let mut shown = office.shown(desk).await?;
    let accepting = refusal(desk, &office, &mut shown, &accept).await?;
    // As it is shown: one that was accepted here and waits to be sent stands no more.
    let held = shown.membership(membership).map(|it| it.value.clone());
    let offer = held.unwrap_or_else(|| mine.membership.clone()).offer;
    let stands = offer.filter(|offer| !offer.is_past(now));
    Ok(stands.map(|offer| OfferRow {
        kind: OfferKind::Ownership,
        organisation: mine.organisation,
        organisation_name: mine.organisation_name.to_string(),
        membership: Some(membership),
        manager_name: None,
        by: offer.by,
        step_down: offer.step_down,
        expires_at: Some(offer.expires_at),
        accepting,
        declining: None,
    }))
}

/// The proposal that an organisation of the person's is to manage this one, where they answer it.
async fn management(desk: &Desk, office: &Office, name: String) -> Result<Option<OfferRow>> {
    let community = office.id;
    let mut shown = office.shown(desk).await?;
    know(desk, office, &mut shown).await?;
    let Some(proposal) = shown
        .world
        .organisation()
        .and_then(|it| it.proposal.clone())
    else {
        return Ok(None);
    };
    let accept = Command::AcceptManagement(AcceptManagement { community });
    let accepting = refusal(desk, office, &mut shown, &accept).await?;
    if matches!(
        accepting,
        Some(Refusal::Forbidden { .. } | Refusal::NotFound)
    ) {
        return Ok(None);
    }
    let end = Command::EndManagement(EndManagement { community });
    let declining = refusal(desk, office, &mut shown, &end).await?;
    Ok(Some(OfferRow {
        kind: OfferKind::Management,
        organisation: community,
        organisation_name: name,
        membership: None,
        manager_name: name_of(desk, proposal.manager).await?,
        by: proposal.by,
        step_down: false,
        expires_at: None,
        accepting,
        declining,
    }))
}

/// Reads the organisation itself.
pub(super) async fn know(desk: &Desk, office: &Office, shown: &mut Overlay) -> Result<()> {
    let lookup = |overlay: &Overlay| {
        let organisation = Lookup::Organisation;
        let open = overlay.world.lacks(&organisation).then_some(organisation);
        open.into_iter().collect()
    };
    office.ask(desk, shown, lookup).await
}

/// Why a command would not be done now, once its actor has proved who they are.
pub(super) async fn refusal(
    desk: &Desk,
    office: &Office,
    shown: &mut Overlay,
    command: &Command,
) -> Result<Option<Refusal>> {
    let (actor, now): (Actor, Moment) = (desk.actor().once_proved(), desk.now());
    let questions = |overlay: &Overlay| overlay.open_questions([command], &actor, now);
    office.ask(desk, shown, questions).await?;
    Ok(decide(&shown.world, &actor, command, now).err())
}

/// What an organisation is called, where this account knows it.
pub(super) async fn name_of(desk: &Desk, id: OrganisationId) -> Result<Option<String>> {
    let known = desk.own.organisations().await?.into_iter();
    Ok(known.filter(|it| it.id == id).map(|it| it.name).next())
}
