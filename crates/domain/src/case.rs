//! A case: one command of one actor at one instant before the world. Every fact a rule uses is asked for here,
//! so that the questions of a decision are found by deciding (`needs`), and doubts are noticed.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;

use crate::actor::{Account, Actor};
use crate::delivery::Delivery;
use crate::level::{Level, LevelRef};
use crate::link::Link;
use crate::membership::Membership;
use crate::organisation::{Organisation, Settings};
use crate::record::{Held, Version};
use crate::refusal::{Reached, Refusal};
use crate::world::{Community, InManager, World};
use crate::{Contact, LinkId, Lookup, MembershipId, Moment, OrganisationId, PersonId};

/// A fact, or the lack of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact<T> {
    /// It is known.
    Known(T),
    /// It is not known here; only a device meets this.
    Unknown,
}

impl<T> Fact<T> {
    /// Whether it is known and `test` holds for it: what a refusal needs.
    pub fn known_and(self, test: impl FnOnce(T) -> bool) -> bool {
        match self {
            Self::Known(it) => test(it),
            Self::Unknown => false,
        }
    }

    /// The known value with `change` made to it.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Fact<U> {
        match self {
            Self::Known(it) => Fact::Known(change(it)),
            Self::Unknown => Fact::Unknown,
        }
    }

    /// The known value, or the end of a decision that cannot go on without it.
    pub fn or_stop(self) -> Result<T, Stop> {
        match self {
            Self::Known(it) => Ok(it),
            Self::Unknown => Err(Stop::Unknown),
        }
    }
}

/// Why a decision ended early.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stop {
    /// It is refused.
    Refused(Refusal),
    /// A fact is missing without which nothing can be said.
    Unknown,
    /// It would change nothing.
    Unchanged,
}

impl From<Refusal> for Stop {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// One command of one actor at one instant.
#[derive(Debug)]
pub struct Case<'a> {
    /// What is known.
    pub world: &'a World,
    /// Who acts.
    pub actor: &'a Actor,
    /// When.
    pub now: Moment,
    asked: RefCell<BTreeSet<Lookup>>,
    in_doubt: Cell<bool>,
}

impl<'a> Case<'a> {
    /// A case in which nothing has been asked yet.
    pub fn new(world: &'a World, actor: &'a Actor, now: Moment) -> Self {
        Self {
            world,
            actor,
            now,
            asked: RefCell::default(),
            in_doubt: Cell::new(false),
        }
    }

    /// Whether some fact that was asked for is unknown.
    pub fn is_in_doubt(&self) -> bool {
        self.in_doubt.get()
    }

    /// The questions asked so far that a store has not been asked yet.
    pub fn open_questions(self) -> BTreeSet<Lookup> {
        self.asked
            .into_inner()
            .into_iter()
            .filter(|lookup| self.world.lacks(lookup))
            .collect()
    }

    pub(crate) fn ask<T>(&self, lookup: Lookup, answer: impl FnOnce(&'a World) -> T) -> Fact<T> {
        if self.world.knows(&lookup) {
            return Fact::Known(answer(self.world));
        }
        self.in_doubt.set(true);
        self.asked.borrow_mut().insert(lookup);
        Fact::Unknown
    }

    /// Notes at once what a decision asks in the end: fewer rounds of questions. It is no doubt not to know it yet.
    pub(crate) fn will_ask(&self, lookup: Lookup) {
        self.asked.borrow_mut().insert(lookup);
    }

    /// The organisation.
    pub fn organisation(&self) -> Result<&'a Organisation, Stop> {
        self.ask(Lookup::Organisation, World::organisation)
            .or_stop()?
            .ok_or(Refusal::NotFound.into())
    }

