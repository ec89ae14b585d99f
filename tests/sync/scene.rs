//! What the stories share: Olga the Owner and Kadri at the front desk, each with a device, and ways to look at them.

use anyhow::{Context, Result, ensure};
use doorward_domain::{ApproveRequest, Command, Grant, MembershipId, Preset};
use doorward_suite::cast::{KADRI, OLGA, Person};
use doorward_suite::device::Device;
use doorward_suite::house::House;
use serde_json::{Value, json};

/// The house with its two devices.
#[derive(Debug)]
pub struct Scene {
    pub house: House,
    pub olga: Device,
    pub kadri: Device,
}

impl Scene {
    /// Olga owns the house, Kadri works at its front desk, strangers may ask to join, both devices are up to date.
    pub async fn set() -> Result<Self> {
        let house = House::open().await?;
        house.hire(KADRI, Preset::Manager).await?;
        house.take_requests().await?;
        let mut olga = Device::of(OLGA, house.server.url()).await?;
        let mut kadri = Device::of(KADRI, house.server.url()).await?;
        olga.is_up_to_date().await?;
        kadri.is_up_to_date().await?;
        Ok(Self { house, olga, kadri })
    }

    /// Has somebody ask to join; answers their request once both devices show it.
    pub async fn request_of(&mut self, person: Person) -> Result<MembershipId> {
        self.house.asks_to_join(person).await?;
        let request = request_on(&mut self.olga, person).await?;
        ensure!(
            request == request_on(&mut self.kadri, person).await?,
            "both see the same request"
        );
        // A letter on its way when the server is killed is sent again only minutes later.
        self.house.post_is_quiet().await?;
        Ok(request)
    }

    /// The person as a member on both devices.
    pub async fn both_have_member(&mut self, person: Person, level: Preset) -> Result<()> {
        has_member(&mut self.olga, &self.house, person, level)
            .await
            .context("Olga's device")?;
        has_member(&mut self.kadri, &self.house, person, level)
            .await
            .context("Kadri's device")
    }

    /// The entries of the history that are of one kind.
    pub async fn history_of(&self, kind: &str) -> Result<usize> {
        let api = doorward_suite::api::Api::at(self.house.server.url())?;
        let token = api.sign_in(OLGA).await?;
        let path = format!(
            "/v1/organisations/{}/history?limit=200",
            self.house.organisation
        );
        let history: Value = api.get(&path, &token).await?;
        Ok(history
            .to_string()
            .matches(&format!("\"kind\":\"{kind}\""))
            .count())
    }
}

/// A command that approves a request at a level.
pub fn approve(request: MembershipId, level: Preset) -> Command {
    Command::ApproveRequest(ApproveRequest {
        membership: request,
        grant: Grant::of(level),
    })
}

/// Waits until a device shows somebody's open request, and answers it.
pub async fn request_on(device: &mut Device, person: Person) -> Result<MembershipId> {
    let what = format!("{} waits in the list of requests", person.name);
    let id = device.until(&what, json!({ "ask": "requests" }), |view| {
        let row = view["rows"]
            .as_array()?
            .iter()
            .find(|row| row["name"] == person.name)?;
        Some(row["membership"].as_str()?.to_owned())
    });
    Ok(id.await?.parse()?)
}

/// Waits until a device shows somebody as an approved member at a level.
pub async fn has_member(
    device: &mut Device,
    house: &House,
    person: Person,
    level: Preset,
) -> Result<()> {
    let what = format!("{} is a member at {}", person.name, level.key());
    let people = json!({ "ask": "people", "organisation": house.organisation });
    device
        .until(&what, people, |view| {
            let row = view["rows"]
                .as_array()?
                .iter()
                .find(|row| row["name"] == person.name)?;
            let as_meant = row["state"] == "member" && row["level"] == level.key();
            (as_meant && row["pending"].is_null()).then_some(())
        })
        .await
}

/// Waits until the only entry of the outbox came to what is meant, and answers its state.
pub async fn entry_is(
    device: &mut Device,
    what: &str,
    is_meant: impl Fn(&Value) -> bool,
) -> Result<Value> {
    device
        .until(what, json!({ "ask": "outbox" }), |view| {
            let entries = view["entries"].as_array()?;
            let state = &entries.first()?["state"];
            (entries.len() == 1 && is_meant(state)).then(|| state.clone())
        })
        .await
}

/// Whether an entry waits on this computer, held or not.
pub fn is_queued(state: &Value) -> bool {
    matches!(state["is"].as_str(), Some("held" | "waiting" | "sending"))
}

/// Whether an entry took effect.
pub fn is_applied(state: &Value) -> bool {
    state["is"] == "applied"
}
