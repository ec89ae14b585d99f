//! Two servers over one PostgreSQL database, on which everybody may make organisations; Kadri uses the second of them.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use doorward_domain::{
    ChangeGrant, Command, CommandId, Grant, Membership, OrganisationId, Preset, Record, Version,
};
use doorward_protocol::{Outcome, PushedCommand};
use doorward_suite::api::{Api, Request};
use doorward_suite::cast::{KADRI, OLGA, Person};
use doorward_suite::house::House;
use doorward_suite::server::Server;
use doorward_suite::{ids, postgres};
use reqwest::Method;
use serde_json::{Value, json};

/// How soon what is over has to be over everywhere.
pub const AT_ONCE: Duration = Duration::from_secs(1);

/// A house with two servers; Kadri is an Administrator and uses the other one.
pub struct Scene {
    pub house: House,
    pub sibling: Server,
    pub here: Api,
    pub there: Api,
    pub olga: String,
    pub kadri: String,
}

impl Scene {
    pub async fn set() -> Result<Self> {
        let house = House::open_on_with(&postgres::database().await?, "sign_up = 'open'").await?;
        let sibling = house.server.start_sibling().await?;
        house.hire(KADRI, Preset::Administrator).await?;
        let (here, there) = (Api::at(house.server.url())?, Api::at(sibling.url())?);
        let (olga, kadri) = (here.sign_in(OLGA).await?, there.sign_in(KADRI).await?);
        Ok(Self {
            house,
            sibling,
            here,
            there,
            olga,
            kadri,
        })
    }

    /// Somebody's membership, as Olga sees it.
    pub async fn row(&self, person: Person) -> Result<(Membership, Version)> {
        let found = self
            .house
            .records(OLGA)
            .await?
            .into_iter()
            .find_map(|sent| {
                let Record::Membership(row) = sent.record else {
                    return None;
                };
                let name = row.name.as_ref()?.as_str();
                let is_theirs = name == person.name;
                is_theirs.then_some((*row, Version::Revision(sent.revision)))
            });
        found.with_context(|| format!("{} has a row", person.name))
    }

    pub async fn push(&self, api: &Api, token: &str, command: Command) -> Result<Outcome> {
        let pushed = PushedCommand {
            id: CommandId(ids::new()),
            after: None,
            command,
        };
        let answer = api.push(&self.house.organisation, token, &[pushed]).await?;
        let settled = answer.settled.into_iter().next().context("it is settled")?;
        Ok(settled.outcome)
    }

    /// Makes an organisation of somebody's own; answers its id.
    pub async fn found(&self, api: &Api, token: &str, name: &str) -> Result<String> {
        let request = Request::new(Method::POST, "/v1/organisations").by(token);
        let made: Value = api
            .send(request.json(&json!({ "name": name })))
            .await?
            .success()?;
        let id = made["id"].as_str().context("it has an id")?;
        Ok(id.to_owned())
    }

    /// Gives Kadri another level, through the first server.
    pub async fn level(&self, level: Preset) -> Result<()> {
        let (row, based_on) = self.row(KADRI).await?;
        let change = ChangeGrant {
            membership: row.id,
            grant: Grant::of(level),
            based_on,
            note: None,
        };
        let outcome = self.push(&self.here, &self.olga, change.into()).await?;
        ensure!(matches!(outcome, Outcome::Applied { .. }), "{outcome:?}");
        Ok(())
    }

    pub fn organisation(&self) -> Result<OrganisationId> {
        Ok(self.house.organisation.parse()?)
    }

    pub fn are_calm(&self) -> Result<()> {
        self.house.server.ensure_no_errors()?;
        self.sibling.ensure_no_errors()
    }
}
