//! `GET /v1/stream`: the doorbell as server-sent events. Rights are looked at anew every second, and at once when the
//! person's own rows change, a date of theirs comes or an organisation is changed in what it is; the stream of a session that
//! has ended closes (SES-2, SES-3).

use std::collections::{BTreeMap, VecDeque};
use std::convert::Infallible;
use std::time::Duration;

use axum::extract::State;
use axum::response::sse::{Event, KeepAlive, Sse};
use doorward_domain::{Actor, Moment, OrganisationId, PersonId, View, Window, World, turns_at};
use doorward_protocol::{Code, Problem, Ring};
use futures_util::Stream;
use tokio::sync::broadcast;
use tokio::sync::broadcast::error::RecvError;
use tokio::time::{Interval, MissedTickBehavior, interval};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::accounts::SignedInDevice;
use crate::doorbell::Bell;
use crate::problem::Failure;
use crate::store::{feed, ledger, mine, sessions};
use crate::{App, execute, store};

/// A little under a second, so that what ends is told within one.
const LOOK_AGAIN: Duration = Duration::from_millis(800);

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(stream))
}

/// Rings whenever something is new; the first rings say where everything stands.
#[utoipa::path(
    get,
    path = "/v1/stream",
    responses(
        (status = 200, description = "Rings", body = Object, content_type = "text/event-stream"),
        (status = 401, description = "No session", body = Problem),
    ),
    security(("bearer" = []))
)]
async fn stream(
    State(app): State<App>,
    device: SignedInDevice,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, Failure> {
    let person = device.caller.actor.person().ok_or(Code::SignedOut)?;
    let bells = app.doorbell().listen();
    let mut tick = interval(LOOK_AGAIN);
    tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let ear = Ear {
        app,
        token: device.token,
        person,
        bells,
        tick,
        heard: BTreeMap::new(),
        mine: None,
        turns_at: None,
        waiting: VecDeque::new(),
        over: false,
    };
    let rings = futures_util::stream::unfold(ear, |mut ear| async move {
        let ring = ear.next().await?;
        let event = Event::default().json_data(&ring).unwrap_or_default();
        Some((Ok(event), ear))
    });
    Ok(Sse::new(rings).keep_alive(KeepAlive::default()))
}

/// One open stream.
struct Ear {
    app: App,
    token: String,
    person: PersonId,
    bells: broadcast::Receiver<Bell>,
    tick: Interval,
    /// The organisations that may be heard, each with the revision told last and what may be seen there.
    heard: BTreeMap<OrganisationId, (u64, View)>,
    /// The person's own revision told last.
    mine: Option<u64>,
    /// When time alone changes next what may be heard.
    turns_at: Option<Moment>,
    waiting: VecDeque<Ring>,
    over: bool,
}

/// What may be heard now.
struct Heard {
    organisations: BTreeMap<OrganisationId, (u64, View)>,
    mine: u64,
    turns_at: Option<Moment>,
}

impl Ear {
    async fn next(&mut self) -> Option<Ring> {
        loop {
            if let Some(ring) = self.waiting.pop_front() {
                return Some(ring);
            }
            if self.over {
                return None;
            }
            let turn = self.turn();
            tokio::select! {
                _ = self.tick.tick() => self.look().await,
                () = turn => {
                    // It has come, whatever the store answers now: what fails is asked again at the next tick.
                    self.turns_at = None;
                    self.look().await;
                }
                bell = self.bells.recv() => match bell {
                    Ok(Bell::Organisation { id, revision }) => self.hear(id, revision),
                    // Whoever else decides there now may see other things, and so where the organisation stands.
                    Ok(Bell::Deciders { of }) if self.heard.contains_key(&of) => self.look().await,
                    Ok(Bell::Deciders { .. }) => {}
                    Ok(Bell::Person { id, .. }) if id != self.person => {}
                    Ok(Bell::Person { .. } | Bell::Sessions | Bell::Operator) | Err(RecvError::Lagged(_)) => {
                        self.look().await;
                    }
                    Ok(Bell::Ending) | Err(RecvError::Closed) => self.over = true,
                },
            }
        }
    }

    /// Waits for the date that comes next; it never comes where there is none.
    fn turn(&self) -> impl Future<Output = ()> + use<> {
        let left = self.turns_at.map(|at| at.0 - self.app.now().0);
        let left = left.map(|it| Duration::from_millis(it.try_into().unwrap_or_default()));
        async move {
            match left {
                Some(left) => tokio::time::sleep(left).await,
                None => std::future::pending().await,
            }
        }
    }

    fn hear(&mut self, id: OrganisationId, revision: u64) {
        let told = self.heard.get_mut(&id).map(|(told, _)| told);
        if let Some(told) = told.filter(|told| **told < revision) {
            *told = revision;
            self.waiting.push_back(Ring::Organisation { id, revision });
        }
    }

    /// Looks at session, rights and revisions anew. A store that is busy is asked again at the next tick.
    async fn look(&mut self) {
        match self.may_hear().await {
            Ok(Some(now)) => self.compare(now),
            Ok(None) => {
                self.waiting
                    .push_back(Ring::AccessEnded { organisation: None });
                self.over = true;
            }
            Err(error) => tracing::warn!(%error, "a stream could not look at its rights"),
        }
    }

    fn compare(&mut self, now: Heard) {
        let lost = self
            .heard
            .keys()
            .filter(|id| !now.organisations.contains_key(id));
        self.waiting.extend(lost.map(|id| Ring::AccessEnded {
            organisation: Some(*id),
        }));
        for (id, (revision, view)) in &now.organisations {
            let ring = match self.heard.get(id) {
                Some((told, seen)) if told >= revision && seen == view => continue,
                // Time alone has changed what may be seen.
                Some((told, _)) if told >= revision => Ring::AccessEnded {
                    organisation: Some(*id),
                },
                Some(_) | None => Ring::Organisation {
                    id: *id,
                    revision: *revision,
                },
            };
            self.waiting.push_back(ring);
        }
        if self.mine != Some(now.mine) {
            self.waiting.push_back(Ring::Me { revision: now.mine });
        }
        self.heard = now.organisations;
        self.mine = Some(now.mine);
        self.turns_at = now.turns_at;
    }

    async fn may_hear(&self) -> Result<Option<Heard>, store::Error> {
        let now: Moment = self.app.now();
        let mut tx = self.app.store().snapshot().await?;
        let Some(session) = sessions::find(&mut tx, &self.token, now).await? else {
            return Ok(None);
        };
        let actor = Actor::Person {
            account: session.account,
            fresh: false,
        };
        let (mut organisations, mut turns) = (BTreeMap::new(), Vec::new());
        for id in feed::organisations_of(&mut tx, self.person).await? {
            let mut world = World::new(id);
            let window = execute::window(&mut tx, &mut world, &actor, now).await?;
            turns.extend(turns_at(&world, self.person, now));
            if let (Window::Open(view), Some(ledger)) = (window, ledger::ledger(&mut tx, id).await?)
            {
                organisations.insert(id, (ledger.revision, view));
            }
        }
        Ok(Some(Heard {
            organisations,
            mine: mine::revision(&mut tx, self.person).await?,
            turns_at: turns.into_iter().min(),
        }))
    }
}
