//! The oracle: each organisation in memory, where every lookup is answered by looking at everything. It decides each
//! command that the server says it settled, in the same order, and must come to the same.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, bail, ensure};
use doorward_domain::{
    Actor, Command, CommandId, Contact, Decision, Event, Grant, Held, LevelRef, Lookup, Membership,
    Moment, OrganisationId, Permission, Record, RecordKey, RecordKind, Refusal, SentTo, Shelf,
    Version, View, Window, World, decide, evolve, needs, signed, view,
};
use doorward_protocol::Outcome;
use doorward_server::store::feed::{self, Asked, Line, Place};

use super::crowd::Who;
use super::ground::Ground;

/// Rounds of questions after which a decision has all it needs.
const MOST_ROUNDS: usize = 8;
/// More records than any story has.
const MOST_RECORDS: usize = 100_000;
/// How long invitations to a contact count (RAT-2).
const SENT_COUNTS: i64 = 24 * 60 * 60 * 1000;

/// One organisation as it should be.
#[derive(Debug)]
pub struct Truth {
    /// Which.
    pub id: OrganisationId,
    records: BTreeMap<RecordKey, Held<Record>>,
    /// Their keys in the order in which they were made, which does not depend on identities.
    order: Vec<RecordKey>,
    /// What became of every command, and how many facts followed from it.
    pub settled: BTreeMap<CommandId, (Outcome, usize)>,
    /// Invitations that went out.
    pub sent: Vec<(Contact, Moment)>,
}

impl Truth {
    /// Reads an organisation at the beginning.
    pub async fn read(ground: &Ground, id: OrganisationId) -> Result<Self> {
        let mut held = everything(ground, id).await?;
        held.sort_by_key(|it| (revision(it.version), it.value.kind()));
        let order = held.iter().map(|it| it.value.key(id)).collect();
        let mut truth = Self {
            id,
            records: held.into_iter().map(|it| (it.value.key(id), it)).collect(),
            order,
            settled: BTreeMap::new(),
            sent: Vec::new(),
        };
        truth.sent = truth.sent_before();
        Ok(truth)
    }

    /// The invitations that went out before the beginning.
    fn sent_before(&self) -> Vec<(Contact, Moment)> {
        let invited: BTreeMap<_, _> = self
            .memberships()
            .filter(|row| row.invitation.is_some())
            .map(|row| (row.id, row.begun.at))
            .collect();
        let to = |held: &Held<Record>| {
            let Record::MemberContact(kept) = &held.value else {
                return None;
            };
            Some((
                kept.contacts.first()?.clone(),
                *invited.get(&kept.membership)?,
            ))
        };
        self.records().filter_map(to).collect()
    }

    /// Every record, the oldest first.
    pub fn records(&self) -> impl Iterator<Item = &Held<Record>> {
        self.order.iter().filter_map(|key| self.records.get(key))
    }

    /// Every membership, the oldest first.
    pub fn memberships(&self) -> impl Iterator<Item = &Membership> {
        self.records().filter_map(|held| {
            let Record::Membership(row) = &held.value else {
                return None;
            };
            Some(&**row)
        })
    }

    /// The version of a record.
    pub fn version(&self, key: RecordKey) -> Option<Version> {
        self.records.get(&key).map(|it| it.version)
    }

    /// Takes what the server says became of a command; `everywhere` are the invitations of all organisations.
    pub fn take(
        &mut self,
        (id, command, actor): (CommandId, &Command, &Actor),
        outcome: &Outcome,
        (now, everywhere): (Moment, &[(Contact, Moment)]),
    ) -> Result<()> {
        if let Some((before, _)) = self.settled.get(&id) {
            ensure!(
                before == outcome,
                "{} ended twice, as {before:?} and as {outcome:?} (SYN-1)",
                command.key()
            );
            return Ok(());
        }
        let mut world = self.loaded(actor, command, (now, everywhere))?;
        let decided = decide(&world, actor, command, now);
        let facts = match (decided, outcome) {
            (Ok(Decision::Done(events)), Outcome::Applied { revision }) => {
                self.save(&mut world, actor, (&events, *revision), now)?;
                events.len()
            }
            (Ok(Decision::Unchanged), Outcome::NoChange { .. }) => 0,
            (Err(ours), Outcome::Refused { refusal }) if same(&ours, refusal) => 0,
            (ours, theirs) => bail!(
                "the server says {theirs:?}, the rules say {ours:?} of {command:?} by {actor:?}"
            ),
        };
        self.settled.insert(id, (outcome.clone(), facts));
        Ok(())
    }

