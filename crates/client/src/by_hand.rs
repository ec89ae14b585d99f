//! A device whose sync is driven by hand: `step` says what is to be done, and whoever drives says when. The same desk,
//! files, outbox and rules as behind a window; only the loop around them and the network are the driver's.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use doorward_domain::{Command, CommandId, OrganisationId};
use doorward_protocol::{Ring, SignedIn};
use tokio::sync::{broadcast, mpsc};

use crate::cache::Listing;
use crate::clock::{Chance, Clock, Tick};
use crate::contract::{Executed, Failure, OutboxView};
use crate::desk::{Desk, Opening, Surroundings};
use crate::error::Result;
use crate::key::{Key, encode};
use crate::remote::{Carrier, Remote};
use crate::session::Session;
use crate::sync::{Effect, Input, Nudge, PullEnd, State, act, start, step};
use crate::view;

/// The address that a device by hand believes its server at.
const SERVER: &str = "http://127.0.0.1:9";
/// The secret that a keychain would keep for it.
const SECRET: [u8; 32] = [7; 32];

/// What a device by hand is made of.
#[derive(Debug)]
pub struct Materials {
    /// The folder of the account on this device.
    pub folder: PathBuf,
    /// The answer to signing in.
    pub signed_in: SignedIn,
    /// What carries requests.
    pub carrier: Arc<dyn Carrier>,
    /// The clocks.
    pub clock: Arc<dyn Clock>,
    /// The randomness.
    pub chance: Arc<dyn Chance>,
}

/// A server that is never reached over a network; made once, because certificates are read for it.
fn nowhere() -> Result<Remote> {
    static NOWHERE: OnceLock<Remote> = OnceLock::new();
    if let Some(remote) = NOWHERE.get() {
        return Ok(remote.clone());
    }
    let remote = Remote::new(SERVER)?;
    Ok(NOWHERE.get_or_init(|| remote).clone())
}

/// Something that sync wants done.
#[derive(Debug)]
pub struct Job(Effect);

impl Job {
    /// What it is, in a word and an id.
    pub fn name(&self) -> String {
        match &self.0 {
            Effect::Push { organisation, .. } => format!("push {organisation}"),
            Effect::Pull { organisation } => format!("pull {organisation}"),
            Effect::PullMine => "pull mine".into(),
            Effect::WakeAt(_) | Effect::Listen => "wait".into(),
        }
    }
}

/// A device whose sync is driven by hand.
#[derive(Debug)]
pub struct ByHand {
    desk: Desk,
    driven: Mutex<Driven>,
    nudges: Mutex<mpsc::UnboundedReceiver<Nudge>>,
}

#[derive(Debug, Default)]
struct Driven {
    state: State,
    jobs: Vec<Job>,
    wake: Option<Tick>,
    anew: usize,
}

impl ByHand {
    /// Opens the account on its files, or makes them.
    pub async fn open(of: Materials) -> Result<Self, Failure> {
        let remote = nowhere()?.carried_by(of.carrier);
        let key = Key::derive(&encode(&SECRET), &of.signed_in.cache_share, "by hand");
        let key = key.ok_or(crate::error::Error::SignedOut)?;
        let (send_nudges, nudges) = mpsc::unbounded_channel();
        let (changes, _) = broadcast::channel(1);
        let opening = Opening {
            remote,
            session: Session::begun(SERVER.into(), String::new(), of.signed_in),
            folder: Some((of.folder, key)),
            with: Surroundings {
                clock: of.clock,
                chance: of.chance,
                table: Arc::default(),
            },
            signed_in_now: false,
            nudges: send_nudges,
            changes,
        };
        let device = Self {
            desk: opening.open().await?,
            driven: Mutex::new(Driven {
                state: State::new(),
                ..Driven::default()
            }),
            nudges: Mutex::new(nudges),
        };
        for input in start(&device.desk).await {
            device.take(input);
        }
        device.wake();
        Ok(device)
    }

    /// Makes a command.
    pub async fn execute(
        &self,
        organisation: OrganisationId,
        command: Command,
    ) -> Result<Executed, Failure> {
        let executed = self.desk.execute(organisation, command).await;
        self.wake();
        Ok(executed?)
    }

    /// Takes back a command that has not left.
    pub async fn undo(&self, id: CommandId) -> Result<(), Failure> {
        let undone = self.desk.undo(id).await;
        self.wake();
        Ok(undone?)
    }

