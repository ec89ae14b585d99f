//! The oracle: each organisation in memory, where every lookup is answered by looking at everything. It decides each
//! command that the server says it settled, in the same order, and must come to the same.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, bail, ensure};
use doorward_domain::{
    Actor, Command, CommandId, Contact, Decision, Event, Held, Membership, Moment, OrganisationId,
    Record, RecordKey, RecordKind, Refusal, Version, View, Window, World, decide, evolve, needs,
    signed_here, view,
};
use doorward_protocol::Outcome;
use doorward_server::store::feed::{self, Asked, Line, Place};

use super::crowd::Who;
use super::ground::Ground;

/// Rounds of questions after which a decision has all it needs.
const MOST_ROUNDS: usize = 8;
/// More records than any story has.
const MOST_RECORDS: usize = 100_000;

/// One organisation as it should be.
#[derive(Debug)]
pub struct Truth {
    /// Which.
    pub id: OrganisationId,
    pub(super) records: BTreeMap<RecordKey, Held<Record>>,
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

    /// Whether somebody has a live membership here.
    pub fn concerns(&self, who: Who) -> bool {
        self.memberships()
            .any(|row| row.person == Some(who.id()) && row.status.is_live())
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
        let by = signed_here(world, actor, now);
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
        acts: false,
        routed: BTreeSet::new(),
        routed_until: None,
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
    let mut held = Vec::new();
    for (_, line) in lines {
        if let Line::Record(kept) = line {
            let sent = kept.sent()?;
            held.push(Held {
                value: sent.record,
                version: Version::Revision(sent.revision),
                signed: sent.signed,
            });
        }
    }
    Ok(held)
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
