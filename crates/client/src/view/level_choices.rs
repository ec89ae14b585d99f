//! Each level as it could take the place of a member's; everything else they have stays.

use doorward_domain::{
    ChangeGrant, Command, Grant, LevelRef, Lookup, Preset, Refusal, level_changes,
};

use crate::contract::{LevelChoicesAsk, LevelChoicesView};
use crate::desk::Desk;
use crate::error::Result;
use crate::replay::Overlay;

/// The levels for one member; none for who is not approved.
pub(crate) async fn level_choices(desk: &Desk, ask: &LevelChoicesAsk) -> Result<LevelChoicesView> {
    let office = desk
        .known_office(ask.organisation)
        .await
        .ok_or(Refusal::NotFound)?;
    let (actor, now, id) = (desk.actor(), desk.now(), ask.membership);
    let mut shown = office.shown(desk).await?;
    let here = |overlay: &Overlay| {
        let membership = Lookup::Membership(id);
        overlay
            .world
            .lacks(&membership)
            .then_some(membership)
            .into_iter()
            .collect()
    };
    office.ask(desk, &mut shown, here).await?;
    let held = shown.membership(id).ok_or(Refusal::NotFound)?.clone();
    let Some(grant) = held.grant.clone().filter(|_| held.status.is_approved()) else {
        return Ok(LevelChoicesView { levels: Vec::new() });
    };
    // The least and the most ask everything that any level between them asks: what is taken, and what is given.
    let ends = [Preset::Guest, Preset::Administrator].map(|preset| {
        Command::ChangeGrant(ChangeGrant {
            membership: id,
            grant: Grant {
                level: LevelRef::Preset(preset),
                ..grant.clone()
            },
            based_on: held.version,
        })
    });
    let questions = |overlay: &Overlay| overlay.open_questions(&ends, &actor, now);
    office.ask(desk, &mut shown, questions).await?;
    let levels = level_changes(&shown.world, &actor, id, now);
    Ok(LevelChoicesView { levels })
}