    /// Sends a stuck command again.
    pub async fn retry(&self, id: CommandId) -> Result<(), Failure> {
        let retried = self.desk.retry(id).await;
        self.wake();
        Ok(retried?)
    }

    /// What was made here and what became of it.
    pub async fn outbox(&self) -> Result<OutboxView, Failure> {
        Ok(view::outbox(&self.desk).await?)
    }

    /// What this device holds of an organisation; nothing where it holds no rows.
    pub async fn listing(&self, organisation: OrganisationId) -> Result<Option<Listing>, Failure> {
        let Some(office) = self.desk.known_office(organisation).await else {
            return Ok(None);
        };
        match office.cache().await {
            Some(cache) => Ok(Some(cache.listing().await?)),
            None => Ok(None),
        }
    }

    /// What this device holds of the person's own rows, as JSON.
    pub async fn own_rows(&self) -> Result<Vec<String>, Failure> {
        Ok(self.desk.own.listing().await?)
    }

    /// Whether rows and counts stand beside pending commands without a fault: everything that waits is replayed.
    pub async fn replays(&self, organisation: OrganisationId) -> Result<(), Failure> {
        let office = self.desk.office(organisation).await;
        office.stale().await;
        drop(office.shown(&self.desk).await?);
        Ok(())
    }

    /// Tells sync that time has passed, and everything that commands have told it meanwhile.
    pub fn wake(&self) {
        let nudged: Vec<Nudge> = {
            let mut nudges = self.nudges.lock().unwrap_or_else(PoisonError::into_inner);
            std::iter::from_fn(|| nudges.try_recv().ok()).collect()
        };
        for nudge in nudged {
            match nudge {
                Nudge::Queued {
                    organisation,
                    ready_at,
                } => self.take(Input::Queued {
                    organisation,
                    ready_at,
                }),
                Nudge::Now => self.take(Input::SyncNow),
                Nudge::Stop => {}
            }
        }
        self.take(Input::Time);
    }

    /// The person asks for everything at once.
    pub fn sync_now(&self) {
        self.take(Input::SyncNow);
    }

    /// The doorbell rings.
    pub fn ring(&self, ring: Ring) {
        self.take(Input::Rang(ring));
    }

    /// What sync wants done now; each is handed out once.
    pub fn jobs(&self) -> Vec<Job> {
        std::mem::take(&mut self.driven().jobs)
    }

    /// When sync wants to be woken; none where it waits for something else.
    pub fn wakes_at(&self) -> Option<Tick> {
        self.driven().wake
    }

    /// How often this device found that it held something else than it should, or could not go on where it stood.
    pub fn began_anew(&self) -> usize {
        self.driven().anew
    }

    /// How sync stands, for whoever wonders why nothing moves.
    pub fn standing(&self) -> String {
        format!("{:?}", self.driven().state)
    }

    /// Whether the session has ended, so that somebody has to sign in again.
    pub fn is_signed_out(&self) -> bool {
        self.desk.status() == crate::sync::Status::SignedOut
    }

    /// Does a job to its end, and tells sync of that end.
    pub async fn perform(&self, job: Job) {
        let (inputs, mut happened) = mpsc::unbounded_channel();
        act(&self.desk, job.0, inputs).await;
        while let Ok(input) = happened.try_recv() {
            let anew = matches!(
                input,
                Input::Pulled {
                    end: PullEnd::Anew,
                    ..
                } | Input::PulledMine { end: PullEnd::Anew }
            );
            self.driven().anew += usize::from(anew);
            self.take(input);
        }
        self.wake();
    }

    /// Closes the files.
    pub async fn close(&self) -> Result<(), Failure> {
        Ok(self.desk.close().await?)
    }

    fn driven(&self) -> std::sync::MutexGuard<'_, Driven> {
        self.driven.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn take(&self, input: Input) {
        let mut driven = self.driven();
        let now = self.desk.tick();
        let (state, effects) = step(std::mem::take(&mut driven.state), now, input);
        driven.state = state;
        driven.wake = None;
        for effect in effects {
            match effect {
                Effect::WakeAt(at) => driven.wake = Some(at),
                Effect::Listen => {}
                Effect::Push { .. } | Effect::Pull { .. } | Effect::PullMine => {
                    driven.jobs.push(Job(effect));
                }
            }
        }
        self.desk.stand(driven.state.status(now));
    }
}
