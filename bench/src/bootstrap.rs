//! W1: a fresh device of an administrator receives everything, in a process of its own. The clock runs from its first
//! request for rows until the first page of fifty people is answered.

use std::time::Instant;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use tokio::process::Command;
use url::Url;

use crate::device::Device;
use crate::fill::ADMINISTRATOR;
use crate::ground::Ground;
use crate::line;
use crate::wire::Wire;

/// Measures it.
pub async fn measure(ground: &Ground<'_>) -> Result<()> {
    for run in 1..=ground.plan.runs {
        let mut fresh = Command::new(std::env::current_exe()?);
        fresh.args(["fresh", "--made", "."]);
        fresh.args(["--server", ground.server.url().as_str()]);
        let output = fresh.output().await?;
        let said = String::from_utf8_lossy(&output.stderr);
        ensure!(output.status.success(), "the fresh device failed: {said}");
        let fields: Value = serde_json::from_slice(&output.stdout)?;
        line::print("W1", ground.members(), run, fields);
    }
    Ok(())
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
        // Rows come in pages: no pack is made.
        "server_pack_ms": Value::Null,
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
