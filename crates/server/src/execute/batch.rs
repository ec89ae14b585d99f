//! A batch: commands of one caller judged one after the other in one world, and saved together.

use std::collections::BTreeSet;

use doorward_domain::{
    Command, Decision, Event, Lookup, MembershipId, Moment, Notice, Record, RecordKey, Refusal,
    Shelf, Signed, Version, Window, World, decide, evolve, needs, notices, notices_of_refusal,
    signed,
};
use doorward_protocol::{Outcome, PushedCommand};

use super::fact::{self, Origin};
use super::known::body_hash;
use super::{Caller, window};
use crate::doorbell::Bell;
use crate::letters;
use crate::store::denied::Denied;
use crate::store::history::{self, Fact};
use crate::store::ledger::{self, Ledger};
use crate::store::outcomes::{self, KeptOutcome};
use crate::store::{Error, Tx, doorbell, lookups, mine, save};
use crate::{App, anchor};

/// Commands on their way through the rules.
#[derive(Debug)]
pub struct Batch<'a> {
    /// What is known of the organisation, with what this batch has changed so far.
    pub world: World,
    caller: &'a Caller,
    now: Moment,
    ledger: Ledger,
    touched: BTreeSet<RecordKey>,
    facts: Vec<Fact>,
    notices: Vec<Notice>,
    outcomes: Vec<KeptOutcome>,
}

impl<'a> Batch<'a> {
    /// A batch in which nothing has been judged; its organisation's ledger is locked.
    pub fn new(ledger: Ledger, caller: &'a Caller, now: Moment) -> Self {
        let world = World::new(ledger.id);
        let (touched, facts) = (BTreeSet::new(), Vec::new());
        Self {
            world,
            caller,
            now,
            ledger,
            touched,
            facts,
            notices: Vec::new(),
            outcomes: Vec::new(),
        }
    }

    /// Answers the questions of all commands together, a round at a time. What nearly every command asks is
    /// answered in the first.
    pub async fn look_ahead(
        &mut self,
        tx: &mut Tx,
        commands: impl Iterator<Item = &Command> + Clone,
    ) -> Result<(), Error> {
        let mut questions = BTreeSet::from([Lookup::Organisation]);
        questions.extend(self.caller.actor.person().map(Lookup::OfPerson));
        questions.extend(
            commands
                .clone()
                .filter_map(Command::target)
                .map(|id| Lookup::Membership(MembershipId(id))),
        );
        if commands.clone().next().is_none() {
            return Ok(());
        }
        while !questions.is_empty() {
            self.answer(tx, &questions).await?;
            let open = commands
                .clone()
                .flat_map(|it| needs(&self.world, &self.caller.actor, it, self.now));
            questions = open.collect();
        }
        Ok(())
    }

    /// Judges one command and, when it is done, evolves what follows.
    pub async fn judge(&mut self, tx: &mut Tx, pushed: &PushedCommand) -> Result<Outcome, Error> {
        loop {
            let questions = needs(&self.world, &self.caller.actor, &pushed.command, self.now);
            if questions.is_empty() {
                break;
            }
            self.answer(tx, &questions).await?;
        }
        let judged = self
            .can_come_so(&pushed.command)
            .and_then(|()| decide(&self.world, &self.caller.actor, &pushed.command, self.now));
        let outcome = match judged {
            Ok(Decision::Unsure(_)) => return Err(Error::Unsure(pushed.command.key())),
            Ok(Decision::Done(events)) => {
                let command = Some(pushed.id);
                Outcome::Applied {
                    revision: self.apply(&events, command)?,
                }
            }
            Ok(Decision::Unchanged) => Outcome::NoChange {
                revision: self.ledger.revision,
                by: self.last_change(&pushed.command),
            },
            Err(refusal) => {
                self.notices
                    .extend(notices_of_refusal(&pushed.command, &refusal));
                Outcome::Refused { refusal }
            }
        };
        let (command, person) = (pushed.id, self.caller.actor.person());
        let body_hash = body_hash(&pushed.command)?;
        self.outcomes.push(KeptOutcome {
            command,
            person,
            body_hash,
            outcome: outcome.clone(),
        });
        Ok(outcome)
    }

    /// Whether a command can come this way at all. Knowing a link's id is not holding the link: joining by it takes the
    /// secret that lives now (R-52, INV-5).
    fn can_come_so(&self, command: &Command) -> Result<(), Refusal> {
        // An account is no organisation's: it ends in all of them at once, or in none.
        if matches!(
            command,
            Command::DeleteAccount(_) | Command::CancelAccountDeletion(_)
        ) {
            return Err(Refusal::NotFound);
        }
        let Command::JoinByLink(join) = command else {
            return Ok(());
        };
        let Some((_, shown)) = self.caller.holds.filter(|(link, _)| *link == join.link) else {
            return Err(Refusal::NotFound);
        };
        let key = RecordKey {
            shelf: Shelf::Link,
            id: join.link.0,
        };
        match self.world.record(key).map(|held| held.value) {
            Some(Record::Link(link)) if link.generation != shown => Err(Refusal::Expired),
            _ => Ok(()),
        }
    }

