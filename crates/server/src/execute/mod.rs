//! The single write path. Under the organisation's lock, in one transaction: what is known already answers as it did
//! before; the rest is looked up, decided and evolved command by command in one world; then everything is saved at
//! once. Nothing else changes what an organisation holds.

mod batch;
mod fact;
mod found;
mod known;
mod noted;
mod secret;

use doorward_domain::{
    Actor, Command, CommandId, Decision, DeviceId, LinkId, OrganisationId, Refusal, Window, World,
    decide, needs, view,
};
use doorward_protocol::{Code, Outcome, PushAnswer, PushedCommand, Settled, Stopped};

use uuid::Uuid;

use self::batch::Batch;
pub use self::found::{Founding, found, note_use, operate};
use self::known::Known;
pub use self::noted::{opened, seen, settle_letter};
pub use self::secret::show_secret;
use crate::App;
use crate::problem::Failure;
use crate::store::denied::{self, Denied};
use crate::store::{self, Tx, ledger, lookups};

/// How often a command is decided again when a unique index stands against what was decided.
const ATTEMPTS: usize = 3;

/// Who pushes, and from which device.
#[derive(Debug, Clone)]
pub struct Caller {
    /// Who.
    pub actor: Actor,
    /// From where; the nil id for the operator and the system.
    pub device: DeviceId,
    /// The link whose secret the caller has shown, and which of its secrets; joining by a link takes it.
    pub holds: Option<(LinkId, u32)>,
}

impl Caller {
    /// Doorward itself, which acts because something became known or time has passed.
    pub fn system() -> Self {
        Self {
            actor: Actor::System,
            device: DeviceId(Uuid::nil()),
            holds: None,
        }
    }
}

/// Why nothing was done.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no such organisation for this caller.
    #[error("there is no such organisation here")]
    NotFound,
    /// The same id was sent before, with another body or by somebody else.
    #[error("the id was sent before with another body")]
    IdReused,
    /// The secret that is asked for lives no more.
    #[error(transparent)]
    Dead(Refusal),
    /// The rules refuse what would have followed.
    #[error(transparent)]
    Refused(Refusal),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] store::Error),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        match error {
            Error::NotFound => Code::NotFound.into(),
            Error::IdReused => Code::IdReused.into(),
            Error::Dead(_) => Code::NoLongerWorks.into(),
            Error::Refused(refusal) => refusal.into(),
            Error::Store(error) => error.into(),
        }
    }
}

