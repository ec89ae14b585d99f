//! One request with everything its panel shows: what was asked, and every level as it could be given.

use doorward_domain::{
    Contact, Lookup, MembershipId, OrganisationId, Refusal, Version, action_questions,
    level_choices, proposed_level,
};

use super::requests::{approval, row};
use crate::contract::{CameBy, RequestAsk, RequestRow, RequestView};
use crate::desk::Desk;
use crate::error::Result;
use crate::replay::Overlay;

/// The contacts of somebody, as far as this account sees them.
pub(crate) async fn contacts(
    desk: &Desk,
    organisation: OrganisationId,
    membership: MembershipId,
) -> Result<Vec<Contact>> {
    let office = desk.known_office(organisation).await;
    let office = office.ok_or(Refusal::NotFound)?;
    let mut shown = office.shown(desk).await?;
    let wanted = Lookup::Contacts(membership);
    let questions = |overlay: &Overlay| {
        let open = overlay.world.lacks(&wanted).then(|| wanted.clone());
        open.into_iter().collect()
    };
    office.ask(desk, &mut shown, questions).await?;
    Ok(shown.world.contacts_of(membership).to_vec())
}

/// One request, open or decided; what is not here is not found.
pub(crate) async fn request(desk: &Desk, ask: &RequestAsk) -> Result<RequestView> {
    let id = ask.membership;
    let office = desk
        .known_office(ask.organisation)
        .await
        .ok_or(Refusal::NotFound)?;
    let (actor, now) = (desk.actor(), desk.now());
    let mut shown = office.shown(desk).await?;
    let questions = |overlay: &Overlay| {
        let mut open = overlay.open_questions([&approval(id)], &actor, now);
        open.extend(action_questions(&overlay.world, &actor, id, now));
        open
    };
    office.ask(desk, &mut shown, questions).await?;
    let held = shown.membership(id).ok_or(Refusal::NotFound)?;
    let contacts = shown.world.contacts_of(id).to_vec();
    let levels = level_choices(&shown.world, &actor, id, now);
    let asked = held.asked.clone();
    let settings = shown.world.settings();
    let until = desk.own.asleep(now).await?.get(&id).copied();
    Ok(RequestView {
        row: RequestRow {
            snoozed_until: until,
            ..row(&shown, held, &contacts, &actor, now)
        },
        status: held.status,
        decided: held.decided.clone(),
        reason: held.reason.clone(),
        proposed: proposed_level(settings, &levels),
        levels,
        contacts,
        locale: asked.as_ref().and_then(|it| it.locale),
        note: asked.as_ref().and_then(|it| it.note.clone()),
        came_by: if asked.as_ref().is_some_and(|it| it.link.is_some()) {
            CameBy::Link
        } else {
            CameBy::Form
        },
        answers: asked.map(|it| it.answers).unwrap_or_default(),
        pending: match held.version {
            Version::Command(command) => Some(command),
            Version::Revision(_) => None,
        },
    })
}
