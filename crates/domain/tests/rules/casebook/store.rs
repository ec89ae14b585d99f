//! The store: everything there is, and the answer to each lookup.

use std::collections::BTreeMap;

use doorward_domain::{
    Account, Actor, Command, CommandId, Community, Contact, DailyMost, Decision, Event, Grant,
    Held, InManager, Level, LevelId, LevelRef, Lookup, Membership, Moment, Organisation,
    OrganisationId, Permission, PersonId, Record, RecordKey, Refusal, SentTo, SentToday, Shelf,
    Version, Window, World, decide, evolve, needs, signed_here, view,
};

/// Rounds of questions after which a decision has all it needs.
const MOST_ROUNDS: usize = 6;
/// As many for what somebody sees: of a handler from above it depends on who decides here.
const MOST_ROUNDS_OF_VIEWS: usize = 8;

/// The organisation that manages this one.
#[derive(Debug, Clone)]
pub struct Managing {
    /// It.
    pub organisation: Organisation,
    /// Its own levels.
    pub levels: BTreeMap<LevelId, Level>,
    /// Its memberships.
    pub memberships: Vec<Membership>,
    /// Whom the other communities it manages know.
    pub sisters: Vec<PersonId>,
}

/// Everything of one organisation.
#[derive(Debug, Clone)]
pub struct Store {
    /// Which.
    pub id: OrganisationId,
    /// Its records.
    pub records: BTreeMap<RecordKey, Held<Record>>,
    /// All accounts.
    pub accounts: BTreeMap<PersonId, Account>,
    /// Who manages it.
    pub managing: Option<Managing>,
    /// Other organisations that can be asked to manage it.
    pub nearby: Vec<Organisation>,
    /// Organisations that it manages.
    pub communities: Vec<Community>,
    /// Letters sent lately.
    pub sent: BTreeMap<Contact, SentTo>,
    /// The countries that text messages go to alone.
    pub texted_in: Option<Vec<String>>,
    /// How many invitations were sent today.
    pub today: SentToday,
    /// How many may be.
    pub most: Option<DailyMost>,
    /// Commands applied.
    pub commands: BTreeMap<CommandId, u64>,
    /// The newest revision.
    pub revision: u64,
}

impl Store {
    /// The world that knows all that a command needs, loaded round by round.
    pub fn loaded_for(&self, actor: &Actor, command: &Command, now: Moment) -> World {
        self.loaded_without(actor, command, now, |_| false)
    }

    /// The same, but questions that `hides` names stay unknown, as on a device.
    pub fn loaded_without(
        &self,
        actor: &Actor,
        command: &Command,
        now: Moment,
        hides: impl Fn(&Lookup) -> bool,
    ) -> World {
        let mut world = World::new(self.id);
        for round in 0.. {
            let questions = needs(&world, actor, command, now);
            if questions.is_empty() {
                break;
            }
            assert!(round < MOST_ROUNDS, "{command:?} still asks {questions:?}");
            for lookup in questions {
                assert!(world.lacks(&lookup), "{lookup:?} is asked twice");
                if hides(&lookup) {
                    world.leave_unknown(lookup);
                } else {
                    self.answer(&mut world, lookup);
                }
            }
        }
        world
    }

    /// Decides a command and saves what follows.
    pub fn try_it(
        &mut self,
        actor: &Actor,
        command: &Command,
        now: Moment,
    ) -> Result<Vec<Event>, Refusal> {
        let mut world = self.loaded_for(actor, command, now);
        match decide(&world, actor, command, now)? {
            Decision::Done(events) => {
                self.save(&mut world, actor, &events, now);
                Ok(events)
            }
            Decision::Unchanged => Ok(Vec::new()),
            Decision::Unsure(_) => panic!("a server is never unsure: {command:?}"),
        }
    }

    /// The organisation as it stands.
    pub fn organisation(&self) -> &Organisation {
        let key = RecordKey {
            shelf: Shelf::Organisation,
            id: self.id.0,
        };
        let Record::Organisation(organisation) = &self.records[&key].value else {
            panic!("the organisation is the organisation");
        };
        organisation
    }

    /// Saves what follows.
    pub fn save(&mut self, world: &mut World, actor: &Actor, events: &[Event], now: Moment) {
        self.revision += 1;
        let (version, by) = (
            Version::Revision(self.revision),
            signed_here(world, actor, now),
        );
        for event in events {
            for key in evolve(world, event, version, &by) {
                let record = world.record(key).unwrap();
                self.records.insert(key, record);
            }
        }
    }

    /// What somebody sees.
    pub fn view(&self, actor: &Actor, now: Moment) -> Window {
        let mut world = World::new(self.id);
        for _ in 0..MOST_ROUNDS_OF_VIEWS {
            match view(&world, actor, now) {
                Window::Asks(questions) => {
                    for lookup in questions {
                        self.answer(&mut world, lookup);
                    }
                }
                found @ (Window::Open(_) | Window::Closed) => return found,
            }
        }
        panic!("a view asks for ever");
    }

