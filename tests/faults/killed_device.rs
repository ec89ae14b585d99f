//! S-67: a device that is killed anywhere between a keystroke and the end of its command.

use std::collections::BTreeSet;
use std::time::Duration;

use anyhow::{Result, ensure};
use doorward_suite::cast::OLGA;
use doorward_suite::device::Device;
use doorward_suite::house::House;
use doorward_suite::proxy::{Proxy, Trap};
use doorward_suite::rounds::rounds;
use doorward_suite::simulation::Dice;
use serde_json::json;
use tokio::time::{sleep, timeout};

use crate::ground::{are_there_once, note_down};

/// Where it is killed.
#[derive(Debug, Clone, Copy)]
enum Point {
    /// While it takes the command: before its row in the outbox, or just after.
    Taking,
    /// When it has confirmed the command.
    Confirmed,
    /// While something is on its way, or a moment after that has arrived.
    OnTheWay(Trap),
}

const POINTS: [Point; 6] = [
    Point::Taking,
    Point::Confirmed,
    Point::OnTheWay(Trap::Push),
    Point::OnTheWay(Trap::Answer),
    Point::OnTheWay(Trap::Answered),
    Point::OnTheWay(Trap::Page),
];

/// The longest moment, in microseconds, between a point and the end: about as long as what follows takes.
const MOMENT: usize = 4_000;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s_67_a_device_killed_anywhere_loses_nothing_that_it_confirmed() -> Result<()> {
    let mut dice = Dice::of(67);
    let house = House::open().await?;
    let proxy = Proxy::to(house.server.address()?).await?;
    let mut device = Device::of(OLGA, proxy.url()).await?;
    device.is_up_to_date().await?;
    let (mut confirmed, mut tried) = (BTreeSet::new(), BTreeSet::new());
    let kills = rounds(25, 500);
    for (number, point) in (0..kills).zip(POINTS.into_iter().cycle()) {
        let (staff, command) = note_down(number)?;
        tried.insert(staff);
        let caught = proxy.count_caught();
        if let Point::OnTheWay(trap) = point {
            proxy.set(trap);
        }
        let moment = Duration::from_micros(u64::try_from(dice.below(MOMENT))?);
        let executed = device.execute(&house.organisation, &command);
        let has_confirmed = match point {
            Point::Taking => timeout(moment, executed).await.is_ok_and(|it| it.is_ok()),
            Point::Confirmed => executed.await.is_ok(),
            Point::OnTheWay(_) => {
                executed.await?;
                proxy.caught(caught + 1).await?;
                sleep(moment).await;
                true
            }
        };
        device.kill().await?;
        if has_confirmed {
            confirmed.insert(staff);
        }
        device.reopen()?;
        device.is_whole().await?;
    }
    ensure!(confirmed.len() * 5 >= kills * 4, "most were confirmed");

    let sent =
        |view: &serde_json::Value| (view["state"] == "idle" && view["unsent"] == 0).then_some(());
    device
        .until("everything is sent", json!({ "ask": "sync" }), sent)
        .await?;
    let outbox = device.query(json!({ "ask": "outbox" })).await?;
    let entries = outbox["entries"].as_array().map_or(&[][..], Vec::as_slice);
    let applied = entries.iter().filter(|it| it["state"]["is"] == "applied");
    ensure!(
        applied.count() == entries.len() && entries.len() >= confirmed.len(),
        "every command has one end: {outbox:#}"
    );
    are_there_once(&house, &confirmed, &tried).await?;
    device.close().await?;
    house.server.ensure_no_errors()
}
