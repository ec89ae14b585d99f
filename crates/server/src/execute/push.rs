//! Pushes: all commands in one transaction under the organisation's lock, saved together. Where the store stands against
//! one of them, they begin anew, each with a savepoint of its own: what came before it is kept (DESIGN 4).

use doorward_domain::{Command, CommandId, Moment, OrganisationId};
use doorward_protocol::{Outcome, PushAnswer, PushedCommand, Settled, Stopped};

use super::batch::Batch;
use super::judge::first_questions;
use super::known::Known;
use super::{Caller, Error, fact};
use crate::App;
use crate::doorbell::Bell;
use crate::store::denied::{self, Denied};
use crate::store::ledger::{self, Ledger, OPERATOR};
use crate::store::lookups::Round;
use crate::store::{self, Script, Tx, outcomes};

/// Settles commands in order and answers what became of each.
pub async fn push(
    app: &App,
    organisation: OrganisationId,
    caller: &Caller,
    commands: &[PushedCommand],
) -> Result<PushAnswer, Error> {
    let now = app.now();
    let push = Push {
        app,
        organisation,
        caller,
        now,
    };
    match push.settle(commands).await {
        Err(Error::Store(error)) if error.is_passing() => {
            tracing::warn!(%error, "a push is to be sent again");
            Ok(PushAnswer {
                settled: Vec::new(),
                stopped: commands.first().map(|it| Stopped::Retry { id: it.id }),
            })
        }
        answer => answer,
    }
}

/// Settles one command that no device queued, such as one from a page.
pub async fn one(
    app: &App,
    organisation: OrganisationId,
    caller: &Caller,
    command: Command,
) -> Result<Outcome, Error> {
    let pushed = PushedCommand {
        id: CommandId(app.new_id()),
        after: None,
        command,
    };
    let mut answer = push(app, organisation, caller, &[pushed]).await?;
    let busy = || store::Error::Passing(sqlx::Error::PoolTimedOut).into();
    answer.settled.pop().map(|it| it.outcome).ok_or_else(busy)
}

/// Commands of one caller on their way into one organisation.
struct Push<'a> {
    app: &'a App,
    organisation: OrganisationId,
    caller: &'a Caller,
    now: Moment,
}

/// What became of commands so far.
#[derive(Default)]
struct Done {
    settled: Vec<Settled>,
    stopped: Option<Stopped>,
    denied: Vec<Denied>,
    bells: Vec<Bell>,
    /// Whether anything was saved.
    saved: bool,
    /// Whether nothing of this organisation is for the caller to see.
    foreign: bool,
}

