//! Why somebody may do something, or may not: the answer of the rules, with the names of what it speaks of (RULES 8).

use std::collections::BTreeSet;

use doorward_domain::{
    LevelRef, Lookup, Refusal, Why, WhyAnswer, WhyFrom, World, why as why_person, why_membership,
};

use super::levels;
use crate::contract::{NamedSite, WhyAsk, WhyView};
use crate::desk::Desk;
use crate::error::Result;
use crate::replay::Overlay;

/// Why, for one membership or one person; a membership that is not here is not found.
pub(crate) async fn why(desk: &Desk, ask: &WhyAsk) -> Result<WhyView> {
    let office = desk
        .known_office(ask.organisation)
        .await
        .ok_or(Refusal::NotFound)?;
    let (actor, now) = (desk.actor(), desk.now());
    let mut shown = office.shown(desk).await?;
    let person = ask.person.or_else(|| actor.person());
    let answer = |overlay: &Overlay| {
        let (world, permission, room) = (&overlay.world, ask.permission, ask.room);
        match ask.membership {
            Some(id) => {
                let held = overlay.membership(id)?;
                Some(why_membership(world, &actor, held, permission, room, now))
            }
            None => Some(why_person(world, &actor, person?, permission, room, now)),
        }
    };
    let questions = |overlay: &Overlay| {
        let usual = [Lookup::Organisation, Lookup::Rooms].into_iter();
        let usual = usual.chain(ask.membership.map(Lookup::Membership));
        let mut open: BTreeSet<Lookup> = usual.collect();
        open.retain(|it| overlay.world.lacks(it));
        if let Some(WhyAnswer::Asks(more)) = answer(overlay) {
            open.extend(more);
        }
        open
    };
    office.ask(desk, &mut shown, questions).await?;
    match answer(&shown) {
        Some(WhyAnswer::Known(why)) => Ok(named(why, &shown.world)),
        Some(WhyAnswer::Asks(_)) | None => Err(Refusal::NotFound.into()),
    }
}

fn named(why: Why, world: &World) -> WhyView {
    let level = why.because.iter().find_map(|it| level_of(&it.from));
    let sites = why.because.iter().filter_map(|it| {
        let site = site_of(&it.from).and_then(|id| world.site(id))?;
        Some(NamedSite {
            id: site.id,
            name: site.name.clone(),
        })
    });
    WhyView {
        sites: sites.collect(),
        level: level.and_then(|it| world.level_name(it)),
        groups: levels::groups(),
        why,
    }
}

const fn level_of(from: &WhyFrom) -> Option<LevelRef> {
    if let WhyFrom::Level { level } = from {
        Some(*level)
    } else {
        None
    }
}

const fn site_of(from: &WhyFrom) -> Option<doorward_domain::SiteId> {
    if let WhyFrom::Site { site } = from {
        Some(*site)
    } else {
        None
    }
}
