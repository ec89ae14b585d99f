//! How the oracle answers what a rule asks: by looking at everything.

use std::collections::BTreeSet;

use anyhow::Result;
use doorward_domain::{
    Contact, Grant, Held, LevelRef, Lookup, Membership, Moment, Permission, Record, RecordKey,
    SentTo, Shelf, World,
};

use doorward_protocol::Outcome;

use super::crowd::Who;
use super::truth::Truth;

/// How long invitations to a contact count (RAT-2).
const SENT_COUNTS: i64 = 24 * 60 * 60 * 1000;

impl Truth {
    /// Puts what a lookup asks for into the world.
    pub(super) fn answer(
        &self,
        world: &mut World,
        lookup: Lookup,
        (now, everywhere): (Moment, &[(Contact, Moment)]),
    ) -> Result<()> {
        match &lookup {
            Lookup::Account(person) => {
                if let Some(who) = Who::all().find(|it| it.id() == *person) {
                    world.put_account(who.account()?);
                }
            }
            Lookup::SentTo(contact) => {
                let of = |all: &[(Contact, Moment)]| {
                    let lately =
                        |it: &&(Contact, Moment)| it.0 == *contact && it.1.0 > now.0 - SENT_COUNTS;
                    u32::try_from(all.iter().filter(lately).count()).unwrap_or(u32::MAX)
                };
                let sent = SentTo {
                    here: of(&self.sent),
                    everywhere: of(&self.sent) + of(everywhere),
                };
                world.put_sent(contact.clone(), sent);
            }
            Lookup::Command(id) => {
                if let Some((Outcome::Applied { revision }, _)) = self.settled.get(id) {
                    world.put_command(*id, *revision);
                }
            }
            // Nobody manages anybody in these stories.
            Lookup::InManager(_)
            | Lookup::DecidersInManager
            | Lookup::WaitingSince(_)
            | Lookup::Nearby(_)
            | Lookup::Communities
            // Text messages go nowhere in them.
            | Lookup::TextedIn => {}
            Lookup::Organisation
            | Lookup::Rooms
            | Lookup::Membership(_)
            | Lookup::Contacts(_)
            | Lookup::Delivery(_)
            | Lookup::OfPerson(_)
            | Lookup::ByContact(_)
            | Lookup::Owners
            | Lookup::Deciders
            | Lookup::HoldersOf(_)
            | Lookup::LinksOf(_)
            | Lookup::HoldersOfRoom(_)
            | Lookup::HoldersOfSite(_)
            | Lookup::Staff(_)
            | Lookup::MemberBesidesOwners
            | Lookup::Link(_) => {
                let keeping = self.keeping(&lookup);
                for held in self
                    .records()
                    .filter(|it| self.is_asked_for(&lookup, &it.value, &keeping))
                {
                    world.put(held.value.clone(), held.version, held.signed.clone());
                }
            }
        }
        world.answer(lookup);
        Ok(())
    }

    /// The memberships that keep the contact a lookup asks for.
    fn keeping(&self, lookup: &Lookup) -> BTreeSet<RecordKey> {
        let Lookup::ByContact(contact) = lookup else {
            return BTreeSet::new();
        };
        let keeps = |held: &Held<Record>| {
            let Record::MemberContact(it) = &held.value else {
                return None;
            };
            let key = RecordKey {
                shelf: Shelf::Membership,
                id: it.membership.0,
            };
            it.contacts.contains(contact).then_some(key)
        };
        self.records().filter_map(keeps).collect()
    }

    fn is_asked_for(
        &self,
        lookup: &Lookup,
        record: &Record,
        keeping: &BTreeSet<RecordKey>,
    ) -> bool {
        match record {
            Record::Organisation(_) | Record::Settings(_) | Record::Level(_) => {
                *lookup == Lookup::Organisation
            }
            Record::Room(_) | Record::Site(_) => *lookup == Lookup::Rooms,
            Record::Staff(it) => *lookup == Lookup::Staff(it.id),
            Record::Membership(it) => self.is_row(lookup, it, keeping),
            Record::MemberContact(it) => {
                let key = RecordKey {
                    shelf: Shelf::Membership,
                    id: it.membership.0,
                };
                *lookup == Lookup::Contacts(it.membership) || keeping.contains(&key)
            }
            Record::Link(it) => {
                *lookup == Lookup::Link(it.id)
                    || (!it.closed && *lookup == Lookup::LinksOf(it.level))
            }
            Record::Delivery(it) => *lookup == Lookup::Delivery(it.membership),
            Record::MemberActivity(_) => false,
        }
    }

    fn is_row(&self, lookup: &Lookup, row: &Membership, keeping: &BTreeSet<RecordKey>) -> bool {
        let live = row.status.is_live();
        let grant = |is: &dyn Fn(&Grant) -> bool| row.grant.as_ref().is_some_and(is);
        match lookup {
            Lookup::Membership(id) => row.id == *id,
            Lookup::OfPerson(person) => row.person == Some(*person),
            Lookup::ByContact(_) => {
                live && keeping.contains(&RecordKey {
                    shelf: Shelf::Membership,
                    id: row.id.0,
                })
            }
            Lookup::Owners => row.status.is_approved() && grant(&Grant::is_owner),
            Lookup::Deciders => row.status.is_approved() && grant(&|it| self.decides(it)),
            Lookup::HoldersOf(level) => live && grant(&|it| it.level == *level),
            Lookup::HoldersOfRoom(room) => live && grant(&|it| it.rooms.contains(room)),
            Lookup::HoldersOfSite(site) => {
                live && grant(&|it| it.room_sites.contains(site) || it.limited_to.contains(site))
            }
            Lookup::Staff(id) => row.staff == Some(*id),
            Lookup::MemberBesidesOwners => row.status.is_approved() && !grant(&Grant::is_owner),
            Lookup::Organisation
            | Lookup::Rooms
            | Lookup::Contacts(_)
            | Lookup::Delivery(_)
            | Lookup::Account(_)
            | Lookup::LinksOf(_)
            | Lookup::Link(_)
            | Lookup::InManager(_)
            | Lookup::DecidersInManager
            | Lookup::WaitingSince(_)
            | Lookup::Nearby(_)
            | Lookup::Communities
            | Lookup::SentTo(_)
            | Lookup::TextedIn
            | Lookup::Command(_) => false,
        }
    }

    fn decides(&self, grant: &Grant) -> bool {
        let level = match grant.level {
            LevelRef::Preset(preset) => Some(preset.permissions()),
            LevelRef::Own(id) => {
                let held = self.records.get(&RecordKey {
                    shelf: Shelf::Level,
                    id: id.0,
                });
                held.and_then(|held| {
                    if let Record::Level(it) = &held.value {
                        Some(it.permissions)
                    } else {
                        None
                    }
                })
            }
        };
        level.is_some_and(|level| level.with(grant.extras).has(Permission::RequestsDecide))
    }
}