impl Push<'_> {
    async fn settle(&self, commands: &[PushedCommand]) -> Result<PushAnswer, Error> {
        let (tx, done) = match self.together(commands).await {
            Err(Error::Store(error)) if error.is_of_one_command() => {
                tracing::warn!(%error, "commands are settled one at a time");
                self.one_at_a_time(commands).await?
            }
            done => done?,
        };
        if done.saved {
            tx.commit().await?;
            self.app.doorbell().ring(done.bells);
        } else {
            drop(tx);
        }
        self.note_denied(&done.denied).await?;
        if done.foreign {
            return Err(Error::NotFound);
        }
        Ok(PushAnswer {
            settled: done.settled,
            stopped: done.stopped,
        })
    }

    /// All of them in one world, saved at once.
    async fn together(&self, commands: &[PushedCommand]) -> Result<(Tx, Done), Error> {
        let mut tx = self.app.store().begin().await?;
        let (mut batch, mut known) = self.open(&mut tx, commands, commands).await?;
        let unknown = commands.iter().filter(|it| !known.has(it.id));
        let unknown = unknown.map(|it| &it.command);
        batch.look_ahead(&mut tx, unknown).await?;
        let mut done = Done::default();
        for pushed in commands {
            judge(&mut tx, &mut batch, &mut known, &mut done, pushed).await?;
            if done.stopped.is_some() {
                break;
            }
        }
        done.denied = batch.denied();
        done.foreign = batch.is_all_foreign()
            && done.settled.len() == batch.outcomes()
            && batch.sees_nothing(&mut tx).await?;
        if !done.foreign && batch.outcomes() > 0 {
            done.bells = batch.save(self.app, &mut tx).await?;
            done.saved = true;
        }
        Ok((tx, done))
    }

    /// Locks what the commands need, and reads what is known of them and what the first of them ask.
    async fn open(
        &self,
        tx: &mut Tx,
        commands: &[PushedCommand],
        first: &[PushedCommand],
    ) -> Result<(Batch<'_>, Known), Error> {
        let first = first.iter().map(|it| &it.command);
        let (id, actor) = (self.organisation, &self.caller.actor);
        let questions = first_questions(id, actor, first, self.now);
        let asked = |script: &mut Script| {
            let ledger = ledger::ask_lock(script, id);
            if commands.iter().any(|it| it.command.rests_on_others()) {
                ledger::ask_lock(script, OPERATOR);
            }
            let known = Known::ask(script, id, commands)?;
            let round = Round::ask(script, id, &questions, self.now)?;
            Ok((ledger, known, round))
        };
        let ((ledger, known, round), mut answers) = tx.script(asked).await?;
        let ledger = ledger::read(&answers.take(ledger), id)?.ok_or(Error::NotFound)?;
        let known = Known::read(
            outcomes::known(&answers.take(known))?,
            self.caller,
            commands,
        )?;
        let mut batch = Batch::new(self.app, ledger, self.caller, self.now);
        round.answer(tx, &mut answers, &mut batch.world).await?;
        Ok((batch, known))
    }

    /// Each under a savepoint of its own, decided again on what stands now. The one that the store stands against ends
    /// the push; what came before it is kept.
    async fn one_at_a_time(&self, commands: &[PushedCommand]) -> Result<(Tx, Done), Error> {
        let mut tx = self.app.store().begin().await?;
        let (_, mut known) = self.open(&mut tx, commands, &[]).await?;
        let mut done = Done::default();
        for pushed in commands {
            tx.savepoint().await?;
            let ledger = ledger::lock(&mut tx, self.organisation).await?;
            let ledger = ledger.ok_or(Error::NotFound)?;
            let alone = self.alone(&mut tx, ledger, &mut known, &mut done, pushed);
            match alone.await {
                Ok(()) => {}
                Err(error) if error.is_passing() || error.is_of_one_command() => {
                    tracing::warn!(%error, "a command is to be sent again");
                    tx.roll_back().await?;
                    done.settled.retain(|it| it.id != pushed.id);
                    done.stopped = Some(Stopped::Retry { id: pushed.id });
                }
                Err(error) => return Err(error.into()),
            }
            if done.stopped.is_some() {
                break;
            }
        }
        Ok((tx, done))
    }

    async fn alone(
        &self,
        tx: &mut Tx,
        ledger: Ledger,
        known: &mut Known,
        done: &mut Done,
        pushed: &PushedCommand,
    ) -> Result<(), store::Error> {
        let mut batch = Batch::new(self.app, ledger, self.caller, self.now);
        judge(tx, &mut batch, known, done, pushed).await?;
        if batch.outcomes() > 0 {
            done.denied.extend(batch.denied());
            done.bells.extend(batch.save(self.app, tx).await?);
            done.saved = true;
        }
        Ok(())
    }

    /// Notes what was denied, after the organisation's lock is gone.
    async fn note_denied(&self, denied: &[Denied]) -> Result<(), store::Error> {
        if denied.is_empty() {
            return Ok(());
        }
        let mut tx = self.app.store().begin().await?;
        let actor = fact::actor(&self.caller.actor.author());
        denied::note(&mut tx, self.organisation, &actor, denied, self.now).await?;
        tx.commit().await
    }
}

/// Settles one command: as it was settled before, or by the rules.
async fn judge(
    tx: &mut Tx,
    batch: &mut Batch<'_>,
    known: &mut Known,
    done: &mut Done,
    pushed: &PushedCommand,
) -> Result<(), store::Error> {
    if pushed.after.is_some_and(|after| !known.has(after)) {
        done.stopped = Some(Stopped::OutOfOrder { id: pushed.id });
        return Ok(());
    }
    let outcome = match known.outcome(pushed.id) {
        Some(outcome) => outcome.clone(),
        None => batch.judge(tx, pushed).await?,
    };
    known.settle(pushed.id, outcome.clone());
    done.settled.push(Settled {
        id: pushed.id,
        outcome,
    });
    Ok(())
}
