//! A device's side of the API, as far as the store's tests need it.

use anyhow::{Context, Result};
use doorward_protocol::{Changes, Mine, Push, PushedCommand};
use doorward_server::execute::Caller;
use reqwest::Method;
use serde_json::Value;

use crate::house::House;

/// A device that talks to the API.
pub struct Net {
    client: reqwest::Client,
    address: String,
    token: String,
    organisation: String,
}

impl Net {
    pub async fn of(house: &House, address: &str, caller: &Caller) -> Result<Self> {
        // A second provider would be the same one.
        drop(rustls::crypto::ring::default_provider().install_default());
        Ok(Self {
            client: reqwest::Client::builder().build()?,
            address: address.to_owned(),
            token: house.session(caller).await?,
            organisation: house.organisation.to_string(),
        })
    }

    /// Status and body of a request to this organisation.
    pub async fn get(&self, path: &str) -> Result<(u16, Value)> {
        let address = format!(
            "{}/v1/organisations/{}/{path}",
            self.address, self.organisation
        );
        let answer = self
            .client
            .get(address)
            .bearer_auth(&self.token)
            .send()
            .await?;
        Ok((answer.status().as_u16(), answer.json().await?))
    }

    /// One page of the person's own feed.
    pub async fn mine(&self, cursor: Option<&str>) -> Result<Mine> {
        let cursor = cursor.map_or_else(String::new, |cursor| format!("?cursor={cursor}"));
        let address = format!("{}/v1/me/changes{cursor}", self.address);
        let answer = self.client.get(address).bearer_auth(&self.token);
        let body: Value = answer.send().await?.json().await?;
        serde_json::from_value(body.clone()).with_context(|| body.to_string())
    }

    /// The status of a request that changes something of the person's own.
    pub async fn send(&self, method: Method, path: &str, body: &Value) -> Result<u16> {
        let address = format!("{}/v1/{path}", self.address);
        let request = self.client.request(method, address).json(body);
        let answer = request.bearer_auth(&self.token).send().await?;
        Ok(answer.status().as_u16())
    }

    /// Pushes commands of its device; answers the id of the request.
    pub async fn push(&self, commands: &[PushedCommand]) -> Result<String> {
        let path = format!(
            "{}/v1/organisations/{}/commands",
            self.address, self.organisation
        );
        let push = Push {
            commands: commands.to_vec(),
        };
        let request = self.client.post(path).json(&push).bearer_auth(&self.token);
        let answer = request.send().await?.error_for_status()?;
        let id = answer.headers().get("x-request-id").context("an id")?;
        Ok(id.to_str()?.to_owned())
    }

    /// One page of the feed.
    pub async fn changes(&self, cursor: Option<&str>) -> Result<Changes> {
        let path = cursor.map_or_else(
            || "changes".to_owned(),
            |cursor| format!("changes?cursor={cursor}"),
        );
        let (status, body) = self.get(&path).await?;
        serde_json::from_value(body.clone()).with_context(|| format!("{status}: {body}"))
    }
}