    /// The organisation's settings, with their version.
    pub fn settings(&self) -> Fact<&'a Held<Settings>> {
        match self.ask(Lookup::Organisation, |world| world.settings.as_ref()) {
            Fact::Known(Some(settings)) => Fact::Known(settings),
            Fact::Known(None) | Fact::Unknown => {
                self.in_doubt.set(true);
                Fact::Unknown
            }
        }
    }

    /// One of the organisation's own levels, deleted ones included.
    pub fn level(&self, level: LevelRef) -> Fact<Option<&'a Held<Level>>> {
        self.ask(Lookup::Organisation, |world| match level {
            LevelRef::Own(id) => world.levels.get(&id),
            LevelRef::Preset(_) => None,
        })
    }

    /// Whether every room and site named exists and is not removed.
    pub fn rooms_exist(&self, grant: &crate::Grant) -> Fact<bool> {
        if grant.rooms.is_empty() && grant.room_sites.is_empty() && grant.limited_to.is_empty() {
            return Fact::Known(true);
        }
        self.ask(Lookup::Rooms, |world| {
            let rooms = grant
                .rooms
                .iter()
                .all(|id| world.rooms.get(id).is_some_and(|room| !room.removed));
            let mut sites = grant.room_sites.union(&grant.limited_to);
            rooms && sites.all(|id| world.sites.get(id).is_some_and(|site| !site.removed))
        })
    }

    /// The sites of the rooms given, for rooms that exist.
    pub fn sites_of(&self, rooms: &BTreeSet<crate::RoomId>) -> Fact<BTreeSet<crate::SiteId>> {
        self.ask(Lookup::Rooms, |world| {
            rooms
                .iter()
                .filter_map(|id| world.rooms.get(id))
                .map(|room| room.site)
                .collect()
        })
    }

    /// The membership a command names; a foreign one is the same as none.
    pub fn target(&self, id: MembershipId) -> Result<&'a Held<Membership>, Stop> {
        self.ask(Lookup::Membership(id), |world| world.memberships.get(&id))
            .or_stop()?
            .ok_or(Refusal::NotFound.into())
    }

    /// The membership with this id, if there is one.
    pub fn membership(&self, id: MembershipId) -> Fact<Option<&'a Held<Membership>>> {
        self.ask(Lookup::Membership(id), |world| world.memberships.get(&id))
    }

    /// The contacts kept with a membership.
    pub fn contacts(&self, id: MembershipId) -> Fact<&'a [Contact]> {
        self.ask(Lookup::Contacts(id), |world| world.contacts_of(id))
    }

    /// How the latest sending of an invitation has fared.
    pub fn delivery(&self, id: MembershipId) -> Fact<Option<&'a Delivery>> {
        self.ask(Lookup::Delivery(id), |world| world.delivery(id))
    }

    /// Every membership of a person here, live or closed.
    pub fn of_person(&self, person: PersonId) -> Fact<Vec<&'a Held<Membership>>> {
        self.ask(Lookup::OfPerson(person), |world| {
            world.of_person(person).collect()
        })
    }

    /// Every live membership that keeps this contact.
    pub fn by_contact(&self, contact: &Contact) -> Fact<Vec<&'a Held<Membership>>> {
        self.ask(Lookup::ByContact(contact.clone()), |world| {
            world
                .by_contact(contact)
                .filter(|it| it.status.is_live())
                .collect()
        })
    }

    /// An account; the actor's own is always known.
    pub fn account(&self, person: PersonId) -> Fact<Option<&'a Account>> {
        match self.actor.account() {
            Some(account) if account.person == person => Fact::Known(Some(account)),
            _ => self.ask(Lookup::Account(person), |world| world.accounts.get(&person)),
        }
    }

    /// Every approved membership at the preset Owner.
    pub fn owners(&self) -> Fact<Vec<&'a Held<Membership>>> {
        self.ask(Lookup::Owners, |world| {
            let approved = world
                .memberships
                .values()
                .filter(|it| it.status.is_approved());
            approved
                .filter(|it| it.grant.as_ref().is_some_and(crate::Grant::is_owner))
                .collect()
        })
    }

    /// Approved memberships that may hold `requests.decide`.
    pub fn deciders(&self) -> Fact<Vec<&'a Held<Membership>>> {
        self.ask(Lookup::Deciders, |world| {
            world
                .memberships
                .values()
                .filter(|it| it.status.is_approved())
                .collect()
        })
    }

    /// Every live membership that has or is invited at a level.
    pub fn holders_of(&self, level: LevelRef) -> Fact<Vec<&'a Held<Membership>>> {
        self.ask(Lookup::HoldersOf(level), |world| {
            let live = world.memberships.values().filter(|it| it.status.is_live());
            live.filter(|it| it.grant.as_ref().is_some_and(|grant| grant.level == level))
                .collect()
        })
    }

    /// Every open link that gives a level.
    pub fn links_of(&self, level: LevelRef) -> Fact<Vec<&'a Held<Link>>> {
        self.ask(Lookup::LinksOf(level), |world| {
            world
                .links
                .values()
                .filter(|it| !it.closed && it.level == level)
                .collect()
        })
    }

    /// The link a command names.
    pub fn link(&self, id: LinkId) -> Result<&'a Held<Link>, Stop> {
        self.ask(Lookup::Link(id), |world| world.links.get(&id))
            .or_stop()?
            .ok_or(Refusal::NotFound.into())
    }

    /// What a person has in the managing organisation.
    pub fn in_manager(&self, person: PersonId) -> Fact<Option<&'a InManager>> {
        self.ask(Lookup::InManager(person), |world| {
            world.in_manager.get(&person)
        })
    }

    /// Whether the managing organisation or a sister community has a row of a person.
    pub fn is_known_nearby(&self, person: PersonId) -> Fact<bool> {
        let managed = |it: &Organisation| it.managed_by.is_some();
        if !self.organisation().is_ok_and(managed) {
            return Fact::Known(false);
        }
        match self.in_manager(person) {
            Fact::Known(Some(found)) if !found.memberships.is_empty() => Fact::Known(true),
            Fact::Known(None) => Fact::Known(false),
            Fact::Known(Some(InManager {
                in_sister: Some(known),
                ..
            })) => Fact::Known(*known),
            Fact::Known(Some(InManager {
                in_sister: None, ..
            }))
            | Fact::Unknown => {
                self.in_doubt.set(true);
                Fact::Unknown
            }
        }
    }

    /// The open request that has waited since an instant or longer, the newest of those.
    pub fn waiting_since(&self, at: Moment) -> Fact<Option<&'a Held<Membership>>> {
        self.ask(Lookup::WaitingSince(at), |world| {
            let open = world
                .memberships
                .values()
                .filter(|it| it.is_open_request() && it.waits_since() <= at);
            open.max_by_key(|it| it.waits_since())
        })
    }

    /// Who may hold `requests.decide` in the managing organisation.
    pub fn deciders_in_manager(&self) -> Fact<&'a BTreeSet<PersonId>> {
        self.ask(Lookup::DecidersInManager, |world| {
            &world.deciders_in_manager
        })
    }

    /// Another organisation, as one that may be asked to manage this one.
    pub fn nearby(&self, id: OrganisationId) -> Fact<Option<&'a Organisation>> {
        self.ask(Lookup::Nearby(id), |world| world.nearby.get(&id))
    }

    /// The organisations that this one manages.
    pub fn communities(&self) -> Fact<Vec<&'a Community>> {
        self.ask(Lookup::Communities, |world| {
            world.communities.values().collect()
        })
    }

    /// Whether somebody is approved at another level than the preset Owner.
    pub fn members_besides_owners(&self) -> Fact<bool> {
        self.ask(Lookup::MemberBesidesOwners, |world| {
            let mut approved = world
                .memberships
                .values()
                .filter(|it| it.status.is_approved());
            approved.any(|it| !it.grant.as_ref().is_some_and(crate::Grant::is_owner))
        })
    }

    /// The limit that keeps an invitation from a contact now, if any (RAT-2).
    pub fn limit_reached(&self, contact: &Contact) -> Fact<Option<Reached>> {
        self.ask(Lookup::SentTo(contact.clone()), |world| {
            world.sending.reached(contact, self.now)
        })
    }

    /// Whether a contact is a phone of a country that no text message goes to (SMS-1).
    pub fn is_out_of_reach(&self, contact: &Contact) -> Fact<bool> {
        match contact {
            Contact::Email(_) => Fact::Known(false),
            Contact::Phone(_) => self.ask(Lookup::TextedIn, |world| {
                world.sending.is_out_of_reach(contact)
            }),
        }
    }

    /// Whether `held` is the version a command was based on; otherwise it was changed meanwhile.
    pub fn still_based_on<T>(&self, held: &Held<T>, based_on: Version) -> Result<(), Stop> {
        if held.version == based_on {
            return Ok(());
        }
        if let Version::Command(id) = based_on {
            let applied = self
                .ask(Lookup::Command(id), |world| {
                    world.commands.get(&id).copied()
                })
                .or_stop()?;
            if applied.is_some_and(|revision| held.version == Version::Revision(revision)) {
                return Ok(());
            }
        }
        Err(Refusal::ChangedMeanwhile {
            signed: held.signed.clone(),
        }
        .into())
    }
}

/// Ends a case unless the membership stands where the command needs it.
pub fn stands(target: &Membership, as_it_should: bool) -> Result<(), Stop> {
    if as_it_should {
        return Ok(());
    }
    Err(Refusal::WrongStatus {
        status: target.status.name(),
        decided: target.decided.clone(),
    }
    .into())
}