    /// Puts what a lookup asks for into the world, and nothing else.
    #[expect(
        clippy::too_many_lines,
        reason = "one arm for each kind; a table is read at one go"
    )]
    pub fn answer(&self, world: &mut World, lookup: Lookup) {
        match &lookup {
            Lookup::Organisation => self.put(world, |record| {
                matches!(
                    record,
                    Record::Organisation(_) | Record::Settings(_) | Record::Level(_)
                )
            }),
            Lookup::Rooms => self.put(world, |record| {
                matches!(record, Record::Room(_) | Record::Site(_))
            }),
            Lookup::Membership(id) => self.put_memberships(world, |it| it.id == *id),
            Lookup::Contacts(id) => self.put(
                world,
                |record| matches!(record, Record::MemberContact(it) if it.membership == *id),
            ),
            Lookup::Delivery(id) => self.put(
                world,
                |record| matches!(record, Record::Delivery(it) if it.membership == *id),
            ),
            Lookup::OfPerson(person) => {
                self.put_memberships(world, |it| it.person == Some(*person));
            }
            Lookup::ByContact(contact) => self.put_contact(world, contact),
            Lookup::Account(person) => {
                if let Some(account) = self.accounts.get(person) {
                    world.put_account(account.clone());
                }
            }
            Lookup::Owners => self.put_memberships(world, |it| {
                it.status.is_approved() && it.grant.as_ref().is_some_and(Grant::is_owner)
            }),
            Lookup::Deciders => self.put_memberships(world, |it| self.may_decide(it)),
            Lookup::HoldersOf(level) => self.put_memberships(world, |it| {
                it.status.is_live() && it.grant.as_ref().is_some_and(|grant| grant.level == *level)
            }),
            Lookup::LinksOf(level) => self.put(
                world,
                |record| matches!(record, Record::Link(it) if !it.closed && it.level == *level),
            ),
            Lookup::HoldersOfRoom(room) => self.put_memberships(world, |it| {
                let names = |grant: &Grant| grant.rooms.contains(room);
                it.status.is_live() && it.grant.as_ref().is_some_and(names)
            }),
            Lookup::HoldersOfSite(site) => self.put_memberships(world, |it| {
                let names = |grant: &Grant| {
                    grant.room_sites.contains(site) || grant.limited_to.contains(site)
                };
                it.status.is_live() && it.grant.as_ref().is_some_and(names)
            }),
            Lookup::Staff(id) => {
                self.put(
                    world,
                    |record| matches!(record, Record::Staff(it) if it.id == *id),
                );
                self.put_memberships(world, |it| it.staff == Some(*id));
            }
            Lookup::Link(id) => self.put(
                world,
                |record| matches!(record, Record::Link(it) if it.id == *id),
            ),
            Lookup::WaitingSince(at) => {
                self.put_memberships(world, |it| it.is_open_request() && it.waits_since() <= *at);
            }
            Lookup::InManager(person) => self.put_in_manager(world, *person),
            Lookup::DecidersInManager => {
                let members = self.managing.iter().flat_map(|it| &it.memberships);
                world.put_deciders_in_manager(members.filter_map(|it| it.person));
            }
            Lookup::Nearby(id) => {
                let found = self.nearby.iter().filter(|it| it.id == *id);
                found.for_each(|it| world.put_nearby(it.clone()));
            }
            Lookup::Communities => {
                let managed = self.communities.iter();
                managed.for_each(|it| world.put_community(it.clone()));
            }
            Lookup::MemberBesidesOwners => self.put_memberships(world, |it| {
                let owns = it.grant.as_ref().is_some_and(Grant::is_owner);
                it.status.is_approved() && !owns
            }),
            Lookup::SentTo(contact) => {
                world.put_sent_today(self.today);
                if let Some(most) = self.most {
                    world.put_daily_most(most);
                }
                world.put_sent(
                    contact.clone(),
                    self.sent.get(contact).copied().unwrap_or_default(),
                );
            }
            Lookup::TextedIn => world.put_texted_in(self.texted_in.clone()),
            Lookup::Command(id) => {
                if let Some(revision) = self.commands.get(id) {
                    world.put_command(*id, *revision);
                }
            }
        }
        world.answer(lookup);
    }

    fn put(&self, world: &mut World, wanted: impl Fn(&Record) -> bool) {
        for held in self.records.values().filter(|held| wanted(&held.value)) {
            world.put(held.value.clone(), held.version, held.signed.clone());
        }
    }

    fn put_memberships(&self, world: &mut World, wanted: impl Fn(&Membership) -> bool) {
        self.put(
            world,
            |record| matches!(record, Record::Membership(it) if wanted(it)),
        );
    }

    fn put_contact(&self, world: &mut World, contact: &Contact) {
        let keeps = |record: &Record| {
            let Record::MemberContact(it) = record else {
                return None;
            };
            it.contacts.contains(contact).then_some(it.membership)
        };
        let keeping: Vec<_> = self
            .records
            .values()
            .filter_map(|held| keeps(&held.value))
            .collect();
        self.put_memberships(world, |it| it.status.is_live() && keeping.contains(&it.id));
        self.put(
            world,
            |record| matches!(record, Record::MemberContact(it) if keeping.contains(&it.membership)),
        );
    }

    fn put_in_manager(&self, world: &mut World, person: PersonId) {
        let Some(managing) = &self.managing else {
            return;
        };
        let memberships = managing.memberships.iter();
        world.put_in_manager(
            person,
            InManager {
                organisation: managing.organisation.clone(),
                levels: managing.levels.clone(),
                memberships: memberships
                    .filter(|it| it.person == Some(person))
                    .cloned()
                    .collect(),
                in_sister: Some(managing.sisters.contains(&person)),
            },
        );
    }

    fn may_decide(&self, membership: &Membership) -> bool {
        let Some(grant) = membership
            .grant
            .as_ref()
            .filter(|_| membership.status.is_approved())
        else {
            return false;
        };
        let level = match grant.level {
            LevelRef::Preset(preset) => preset.permissions(),
            LevelRef::Own(id) => {
                let key = RecordKey {
                    shelf: Shelf::Level,
                    id: id.0,
                };
                let Some(Record::Level(level)) = self.records.get(&key).map(|held| &held.value)
                else {
                    return false;
                };
                level.permissions
            }
        };
        level.with(grant.extras).has(Permission::RequestsDecide)
    }
}
