//! W1: a fresh device of an administrator receives everything, in a process of its own. The clock runs from its first
//! request for rows until the first page of fifty people is answered. The pack that the server sends was made after a
//! device before it had asked for everything; how long that took is told beside.

use std::io::Read;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use tokio::process::Command;
use tokio::time::sleep;
use url::Url;

use crate::device::Device;
use crate::fill::ADMINISTRATOR;
use crate::ground::Ground;
use crate::line;
use crate::wire::Wire;

/// Measures it.
pub async fn measure(ground: &Ground<'_>) -> Result<()> {
    let in_pages = device_process(ground).await?;
    eprintln!("in pages, while the pack is made: {in_pages}");
    let took = packed(ground).await?;
    for run in 1..=ground.plan.runs {
        let mut fields = device_process(ground).await?;
        fields["server_pack_ms"] = took.into();
        line::print("W1", ground.members(), run, fields);
    }
    Ok(())
}

async fn device_process(ground: &Ground<'_>) -> Result<Value> {
    let mut fresh = Command::new(std::env::current_exe()?);
    fresh.args(["fresh", "--made", "."]);
    fresh.args(["--server", ground.server.url().as_str()]);
    let output = fresh.output().await?;
    let said = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "the fresh device failed: {said}");
    eprint!("{said}");
    Ok(serde_json::from_slice(&output.stdout)?)
}

/// Waits until the pack lies there; answers the milliseconds that making it took, as it says itself.
async fn packed(ground: &Ground<'_>) -> Result<u64> {
    let begun = Instant::now();
    loop {
        let files = std::fs::read_dir(ground.server.data().join("packs"));
        for file in files.into_iter().flatten() {
            let path = file?.path();
            if path.extension().is_some_and(|end| end == "pack") {
                let mut head = [0; 512];
                std::fs::File::open(path)?.read_exact(&mut head)?;
                let head: Value = serde_json::from_slice(&head)?;
                return head["took_ms"].as_u64().context("a pack says it");
            }
        }
        ensure!(begun.elapsed() < Duration::from_mins(2), "no pack is made");
        sleep(Duration::from_millis(100)).await;
    }
}

/// The process of one fresh device: prints what it took.
pub async fn fresh(server: &Url) -> Result<()> {
    let wire = Wire::to(server).await?;
    let mut device = Device::of(ADMINISTRATOR, wire.url()).await?;
    let answered = loop {
        if let Some(organisation) = device.organisation().await?
            && !device.people(organisation, None).await?.rows.is_empty()
        {
            break Instant::now();
        }
        device.changed().await?;
    };
    let asked = wire.asked().context("the device asked for rows")?;
    let fields = json!({
        "wall_ms": (answered - asked).as_secs_f64() * 1e3,
        "wire_bytes": wire.down(),
        "rss_peak_kb": peak()?,
        "store_bytes": device.stored()?,
    });
    println!("{fields}");
    device.close().await
}

/// The most memory that this process has held, in KiB.
fn peak() -> Result<u64> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let number = line.and_then(|line| line.split_whitespace().next());
    Ok(number.context("the system tells the peak")?.parse()?)
}
