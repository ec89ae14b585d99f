//! Replay, not merge: the commands that wait are decided again on what the server sent last, and what follows from
//! them lies above the rows as a small overlay (DESIGN 2). The same `decide` that the server runs; nothing else here
//! judges anything.

use std::collections::{BTreeMap, BTreeSet};

use doorward_domain::{
    Actor, Command, CommandId, Decision, Event, Held, LinkId, Lookup, Membership, MembershipId,
    Moment, OrganisationId, Record, RecordKey, Refusal, Shelf, Version, World, decide, evolve,
    needs, signed_here,
};

use crate::cache::{Listed, Row};

/// What the rules say of a waiting command, as far as this device can tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// It will be done.
    Certain,
    /// To be checked by the server.
    Unsure,
    /// Somebody has done it already.
    Unchanged,
    /// It will be refused.
    Refused(Refusal),
}

impl Verdict {
    /// Of a command that may be made.
    pub(crate) const fn of(certain: bool) -> Self {
        if certain { Self::Certain } else { Self::Unsure }
    }
}

/// What the commands that wait make of an organisation.
#[derive(Debug)]
pub(crate) struct Overlay {
    pub(crate) world: World,
    touched: BTreeSet<RecordKey>,
    verdicts: BTreeMap<CommandId, Verdict>,
    spoilt: bool,
}

impl Overlay {
    /// An overlay of nothing.
    pub(crate) fn new(organisation: OrganisationId) -> Self {
        Self {
            world: World::new(organisation),
            touched: BTreeSet::new(),
            verdicts: BTreeMap::new(),
            spoilt: false,
        }
    }

    /// What was laid last was not kept: whoever looks next replays it anew.
    pub(crate) fn spoil(&mut self) {
        self.spoilt = true;
    }

    /// Whether it is to be replayed anew.
    pub(crate) fn is_spoilt(&self) -> bool {
        self.spoilt
    }

    /// The questions that deciding these commands still needs answered.
    pub(crate) fn open_questions<'a>(
        &self,
        commands: impl IntoIterator<Item = &'a Command>,
        actor: &Actor,
        now: Moment,
    ) -> BTreeSet<Lookup> {
        commands
            .into_iter()
            .flat_map(|command| needs(&self.world, actor, command, now))
            .collect()
    }

    /// Puts a row underneath; what a waiting command made stays on top.
    pub(crate) fn put(&mut self, row: Row) {
        if !self.touched.contains(&row.record.key(self.world.id)) {
            self.world
                .put(row.record, Version::Revision(row.revision), row.signed);
        }
    }

    /// Puts what a list found underneath, so that it is not asked for again.
    pub(crate) fn put_under(&mut self, listed: &Listed) {
        let (it, id) = (&listed.membership, listed.membership.id);
        if !self.touched.contains(&RecordKey::membership(id)) {
            let record = Record::Membership(Box::new(it.value.clone()));
            self.world.put(record, it.version, it.signed.clone());
        }
    }

    /// Judges a command on what is shown now.
    pub(crate) fn judge(
        &self,
        command: &Command,
        actor: &Actor,
        now: Moment,
    ) -> Result<Decision, Refusal> {
        decide(&self.world, actor, command, now)
    }

    /// Lays what follows from a command on top.
    pub(crate) fn lay(&mut self, id: CommandId, events: &[Event], actor: &Actor, now: Moment) {
        let by = signed_here(&self.world, actor, now);
        for event in events {
            self.touched
                .extend(evolve(&mut self.world, event, Version::Command(id), &by));
        }
    }

    /// Judges a waiting command again and lays what follows on top.
    pub(crate) fn replay(&mut self, id: CommandId, command: &Command, actor: &Actor, now: Moment) {
        let verdict = match self.judge(command, actor, now) {
            Ok(Decision::Done(events)) => {
                self.lay(id, &events, actor, now);
                Verdict::Certain
            }
            Ok(Decision::Unsure(events)) => {
                self.lay(id, &events, actor, now);
                Verdict::Unsure
            }
            Ok(Decision::Unchanged) => Verdict::Unchanged,
            Err(refusal) => Verdict::Refused(refusal),
        };
        self.verdicts.insert(id, verdict);
    }

    /// Notes what the rules said of a command that was just made.
    pub(crate) fn note(&mut self, id: CommandId, verdict: Verdict) {
        self.verdicts.insert(id, verdict);
    }

    /// What the rules say of a waiting command.
    pub(crate) fn verdict(&self, id: CommandId) -> Option<&Verdict> {
        self.verdicts.get(&id)
    }

    /// Whether a record is known here at all.
    pub(crate) fn holds(&self, key: RecordKey) -> bool {
        self.world.record(key).is_some()
    }

    /// The memberships that differ from the rows below, by themselves or by their contacts.
    pub(crate) fn memberships(&self) -> BTreeSet<MembershipId> {
        let about_a_person =
            |key: &&RecordKey| matches!(key.shelf, Shelf::Membership | Shelf::MemberContact);
        self.touched
            .iter()
            .filter(about_a_person)
            .map(|key| MembershipId(key.id))
            .collect()
    }

    /// The links that differ from the rows below.
    pub(crate) fn links(&self) -> Vec<LinkId> {
        let links = self.touched.iter().filter(|key| key.shelf == Shelf::Link);
        links.map(|key| LinkId(key.id)).collect()
    }

    /// A membership as it is shown.
    pub(crate) fn membership(&self, id: MembershipId) -> Option<&Held<Membership>> {
        self.world.membership(id)
    }

    /// The record that a command is about, as it is shown; that of the settings where it names none.
    pub(crate) fn target(&self, command: &Command) -> Option<Held<Record>> {
        let Some(id) = command.target() else {
            return self.world.record(RecordKey {
                shelf: Shelf::Settings,
                id: self.world.id.0,
            });
        };
        // What an organisation has once is found whatever the identity: only a record of this one is meant.
        let named = |held: &Held<Record>| held.value.key(self.world.id).id == id;
        let of_shelf = |shelf| self.world.record(RecordKey { shelf, id }).filter(named);
        Shelf::ALL.into_iter().find_map(of_shelf)
    }

    /// Whom or what a record is about, in words of the person's own data.
    pub(crate) fn subject(&self, target: Option<uuid::Uuid>) -> Option<String> {
        let id = target?;
        if let Some(membership) = self.world.membership(MembershipId(id)) {
            let contact = self
                .world
                .contacts_of(MembershipId(id))
                .first()
                .map(ToString::to_string);
            return membership
                .name
                .as_ref()
                .map(ToString::to_string)
                .or(contact);
        }
        Shelf::ALL
            .into_iter()
            .find_map(|shelf| name_of(self.world.record(RecordKey { shelf, id })?.value))
    }
}

fn name_of(record: Record) -> Option<String> {
    match record {
        Record::Level(it) => Some(it.name.to_string()),
        Record::Room(it) => Some(it.name.to_string()),
        Record::Site(it) => Some(it.name.to_string()),
        Record::Staff(it) => Some(it.name.to_string()),
        Record::Link(it) => Some(it.name.to_string()),
        Record::Organisation(_)
        | Record::Settings(_)
        | Record::Membership(_)
        | Record::MemberContact(_)
        | Record::Delivery(_)
        | Record::MemberActivity(_) => None,
    }
}
