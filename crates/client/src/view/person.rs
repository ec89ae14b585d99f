//! One person with everything their panel shows.

use doorward_domain::{
    Actor, Grant, Held, Lookup, Membership, MembershipId, Milestone, OpenRooms, Permission,
    Refusal, Signed, access, action_questions, allowed_actions, open_rooms,
};

use super::crowd::listed;
use super::history::grants;
use super::people::{ask_levels, row};
use crate::contract::{GivenExtra, PersonAsk, PersonView, RoomName};
use crate::desk::{Desk, Office};
use crate::error::Result;
use crate::happened::Happened;
use crate::replay::Overlay;

/// One person; who is not here is not found.
pub(crate) async fn person(desk: &Desk, ask: &PersonAsk) -> Result<PersonView> {
    let office = desk
        .known_office(ask.organisation)
        .await
        .ok_or(Refusal::NotFound)?;
    let cache = office.cache().await.ok_or(Refusal::NotFound)?;
    // What takes a fresh sign-in is judged as if it had been given: the window asks for it when it comes to that.
    let (actor, now, id) = (desk.actor().once_proved(), desk.now(), ask.membership);
    let mut shown = office.shown(desk).await?;
    ask_about(desk, &office, &mut shown, &actor, id).await?;
    let listed = listed(&shown, &cache, id).await?.ok_or(Refusal::NotFound)?;
    let held = &listed.membership;
    let read = cache.happened_to(id.0).await?;
    let open = held.grant.as_ref().map(|it| open_rooms(&shown.world, it));
    let open = open.unwrap_or(OpenRooms {
        all: false,
        rooms: Vec::new(),
    });
    Ok(PersonView {
        row: row(ask.organisation, &shown.world, &listed, now),
        own: held.person == Some(desk.account().person),
        contacts: listed.contacts.clone(),
        grant: held.grant.clone(),
        version: held.version,
        access: access(&shown.world, held, now),
        all_rooms: open.all,
        rooms: open
            .rooms
            .into_iter()
            .map(|room| RoomName {
                id: room.id,
                name: room.name,
            })
            .collect(),
        visible: held.visible,
        actions: allowed_actions(&shown.world, &actor, id, now),
        offer: held.offer.clone().filter(|offer| !offer.is_past(now)),
        invited_by: held.invitation.as_ref().map(|sent| sent.giver.clone()),
        since: held.stands_since(),
        status: held.status,
        signed: Some(
            (held.signed.clone())
                .or_else(|| held.decided.clone())
                .unwrap_or_else(|| held.begun.clone()),
        ),
        answers: held
            .asked
            .as_ref()
            .map(|it| it.answers.clone())
            .unwrap_or_default(),
        given: given(held, &read),
        timeline: timeline(held, read),
    })
}

/// Asks everything that a panel about a membership shows.
pub(super) async fn ask_about(
    desk: &Desk,
    office: &Office,
    shown: &mut Overlay,
    actor: &Actor,
    id: MembershipId,
) -> Result<()> {
    ask_levels(desk, office, shown).await?;
    let now = desk.now();
    let questions = |overlay: &Overlay| {
        let mut open = action_questions(&overlay.world, actor, id, now);
        let rooms = Lookup::Rooms;
        open.extend(overlay.world.lacks(&rooms).then_some(rooms));
        open
    };
    office.ask(desk, shown, questions).await
}

/// What happened: what the history that was read says of it, and what the row tells itself.
fn timeline(held: &Held<Membership>, read: Vec<Happened>) -> Vec<Milestone> {
    let milestone = |entry: Happened| {
        Some(Milestone {
            signed: Signed {
                at: entry.at,
                author: entry.author()?,
            },
            kind: entry.kind,
        })
    };
    let mut timeline: Vec<Milestone> = read.into_iter().filter_map(milestone).collect();
    let told: Vec<String> = timeline.iter().map(|it| it.kind.clone()).collect();
    timeline.extend(
        held.story()
            .into_iter()
            .filter(|it| !told.contains(&it.kind)),
    );
    timeline.sort_by_key(|it| std::cmp::Reverse(it.signed.at));
    timeline
}

/// Who gave each permission beyond the level: the newest entry that was read after which somebody has it and before
/// which they had not. Where something later happened to the row that was not read, it may have been that, so that
/// nobody is named.
pub(super) fn given(held: &Held<Membership>, read: &[Happened]) -> Vec<GivenExtra> {
    let Some(extras) = held.grant.as_ref().map(|it| it.extras) else {
        return Vec::new();
    };
    let last_read = read.iter().map(|it| it.at).max();
    if held.signed.as_ref().map(|it| it.at) > last_read {
        return Vec::new();
    }
    let has = |grant: Option<&Grant>, permission| grant.is_some_and(|it| it.extras.has(permission));
    let gave = |it: &&Happened, permission| {
        let (before, after) = grants(it);
        has(after.as_ref(), permission) && !has(before.as_ref(), permission)
    };
    let of = |permission: Permission| {
        let entries = read.iter().filter(|it| gave(it, permission));
        let newest = entries.max_by_key(|it| it.seq)?;
        let signed = Signed {
            at: newest.at,
            author: newest.author()?,
        };
        Some(GivenExtra { permission, signed })
    };
    extras.iter().filter_map(of).collect()
}
