//! A world to look at: a technology park with a past, told to the server's library by a clock that is moved along, and
//! then served by a real server in a process of its own.

pub mod cast;
mod computer;
mod crowd;
mod doors;
pub mod hostile;
pub mod monday;
mod past;
mod plan;
mod situation;
mod story;

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use doorward_domain::{LevelRef, MembershipId, OrganisationId};
use reqwest::Method;
use serde_json::Value;
use tempfile::TempDir;
use url::Url;

pub use self::doors::USED_UP;
pub use self::situation::Situation;
use crate::api::{Api, Request};
use crate::server::{Server, configuration};
use crate::smtp::PostOffice;
use cast::{PASSWORD, PIRET};
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
organisations_per_hour = 10000
"#;

/// The technology park with its server.
#[derive(Debug)]
pub struct World {
    /// The server, which may be killed and started again.
    pub server: Server,
    /// The park.
    pub organisation: OrganisationId,
    memberships: BTreeMap<&'static str, MembershipId>,
    levels: story::Levels,
    irina: story::Irina,
    devices: TempDir,
}

impl World {
    /// Tells the park's past and serves it; beside those who have a story it has `crowd` more members.
    pub async fn open(crowd: usize) -> Result<Self> {
        Self::told(CONFIGURATION, (crowd, 0), doors::one_used_up).await
    }

    /// The park with so many more people who ask to join, each with an answer to a question.
    pub async fn asked_by(waiting: usize) -> Result<Self> {
        Self::told(CONFIGURATION, (0, waiting), doors::one_used_up).await
    }

    /// The park on a Monday morning on which fifty people wait; its letters go to our post office.
    pub async fn on_monday(post: &PostOffice) -> Result<Self> {
        Self::told(&configuration("sqlite", post), (0, 0), monday::plan).await
    }

    /// The park full of people who try to run scripts in whatever shows them.
    pub async fn under_attack() -> Result<Self> {
        Self::told(CONFIGURATION, (0, 0), hostile::plan).await
    }

    async fn told(
        configuration: &str,
        (crowd, waiting): (usize, usize),
        more: story::More,
    ) -> Result<Self> {
        let folder = tempfile::Builder::new()
            .prefix("doorward-world-")
            .tempdir()?;
        std::fs::write(folder.path().join("config.toml"), configuration)?;
        let mut past = Past::begin(&folder.path().join("data")).await?;
        let (irina, levels) = story::tell(&mut past, more).await?;
        crowd::join(&mut past, crowd).await?;
        crowd::ask(&mut past, waiting).await?;
        let (organisation, memberships) = past.end().await;
        Ok(Self {
            server: Server::start_in(folder).await?,
            organisation,
            memberships,
            levels,
            irina,
            devices: tempfile::Builder::new()
                .prefix("doorward-devices-")
                .tempdir()?,
        })
    }

    /// A level of the park's own.
    pub fn level(&self, name: &str) -> Result<LevelRef> {
        story::level(&self.levels, name)
    }

    /// The secret link of an open invitation, as its giver is shown it.
    pub async fn invitation_link(&self, called: &str) -> Result<Url> {
        let api = Api::at(self.server.url())?;
        let token = api.sign_in_by(&PIRET.email(), PASSWORD).await?;
        let (organisation, membership) = (self.organisation, self.membership(called)?);
        let path = format!("/v1/organisations/{organisation}/invitations/{membership}/link");
        let asking = Request::new(Method::POST, &path).by(&token);
        let shown: Value = api.send(asking).await?.success()?;
        Ok(shown["url"].as_str().context("a link")?.parse()?)
    }

    /// The membership of somebody who has a story.
    pub fn membership(&self, called: &str) -> Result<MembershipId> {
        let found = self.memberships.get(called).copied();
        found.with_context(|| format!("nobody is called {called}"))
    }
}