    /// Takes a record that the operator changed.
    pub fn put(&mut self, record: Record, revision: u64, held: Option<doorward_domain::Signed>) {
        let key = record.key(self.id);
        let version = Version::Revision(revision);
        self.records.insert(
            key,
            Held {
                value: record,
                version,
                signed: held,
            },
        );
    }

    fn save(
        &mut self,
        world: &mut World,
        actor: &Actor,
        (events, revision): (&[Event], u64),
        now: Moment,
    ) -> Result<()> {
        let newest = self
            .records
            .values()
            .filter(|it| decided(&it.value))
            .map(revision_of)
            .max();
        ensure!(
            newest.is_none_or(|newest| newest < revision),
            "revision {revision} is not the newest"
        );
        let by = signed(actor, now);
        for event in events {
            for key in evolve(world, event, Version::Revision(revision), &by) {
                let record = world.record(key).context("a record that was touched")?;
                if self.records.insert(key, record).is_none() {
                    self.order.push(key);
                }
            }
            let sent = if let Event::PersonInvited { contact, .. } = event {
                Some(contact.clone())
            } else if let Event::InvitationResent { membership, .. } = event {
                world.contacts_of(*membership).first().cloned()
            } else {
                None
            };
            self.sent.extend(sent.map(|contact| (contact, now)));
        }
        Ok(())
    }

    fn loaded(
        &self,
        actor: &Actor,
        command: &Command,
        at: (Moment, &[(Contact, Moment)]),
    ) -> Result<World> {
        let mut world = World::new(self.id);
        for _ in 0..MOST_ROUNDS {
            let questions = needs(&world, actor, command, at.0);
            if questions.is_empty() {
                return Ok(world);
            }
            for lookup in questions {
                self.answer(&mut world, lookup, at)?;
            }
        }
        bail!("{command:?} asks for ever")
    }

    /// What somebody may see now.
    pub fn view(&self, who: Who, now: Moment) -> Result<Option<View>> {
        let (mut world, actor) = (World::new(self.id), who.actor(false)?);
        for _ in 0..MOST_ROUNDS {
            match view(&world, &actor, now) {
                Window::Asks(questions) => {
                    for lookup in questions {
                        self.answer(&mut world, lookup, (now, &[]))?;
                    }
                }
                Window::Open(view) => return Ok(Some(view)),
                Window::Closed => return Ok(None),
            }
        }
        bail!("a view asks for ever")
    }

    /// Puts what a lookup asks for into the world.
    fn answer(
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
            | Lookup::Nearby(_)
            | Lookup::Communities => {}
            Lookup::Organisation
            | Lookup::Rooms
            | Lookup::Membership(_)
            | Lookup::Contacts(_)
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
            Record::Delivery(_) | Record::MemberActivity(_) => false,
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
            | Lookup::Account(_)
            | Lookup::LinksOf(_)
            | Lookup::Link(_)
            | Lookup::InManager(_)
            | Lookup::DecidersInManager
            | Lookup::Nearby(_)
            | Lookup::Communities
            | Lookup::SentTo(_)
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

/// Every record of an organisation, as the store has it.
pub async fn everything(
    ground: &Ground,
    organisation: OrganisationId,
) -> Result<Vec<Held<Record>>> {
    let all = View {
        kinds: RecordKind::ALL.into_iter().collect(),
        own: None,
        limited_to: BTreeSet::new(),
        limited_rooms: BTreeSet::new(),
        routed: BTreeSet::new(),
        history: true,
    };
    let asked = Asked {
        organisation,
        view: &all,
        after: &Place::default(),
        floor: u64::MAX,
        most: MOST_RECORDS,
    };
    let mut tx = ground.app.store().snapshot().await?;
    let lines = feed::lines(&mut tx, &asked).await?;
    let record = |(_, line): (Place, Line)| match line {
        Line::Record(sent) => Some(Held {
            value: sent.record,
            version: Version::Revision(sent.revision),
            signed: sent.signed,
        }),
        Line::Gone(_) => None,
    };
    Ok(lines.into_iter().filter_map(record).collect())
}

/// Whether somebody decides about records like this; what merely becomes known has revisions of its own.
pub const fn decided(record: &Record) -> bool {
    !matches!(record, Record::Delivery(_) | Record::MemberActivity(_))
}

/// A version as a number.
pub const fn revision(version: Version) -> u64 {
    match version {
        Version::Revision(revision) => revision,
        Version::Command(_) => 0,
    }
}

const fn revision_of(held: &Held<Record>) -> u64 {
    revision(held.version)
}

/// Two refusals say the same; what they add as facts may differ in what somebody may be shown.
fn same(ours: &Refusal, theirs: &Refusal) -> bool {
    ours.code() == theirs.code()
}
