//! One push of one organisation: what may be sent, in order; what the answer says is settled; what a fault means
//! (SYN-1, SYN-2, S-64, S-78).

use doorward_domain::{CommandId, OrganisationId, Refusal};
use doorward_protocol::{Code, Outcome, Problem, Push, PushAnswer, PushedCommand, Stopped};

use super::words::{Fault, PushEnd};
use crate::contract::ViewName;
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::outbox::Batch;

/// Pushes at most `limit` commands.
pub(super) async fn push(desk: &Desk, organisation: OrganisationId, limit: usize) -> PushEnd {
    let batch = match desk.outbox.take(organisation, limit, desk.tick()).await {
        Ok(batch) => batch,
        Err(error) => return failed(&error),
    };
    if batch.entries.is_empty() {
        desk.outbox.landed(organisation);
        return PushEnd::Done {
            next: desk.outbox.next_hold_end(organisation, desk.tick()),
        };
    }
    desk.tell(&[ViewName::Outbox]);
    let answer = desk.remote.push(organisation, &chained(&batch)).await;
    let taken_back = match &answer {
        Err(error) if error.is_before_sending() => desk.outbox.take_back(&batch).await,
        Err(_) | Ok(_) => Ok(()),
    };
    desk.outbox.landed(organisation);
    let end = match answer {
        Ok(heard) => {
            let noted = desk.heard(heard.said).await;
            // What it answered counts, whatever else could not be written down.
            let end = answered(desk, organisation, &batch, heard.value).await;
            noted.and(end)
        }
        Err(error) => not_taken(desk, organisation, &batch, error).await,
    };
    desk.tell(&[ViewName::Outbox]);
    taken_back.and(end).unwrap_or_else(|error| failed(&error))
}

/// Each command names the one before it; the first one names the end of the chain.
fn chained(batch: &Batch) -> Push {
    let mut after = batch.after;
    let link = |entry: &std::sync::Arc<crate::outbox::Entry>| {
        let command = PushedCommand {
            id: entry.id,
            after,
            command: entry.command.clone(),
        };
        after = Some(entry.id);
        command
    };
    Push {
        commands: batch.entries.iter().map(link).collect(),
    }
}

async fn answered(
    desk: &Desk,
    organisation: OrganisationId,
    batch: &Batch,
    answer: PushAnswer,
) -> Result<PushEnd> {
    let settled: Vec<(CommandId, Outcome)> = answer
        .settled
        .into_iter()
        .map(|it| (it.id, it.outcome))
        .collect();
    settle(desk, organisation, &settled).await?;
    let now = desk.tick();
    match answer.stopped {
        // Held ones come when their hold ends; what a full push left behind comes at once.
        None if settled.len() < batch.entries.len() => {
            Ok(PushEnd::Failed(Fault::Passing { after: None }))
        }
        None => Ok(PushEnd::Done {
            next: next(desk, organisation),
        }),
        Some(Stopped::OutOfOrder { id })
            if batch.entries.first().is_some_and(|it| it.id == id) && batch.after.is_some() =>
        {
            desk.outbox.break_chain(organisation).await?;
            Ok(PushEnd::Done { next: Some(now) })
        }
        Some(Stopped::OutOfOrder { id } | Stopped::Retry { id }) => Ok(try_again(desk, id).await?),
    }
}

/// When the next push of an organisation is due.
fn next(desk: &Desk, organisation: OrganisationId) -> Option<crate::clock::Tick> {
    let now = desk.tick();
    if desk.outbox.has_ready(organisation, now) {
        Some(now)
    } else {
        desk.outbox.next_hold_end(organisation, now)
    }
}

/// A passing fault of one command: the same again a little later, or parked after ten.
async fn try_again(desk: &Desk, id: CommandId) -> Result<PushEnd> {
    let parked = desk.outbox.fail(id).await?;
    Ok(if parked {
        PushEnd::Done {
            next: Some(desk.tick()),
        }
    } else {
        PushEnd::Failed(Fault::Passing { after: None })
    })
}

async fn settle(
    desk: &Desk,
    organisation: OrganisationId,
    settled: &[(CommandId, Outcome)],
) -> Result<()> {
    if desk
        .outbox
        .settle(organisation, settled, desk.now())
        .await?
    {
        desk.office(organisation).await.stale().await;
        desk.tell(ViewName::OF_COMMANDS);
    }
    Ok(())
}

/// The batch as a whole was not taken. A fault of one command is found by sending fewer.
async fn not_taken(
    desk: &Desk,
    organisation: OrganisationId,
    batch: &Batch,
    error: Error,
) -> Result<PushEnd> {
    let sent = batch.entries.len();
    let Some(first) = batch.entries.first().map(|it| it.id) else {
        return Ok(failed(&error));
    };
    let broken = matches!(error, Error::Strange { status: 500 });
    match error.problem() {
        Some(problem) if problem.code == Code::NotFound => Ok(PushEnd::NoView),
        Some(problem) if is_about_a_command(problem) && sent == 1 => {
            end_one(desk, organisation, first, problem).await?;
            Ok(PushEnd::Done {
                next: next(desk, organisation),
            })
        }
        Some(problem) if is_about_a_command(problem) => Ok(PushEnd::Fewer { sent }),
        None if broken && sent == 1 => try_again(desk, first).await,
        None if broken => Ok(PushEnd::Fewer { sent }),
        Some(_) | None => Ok(failed(&error)),
    }
}

fn is_about_a_command(problem: &Problem) -> bool {
    matches!(
        problem.code,
        Code::Malformed | Code::Invalid | Code::TooLarge | Code::IdReused | Code::Refused
    )
}

/// One command that the server never takes as it is: ended where it says why, set aside where it does not.
async fn end_one(
    desk: &Desk,
    organisation: OrganisationId,
    id: CommandId,
    problem: &Problem,
) -> Result<()> {
    let refusal = match (problem.code, &problem.refusal) {
        (_, Some(refusal)) => refusal.clone(),
        (Code::Malformed | Code::Invalid, None) => Refusal::Invalid {
            field: problem.field.clone().unwrap_or_else(|| "command".into()),
        },
        _ => {
            desk.outbox.set_aside(id).await?;
            desk.tell(ViewName::OF_COMMANDS);
            return Ok(());
        }
    };
    settle(desk, organisation, &[(id, Outcome::Refused { refusal })]).await
}

/// What a fault that concerns no single command means.
pub(super) fn fault(error: &Error) -> Fault {
    match error.told() {
        Some(Code::SignedOut) => return Fault::SignedOut,
        Some(Code::UpdateNeeded) => return Fault::UpdateNeeded,
        Some(_) | None => {}
    }
    // A gateway that answers where the server should says that it is out of reach.
    if matches!(
        error,
        Error::Offline(_) | Error::Strange { status: 502..=504 }
    ) {
        return Fault::Offline;
    }
    let after = if let Error::Problem { retry_after, .. } = error {
        *retry_after
    } else {
        None
    };
    Fault::Passing {
        after: after.map(|seconds| seconds.saturating_mul(1000)),
    }
}

fn failed(error: &Error) -> PushEnd {
    tracing::debug!(%error, "a push came to nothing");
    PushEnd::Failed(fault(error))
}
