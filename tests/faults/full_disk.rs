//! S-69, S-70: a disk that is full, under the server and under a device. What cannot be kept is not confirmed, what was
//! confirmed stays, and when there is room again the work goes on without a restart.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use doorward_domain::{CommandId, StaffId};
use doorward_protocol::{Code, Outcome, PushAnswer, PushedCommand};
use doorward_suite::api::{Api, Request};
use doorward_suite::cast::OLGA;
use doorward_suite::device::Device;
use doorward_suite::house::House;
use doorward_suite::ids;
use doorward_suite::rounds::rounds;
use doorward_suite::simulation::Dice;
use reqwest::Method;
use serde_json::{Value, json};

use crate::ground::{are_there_once, note_down};

/// The size of the disks, in KiB.
const DISK: usize = 20 * 1024;
/// How much room is left at most when the disk is filled, in bytes: a transaction or a few.
const LEFT: usize = 256 * 1024;
/// How many commands are pushed at once.
const AT_ONCE: usize = 20;
/// After how many times of being full everything is counted.
const COUNTED: usize = 5;
/// After how many pushes a disk that is all but full must be full.
const SOON: usize = 500;

/// Somebody who pushes to a server, and knows what it confirmed.
struct Desk<'a> {
    house: &'a House,
    api: Api,
    token: String,
    after: Option<CommandId>,
    confirmed: BTreeSet<StaffId>,
    number: usize,
}

impl Desk<'_> {
    fn next(&mut self) -> Result<(Vec<StaffId>, Vec<PushedCommand>)> {
        let (mut staff, mut commands) = (Vec::new(), Vec::new());
        let mut after = self.after;
        for _ in 0..AT_ONCE {
            self.number += 1;
            let (id, command) = note_down(self.number)?;
            staff.push(id);
            let id = CommandId(ids::new());
            let after = after.replace(id);
            commands.push(PushedCommand { id, after, command });
        }
        Ok((staff, commands))
    }

    /// Pushes all of it: everything is confirmed, or the server says that its store is full and nothing is.
    async fn push(&mut self, staff: &[StaffId], commands: &[PushedCommand]) -> Result<bool> {
        let path = format!("/v1/organisations/{}/commands", self.house.organisation);
        let request = Request::new(Method::POST, &path).by(&self.token);
        let reply = self
            .api
            .send(request.json(&json!({ "commands": commands })))
            .await?;
        if reply.status == Code::StoreFull.status() {
            reply.is_problem(Code::StoreFull)?;
            return Ok(false);
        }
        let answer: PushAnswer = reply.success()?;
        let applied = |outcome: &Outcome| matches!(outcome, Outcome::Applied { .. });
        let whole = answer.settled.len() == commands.len()
            && answer.settled.iter().all(|it| applied(&it.outcome));
        ensure!(whole, "{answer:?}");
        self.confirmed.extend(staff);
        self.after = commands.last().map(|it| it.id);
        Ok(true)
    }

    /// What was confirmed is there, whole, and nothing else.
    async fn is_whole(&self) -> Result<()> {
        are_there_once(self.house, &self.confirmed, &self.confirmed).await
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s_69_a_server_with_a_full_disk_keeps_what_it_has_and_goes_on_when_there_is_room()
-> Result<()> {
    let mut dice = Dice::of(69);
    let house = House::open_on_small_disk(DISK).await?;
    let api = Api::at(house.server.url())?;
    let token = api.sign_in(OLGA).await?;
    let mut desk = Desk {
        house: &house,
        api,
        token,
        after: None,
        confirmed: BTreeSet::new(),
        number: 0,
    };
    for round in 0..rounds(20, 100) {
        let left = u64::try_from(dice.below(LEFT))?;
        house.server.disk()?.fill(left)?;
        let mut refused = None;
        for _ in 0..SOON {
            let (staff, commands) = desk.next()?;
            if !desk.push(&staff, &commands).await? {
                refused = Some((staff, commands));
                break;
            }
        }
        let (staff, commands) = refused.context("the disk is full")?;
        // Reading works as before; the session is one that is there already.
        let me: Value = desk.api.get("/v1/me", &desk.token).await?;
        ensure!(me["name"] == OLGA.name, "{me}");
        house.server.disk()?.free()?;
        if round % COUNTED == 0 {
            desk.is_whole().await?;
        }
        ensure!(
            desk.push(&staff, &commands).await?,
            "there is room again, and nothing was started anew"
        );
    }
    desk.is_whole().await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s_70_a_device_with_a_full_disk_says_so_and_pretends_nothing() -> Result<()> {
    let mut dice = Dice::of(70);
    let mut house = House::open().await?;
    let mut device = Device::open_on_small_disk(house.server.url(), DISK).await?;
    device.sign_in(OLGA).await?;
    device.is_up_to_date().await?;
    house.server.kill();
    let (mut confirmed, mut number) = (BTreeSet::new(), 0);
    for _ in 0..rounds(20, 100) {
        device.disk()?.fill(u64::try_from(dice.below(LEFT))?)?;
        let mut said = None;
        for _ in 0..SOON {
            number += 1;
            let (staff, command) = note_down(number)?;
            match device.execute(&house.organisation, &command).await {
                Ok(_) => drop(confirmed.insert(staff)),
                Err(error) => {
                    said = Some(error.to_string());
                    break;
                }
            }
        }
        let said = said.context("the disk is full")?;
        ensure!(said.contains("not_saved"), "it says what happened: {said}");
        holds(&mut device, confirmed.len()).await?;
        device.disk()?.free()?;
        let (staff, command) = note_down(number)?;
        device.execute(&house.organisation, &command).await?;
        confirmed.insert(staff);
        device.kill().await?;
        device.reopen()?;
        holds(&mut device, confirmed.len()).await?;
        device.is_whole().await?;
    }
    house.server.start_again().await?;
    device.act(json!({ "do": "sync_now" })).await?;
    let sent = |view: &Value| (view["state"] == "idle" && view["unsent"] == 0).then_some(());
    device
        .until("everything is sent", json!({ "ask": "sync" }), sent)
        .await?;
    are_there_once(&house, &confirmed, &confirmed).await?;
    device.close().await
}

/// Fails unless so many commands wait.
async fn holds(device: &mut Device, count: usize) -> Result<()> {
    let outbox = device.query(json!({ "ask": "outbox" })).await?;
    let entries = outbox["entries"].as_array().map_or(0, Vec::len);
    ensure!(entries == count, "{count} wait, {entries} are shown");
    Ok(())
}
