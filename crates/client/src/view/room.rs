//! One room: what it is called, where it belongs, and from whom a removal takes it.

use doorward_domain::{
    ChangeRoom, Command, Decision, Held, Lookup, Membership, Refusal, RemoveRoom, Room, SiteId,
};

use super::extent::count;
use crate::contract::{RoomAsk, RoomHolder, RoomSite, RoomView};
use crate::desk::Desk;
use crate::error::Result;
use crate::replay::Overlay;

/// Holders that are named at most.
const NAMED: usize = 50;

/// One room; one that is not here is not found.
pub(crate) async fn room(desk: &Desk, ask: &RoomAsk) -> Result<RoomView> {
    let office = desk
        .known_office(ask.organisation)
        .await
        .ok_or(Refusal::NotFound)?;
    let (actor, now) = (desk.actor(), desk.now());
    let mut shown = office.shown(desk).await?;
    let rooms = |overlay: &Overlay| {
        let rooms = Lookup::Rooms;
        let open = overlay.world.lacks(&rooms).then_some(rooms);
        open.into_iter().collect()
    };
    office.ask(desk, &mut shown, rooms).await?;
    let mut live = shown.world.live_rooms().into_iter();
    let held = live.find(|it| it.id == ask.room);
    let held = held.ok_or(Refusal::NotFound)?.clone();
    let removal = Command::RemoveRoom(RemoveRoom { room: ask.room });
    let sites = shown.world.live_sites().into_iter();
    let sites: Vec<_> = sites.map(|it| (it.id, it.name.clone())).collect();
    let mut asked: Vec<Command> = sites.iter().map(|(id, _)| moved(&held, *id)).collect();
    asked.push(removal.clone());
    let questions = |overlay: &Overlay| overlay.open_questions(&asked, &actor, now);
    office.ask(desk, &mut shown, questions).await?;
    let judge = |command: &Command| shown.judge(command, &actor, now);
    let removing = judge(&removal);
    let site = |(id, name)| RoomSite {
        id,
        name,
        refusal: judge(&moved(&held, id)).err(),
    };
    let is_known = shown.world.knows(&Lookup::HoldersOfRoom(ask.room));
    let mut holders = shown.world.naming_room(ask.room);
    holders.sort_by(|one, other| (&one.name, one.id).cmp(&(&other.name, other.id)));
    let members = holders.iter().filter(|it| it.status.is_approved()).count();
    Ok(RoomView {
        id: held.id,
        name: held.name.clone(),
        site: held.site,
        version: held.version,
        changing: judge(&moved(&held, held.site)).err(),
        certain: !matches!(removing, Ok(Decision::Unsure(_))),
        removing: removing.err(),
        sites: sites.into_iter().map(site).collect(),
        members: is_known.then(|| count(members as u64)),
        invited: is_known.then(|| count((holders.len() - members) as u64)),
        named: holders.into_iter().take(NAMED).map(holder).collect(),
    })
}

fn moved(held: &Held<Room>, site: SiteId) -> Command {
    Command::ChangeRoom(ChangeRoom {
        room: held.id,
        site,
        name: held.name.clone(),
        based_on: held.version,
    })
}

fn holder(held: &Held<Membership>) -> RoomHolder {
    RoomHolder {
        membership: held.id,
        name: held.name.clone(),
        invited: !held.status.is_approved(),
    }
}
