//! A world to look at: a technology park with a past, told to the server's library by a clock that is moved along, and
//! then served by a real server in a process of its own.

pub mod cast;
mod crowd;
mod doors;
mod past;
mod situation;
mod story;

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use doorward_domain::{MembershipId, OrganisationId};
use tempfile::TempDir;

pub use self::situation::Situation;
use crate::server::Server;
use past::Past;

/// The letters of the world go into a folder, hashing is as cheap as it may be, and nobody is too quick.
const CONFIGURATION: &str = r#"
[mail]
transport = "folder"
from = "Doorward <doorward@technopark.example>"

[passwords]
memory_kib = 19456
passes = 2

[limits]
sign_in_per_minute = 10000
lookups_per_minute = 10000
sign_ups_per_hour = 10000
requests_per_hour = 10000
"#;

/// The technology park with its server.
#[derive(Debug)]
pub struct World {
    /// The server, which may be killed and started again.
    pub server: Server,
    /// The park.
    pub organisation: OrganisationId,
    memberships: BTreeMap<&'static str, MembershipId>,
    irina: story::Irina,
    devices: TempDir,
}

impl World {
    /// Tells the park's past and serves it; beside those who have a story it has `crowd` more members.
    pub async fn open(crowd: usize) -> Result<Self> {
        let folder = tempfile::Builder::new()
            .prefix("doorward-world-")
            .tempdir()?;
        std::fs::write(folder.path().join("config.toml"), CONFIGURATION)?;
        let mut past = Past::begin(&folder.path().join("data")).await?;
        let irina = story::tell(&mut past).await?;
        crowd::join(&mut past, crowd).await?;
        let (organisation, memberships) = past.end().await;
        Ok(Self {
            server: Server::start_in(folder).await?,
            organisation,
            memberships,
            irina,
            devices: tempfile::Builder::new()
                .prefix("doorward-devices-")
                .tempdir()?,
        })
    }

    /// The membership of somebody who has a story.
    pub fn membership(&self, called: &str) -> Result<MembershipId> {
        let found = self.memberships.get(called).copied();
        found.with_context(|| format!("nobody is called {called}"))
    }
}