    /// Evolves facts at a revision of their own.
    pub fn apply(
        &mut self,
        events: &[Event],
        command: Option<doorward_domain::CommandId>,
    ) -> Result<u64, Error> {
        self.ledger.revision += 1;
        let by = signed(&self.caller.actor, self.now);
        let organisation = self.ledger.id.to_string();
        for event in events {
            self.touched.extend(evolve(
                &mut self.world,
                event,
                Version::Revision(self.ledger.revision),
                &by,
            ));
            self.notices.extend(notices(&self.world, event));
            self.facts
                .push(fact::of(event, &organisation, &self.origin(&by, command))?);
        }
        Ok(self.ledger.revision)
    }

    /// Puts records at a revision of their own, for what no command does: an organisation that is being made, or what
    /// the operator decides.
    pub fn put(&mut self, kind: &str, records: Vec<Record>) -> Result<(), Error> {
        self.ledger.revision += 1;
        let by = signed(&self.caller.actor, self.now);
        let payload = serde_json::json!({ "records": records });
        self.facts.push(fact::named(
            kind,
            &self.ledger.id.to_string(),
            &payload,
            &self.origin(&by, None),
        )?);
        for record in records {
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
        let by = signed(&self.caller.actor, self.now);
        let version = Version::Revision(self.ledger.revision);
        self.world.put(record, version, Some(by));
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
        let by = signed(&self.caller.actor, self.now);
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

    /// How many commands were judged.
    pub fn outcomes(&self) -> usize {
        self.outcomes.len()
    }

    /// Whether no answer says that anything is here; no command is no answer.
    pub fn is_all_foreign(&self) -> bool {
        self.outcomes.iter().all(|it| {
            matches!(
                it.outcome,
                Outcome::Refused {
                    refusal: Refusal::NotFound
                }
            )
        })
    }

    /// Whether the caller has nothing to see here.
    pub async fn sees_nothing(&mut self, tx: &mut Tx) -> Result<bool, Error> {
        Ok(window(tx, &mut self.world, &self.caller.actor, self.now).await? == Window::Closed)
    }

    /// The attempts that were denied, which is another thing than being refused.
    pub fn denied(&self) -> Vec<Denied> {
        let denied = self.outcomes.iter().filter_map(|it| match &it.outcome {
            Outcome::Refused { refusal } if is_denial(refusal) => Some(Denied {
                command: it.command,
                code: refusal.code(),
            }),
            Outcome::Refused { .. } | Outcome::Applied { .. } | Outcome::NoChange { .. } => None,
        });
        denied.collect()
    }

    /// Saves everything and answers the rings that follow once it is durable.
    pub async fn save(mut self, app: &App, tx: &mut Tx) -> Result<Vec<Bell>, Error> {
        let organisation = self.ledger.id;
        let touched: Vec<_> = self
            .touched
            .iter()
            .filter_map(|key| self.world.record(*key))
            .collect();
        save::save(tx, organisation, &touched).await?;
        outcomes::save(
            tx,
            organisation,
            self.caller.device,
            &self.outcomes,
            (self.ledger.settled + 1, self.now),
        )
        .await?;
        self.ledger.settled += self.outcomes.len() as u64;
        let before = self.ledger.entries;
        history::append(tx, &mut self.ledger, &self.facts).await?;
        if before / anchor::EVERY < self.ledger.entries / anchor::EVERY {
            app.anchoring().notify_one();
        }
        ledger::save(tx, &self.ledger).await?;
        let mut own = mine::of_memberships(tx, organisation, &touched).await?;
        let changed = !touched.is_empty();
        if changed || !self.notices.is_empty() {
            let saved: Vec<Record> = touched.into_iter().map(|held| held.value).collect();
            let told = letters::follow(
                tx,
                app.tokens(),
                organisation,
                &self.caller.actor,
                &self.notices,
                &saved,
                self.now,
            );
            own.extend(told.await?);
        }
        let mut bells = mine::note(tx, own).await?;
        if changed {
            bells.push(Bell::Organisation {
                id: organisation,
                revision: self.ledger.revision,
            });
        }
        doorbell::announce(tx, &bells).await?;
        Ok(bells)
    }

    /// Puts answers into the world, but for records that this batch has changed: those are newer here.
    async fn answer(&mut self, tx: &mut Tx, questions: &BTreeSet<Lookup>) -> Result<(), Error> {
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

    /// Who brought what a command is about to where it stands.
    fn last_change(&self, command: &Command) -> Option<Signed> {
        let membership = self.world.membership(MembershipId(command.target()?))?;
        membership
            .decided
            .clone()
            .or_else(|| membership.signed.clone())
    }
}

/// What an actor may not do, unlike what does not fit the state of things.
fn is_denial(refusal: &Refusal) -> bool {
    use Refusal as R;
    matches!(
        refusal,
        R::NotFound
            | R::NoAccess
            | R::Forbidden { .. }
            | R::SignInAgain
            | R::Own
            | R::AddressMismatch { .. }
            | R::TargetAbove
            | R::AboveGiver { .. }
            | R::RoomNotHeld
    )
}
