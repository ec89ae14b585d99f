//! The ground of all workloads: a filled store behind a real server in a process of its own, and two devices that are
//! up to date: one of the Owner, one of an administrator, who is reached over a wire that counts and can be cut.

use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use doorward_domain::OrganisationId;
use doorward_suite::api::Api;
use doorward_suite::server::Server;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::device::Device;
use crate::fill::{ADMINISTRATOR, Filling, OWNER, PASSWORD};
use crate::measure::millis;
use crate::person::Person;
use crate::wire::Wire;

/// Letters go into a folder, hashing is as cheap as it may be, and nobody is too quick.
const CONFIGURATION: &str = r#"
log = "warn"

[mail]
transport = "folder"

[passwords]
memory_kib = 19456
passes = 2

[limits]
sign_in_per_minute = 100000
lookups_per_minute = 100000
sign_ups_per_hour = 100000
requests_per_hour = 100000
"#;

/// Accounts that accept in each run of W6.
pub const ACCEPTING: usize = 200;

/// What is measured, and how often.
#[derive(Debug)]
pub struct Plan {
    /// Everybody of the organisation.
    pub people: Vec<Person>,
    /// What is typed to find people.
    pub searches: Vec<String>,
    /// Whom the organisation invites.
    pub invited: Vec<String>,
    /// How often each workload is measured.
    pub runs: usize,
}

#[derive(Deserialize)]
struct Search {
    q: String,
}

#[derive(Deserialize)]
struct Invited {
    email: String,
}

impl Plan {
    /// Reads the folder that the maker of the workload wrote.
    pub fn read(made: &Path, runs: usize) -> Result<Self> {
        let searches: Vec<Search> = lines(&made.join("queries.ndjson"))?;
        let invited: Vec<Invited> = lines(&made.join("invites.ndjson"))?;
        Ok(Self {
            people: lines(&made.join("members.ndjson"))?,
            searches: searches.into_iter().map(|it| it.q).collect(),
            invited: invited.into_iter().map(|it| it.email).collect(),
            runs,
        })
    }
}

fn lines<T: DeserializeOwned>(file: &PathBuf) -> Result<Vec<T>> {
    let text = std::fs::read_to_string(file).with_context(|| file.display().to_string())?;
    let read = |line| serde_json::from_str(line).with_context(|| String::from(line));
    text.lines().map(read).collect()
}

/// The ground of all workloads.
pub struct Ground<'a> {
    /// What is measured.
    pub plan: &'a Plan,
    /// The server.
    pub server: Server,
    /// The organisation.
    pub organisation: OrganisationId,
    /// The API, for who is no device.
    pub api: Api,
    /// The secret of a session of the Owner.
    pub token: String,
    devices: Option<Devices>,
}

/// The two devices.
pub struct Devices {
    /// The Owner's, straight to the server.
    pub owner: Device,
    /// The administrator's.
    pub administrator: Device,
    /// The administrator's way to the server.
    pub wire: Wire,
}

impl<'a> Ground<'a> {
    /// Fills a store and serves it.
    pub async fn fill(plan: &'a Plan) -> Result<Self> {
        let folder = tempfile::Builder::new()
            .prefix("doorward-bench-server-")
            .tempdir()?;
        std::fs::write(folder.path().join("config.toml"), CONFIGURATION)?;
        let begun = Instant::now();
        let filling = Filling::begin(&folder.path().join("data")).await?;
        let organisation = filling.found().await?;
        filling.join(organisation, &plan.people).await?;
        for run in 1..=plan.runs {
            for email in plan.invited.iter().take(ACCEPTING) {
                filling.account(&of_run(run, email)).await?;
            }
        }
        filling.end().await;
        eprintln!("filled in {:.0} ms", millis(begun));
        let server = Server::start_in(folder).await?;
        let api = Api::at(server.url())?;
        let token = api.sign_in_by(OWNER, PASSWORD).await?;
        Ok(Self {
            plan,
            server,
            organisation,
            api,
            token,
            devices: None,
        })
    }

    /// The devices, which receive everything at the first time.
    pub async fn devices(&mut self) -> Result<&mut Devices> {
        if self.devices.is_none() {
            let begun = Instant::now();
            let wire = Wire::to(self.server.url()).await?;
            let mut owner = Device::of(OWNER, self.server.url()).await?;
            owner.is_up_to_date(self.organisation).await?;
            let mut administrator = Device::of(ADMINISTRATOR, wire.url()).await?;
            administrator.is_up_to_date(self.organisation).await?;
            eprintln!("two devices are up to date after {:.0} ms", millis(begun));
            self.devices = Some(Devices {
                owner,
                administrator,
                wire,
            });
        }
        self.devices.as_mut().context("the devices were made")
    }

    /// Lets the devices go: they would follow everything that is done on the server.
    pub async fn close_devices(&mut self) -> Result<()> {
        if let Some(devices) = self.devices.take() {
            devices.owner.close().await?;
            devices.administrator.close().await?;
        }
        Ok(())
    }

    /// How many people there are.
    pub fn members(&self) -> usize {
        self.plan.people.len()
    }

    /// Members whose rows an administrator may change, each another one.
    pub fn plain_members(&self, many: usize) -> Result<Vec<&'a Person>> {
        let plain = self.plan.people.iter().filter(|it| it.is_plain_member());
        let found: Vec<_> = plain.collect();
        ensure!(!found.is_empty(), "nobody is a plain member");
        let step = (found.len() / many).max(1);
        Ok(found.into_iter().step_by(step).take(many).collect())
    }

    /// Closes the devices, and lets the server go.
    pub async fn end(mut self) -> Result<()> {
        self.close_devices().await?;
        self.server.ensure_no_errors()
    }
}

/// An address that is another one in every run.
pub fn of_run(run: usize, email: &str) -> String {
    format!("r{run}.{email}")
}
