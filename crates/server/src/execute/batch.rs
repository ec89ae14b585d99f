//! A batch: what follows one after the other in one world, for one caller, and is saved together.

use std::collections::BTreeSet;

use doorward_domain::{
    Event, Lookup, Moment, Notice, Record, RecordKey, Signed, Version, World, evolve,
    hands_requests_on, notices, signed_here,
};

use super::Caller;
use super::ask::world;
use super::fact::{self, Origin};
use crate::doorbell::Bell;
use crate::letters;
use crate::store::history::{self, Fact};
use crate::store::ledger::{self, Ledger};
use crate::store::outcomes::{self, KeptOutcome};
use crate::store::{Error, Script, Tx, doorbell, lookups, mine, save};
use crate::{App, anchor};

/// Commands on their way through the rules.
#[derive(Debug)]
pub struct Batch<'a> {
    /// What is known of the organisation, with what this batch has changed so far.
    pub world: World,
    pub(super) caller: &'a Caller,
    pub(super) now: Moment,
    pub(super) ledger: Ledger,
    touched: BTreeSet<RecordKey>,
    facts: Vec<Fact>,
    pub(super) notices: Vec<Notice>,
    /// Whether somebody else may decide requests now.
    hands_on: bool,
    pub(super) outcomes: Vec<KeptOutcome>,
}

impl<'a> Batch<'a> {
    /// A batch in which nothing has been judged; its organisation's ledger is locked.
    pub fn new(app: &App, ledger: Ledger, caller: &'a Caller, now: Moment) -> Self {
        let world = world(app, ledger.id);
        let (touched, facts) = (BTreeSet::new(), Vec::new());
        Self {
            world,
            caller,
            now,
            ledger,
            touched,
            facts,
            notices: Vec::new(),
            hands_on: false,
            outcomes: Vec::new(),
        }
    }

    /// Evolves facts at a revision of their own.
    pub fn apply(
        &mut self,
        events: &[Event],
        command: Option<doorward_domain::CommandId>,
    ) -> Result<u64, Error> {
        self.ledger.revision += 1;
        let by = signed_here(&self.world, &self.caller.actor, self.now);
        let organisation = self.ledger.id.to_string();
        for event in events {
            self.touched.extend(evolve(
                &mut self.world,
                event,
                Version::Revision(self.ledger.revision),
                &by,
            ));
            self.notices.extend(notices(&self.world, event, self.now));
            self.hands_on |= hands_requests_on(&self.world, event);
            self.facts
                .push(fact::of(event, &organisation, &self.origin(&by, command))?);
        }
        Ok(self.ledger.revision)
    }

    /// Puts records at a revision of their own, for what no command does: an organisation that is being made, or what
    /// the operator decides.
    pub fn put(&mut self, kind: &str, records: Vec<Record>) -> Result<(), Error> {
        self.ledger.revision += 1;
        let by = signed_here(&self.world, &self.caller.actor, self.now);
        let payload = serde_json::json!({ "records": records });
        self.facts.push(fact::named(
            kind,
            &self.ledger.id.to_string(),
            &payload,
            &self.origin(&by, None),
        )?);
        for record in records {
            self.hands_on |= matches!(record, Record::Organisation(_));
            self.touched.insert(record.key(self.ledger.id));
            self.world.put(
                record,
                Version::Revision(self.ledger.revision),
                Some(by.clone()),
            );
        }
        Ok(())
    }

    /// Keeps a record at a revision of its own that no one decided; the history has no entry of it.
    pub fn keep(&mut self, record: Record) {
        self.ledger.revision += 1;
        self.touched.insert(record.key(self.ledger.id));
        let by = signed_here(&self.world, &self.caller.actor, self.now);
        let version = Version::Revision(self.ledger.revision);
        self.world.put(record, version, Some(by));
    }

    /// Puts what is left of a record that named somebody who is erased; nobody is told, and who changed it last stands.
    pub fn bury(&mut self, record: Record, signed: Option<Signed>) {
        self.ledger.revision += 1;
        self.touched.insert(record.key(self.ledger.id));
        let version = Version::Revision(self.ledger.revision);
        self.world.put(record, version, signed);
    }

