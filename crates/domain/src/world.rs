//! The part of one organisation that somebody has loaded: records, and which questions they answer.
//! A question that was not answered is *unknown*; the server never leaves one unknown, a device may.

use std::collections::{BTreeMap, BTreeSet};

use crate::activity::MemberActivity;
use crate::actor::{Account, Signed};
use crate::delivery::Delivery;
use crate::level::{Level, LevelRef};
use crate::link::Link;
use crate::membership::Membership;
use crate::organisation::{Organisation, Settings};
use crate::record::{Held, MemberContact, Record, RecordKey, Room, Shelf, Site, Version};
use crate::sent::{DailyMost, Sending, SentTo, SentToday};
use crate::staff::StaffRecord;
use crate::{
    CommandId, Contact, LevelId, LinkId, Lookup, MembershipId, Name, OrganisationId, PermissionSet,
    PersonId, RoomId, SiteId, StaffId,
};

/// What one person has in the organisation that manages this one.
#[derive(Debug, Clone)]
pub struct InManager {
    /// The managing organisation.
    pub organisation: Organisation,
    /// Its own levels.
    pub levels: BTreeMap<LevelId, Level>,
    /// The person's memberships there.
    pub memberships: Vec<Membership>,
    /// Whether another community of the same managing organisation has a row of the person; none where it is not known
    /// here, as on a device.
    pub in_sister: Option<bool>,
}

/// An organisation that this one manages.
#[derive(Debug, Clone)]
pub struct Community {
    /// It.
    pub organisation: Organisation,
    /// Its approved memberships at the preset Owner.
    pub owners: Vec<Membership>,
}

/// What is known of one organisation.
#[derive(Debug, Clone)]
pub struct World {
    /// Which organisation.
    pub id: OrganisationId,
    pub(crate) organisation: Option<Held<Organisation>>,
    pub(crate) settings: Option<Held<Settings>>,
    pub(crate) levels: BTreeMap<LevelId, Held<Level>>,
    pub(crate) rooms: BTreeMap<RoomId, Held<Room>>,
    pub(crate) sites: BTreeMap<SiteId, Held<Site>>,
    pub(crate) staff: BTreeMap<StaffId, Held<StaffRecord>>,
    pub(crate) memberships: BTreeMap<MembershipId, Held<Membership>>,
    pub(crate) contacts: BTreeMap<MembershipId, Held<MemberContact>>,
    pub(crate) links: BTreeMap<LinkId, Held<Link>>,
    deliveries: BTreeMap<MembershipId, Held<Delivery>>,
    activities: BTreeMap<MembershipId, Held<MemberActivity>>,
    pub(crate) accounts: BTreeMap<PersonId, Account>,
    pub(crate) in_manager: BTreeMap<PersonId, InManager>,
    pub(crate) deciders_in_manager: BTreeSet<PersonId>,
    pub(crate) nearby: BTreeMap<OrganisationId, Organisation>,
    pub(crate) communities: BTreeMap<OrganisationId, Community>,
    pub(crate) sending: Sending,
    pub(crate) commands: BTreeMap<CommandId, u64>,
    by_person: BTreeMap<PersonId, BTreeSet<MembershipId>>,
    by_contact: BTreeMap<Contact, BTreeSet<MembershipId>>,
    answered: BTreeSet<Lookup>,
    unanswerable: BTreeSet<Lookup>,
}

impl World {
    /// A world of which nothing is known yet.
    pub fn new(id: OrganisationId) -> Self {
        Self {
            id,
            organisation: None,
            settings: None,
            levels: BTreeMap::new(),
            rooms: BTreeMap::new(),
            sites: BTreeMap::new(),
            staff: BTreeMap::new(),
            memberships: BTreeMap::new(),
            contacts: BTreeMap::new(),
            links: BTreeMap::new(),
            deliveries: BTreeMap::new(),
            activities: BTreeMap::new(),
            accounts: BTreeMap::new(),
            in_manager: BTreeMap::new(),
            deciders_in_manager: BTreeSet::new(),
            nearby: BTreeMap::new(),
            communities: BTreeMap::new(),
            sending: Sending::default(),
            commands: BTreeMap::new(),
            by_person: BTreeMap::new(),
            by_contact: BTreeMap::new(),
            answered: BTreeSet::new(),
            unanswerable: BTreeSet::new(),
        }
    }

    /// Marks a question as answered by the records put here so far.
    pub fn answer(&mut self, lookup: Lookup) {
        self.answered.insert(lookup);
    }

    /// Marks a question as one that cannot be answered here, so that it is not asked again.
    pub fn leave_unknown(&mut self, lookup: Lookup) {
        self.unanswerable.insert(lookup);
    }

    /// Whether a question is answered.
    pub fn knows(&self, lookup: &Lookup) -> bool {
        self.answered.contains(lookup)
    }

    /// Whether a question is still to be asked of a store.
    pub fn lacks(&self, lookup: &Lookup) -> bool {
        !self.knows(lookup) && !self.unanswerable.contains(lookup)
    }

