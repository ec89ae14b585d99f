//! The rooms of an organisation, grouped by the sites they belong to, with what may be done to each.

use doorward_domain::{
    Actor, ChangeRoom, ChangeSite, Command, Held, Lookup, MakeSite, Moment, Name, Refusal,
    RemoveSite, Room, Site, SiteId, World, decide,
};
use doorward_protocol::fold;
use uuid::Uuid;

use super::extent::{USUAL, WINDOW, count};
use crate::contract::{PlaceRoom, PlaceSite, PlacesAsk, PlacesView};
use crate::desk::Desk;
use crate::error::Result;
use crate::replay::Overlay;

/// A window of the rooms.
pub(crate) async fn places(desk: &Desk, ask: &PlacesAsk) -> Result<PlacesView> {
    let office = desk
        .known_office(ask.organisation)
        .await
        .ok_or(Refusal::NotFound)?;
    let (actor, now) = (desk.actor(), desk.now());
    let mut shown = office.shown(desk).await?;
    let lookup = |overlay: &Overlay| {
        let rooms = Lookup::Rooms;
        let open = overlay.world.lacks(&rooms).then_some(rooms);
        open.into_iter().collect()
    };
    office.ask(desk, &mut shown, lookup).await?;
    let sites = shown.world.live_sites().into_iter();
    let mut asked: Vec<Command> = sites.flat_map(|it| [rename(it), remove(it)]).collect();
    asked.extend(make());
    let questions = |overlay: &Overlay| overlay.open_questions(&asked, &actor, now);
    office.ask(desk, &mut shown, questions).await?;
    let judge = Judge {
        world: &shown.world,
        actor: &actor,
        now,
    };
    Ok(judge.view(ask))
}

/// Who asks, and what they see.
struct Judge<'a> {
    world: &'a World,
    actor: &'a Actor,
    now: Moment,
}

impl Judge<'_> {
    fn view(&self, ask: &PlacesAsk) -> PlacesView {
        let search = ask.search.as_deref().map(fold).filter(|it| !it.is_empty());
        let all = self.world.live_rooms();
        let sites = self.world.live_sites();
        let finds = |name: &Name| {
            search
                .as_ref()
                .is_none_or(|it| fold(name.as_str()).contains(it.as_str()))
        };
        let found = |site: &Held<Site>| -> Vec<&Held<Room>> {
            let of_it = all.iter().filter(|it| it.site == site.id);
            let whole = finds(&site.name);
            of_it
                .filter(|it| whole || finds(&it.name))
                .copied()
                .collect()
        };
        let groups: Vec<_> = sites.iter().map(|site| (*site, found(site))).collect();
        let total: usize = groups.iter().map(|(_, rooms)| rooms.len()).sum();
        let limit = ask.limit.unwrap_or(USUAL).min(WINDOW) as usize;
        let (mut skip, mut left) = (ask.offset.unwrap_or_default() as usize, limit);
        let window = groups.into_iter().filter_map(|(site, rooms)| {
            let shows = !rooms.is_empty() || finds(&site.name);
            let first = skip.min(rooms.len());
            skip -= first;
            let taken: Vec<_> = rooms.into_iter().skip(first).take(left).collect();
            left -= taken.len();
            shows.then(|| self.site(site, &taken))
        });
        PlacesView {
            sites: window.collect(),
            total: count(total as u64),
            rooms: count(all.len() as u64),
            making: make().and_then(|it| self.refusal(&it)),
        }
    }

    fn site(&self, held: &Held<Site>, rooms: &[&Held<Room>]) -> PlaceSite {
        let room = |it: &&Held<Room>| PlaceRoom {
            id: it.id,
            name: it.name.clone(),
            version: it.version,
            changing: self.refusal(&rename_room(it)),
        };
        PlaceSite {
            id: held.id,
            name: held.name.clone(),
            version: held.version,
            changing: self.refusal(&rename(held)),
            removing: self.refusal(&remove(held)),
            rooms: rooms.iter().map(room).collect(),
        }
    }

    fn refusal(&self, command: &Command) -> Option<Refusal> {
        decide(self.world, self.actor, command, self.now).err()
    }
}

fn make() -> Option<Command> {
    let name = Name::try_from("-").ok()?;
    let site = SiteId(Uuid::nil());
    Some(Command::MakeSite(MakeSite { site, name }))
}

fn rename(held: &Held<Site>) -> Command {
    Command::ChangeSite(ChangeSite {
        site: held.id,
        name: held.name.clone(),
        based_on: held.version,
    })
}

fn remove(held: &Held<Site>) -> Command {
    Command::RemoveSite(RemoveSite { site: held.id })
}

fn rename_room(held: &Held<Room>) -> Command {
    Command::ChangeRoom(ChangeRoom {
        room: held.id,
        site: held.site,
        name: held.name.clone(),
        based_on: held.version,
    })
}