/// Settles commands in order and answers what became of each.
pub async fn push(
    app: &App,
    organisation: OrganisationId,
    caller: &Caller,
    commands: &[PushedCommand],
) -> Result<PushAnswer, Error> {
    match attempt(app, organisation, caller, commands).await {
        Err(Error::Store(error)) if error.is_of_one_command() => {
            one_by_one(app, organisation, caller, commands).await
        }
        Err(Error::Store(error)) if error.is_passing() => {
            tracing::warn!(%error, "a push is to be sent again");
            Ok(PushAnswer {
                settled: Vec::new(),
                stopped: commands.first().map(|it| Stopped::Retry { id: it.id }),
            })
        }
        Ok(answer) => Ok(answer),
        Err(error) => Err(error),
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

/// What a command would come to, changing nothing.
pub async fn would(
    app: &App,
    organisation: OrganisationId,
    actor: &Actor,
    command: &Command,
) -> Result<Result<Decision, Refusal>, store::Error> {
    let mut tx = app.store().snapshot().await?;
    let (mut world, now) = (World::new(organisation), app.now());
    loop {
        let questions = needs(&world, actor, command, now);
        if questions.is_empty() {
            return Ok(decide(&world, actor, command, now));
        }
        lookups::load(&mut tx, &mut world, &questions, now).await?;
    }
}

/// What an actor may see of an organisation now.
pub async fn window(
    tx: &mut Tx,
    world: &mut World,
    actor: &Actor,
    now: doorward_domain::Moment,
) -> Result<Window, store::Error> {
    loop {
        let window = view(world, actor, now);
        let Window::Asks(questions) = &window else {
            return Ok(window);
        };
        lookups::load(tx, world, questions, now).await?;
    }
}

/// One transaction over all of them.
async fn attempt(
    app: &App,
    organisation: OrganisationId,
    caller: &Caller,
    commands: &[PushedCommand],
) -> Result<PushAnswer, Error> {
    let mut tx = app.store().begin().await?;
    let ledger = ledger::lock(&mut tx, organisation)
        .await?
        .ok_or(Error::NotFound)?;
    let mut known = Known::load(&mut tx, organisation, caller, commands).await?;
    let mut batch = Batch::new(ledger, caller, app.now());
    batch
        .look_ahead(
            &mut tx,
            commands
                .iter()
                .filter(|it| !known.has(it.id))
                .map(|it| &it.command),
        )
        .await?;
    let (mut settled, mut stopped) = (Vec::new(), None);
    for pushed in commands {
        if pushed.after.is_some_and(|after| !known.has(after)) {
            stopped = Some(Stopped::OutOfOrder { id: pushed.id });
            break;
        }
        let outcome = match known.outcome(pushed.id) {
            Some(outcome) => outcome.clone(),
            None => batch.judge(&mut tx, pushed).await?,
        };
        known.settle(pushed.id, outcome.clone());
        settled.push(Settled {
            id: pushed.id,
            outcome,
        });
    }
    let denied = batch.denied();
    if batch.is_all_foreign()
        && settled.len() == batch.outcomes()
        && batch.sees_nothing(&mut tx).await?
    {
        drop(tx);
        note_denied(app, organisation, caller, &denied).await?;
        return Err(Error::NotFound);
    }
    if batch.outcomes() > 0 {
        let bells = batch.save(app, &mut tx).await?;
        tx.commit().await?;
        app.doorbell().ring(bells);
    } else {
        drop(tx);
    }
    note_denied(app, organisation, caller, &denied).await?;
    Ok(PushAnswer { settled, stopped })
}

/// After a unique index stood against a batch: each command in a transaction of its own, decided again a few times.
async fn one_by_one(
    app: &App,
    organisation: OrganisationId,
    caller: &Caller,
    commands: &[PushedCommand],
) -> Result<PushAnswer, Error> {
    let mut settled = Vec::new();
    for pushed in commands {
        let mut tries = 0;
        let answer = loop {
            tries += 1;
            match attempt(app, organisation, caller, std::slice::from_ref(pushed)).await {
                Err(Error::Store(store::Error::Taken(_))) if tries < ATTEMPTS => {}
                answer => break answer,
            }
        };
        match answer {
            Ok(PushAnswer {
                settled: now,
                stopped: None,
            }) => settled.extend(now),
            Ok(PushAnswer { stopped, .. }) => return Ok(PushAnswer { settled, stopped }),
            Err(Error::Store(error)) if error.is_passing() || error.is_of_one_command() => {
                tracing::warn!(%error, "a command is to be sent again");
                return Ok(PushAnswer {
                    settled,
                    stopped: Some(Stopped::Retry { id: pushed.id }),
                });
            }
            Err(error) => return Err(error),
        }
    }
    Ok(PushAnswer {
        settled,
        stopped: None,
    })
}

/// Notes what was denied, after the organisation's lock is gone.
async fn note_denied(
    app: &App,
    organisation: OrganisationId,
    caller: &Caller,
    denied: &[Denied],
) -> Result<(), store::Error> {
    if denied.is_empty() {
        return Ok(());
    }
    let mut tx = app.store().begin().await?;
    denied::note(
        &mut tx,
        organisation,
        &fact::actor(&caller.actor.author()),
        denied,
        app.now(),
    )
    .await?;
    tx.commit().await
}