    /// Puts a record here, replacing an earlier version.
    pub fn put(&mut self, record: Record, version: Version, signed: Option<Signed>) {
        fn held<T>(value: T, version: Version, signed: Option<Signed>) -> Held<T> {
            Held {
                value,
                version,
                signed,
            }
        }
        match record {
            Record::Organisation(it) => self.organisation = Some(held(it, version, signed)),
            Record::Settings(it) => self.settings = Some(held(it, version, signed)),
            Record::Level(it) => drop(self.levels.insert(it.id, held(it, version, signed))),
            Record::Room(it) => drop(self.rooms.insert(it.id, held(it, version, signed))),
            Record::Site(it) => drop(self.sites.insert(it.id, held(it, version, signed))),
            Record::Staff(it) => drop(self.staff.insert(it.id, held(it, version, signed))),
            Record::Link(it) => drop(self.links.insert(it.id, held(it, version, signed))),
            Record::Membership(it) => {
                if let Some(person) = it.person {
                    self.by_person.entry(person).or_default().insert(it.id);
                }
                self.memberships.insert(it.id, held(*it, version, signed));
            }
            Record::MemberContact(it) => {
                for contact in &it.contacts {
                    self.by_contact
                        .entry(contact.clone())
                        .or_default()
                        .insert(it.membership);
                }
                self.contacts
                    .insert(it.membership, held(it, version, signed));
            }
            Record::Delivery(it) => {
                self.deliveries
                    .insert(it.membership, held(it, version, signed));
            }
            Record::MemberActivity(it) => {
                self.activities
                    .insert(it.membership, held(it, version, signed));
            }
        }
    }

    /// Puts an account here.
    pub fn put_account(&mut self, account: Account) {
        self.accounts.insert(account.person, account);
    }

    /// Puts what a person has in the managing organisation here.
    pub fn put_in_manager(&mut self, person: PersonId, found: InManager) {
        self.in_manager.insert(person, found);
    }

    /// Puts those here who may hold `requests.decide` in the managing organisation.
    pub fn put_deciders_in_manager(&mut self, persons: impl IntoIterator<Item = PersonId>) {
        self.deciders_in_manager.extend(persons);
    }

    /// Puts another organisation here, as one that may be asked to manage this one.
    pub fn put_nearby(&mut self, organisation: Organisation) {
        self.nearby.insert(organisation.id, organisation);
    }

    /// Puts an organisation here that this one manages.
    pub fn put_community(&mut self, community: Community) {
        let id = community.organisation.id;
        self.communities.insert(id, community);
    }

    /// Puts the count of a contact's recent invitations here.
    pub fn put_sent(&mut self, contact: Contact, sent: SentTo) {
        self.sending.put(contact, sent);
    }

    /// Notes here that a contact gets no invitation from the organisation, today or later.
    pub fn put_stopped(&mut self, contact: Contact) {
        self.sending.stop(contact);
    }

    /// Puts the count of the organisation's invitations of today here.
    pub const fn put_sent_today(&mut self, today: SentToday) {
        self.sending.today = today;
    }

    /// Puts here how many invitations may go out on a day.
    pub const fn put_daily_most(&mut self, most: DailyMost) {
        self.sending.most = Some(most);
    }

    /// Counts an invitation that goes out now.
    pub(crate) fn count_sent(&mut self, invitation: MembershipId) {
        for contact in self.contacts_of(invitation).to_vec() {
            self.sending.count(contact);
        }
    }

    /// Puts the country codes here that text messages go to alone; none where they may go anywhere, or nowhere at all.
    pub fn put_texted_in(&mut self, countries: Option<Vec<String>>) {
        self.sending.texted_in = countries;
        self.answer(Lookup::TextedIn);
    }

    /// Puts the revision here at which a command was applied.
    pub fn put_command(&mut self, command: CommandId, revision: u64) {
        self.commands.insert(command, revision);
    }

    /// The record with this key, as it stands here.
    pub fn record(&self, key: RecordKey) -> Option<Held<Record>> {
        fn wrap<T: Clone>(
            held: Option<&Held<T>>,
            wrap: impl Fn(T) -> Record,
        ) -> Option<Held<Record>> {
            held.map(|it| Held {
                value: wrap(it.value.clone()),
                version: it.version,
                signed: it.signed.clone(),
            })
        }
        match key.shelf {
            Shelf::Organisation => wrap(self.organisation.as_ref(), Record::Organisation),
            Shelf::Settings => wrap(self.settings.as_ref(), Record::Settings),
            Shelf::Level => wrap(self.levels.get(&LevelId(key.id)), Record::Level),
            Shelf::Room => wrap(self.rooms.get(&RoomId(key.id)), Record::Room),
            Shelf::Site => wrap(self.sites.get(&SiteId(key.id)), Record::Site),
            Shelf::Staff => wrap(self.staff.get(&StaffId(key.id)), Record::Staff),
            Shelf::Membership => wrap(self.memberships.get(&MembershipId(key.id)), |it| {
                Record::Membership(Box::new(it))
            }),
            Shelf::MemberContact => wrap(
                self.contacts.get(&MembershipId(key.id)),
                Record::MemberContact,
            ),
            Shelf::Link => wrap(self.links.get(&LinkId(key.id)), Record::Link),
            Shelf::Delivery => wrap(self.deliveries.get(&MembershipId(key.id)), Record::Delivery),
            Shelf::MemberActivity => wrap(
                self.activities.get(&MembershipId(key.id)),
                Record::MemberActivity,
            ),
        }
    }

