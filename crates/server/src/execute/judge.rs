//! Judging: commands in the world of a batch, their questions answered first, and what became of each.

use std::collections::BTreeSet;

use doorward_domain::{
    Actor, Command, Decision, Farewell, Lookup, MembershipId, Moment, OrganisationId, Record,
    RecordKey, Refusal, Shelf, Signed, Window, World, decide, needs, notices_of_refusal,
};
use doorward_protocol::{Outcome, PushedCommand};

use super::batch::Batch;
use super::known::body_hash;
use super::window;
use crate::store::denied::Denied;
use crate::store::outcomes::KeptOutcome;
use crate::store::{Error, Tx};

impl Batch<'_> {
    /// Answers what is still open of the questions of all commands together, a round at a time.
    pub async fn look_ahead(
        &mut self,
        tx: &mut Tx,
        commands: impl Iterator<Item = &Command> + Clone,
    ) -> Result<(), Error> {
        loop {
            let actor = &self.caller.actor;
            let open = commands.clone();
            let open = open.flat_map(|it| needs(&self.world, actor, it, self.now));
            let questions: BTreeSet<Lookup> = open.collect();
            if questions.is_empty() {
                return Ok(());
            }
            self.answer(tx, &questions).await?;
        }
    }

    /// Judges one command and, when it is done, evolves what follows.
    pub async fn judge(&mut self, tx: &mut Tx, pushed: &PushedCommand) -> Result<Outcome, Error> {
        let decided = self.decided(tx, &pushed.command).await?;
        let outcome = match self.can_come_so(&pushed.command).and(decided) {
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

    /// What the rules say to a command, once all that they ask is answered.
    pub async fn decided(
        &mut self,
        tx: &mut Tx,
        command: &Command,
    ) -> Result<Result<Decision, Refusal>, Error> {
        loop {
            let questions = needs(&self.world, &self.caller.actor, command, self.now);
            if questions.is_empty() {
                return Ok(decide(&self.world, &self.caller.actor, command, self.now));
            }
            self.answer(tx, &questions).await?;
        }
    }

    /// Evolves what follows without any command, once all that the rules ask is answered; answers how much that was.
    pub async fn follow(
        &mut self,
        tx: &mut Tx,
        ask: impl Fn(&World, Moment) -> Farewell,
    ) -> Result<usize, Error> {
        let events = loop {
            match ask(&self.world, self.now) {
                Farewell::Facts(events) => break events,
                Farewell::Asks(questions) => self.answer(tx, &questions).await?,
            }
        };
        if !events.is_empty() {
            self.apply(&events, None)?;
        }
        Ok(events.len())
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

    /// Who brought what a command is about to where it stands.
    fn last_change(&self, command: &Command) -> Option<Signed> {
        let membership = self.world.membership(MembershipId(command.target()?))?;
        membership
            .decided
            .clone()
            .or_else(|| membership.signed.clone())
    }
}

/// What commands ask before anything is known, with what nearly every one asks in the end.
pub fn first_questions<'a>(
    organisation: OrganisationId,
    actor: &Actor,
    commands: impl Iterator<Item = &'a Command>,
    now: Moment,
) -> BTreeSet<Lookup> {
    let world = World::new(organisation);
    let mut questions = BTreeSet::from([Lookup::Organisation]);
    questions.extend(actor.person().map(Lookup::OfPerson));
    for command in commands {
        let target = command.target().map(MembershipId);
        questions.extend(target.map(Lookup::Membership));
        questions.extend(needs(&world, actor, command, now));
    }
    questions
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
            | R::OtherDomain { .. }
            | R::TargetAbove
            | R::AboveLink
            | R::AboveGiver { .. }
            | R::RoomNotHeld
    )
}
