//! The loop around `step`: it does what the effects say and hands back what came of it. It decides nothing.

use std::sync::Arc;
use std::time::Duration;

use doorward_domain::OrganisationId;
use doorward_protocol::{Code, MAX_COMMANDS};
use tokio::sync::mpsc;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender};
use tokio::task::JoinSet;

use super::backoff::{LONGEST_SEARCH, spread, wait};
use super::push::fault;
use super::state::State;
use super::step::step;
use super::words::{Effect, Fault, Input, PushEnd};
use super::{pull, push};
use crate::clock::Tick;
use crate::desk::Desk;
use crate::error::Error;

/// What the facade tells sync.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Nudge {
    /// Something may be sent from the tick given on.
    Queued {
        organisation: OrganisationId,
        ready_at: Tick,
    },
    /// Everything is to be asked for at once.
    Now,
    /// The program closes or the person signs out.
    Stop,
}

/// Runs until it is told to stop or the session ends.
pub(crate) async fn run(desk: Arc<Desk>, mut nudges: UnboundedReceiver<Nudge>) {
    let (inputs, mut happened) = mpsc::unbounded_channel();
    let (again, doorbell) = mpsc::unbounded_channel();
    let mut work = JoinSet::new();
    work.spawn(listen(Arc::clone(&desk), inputs.clone(), doorbell));
    let mut state = State::new();
    let mut first = start(&desk).await.into_iter();
    let mut wake: Option<Tick> = None;
    loop {
        let input = if let Some(input) = first.next() {
            input
        } else {
            tokio::select! {
                nudge = nudges.recv() => match nudge {
                    Some(Nudge::Queued { organisation, ready_at }) => Input::Queued { organisation, ready_at },
                    Some(Nudge::Now) => Input::SyncNow,
                    Some(Nudge::Stop) | None => break,
                },
                Some(input) = happened.recv() => input,
                () = until(&desk, wake) => Input::Time,
            }
        };
        let (next, effects) = step(state, desk.tick(), input);
        state = next;
        wake = None;
        for effect in effects {
            match effect {
                Effect::WakeAt(at) => wake = Some(at),
                Effect::Listen => drop(again.send(())),
                Effect::Push { .. } | Effect::Pull { .. } | Effect::PullMine => {
                    let (desk, inputs) = (Arc::clone(&desk), inputs.clone());
                    work.spawn(async move { act(&desk, effect, inputs).await });
                }
            }
        }
        desk.stand(state.status(desk.tick()));
        while work.try_join_next().is_some() {}
    }
    work.shutdown().await;
}

/// Hands over what may be sent, once; what does not go stays queued.
pub(crate) async fn flush(desk: &Desk) {
    for organisation in desk.outbox.organisations() {
        while let PushEnd::Done { next: Some(_) } =
            push::push(desk, organisation, MAX_COMMANDS).await
        {}
    }
}

/// What a run begins with: first what waits to be sent, then the organisations known.
pub(crate) async fn start(desk: &Desk) -> Vec<Input> {
    let mut inputs = Vec::new();
    for organisation in desk.outbox.organisations() {
        inputs.push(Input::Queued {
            organisation,
            ready_at: desk.tick(),
        });
    }
    for office in desk.offices_in_reach().await {
        let revision = office
            .standing()
            .await
            .map_or(0, |standing| standing.complete);
        inputs.push(Input::Known {
            organisation: office.id,
            revision,
        });
    }
    inputs
}

/// Waits for a tick of the desk's clock; for ever if there is none to wait for.
async fn until(desk: &Desk, wake: Option<Tick>) {
    match wake {
        Some(at) => tokio::time::sleep(Duration::from_millis(at.since(desk.tick()))).await,
        None => std::future::pending().await,
    }
}

/// Does what an effect says, and tells what came of it.
pub(crate) async fn act(desk: &Desk, effect: Effect, inputs: UnboundedSender<Input>) {
    let input = match effect {
        Effect::Push {
            organisation,
            limit,
        } => Input::Pushed {
            organisation,
            end: push::push(desk, organisation, limit).await,
        },
        Effect::Pull { organisation } => Input::Pulled {
            organisation,
            end: pull::pull(desk, organisation).await,
        },
        Effect::PullMine => {
            let (end, found) = pull::pull_mine(desk).await;
            for organisation in found {
                drop(inputs.send(Input::Known {
                    organisation,
                    revision: 0,
                }));
            }
            Input::PulledMine { end }
        }
        Effect::WakeAt(_) | Effect::Listen => Input::Time,
    };
    // Nobody waits for it when the run has ended.
    drop(inputs.send(input));
}

/// Keeps the doorbell connected, with longer and longer waits while the server is out of reach.
async fn listen(desk: Arc<Desk>, inputs: UnboundedSender<Input>, mut again: UnboundedReceiver<()>) {
    let mut failures: u32 = 0;
    loop {
        match desk.remote.listen().await {
            Ok(mut doorbell) => {
                failures = 0;
                drop(inputs.send(Input::Doorbell { connected: true }));
                while let Some(ring) = doorbell.next().await {
                    drop(inputs.send(Input::Rang(ring)));
                }
            }
            Err(Error::Problem { problem, .. })
                if matches!(problem.code, Code::SignedOut | Code::UpdateNeeded) =>
            {
                // The next pull is told the same and ends the run.
                drop(inputs.send(Input::SyncNow));
                return;
            }
            Err(error) => {
                tracing::debug!(%error, "the doorbell cannot be reached");
                if fault(&error) == Fault::Offline {
                    drop(inputs.send(Input::Unreached));
                }
            }
        }
        if inputs.send(Input::Doorbell { connected: false }).is_err() {
            return;
        }
        failures = failures.saturating_add(1);
        let [chance, ..] = desk.with.chance.secret();
        let pause = Duration::from_millis(spread(wait(failures, LONGEST_SEARCH), chance));
        tokio::select! {
            () = tokio::time::sleep(pause) => {}
            asked = again.recv() => if asked.is_none() { return },
        }
    }
}
