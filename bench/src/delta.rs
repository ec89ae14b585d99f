//! W2: a hundred people changed on the server while a device had no network; it syncs. Also with nothing changed, beside
//! the cheapest request that the server answers to somebody it knows.

use std::time::Instant;

use anyhow::{Context, Result, ensure};
use doorward_client::Act;
use doorward_client::contract::{SyncState, ViewName};
use doorward_domain::{Command, CommandId, Name, SetPosition};
use doorward_protocol::PushedCommand;
use doorward_suite::api::Request;
use doorward_suite::ids;
use reqwest::Method;
use serde_json::json;

use crate::ground::{Devices, Ground};
use crate::line;
use crate::measure::{Times, millis};
use crate::person::Person;

/// How many rows change.
const CHANGED: usize = 100;

/// Measures it.
pub async fn measure(ground: &mut Ground<'_>) -> Result<()> {
    let (runs, members) = (ground.plan.runs, ground.members());
    let people = ground.plain_members(CHANGED)?;
    ground.devices().await?;
    for run in 1..=runs {
        let wire_before = cut(ground).await?;
        change(ground, &people, &format!("delta {run}")).await?;
        let (wall, bytes) = receive(ground, &people, &format!("delta {run}"), wire_before).await?;
        let fields = json!({ "changed": CHANGED, "wall_ms": wall, "wire_bytes": bytes });
        line::print("W2", members, run, fields);
    }
    for run in 1..=runs {
        let empty = empty_request(ground).await?;
        let devices = ground.devices().await?;
        let before = devices.wire.down();
        let wall = look(devices).await?;
        let bytes = devices.wire.down() - before;
        let fields = json!({
            "changed": 0, "wall_ms": wall, "wire_bytes": bytes, "empty_request_ms": empty,
        });
        line::print("W2", members, run, fields);
    }
    Ok(())
}

/// Cuts the administrator's way and waits until the device knows; answers the bytes received so far.
async fn cut(ground: &mut Ground<'_>) -> Result<u64> {
    let devices = ground.devices().await?;
    devices.wire.cut();
    devices.administrator.act(Act::SyncNow).await?;
    while devices.administrator.sync().await?.state != SyncState::Offline {
        devices.administrator.changed().await?;
    }
    Ok(devices.wire.down())
}

/// Changes people's positions, in one push of the Owner.
async fn change(ground: &Ground<'_>, people: &[&Person], position: &str) -> Result<()> {
    let mut after = None;
    let mut commands = Vec::new();
    for person in people {
        let id = CommandId(ids::new());
        commands.push(PushedCommand {
            id,
            after,
            command: Command::SetPosition(SetPosition {
                membership: person.membership(),
                position: Some(Name::try_from(position)?),
            }),
        });
        after = Some(id);
    }
    let organisation = ground.organisation.to_string();
    let answer = ground
        .api
        .push(&organisation, &ground.token, &commands)
        .await?;
    ensure!(answer.settled.len() == people.len(), "{answer:?}");
    Ok(())
}

/// Mends the way and waits until the last of the people is here as they are now.
async fn receive(
    ground: &mut Ground<'_>,
    people: &[&Person],
    position: &str,
    before: u64,
) -> Result<(f64, u64)> {
    let organisation = ground.organisation;
    let last = people.last().context("somebody changed")?.membership();
    let devices = ground.devices().await?;
    devices.administrator.forget_changes();
    devices.wire.mend();
    let begun = Instant::now();
    devices.administrator.act(Act::SyncNow).await?;
    loop {
        let (_, at) = devices.administrator.changed().await?;
        let found = devices.administrator.position(organisation, last).await?;
        if found.as_deref() == Some(position) {
            let bytes = devices.wire.down() - before;
            devices.administrator.is_up_to_date(organisation).await?;
            return Ok(((at - begun).as_secs_f64() * 1e3, bytes));
        }
    }
}

/// Asks for everything at once and waits until it is known that there is nothing.
async fn look(devices: &mut Devices) -> Result<f64> {
    devices.administrator.forget_changes();
    let begun = Instant::now();
    devices.administrator.act(Act::SyncNow).await?;
    loop {
        let (views, _) = devices.administrator.changed().await?;
        let stands = views.contains(&ViewName::Sync);
        if stands && devices.administrator.sync().await?.state == SyncState::Idle {
            return Ok(millis(begun));
        }
    }
}

/// The median of requests that are answered with next to nothing.
async fn empty_request(ground: &Ground<'_>) -> Result<f64> {
    let mut times = Times::default();
    for _ in 0..50 {
        let begun = Instant::now();
        let asked = Request::new(Method::GET, "/v1/me").by(&ground.token);
        ensure!(
            ground.api.send(asked).await?.status == 200,
            "/v1/me answers"
        );
        times.add(millis(begun));
    }
    Ok(times.median())
}