    /// A revision at which something changes that is no record.
    pub fn next_revision(&mut self) -> u64 {
        self.ledger.revision += 1;
        self.ledger.revision
    }

    /// Has somebody told of what no event of the rules stands for.
    pub fn tell(&mut self, notices: Vec<Notice>) {
        self.notices.extend(notices);
    }

    /// Tells nobody of what has been evolved so far.
    pub fn tell_nobody(&mut self) {
        self.notices.clear();
    }

    /// Adds a fact that changes no record.
    pub fn note(
        &mut self,
        kind: &str,
        object: &str,
        payload: &serde_json::Value,
    ) -> Result<(), Error> {
        let by = signed_here(&self.world, &self.caller.actor, self.now);
        self.facts
            .push(fact::named(kind, object, payload, &self.origin(&by, None))?);
        Ok(())
    }

    fn origin<'b>(
        &self,
        by: &'b Signed,
        command: Option<doorward_domain::CommandId>,
    ) -> Origin<'b> {
        Origin {
            author: &by.author,
            device: self.caller.device,
            at: self.now,
            command,
            trail: self.caller.trail,
        }
    }

    /// Saves everything and answers the rings that follow once it is durable.
    pub async fn save(mut self, app: &App, tx: &mut Tx) -> Result<Vec<Bell>, Error> {
        let (organisation, caller) = (self.ledger.id, self.caller);
        let notices = std::mem::take(&mut self.notices);
        let touched: Vec<_> = self
            .touched
            .iter()
            .filter_map(|key| self.world.record(*key))
            .collect();
        let told = letters::Told {
            organisation,
            actor: &caller.actor,
            notices: &notices,
            saved: &touched,
            now: self.now,
        };
        let mut script = Script::new(tx.dialect());
        save::save(tx, &mut script, organisation, &touched).await?;
        self.settle(app, &mut script)?;
        let ledger = ledger::save(&mut script, &self.ledger);
        let whose = mine::whose(&mut script, organisation, &touched)?;
        let following = told.follow(&mut script, app.tokens())?;
        let mut answers = tx.run(script).await?;
        ledger::saved(&mut answers, ledger)?;
        let mut own = whose.read(&mut answers)?;
        own.extend(told.queue(tx, following, &mut answers).await?);
        let mut bells = mine::note(tx, own).await?;
        if !touched.is_empty() {
            bells.push(Bell::Organisation {
                id: organisation,
                revision: self.ledger.revision,
            });
        }
        if self.hands_on {
            bells.push(Bell::Deciders { of: organisation });
        }
        doorbell::announce(tx, &bells).await?;
        Ok(bells)
    }

    /// Adds to a script what became of commands, and the history.
    fn settle(&mut self, app: &App, script: &mut Script) -> Result<(), Error> {
        let (id, first) = (self.ledger.id, self.ledger.settled + 1);
        let device = self.caller.device;
        outcomes::save(script, id, device, &self.outcomes, (first, self.now))?;
        self.ledger.settled += self.outcomes.len() as u64;
        let before = self.ledger.entries;
        history::append(script, &mut self.ledger, &self.facts)?;
        if before / anchor::EVERY < self.ledger.entries / anchor::EVERY {
            app.anchoring().notify_one();
        }
        Ok(())
    }

    /// Puts answers into the world, but for records that this batch has changed: those are newer here.
    pub(super) async fn answer(
        &mut self,
        tx: &mut Tx,
        questions: &BTreeSet<Lookup>,
    ) -> Result<(), Error> {
        let newer: Vec<_> = self
            .touched
            .iter()
            .filter_map(|key| self.world.record(*key))
            .collect();
        lookups::load(tx, &mut self.world, questions, self.now).await?;
        for held in newer {
            self.world.put(held.value, held.version, held.signed);
        }
        Ok(())
    }
}
