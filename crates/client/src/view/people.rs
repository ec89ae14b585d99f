//! The list of people: a window of it, with filters, in any order.

use doorward_domain::{
    Grant, Lookup, Moment, OrganisationId, PersonState, Refusal, Version, World, unseen_since,
};

use super::crowd::{Want, gather, total};
use super::extent::{USUAL, WINDOW, count};
use crate::cache::{Listed, Rank};
use crate::contract::{PeopleAsk, PeopleFilter, PeopleOrder, PeopleView, PersonRow};
use crate::desk::{Desk, Office};
use crate::error::Result;
use crate::replay::Overlay;
use crate::search::Search;

/// A window of the people.
pub(crate) async fn people(desk: &Desk, ask: &PeopleAsk) -> Result<PeopleView> {
    let office = desk
        .known_office(ask.organisation)
        .await
        .ok_or(Refusal::NotFound)?;
    let search = ask.search.as_deref().and_then(Search::of);
    let want = want(&filter(ask), search.as_ref(), desk.now());
    let offset = ask.offset.unwrap_or_default();
    let limit = ask.limit.unwrap_or(USUAL).min(WINDOW);
    let found = gather(desk, &office, &want, (offset.into(), limit.into())).await?;
    let mut shown = office.shown(desk).await?;
    ask_levels(desk, &office, &mut shown).await?;
    let rows = found
        .rows
        .iter()
        .map(|listed| row(ask.organisation, &shown.world, listed, desk.now()))
        .collect();
    drop(shown);
    let as_of = office.standing().await.and_then(|standing| standing.as_of);
    Ok(PeopleView {
        rows,
        offset,
        total: count(found.total),
        more_than: found.more,
        members: count(members(desk, &office).await?),
        as_of,
    })
}

/// The question apart from the window.
fn filter(ask: &PeopleAsk) -> PeopleFilter {
    PeopleFilter {
        search: ask.search.clone(),
        states: ask.states.clone(),
        level: ask.level,
        room: ask.room,
        unseen_days: ask.unseen_days,
        sort: ask.sort,
        descending: ask.descending,
    }
}

/// How many people are approved.
pub(super) async fn members(desk: &Desk, office: &Office) -> Result<u64> {
    let approved = Want {
        states: approved(&PersonState::ALL),
        ..Want::everybody()
    };
    Ok(total(desk, office, &approved).await?.0)
}

/// Those of the states in which somebody is approved.
fn approved(states: &[PersonState]) -> Vec<PersonState> {
    let approved = states.iter().copied();
    approved.filter(|state| state.is_approved()).collect()
}

/// What a question about people comes to.
pub(super) fn want<'a>(ask: &PeopleFilter, search: Option<&'a Search>, now: Moment) -> Want<'a> {
    let named = ask.states.as_deref().filter(|states| !states.is_empty());
    let states = named.unwrap_or(&PersonState::USUAL);
    Want {
        rank: match ask.sort.unwrap_or(PeopleOrder::Name) {
            PeopleOrder::Name => Rank::Name,
            PeopleOrder::Level => Rank::Level,
            PeopleOrder::State => Rank::State,
            PeopleOrder::LastSeen => Rank::Seen,
        },
        descending: ask.descending.unwrap_or_default(),
        // Only members are seen, so only of members it means something that they are not.
        states: match ask.unseen_days {
            Some(_) => approved(states),
            None => states.to_vec(),
        },
        level: ask.level,
        room: ask.room,
        unseen_since: ask.unseen_days.map(|days| unseen_since(days, now)),
        tab: None,
        search,
    }
}

/// Makes sure that the names of the organisation's own levels are known.
pub(super) async fn ask_levels(desk: &Desk, office: &Office, shown: &mut Overlay) -> Result<()> {
    let levels = |overlay: &Overlay| {
        let organisation = Lookup::Organisation;
        let lacks = overlay.world.lacks(&organisation);
        lacks.then_some(organisation).into_iter().collect()
    };
    office.ask(desk, shown, levels).await
}

/// One person as the list shows them.
pub(super) fn row(
    organisation: OrganisationId,
    world: &World,
    listed: &Listed,
    now: Moment,
) -> PersonRow {
    let held = &listed.membership;
    let grant = held.grant.as_ref();
    let level = grant.map(|it| it.level);
    PersonRow {
        organisation,
        membership: held.id,
        name: held.name.clone(),
        position: held.position.clone(),
        contact: listed.contacts.first().cloned(),
        state: held.state(now),
        level,
        level_name: level.and_then(|level| world.level_name(level)),
        owns: grant.is_some_and(Grant::is_owner),
        last_seen_on: listed.activity.as_ref().map(|it| it.last_seen_on.begins()),
        starts_at: grant.and_then(|it| it.starts_at),
        ends_at: grant.and_then(|it| it.ends_at),
        version: held.version,
        pending: pending(held.version),
    }
}

/// The command waiting on this computer that made a version, if one did.
pub(super) const fn pending(version: Version) -> Option<doorward_domain::CommandId> {
    match version {
        Version::Command(id) => Some(id),
        Version::Revision(_) => None,
    }
}
