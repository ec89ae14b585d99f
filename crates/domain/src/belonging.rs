//! Belonging: the rooms and sites that a record belongs to, and whether a limit to sites covers them.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::case::{Case, Fact, Stop};
use crate::entitlement::Entitlement;
use crate::membership::Membership;
use crate::record::{Record, Room, Site};
use crate::rights::Rights;
use crate::view::View;
use crate::{Grant, Held, MembershipId, Refusal, RoomId, SiteId};

/// Where a record belongs; what names neither room nor site belongs to every site.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Places {
    /// Rooms named one by one.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub rooms: BTreeSet<RoomId>,
    /// Sites named as a whole.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub sites: BTreeSet<SiteId>,
}

/// What decides where a record belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Belongs {
    /// It says so itself.
    To(Places),
    /// It belongs where the membership with its identity does.
    WithMembership,
}

impl Places {
    /// Every site.
    pub const EVERYWHERE: Self = Self {
        rooms: BTreeSet::new(),
        sites: BTreeSet::new(),
    };

    /// Whether that is every site.
    pub fn are_everywhere(&self) -> bool {
        self.rooms.is_empty() && self.sites.is_empty()
    }

    fn of_site(site: SiteId) -> Self {
        Self {
            sites: BTreeSet::from([site]),
            ..Self::EVERYWHERE
        }
    }

    /// Whether a limit to these sites, with all their rooms, covers them; no site is no limit.
    pub(crate) fn are_within(&self, sites: &BTreeSet<SiteId>, rooms: &BTreeSet<RoomId>) -> bool {
        sites.is_empty()
            || self.are_everywhere()
            || !self.rooms.is_disjoint(rooms)
            || !self.sites.is_disjoint(sites)
    }
}

impl Grant {
    /// Where a membership with this grant belongs: Owners and Administrators, who have all rooms, everywhere.
    pub fn places(&self) -> Places {
        if self.is_owner_or_administrator() {
            return Places::EVERYWHERE;
        }
        Places {
            rooms: self.rooms.clone(),
            sites: self.room_sites.clone(),
        }
    }
}

impl Record {
    /// What decides where it belongs.
    pub fn belongs(&self) -> Belongs {
        match self {
            Self::Membership(it) => {
                let places = it.grant.as_ref().map(Grant::places);
                Belongs::To(places.unwrap_or_default())
            }
            Self::Room(Room { site, .. }) | Self::Site(Site { id: site, .. }) => {
                Belongs::To(Places::of_site(*site))
            }
            Self::MemberContact(_) | Self::Delivery(_) | Self::MemberActivity(_) => {
                Belongs::WithMembership
            }
            Self::Organisation(_)
            | Self::Settings(_)
            | Self::Level(_)
            | Self::Staff(_)
            | Self::Link(_) => Belongs::To(Places::EVERYWHERE),
        }
    }
}

impl View {
    /// Whether what belongs to these places is seen.
    pub fn covers_places(&self, places: &Places) -> bool {
        places.are_within(&self.limited_to, &self.limited_rooms)
    }

    /// Whether a membership with this grant, and what is kept with it, belongs to a site that the view is limited to
    /// . What names no room belongs to every site.
    pub fn covers(&self, grant: Option<&Grant>) -> bool {
        grant.is_none_or(|grant| self.covers_places(&grant.places()))
    }
}

impl<'a> Case<'a> {
    /// Whether these rights reach a membership with this grant.
    pub(crate) fn reaches(&self, rights: &Rights, grant: Option<&Grant>) -> Fact<bool> {
        let Some(grant) = grant.filter(|_| rights.is_limited()) else {
            return Fact::Known(true);
        };
        self.rooms_of(&rights.limited_to)
            .map(|rooms| grant.places().are_within(&rights.limited_to, &rooms))
    }

    /// Whether a membership is there for somebody: what belongs to other sites is not for who is limited to some, apart
    /// from their own.
    pub(crate) fn is_there_for(&self, actor: &Entitlement, row: &Membership) -> Result<bool, Stop> {
        let own = self.actor.person().is_some() && row.person == self.actor.person();
        match &actor.rights {
            Some(rights) if !own => self.reaches(rights, row.grant.as_ref()).or_stop(),
            Some(_) | None => Ok(true),
        }
    }

    /// The membership that a command of somebody with these rights names; one that is not there for them is the same as
    /// none.
    pub(crate) fn target_for(
        &self,
        actor: &Entitlement,
        id: MembershipId,
    ) -> Result<&'a Held<Membership>, Stop> {
        let row = self.target(id)?;
        if self.is_there_for(actor, row)? {
            Ok(row)
        } else {
            Err(Refusal::NotFound.into())
        }
    }
}
