//! One device: its files, what sync wants done on it, what is on its way, and how its network stands.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context, Result, anyhow, bail};
use doorward_client::{ByHand, Job, Listing, Materials};
use doorward_domain::{CommandId, Moment, OrganisationId, Record, RecordKey};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

use super::clocks::DeviceClock;
use super::crowd::Who;
use super::dice::{DeviceDice, Dice};
use super::ground::Ground;
use super::wire::{Exchange, Happening, Wire};

/// One device.
#[derive(Debug)]
pub struct Device {
    /// Whose.
    pub who: Who,
    /// Where its files are.
    pub folder: PathBuf,
    /// Its clocks.
    pub clock: Arc<DeviceClock>,
    chance: Arc<DeviceDice>,
    by_hand: Option<Arc<ByHand>>,
    signed_in: doorward_protocol::SignedIn,
    /// When its person proved who they are, by the secret of each session.
    pub proved: BTreeMap<String, Moment>,
    waiting: Vec<Job>,
    flights: Vec<Flight>,
    sender: mpsc::UnboundedSender<Happening>,
    happenings: mpsc::UnboundedReceiver<Happening>,
    /// Whether requests get through.
    pub up: bool,
    /// Whether answers get through.
    pub down: bool,
    /// What was made on it, and in which organisation.
    pub made: BTreeMap<CommandId, OrganisationId>,
    /// What was taken back before it left.
    pub undone: BTreeSet<CommandId>,
    /// At which revisions of organisations that it holds nothing of its doorbell rang.
    pub rings: BTreeSet<(OrganisationId, u64)>,
    /// How often earlier runs of the program began a feed anew, and how often new sessions made them.
    anew: usize,
    sessions: usize,
}

/// A job that waits for its network.
#[derive(Debug)]
struct Flight {
    task: JoinHandle<()>,
    exchange: Exchange,
}

impl Device {
    /// A new device of somebody.
    pub async fn new(
        who: Who,
        folder: PathBuf,
        (ground, dice): (&Ground, &mut Dice),
    ) -> Result<Self> {
        let signed_in = ground.sign_in(who, dice.id()).await?;
        let (sender, happenings) = mpsc::unbounded_channel();
        let mut device = Self {
            who,
            folder,
            clock: Arc::new(DeviceClock::showing(ground.now())),
            chance: Arc::new(DeviceDice::of(dice.next())),
            by_hand: None,
            proved: BTreeMap::from([(signed_in.token.clone(), ground.now())]),
            signed_in,
            waiting: Vec::new(),
            flights: Vec::new(),
            sender,
            happenings,
            up: true,
            down: true,
            made: BTreeMap::new(),
            undone: BTreeSet::new(),
            rings: BTreeSet::new(),
            anew: 0,
            sessions: 0,
        };
        device.open().await?;
        Ok(device)
    }

    async fn open(&mut self) -> Result<()> {
        let materials = Materials {
            folder: self.folder.clone(),
            signed_in: self.signed_in.clone(),
            carrier: Arc::new(Wire(self.sender.clone())),
            clock: Arc::<DeviceClock>::clone(&self.clock),
            chance: Arc::<DeviceDice>::clone(&self.chance),
        };
        self.by_hand = Some(Arc::new(ByHand::open(materials).await?));
        self.collect()
    }

    /// The program, which runs.
    pub fn program(&self) -> Result<&Arc<ByHand>> {
        self.by_hand.as_ref().context("the program is closed")
    }

    /// The secret of its session.
    pub fn token(&self) -> &str {
        &self.signed_in.token
    }

    /// Ends the program in the middle of everything, and starts it again.
    pub async fn restart(&mut self) -> Result<()> {
        for flight in self.flights.drain(..) {
            flight.task.abort();
            // Whether it was cancelled or had just ended, it is over.
            drop(flight.task.await);
        }
        self.waiting.clear();
        if let Some(program) = self.by_hand.take() {
            self.anew += program.began_anew();
            program.close().await?;
        }
        self.open().await
    }

