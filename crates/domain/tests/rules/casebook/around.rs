//! What stands around the people of the casebook: links, rooms, and other organisations.

use std::collections::BTreeMap;

use doorward_domain::{
    Community, Grant, LevelRef, Link, LinkForm, LinkId, Membership, Organisation, OrganisationId,
    Preset, Record, Room, RoomId, Site, SiteId, Status,
};
use uuid::Uuid;

use super::book::{Casebook, organisation};
use super::cast::{Person, TOMAS};
use super::store::Managing;

impl Casebook {
    /// An open link that needs no approval, made by somebody.
    pub fn link(&mut self, giver: Person, level: impl Into<LevelRef>) -> LinkId {
        let id = LinkId(Uuid::from_u128(0x4_0000));
        self.put(Record::Link(Link {
            id,
            name: "Entrance".to_owned().try_into().unwrap(),
            form: LinkForm::Link,
            level: level.into(),
            needs_approval: false,
            max_uses: 25,
            domains: std::collections::BTreeSet::new(),
            uses: 0,
            expires_at: self.day(4),
            generation: 1,
            giver: self.signed_by(giver, -3),
            closed: false,
        }));
        id
    }

    /// A room in a site.
    pub fn room(&mut self, number: u128, site: u128) -> (RoomId, SiteId) {
        let (id, site) = (
            RoomId(Uuid::from_u128(0x5_0000 + number)),
            SiteId(Uuid::from_u128(0x6_0000 + site)),
        );
        let name = || "Room".to_owned().try_into().unwrap();
        self.put(Record::Site(Site {
            id: site,
            name: name(),
            removed: false,
        }));
        self.put(Record::Room(Room {
            id,
            site,
            name: name(),
            removed: false,
        }));
        (id, site)
    }

    /// Puts the organisation under another one, in which Tomas has this level.
    pub fn managed(&mut self, tomas: impl Into<LevelRef>) {
        let manager = OrganisationId(Uuid::from_u128(0xB));
        self.organisation(|it| it.managed_by = Some(manager));
        let row = Membership {
            grant: Some(Grant::of(tomas)),
            ..self.row_of(TOMAS, Status::Approved)
        };
        self.store.managing = Some(Managing {
            organisation: organisation(manager, "Harbour House"),
            levels: BTreeMap::new(),
            memberships: vec![row],
            sisters: Vec::new(),
        });
    }

    /// Puts another organisation beside this one, in which Tomas is Owner, to be asked to manage it.
    pub fn beside(&mut self) -> OrganisationId {
        self.managed(Preset::Owner);
        self.organisation(|it| it.managed_by = None);
        let beside = self.store.managing.as_ref().unwrap().organisation.clone();
        let id = beside.id;
        self.store.nearby.push(beside);
        id
    }

    /// Puts an organisation under this one, with these Owners of its own.
    pub fn manages(&mut self, owners: &[Person]) {
        let community = OrganisationId(Uuid::from_u128(0xC));
        let row = |who: &Person| Membership {
            grant: Some(Grant::of(Preset::Owner)),
            ..self.row_of(*who, Status::Approved)
        };
        self.store.communities.push(Community {
            organisation: Organisation {
                managed_by: Some(self.store.id),
                manager_name: None,
                ..organisation(community, "Pine Court")
            },
            owners: owners.iter().map(row).collect(),
        });
    }
}
