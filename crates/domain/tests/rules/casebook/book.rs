//! The casebook: builds the case in which a rule is tried, and tries it.

use std::collections::BTreeMap;

use doorward_domain::{
    Account, Actor, Asked, Command, Contact, Event, Grant, Held, Level, LevelId, LevelRef, Link,
    LinkId, MemberContact, Membership, MembershipId, Moment, Organisation, OrganisationId,
    PermissionSet, Plan, Preset, Record, RecordKey, Refusal, Sent, SentToday, Settings, Shelf,
    SignIn, Signed, Standing, Status, Version, World, signed,
};
use uuid::Uuid;

use super::cast::{OLGA, Person};
use super::store::Store;

/// The instant at which cases are tried.
pub const NOW: Moment = Moment(1_700_000_000_000);

/// A case: an organisation as it stands, and the instant.
#[derive(Debug, Clone)]
pub struct Casebook {
    /// What there is.
    pub store: Store,
    /// When.
    pub now: Moment,
}

impl Casebook {
    /// An organisation that takes requests, with its Owner Olga.
    pub fn new() -> Self {
        let id = OrganisationId(Uuid::from_u128(0xA));
        let store = Store {
            id,
            records: BTreeMap::new(),
            accounts: Person::ALL
                .iter()
                .map(|person| (person.id(), person.account()))
                .collect(),
            managing: None,
            nearby: Vec::new(),
            communities: Vec::new(),
            sent: BTreeMap::new(),
            texted_in: None,
            today: SentToday::default(),
            most: None,
            commands: BTreeMap::new(),
            revision: 1,
        };
        let mut book = Self { store, now: NOW };
        book.put(Record::Organisation(organisation(id, "Northern Gate")));
        book.put(Record::Settings(Settings {
            accepts_requests: true,
            ..Settings::default()
        }));
        book.employ(OLGA, Preset::Owner);
        book
    }

    /// The same with somebody at every preset.
    pub fn staffed() -> Self {
        let mut book = Self::new();
        for (person, preset) in Person::AT_PRESETS {
            book.employ(person, preset);
        }
        book
    }

    /// The instant that many days from now; before it when negative.
    pub fn day(&self, days: i64) -> Moment {
        self.now.plus_millis(days * 86_400_000)
    }

    /// Puts a record.
    pub fn put(&mut self, record: Record) {
        let held = Held {
            version: Version::Revision(self.store.revision),
            signed: None,
            value: record,
        };
        let key = held.value.key(self.store.id);
        self.store.records.insert(key, held);
    }

    /// Puts a membership with its contacts.
    pub fn put_row(&mut self, row: Membership, contacts: Vec<Contact>) -> MembershipId {
        let membership = row.id;
        self.put(Record::Membership(Box::new(row)));
        self.put(Record::MemberContact(MemberContact {
            membership,
            contacts,
        }));
        membership
    }

    /// Makes somebody a member, ten days ago.
    pub fn employ(&mut self, who: Person, level: impl Into<LevelRef>) -> MembershipId {
        self.employ_with(who, Grant::of(level))
    }

    /// Makes somebody a member with this grant, ten days ago.
    pub fn employ_with(&mut self, who: Person, grant: Grant) -> MembershipId {
        let row = Membership {
            grant: Some(grant),
            decided: Some(self.signed_by(OLGA, -10)),
            ..self.row_of(who, Status::Approved)
        };
        self.put_row(row, vec![who.contact()])
    }

    /// Makes somebody a member at an own level with exactly these permissions.
    pub fn employ_at(&mut self, who: Person, permissions: PermissionSet) -> LevelId {
        let level = self.level(who.id().0.as_u128(), permissions);
        self.employ(who, LevelRef::Own(level));
        level
    }

    /// Makes an own level.
    pub fn level(&mut self, number: u128, permissions: PermissionSet) -> LevelId {
        let id = LevelId(Uuid::from_u128(0x3_0000_0000 + number));
        self.put(Record::Level(Level {
            id,
            name: "Doorkeeper".to_owned().try_into().unwrap(),
            permissions: permissions.implied(),
            deleted: false,
        }));
        id
    }

    /// Lets somebody ask to join, a day ago.
    pub fn request(&mut self, who: Person) -> MembershipId {
        let by = doorward_domain::Side::Person;
        let row = self.row_of(who, Status::Initiated { by });
        self.put_row(row, vec![who.contact()])
    }

    /// Has somebody invited by Olga three days ago, for seven days.
    pub fn invite(&mut self, who: Person, grant: Grant) -> MembershipId {
        let by = doorward_domain::Side::Organisation;
        let row = Membership {
            person: None,
            grant: Some(grant),
            asked: None,
            invitation: Some(self.sent_by(OLGA, 4)),
            ..self.row_of(who, Status::Initiated { by })
        };
        self.put_row(row, vec![who.contact()])
    }

