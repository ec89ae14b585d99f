//! Random commands about ownership, rooms, sites and staff records.

use doorward_domain::{
    AcceptOwnership, ChangeRoom, ChangeSite, ChangeStaffRecord, Command, MakeRoom, MakeSite,
    MakeStaffRecord, MembershipId, Name, OfferOwnership, Record, RemoveRoom, RemoveSite,
    RemoveStaffRecord, RoomId, SiteId, StaffId, Version, WithdrawOffer,
};
use uuid::Uuid;

use crate::casebook::Casebook;

/// How many of these there are.
pub const KINDS: u8 = 12;

/// What a command about things is made of.
#[derive(Debug, Clone, Copy)]
pub struct About {
    /// Which of [`KINDS`].
    pub kind: u8,
    /// The membership, for ownership.
    pub row: MembershipId,
    /// Which of the things there are.
    pub pick: usize,
    /// The number of what is made.
    pub new: u128,
    /// Whether who offers ownership steps down.
    pub step_down: bool,
}

impl About {
    /// The command.
    pub fn command(self, book: &Casebook) -> Command {
        let (room, site, staff) = (self.room(book), self.site(book), self.staff(book));
        let membership = self.row;
        let position = None;
        match self.kind {
            0 => OfferOwnership {
                membership,
                step_down: self.step_down,
            }
            .into(),
            1 => AcceptOwnership { membership }.into(),
            2 => WithdrawOffer { membership }.into(),
            3 => MakeStaffRecord {
                staff: StaffId(Uuid::from_u128(0x7_0000 + self.new)),
                name: name(),
                position,
            }
            .into(),
            4 => ChangeStaffRecord {
                staff: staff.0,
                name: name(),
                position: Some(name()),
                based_on: staff.1,
            }
            .into(),
            5 => RemoveStaffRecord { staff: staff.0 }.into(),
            6 => MakeRoom {
                room: RoomId(Uuid::from_u128(0x5_1000 + self.new)),
                site: site.0,
                name: name(),
            }
            .into(),
            7 => ChangeRoom {
                room: room.0,
                site: site.0,
                name: name(),
                based_on: room.1,
            }
            .into(),
            8 => RemoveRoom { room: room.0 }.into(),
            9 => MakeSite {
                site: SiteId(Uuid::from_u128(0x6_1000 + self.new)),
                name: name(),
            }
            .into(),
            10 => ChangeSite {
                site: site.0,
                name: name(),
                based_on: site.1,
            }
            .into(),
            _ => RemoveSite { site: site.0 }.into(),
        }
    }

    fn room(self, book: &Casebook) -> (RoomId, Version) {
        self.one_of(book, |record| {
            let Record::Room(it) = record else {
                return None;
            };
            Some(it.id)
        })
        .unwrap_or((RoomId(Uuid::nil()), Version::Revision(0)))
    }

    fn site(self, book: &Casebook) -> (SiteId, Version) {
        self.one_of(book, |record| {
            let Record::Site(it) = record else {
                return None;
            };
            Some(it.id)
        })
        .unwrap_or((SiteId(Uuid::nil()), Version::Revision(0)))
    }

    fn staff(self, book: &Casebook) -> (StaffId, Version) {
        self.one_of(book, |record| {
            let Record::Staff(it) = record else {
                return None;
            };
            Some(it.id)
        })
        .unwrap_or((StaffId(Uuid::nil()), Version::Revision(0)))
    }

    fn one_of<Id>(self, book: &Casebook, id: fn(&Record) -> Option<Id>) -> Option<(Id, Version)> {
        let things: Vec<_> = book
            .store
            .records
            .values()
            .filter(|held| id(&held.value).is_some())
            .collect();
        let held = things.get(self.pick % things.len().max(1))?;
        id(&held.value).map(|id| (id, held.version))
    }
}

fn name() -> Name {
    "Porter".to_owned().try_into().unwrap()
}
