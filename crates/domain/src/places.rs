//! Rooms and sites as rules ask for them, and what becomes of grants that name them.

use std::collections::BTreeSet;

use crate::case::{Case, Fact, Stop};
use crate::entitlement::Entitlement;
use crate::membership::Membership;
use crate::record::{Held, Room, Site};
use crate::refusal::Refusal;
use crate::world::World;
use crate::{Grant, Lookup, MembershipId, RoomId, SiteId};

impl<'a> Case<'a> {
    /// A room, removed ones included.
    pub(crate) fn room(&self, id: RoomId) -> Fact<Option<&'a Held<Room>>> {
        self.ask(Lookup::Rooms, |world| world.rooms.get(&id))
    }

    /// A site, removed ones included.
    pub(crate) fn site(&self, id: SiteId) -> Fact<Option<&'a Held<Site>>> {
        self.ask(Lookup::Rooms, |world| world.sites.get(&id))
    }

    /// Every live membership whose grant names a room.
    pub(crate) fn holders_of_room(&self, room: RoomId) -> Fact<Vec<&'a Held<Membership>>> {
        self.ask(Lookup::HoldersOfRoom(room), |world| {
            world.live_with(|grant| grant.rooms.contains(&room))
        })
    }

    /// Every live membership whose grant names a site.
    pub(crate) fn holders_of_site(&self, site: SiteId) -> Fact<Vec<&'a Held<Membership>>> {
        self.ask(Lookup::HoldersOfSite(site), |world| {
            world.live_with(|grant| grant.names_site(site))
        })
    }

    /// The rooms of the sites given.
    pub(crate) fn rooms_of(&self, sites: &BTreeSet<SiteId>) -> Fact<BTreeSet<RoomId>> {
        if sites.is_empty() {
            return Fact::Known(BTreeSet::new());
        }
        self.ask(Lookup::Rooms, |world| world.rooms_in(sites))
    }

    /// Whether all of these rooms lie in these sites; one that is not seen here lies elsewhere.
    pub(crate) fn lie_within(
        &self,
        rooms: &BTreeSet<RoomId>,
        sites: &BTreeSet<SiteId>,
    ) -> Fact<bool> {
        let within = |room: &Held<Room>| sites.contains(&room.site);
        self.ask(Lookup::Rooms, |world| {
            rooms
                .iter()
                .all(|id| world.rooms.get(id).is_some_and(within))
        })
    }

    /// Whether a site is there to have rooms.
    pub(crate) fn site_can_have_rooms(&self, site: SiteId) -> Result<(), Stop> {
        let missing = self
            .site(site)
            .known_and(|it| it.is_none_or(|it| it.removed));
        if missing {
            Err(Refusal::Invalid {
                field: "site".into(),
            }
            .into())
        } else {
            Ok(())
        }
    }

    /// Whether a site has rooms or is the last one.
    pub(crate) fn site_is_needed(&self, id: SiteId) -> Fact<bool> {
        self.ask(Lookup::Rooms, |world| {
            let has_rooms = world
                .rooms
                .values()
                .any(|room| room.site == id && !room.removed);
            let others = world.sites.values().filter(|it| !it.removed && it.id != id);
            has_rooms || others.count() == 0
        })
    }
}

impl Entitlement {
    /// whether limited rights cover all of these sites.
    pub(crate) fn covers_sites(&self, sites: &[SiteId]) -> Result<(), Stop> {
        let limit = self.rights.as_ref().map(|rights| &rights.limited_to);
        let outside = |limit: &BTreeSet<SiteId>| {
            !limit.is_empty() && sites.iter().any(|site| !limit.contains(site))
        };
        if limit.is_some_and(outside) {
            Err(Refusal::RoomNotHeld.into())
        } else {
            Ok(())
        }
    }
}

impl World {
    /// The live memberships and invitations whose grants name a room: a removal takes it from them. Known once
    /// removing the room was asked about.
    pub fn naming_room(&self, room: RoomId) -> Vec<&Held<Membership>> {
        self.live_with(|it| it.rooms.contains(&room))
    }

    fn live_with(&self, named: impl Fn(&Grant) -> bool) -> Vec<&Held<Membership>> {
        let live = self.memberships.values().filter(|it| it.status.is_live());
        live.filter(|it| it.grant.as_ref().is_some_and(&named))
            .collect()
    }

    /// The rooms of these sites.
    pub(crate) fn rooms_in(&self, sites: &BTreeSet<SiteId>) -> BTreeSet<RoomId> {
        let rooms = self.rooms.values();
        let there = rooms.filter(|room| !room.removed && sites.contains(&room.site));
        there.map(|room| room.id).collect()
    }

    /// what each live membership that holds a site as a whole has when the site's rooms change: exactly the rooms
    /// it had.
    pub(crate) fn rooms_one_by_one(&self, site: SiteId) -> Vec<(MembershipId, Grant)> {
        let rooms = self.rooms_in(&[site].into());
        let named = |mut grant: Grant| {
            grant.room_sites.remove(&site);
            grant.rooms.extend(&rooms);
            grant
        };
        let holders = self.live_with(|grant| grant.room_sites.contains(&site));
        let changed = holders
            .into_iter()
            .filter_map(|it| Some((it.id, named(it.grant.clone()?))));
        changed.collect()
    }

    /// What each live membership that names a site has once the site is removed. The only site of a limit stays:
    /// without it the limit would be none at all.
    pub(crate) fn without_site(&self, site: SiteId) -> Vec<(MembershipId, Grant)> {
        let without = |mut grant: Grant| {
            grant.room_sites.remove(&site);
            if grant.limited_to.len() > 1 {
                grant.limited_to.remove(&site);
            }
            grant
        };
        let holders = self.live_with(|grant| grant.names_site(site));
        let changed = holders
            .into_iter()
            .filter_map(|it| Some((it.id, without(it.grant.clone()?))));
        changed.collect()
    }

    /// What each open invitation that names a room gives once the room is removed.
    pub(crate) fn invitations_without_room(&self, room: RoomId) -> Vec<(MembershipId, Grant)> {
        let open = self.live_with(|grant| grant.rooms.contains(&room));
        let changed = open
            .into_iter()
            .filter(|it| it.is_open_invitation())
            .filter_map(|it| Some((it.id, it.grant.clone()?.without_room(room))));
        changed.collect()
    }
}

impl Grant {
    fn names_site(&self, site: SiteId) -> bool {
        self.room_sites.contains(&site) || self.limited_to.contains(&site)
    }
}