    /// The organisation, if it has been loaded.
    pub fn organisation(&self) -> Option<&Organisation> {
        self.organisation.as_deref()
    }

    /// The organisation's settings, if they have been loaded.
    pub fn settings(&self) -> Option<&Settings> {
        self.settings.as_deref()
    }

    /// An own level, if it has been loaded.
    pub fn level(&self, id: LevelId) -> Option<&Level> {
        self.levels.get(&id).map(|held| &held.value)
    }

    /// What an own level is called, if it has been loaded; presets have no name here.
    pub fn level_name(&self, level: LevelRef) -> Option<Name> {
        match level {
            LevelRef::Preset(_) => None,
            LevelRef::Own(id) => self.level(id).map(|it| it.name.clone()),
        }
    }

    /// The rooms that are there, by name.
    pub fn live_rooms(&self) -> Vec<&Held<Room>> {
        let mut rooms: Vec<_> = self.rooms.values().filter(|it| !it.removed).collect();
        rooms.sort_by(|one, other| (&one.name, one.id).cmp(&(&other.name, other.id)));
        rooms
    }

    /// The sites that are there, by name.
    pub fn live_sites(&self) -> Vec<&Held<Site>> {
        let mut sites: Vec<_> = self.sites.values().filter(|it| !it.removed).collect();
        sites.sort_by(|one, other| (&one.name, one.id).cmp(&(&other.name, other.id)));
        sites
    }

    /// The staff records that are there, by name.
    pub fn live_staff(&self) -> Vec<&Held<StaffRecord>> {
        let mut staff: Vec<_> = self.staff.values().filter(|it| !it.removed).collect();
        staff.sort_by(|one, other| (&one.name, one.id).cmp(&(&other.name, other.id)));
        staff
    }

    /// The login that is tied to a staff record: a membership or an open invitation.
    pub fn login_of(&self, staff: StaffId) -> Option<&Held<Membership>> {
        let mut tied = self
            .memberships
            .values()
            .filter(|it| it.staff == Some(staff));
        tied.find(|it| it.status.is_live())
    }

    /// The organisation's own levels as they have been loaded, without those that were deleted.
    pub fn own_levels(&self) -> impl Iterator<Item = &Held<Level>> {
        self.levels.values().filter(|it| !it.deleted)
    }

    /// What a level allows, as far as it has been loaded; a level that is not here allows nothing.
    pub fn allows(&self, level: LevelRef) -> PermissionSet {
        match level {
            LevelRef::Preset(preset) => preset.permissions(),
            LevelRef::Own(id) => self.level(id).map(|it| it.permissions).unwrap_or_default(),
        }
    }

    /// A membership, if it has been loaded.
    pub fn membership(&self, id: MembershipId) -> Option<&Held<Membership>> {
        self.memberships.get(&id)
    }

    /// The contacts kept with a membership, none when they have not been loaded.
    pub fn contacts_of(&self, id: MembershipId) -> &[Contact] {
        self.contacts.get(&id).map_or(&[], |held| &held.contacts)
    }

    /// A room, if it has been loaded and was not removed.
    pub fn room(&self, id: RoomId) -> Option<&Room> {
        self.rooms
            .get(&id)
            .map(|held| &held.value)
            .filter(|it| !it.removed)
    }

    /// A site, if it has been loaded and was not removed.
    pub fn site(&self, id: SiteId) -> Option<&Site> {
        self.sites
            .get(&id)
            .map(|held| &held.value)
            .filter(|it| !it.removed)
    }

    /// A share link or QR code, if it has been loaded.
    pub fn link(&self, id: LinkId) -> Option<&Held<Link>> {
        self.links.get(&id)
    }

    /// How the letter of an invitation fares, if it has been loaded.
    pub fn delivery(&self, id: MembershipId) -> Option<&Delivery> {
        self.deliveries.get(&id).map(|held| &held.value)
    }

    /// When a member was here last, if it has been loaded.
    pub fn activity(&self, id: MembershipId) -> Option<&MemberActivity> {
        self.activities.get(&id).map(|held| &held.value)
    }

    /// Every membership of one person that has been loaded.
    pub fn of_person(&self, person: PersonId) -> impl Iterator<Item = &Held<Membership>> {
        let ids = self.by_person.get(&person).into_iter().flatten();
        ids.filter_map(|id| self.memberships.get(id))
            .filter(move |it| it.person == Some(person))
    }

    /// Every membership that keeps this contact, live or closed, as far as they are known.
    pub fn by_contact<'a>(
        &'a self,
        contact: &Contact,
    ) -> impl Iterator<Item = &'a Held<Membership>> {
        let ids = self.by_contact.get(contact).into_iter().flatten();
        ids.filter(|id| self.contacts_of(**id).contains(contact))
            .filter_map(|id| self.memberships.get(id))
    }
}