    /// A row of somebody who asked to join, ten days ago; the rest is up to the case.
    pub fn row_of(&self, who: Person, status: Status) -> Membership {
        let begun = self.signed_by(who, -10);
        Membership {
            id: who.membership(),
            person: Some(who.id()),
            name: Some(who.name()),
            position: None,
            staff: None,
            status,
            grant: None,
            suspended: false,
            visible: false,
            asked: Some(Asked {
                note: None,
                answers: Vec::new(),
                link: None,
                waits_since: self.day(-1),
                locale: None,
            }),
            begun,
            invitation: None,
            decided: None,
            reason: None,
            offer: None,
            approved_at: None,
            end_set_at: None,
        }
    }

    /// What was sent out by somebody three days ago, until the day given.
    pub fn sent_by(&self, giver: Person, until: i64) -> Sent {
        Sent {
            giver: self.signed_by(giver, -3),
            expires_at: self.day(until),
            generation: 1,
            sent_at: None,
            locale: None,
            message: None,
        }
    }

    /// The signature of somebody on some day.
    pub fn signed_by(&self, who: Person, day: i64) -> Signed {
        signed(&who.actor(), self.day(day))
    }

    /// Changes a membership.
    pub fn change(&mut self, id: MembershipId, change: impl FnOnce(&mut Membership)) {
        let mut row = self.row(id).clone();
        change(&mut row);
        self.put(Record::Membership(Box::new(row)));
    }

    /// Changes the grant of somebody's membership.
    pub fn regrant(&mut self, who: Person, change: impl FnOnce(&mut Grant)) {
        self.change(who.membership(), |row| change(row.grant.as_mut().unwrap()));
    }

    /// Changes the settings.
    pub fn settings(&mut self, change: impl FnOnce(&mut Settings)) {
        let key = RecordKey {
            shelf: Shelf::Settings,
            id: self.store.id.0,
        };
        let Record::Settings(mut settings) = self.store.records[&key].value.clone() else {
            panic!("the settings are the settings");
        };
        change(&mut settings);
        self.put(Record::Settings(settings));
    }

    /// Changes the organisation.
    pub fn organisation(&mut self, change: impl FnOnce(&mut Organisation)) {
        let key = RecordKey {
            shelf: Shelf::Organisation,
            id: self.store.id.0,
        };
        let Record::Organisation(mut organisation) = self.store.records[&key].value.clone() else {
            panic!("the organisation is the organisation");
        };
        change(&mut organisation);
        self.put(Record::Organisation(organisation));
    }

    /// Changes an account.
    pub fn account(&mut self, who: Person, change: impl FnOnce(&mut Account)) {
        change(self.store.accounts.get_mut(&who.id()).unwrap());
    }

    /// A membership as it stands.
    pub fn row(&self, id: MembershipId) -> &Membership {
        self.find(id).unwrap()
    }

    /// A membership as it stands, if there is one.
    pub fn find(&self, id: MembershipId) -> Option<&Membership> {
        let held = self.store.records.get(&RecordKey::membership(id))?;
        let Record::Membership(row) = &held.value else {
            return None;
        };
        Some(row)
    }

    /// A link as it stands.
    pub fn the_link(&self, id: LinkId) -> &Link {
        let key = RecordKey {
            shelf: Shelf::Link,
            id: id.0,
        };
        let Record::Link(link) = &self.store.records[&key].value else {
            panic!("a link is a link");
        };
        link
    }

    /// The version at which a membership is held.
    pub fn version(&self, id: MembershipId) -> Version {
        let key = RecordKey::membership(id);
        let held = self.store.records.get(&key);
        held.map_or(Version::Revision(0), |held| held.version)
    }

    /// Somebody, signed in, with their account as it stands.
    pub fn actor(&self, who: Person) -> Actor {
        Actor::Person {
            account: self.store.accounts[&who.id()].clone(),
            fresh: true,
        }
    }

    /// The world loaded for a command.
    pub fn world(&self, who: Person, command: &Command) -> World {
        self.store.loaded_for(&self.actor(who), command, self.now)
    }

    /// Tries a command.
    pub fn tries(
        &mut self,
        who: Person,
        command: impl Into<Command>,
    ) -> Result<Vec<Event>, Refusal> {
        let actor = self.actor(who);
        self.store.try_it(&actor, &command.into(), self.now)
    }

    /// Tries a command that must work.
    #[track_caller]
    pub fn does(&mut self, who: Person, command: impl Into<Command>) -> Vec<Event> {
        let command = command.into();
        match self.tries(who, command.clone()) {
            Ok(events) => events,
            Err(refusal) => panic!("{command:?} of {who:?}: {refusal:?}"),
        }
    }

    /// Tries a command that must be refused with this code, and changes nothing.
    #[track_caller]
    pub fn refuses(&self, who: Person, command: impl Into<Command>, code: &str) {
        let command = command.into();
        let outcome = self.clone().tries(who, command.clone());
        let found = outcome.as_ref().map_or_else(Refusal::code, |_| "done");
        assert_eq!(found, code, "{command:?} of {who:?}: {outcome:?}");
    }
}

pub(super) fn organisation(id: OrganisationId, name: &str) -> Organisation {
    Organisation {
        id,
        name: name.to_owned().try_into().unwrap(),
        standing: Standing::Active,
        plan: Plan::Pro,
        sign_in: SignIn::Any,
        managed_by: None,
        manager_name: None,
        longest_term_days: 30,
        proposal: None,
        locked_after_days: 30,
    }
}
