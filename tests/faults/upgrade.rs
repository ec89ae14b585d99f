//! S-80: a device whose program has become too old keeps its work in order, and sends it when it has been updated.

use anyhow::{Context, Result, ensure};
use doorward_domain::StaffId;
use doorward_suite::cast::OLGA;
use doorward_suite::device::Device;
use doorward_suite::house::House;
use doorward_suite::proxy::Proxy;
use serde_json::{Value, json};

use crate::ground::{are_there_once, note_down};

/// How many commands wait.
const QUEUED: usize = 50;

/// What waits, as it is shown.
async fn waiting(device: &mut Device) -> Result<Vec<String>> {
    let outbox = device.query(json!({ "ask": "outbox" })).await?;
    let entries = outbox["entries"]
        .as_array()
        .context("an outbox has entries")?;
    let mut waiting = Vec::new();
    for entry in entries {
        let state = &entry["state"]["is"];
        ensure!(state != "applied" && state != "refused", "{entry}");
        let id = entry["id"].as_str().context("an entry has an id")?;
        waiting.push(id.to_owned());
    }
    Ok(waiting)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s_80_a_program_that_is_too_old_keeps_fifty_commands_until_it_is_updated() -> Result<()> {
    let mut house = House::open().await?;
    let proxy = Proxy::to(house.server.address()?).await?;
    let mut device = Device::of(OLGA, proxy.url()).await?;
    device.is_up_to_date().await?;
    house.server.kill();
    let (mut made, mut given): (Vec<StaffId>, Vec<String>) = (Vec::new(), Vec::new());
    for number in 0..QUEUED {
        let (staff, command) = note_down(number)?;
        let executed = device.execute(&house.organisation, &command).await?;
        let id = executed["id"].as_str().context("a command has an id")?;
        given.push(id.to_owned());
        made.push(staff);
    }
    let queued = waiting(&mut device).await?;
    ensure!(queued.len() == QUEUED, "{} wait", queued.len());

    proxy.speaks_an_old_version();
    house.server.start_again().await?;
    device.act(json!({ "do": "sync_now" })).await?;
    let too_old = |view: &Value| (view["state"] == "update_needed").then_some(());
    let sync = json!({ "ask": "sync" });
    device
        .until("it is told to update", sync.clone(), too_old)
        .await?;
    ensure!(
        waiting(&mut device).await? == queued,
        "all of it still waits"
    );
    device.kill().await?;
    device.reopen()?;
    device
        .until("it is told again", sync.clone(), too_old)
        .await?;
    ensure!(waiting(&mut device).await? == queued, "in the same order");
    device.close().await?;

    // The update: the same files, and a program that speaks the server's version.
    proxy.speaks_as_it_does();
    device.reopen()?;
    let sent = |view: &Value| (view["state"] == "idle" && view["unsent"] == 0).then_some(());
    device.until("everything is sent", sync, sent).await?;
    let made = made.into_iter().collect();
    are_there_once(&house, &made, &made).await?;
    let history = house.history(OLGA).await?.into_iter().rev();
    let told: Vec<String> = history.filter_map(|it| it.command).collect();
    ensure!(told.ends_with(&given), "in the order in which it was made");
    device.close().await
}