    /// The person signs in again, as they have to when the session is over.
    pub async fn sign_in_again(&mut self, (ground, dice): (&Ground, &mut Dice)) -> Result<()> {
        self.signed_in = ground.sign_in(self.who, dice.id()).await?;
        self.proved
            .insert(self.signed_in.token.clone(), ground.now());
        self.sessions += 1;
        self.restart().await
    }

    /// How often a feed began anew for another reason than a new session, whose cursors are others: never, unless
    /// something was passed over or kept too long (SYN-7).
    pub fn lost_its_place(&self, feeds: usize) -> Result<usize> {
        let anew = self.anew + self.program()?.began_anew();
        Ok(anew.saturating_sub(self.sessions * feeds))
    }

    /// Takes up what sync wants done.
    pub fn collect(&mut self) -> Result<()> {
        let mut jobs = self.program()?.jobs();
        self.waiting.append(&mut jobs);
        Ok(())
    }

    /// How many jobs wait to be begun.
    pub const fn waiting(&self) -> usize {
        self.waiting.len()
    }

    /// How many requests are on their way.
    pub const fn on_the_way(&self) -> usize {
        self.flights.len()
    }

    /// What is asked by a request on its way.
    pub fn asked(&self, at: usize) -> Result<&super::wire::Asked> {
        Ok(&self
            .flights
            .get(at)
            .context("a request on its way")?
            .exchange
            .asked)
    }

    /// Begins a job, up to its first request.
    pub async fn begin(&mut self, at: usize) -> Result<String> {
        let job = self.waiting.remove(at);
        let (name, program) = (job.name(), Arc::clone(self.program()?));
        let sender = self.sender.clone();
        let task = tokio::spawn(async move {
            program.perform(job).await;
            drop(program);
            // Nobody listens any more when the story is over.
            drop(sender.send(Happening::Done));
        });
        self.goes_on(task).await?;
        Ok(name)
    }

    /// Takes a request off the network; [`Self::resume`] says how the job goes on after it was answered or lost.
    pub fn take(&mut self, at: usize) -> (JoinHandle<()>, Exchange) {
        let Flight { task, exchange } = self.flights.remove(at);
        (task, exchange)
    }

    /// Waits until a job asks again or ends.
    pub async fn goes_on(&mut self, task: JoinHandle<()>) -> Result<()> {
        match self
            .happenings
            .recv()
            .await
            .context("a device that says something")?
        {
            Happening::Asked(exchange) => self.flights.push(Flight { task, exchange }),
            Happening::Done => task
                .await
                .map_err(|error| anyhow!("a job broke: {error}"))?,
        }
        self.collect()
    }

    /// Lets time pass here, and tells sync.
    pub fn pass(&mut self, millis: u64) -> Result<()> {
        self.clock.pass(millis);
        self.program()?.wake();
        self.collect()
    }

    /// What it holds of an organisation.
    pub async fn listing(&self, organisation: OrganisationId) -> Result<Option<Listing>> {
        Ok(self.program()?.listing(organisation).await?)
    }

    /// The versions that it holds of an organisation.
    pub async fn seen(&self, organisation: OrganisationId) -> Result<BTreeMap<RecordKey, u64>> {
        let Some(listing) = self.listing(organisation).await? else {
            return Ok(BTreeMap::new());
        };
        let key = |(_, revision, body): &(String, u64, String)| {
            let record: Record = serde_json::from_str(body)?;
            Ok((record.key(organisation), *revision))
        };
        listing.rows.iter().map(key).collect()
    }

    /// Closes it.
    pub async fn close(&mut self) -> Result<()> {
        if !self.flights.is_empty() {
            bail!("something is on its way still");
        }
        if let Some(program) = self.by_hand.take() {
            program.close().await?;
        }
        Ok(())
    }
}
