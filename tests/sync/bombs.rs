//! S-52: small files that unpack to much more than this computer has room for are refused, and looking at them takes a device
//! no more than 200 MB.

use std::process::Command;

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use doorward_suite::cast::OLGA;
use doorward_suite::device::Device;
use doorward_suite::house::House;
use doorward_suite::programs;
use serde_json::{Value, json};

/// The most that a device may take at any time, in KiB.
const MOST: u64 = 200 * 1000 * 1000 / 1024;

/// A file of one kind, as `bombs.py` writes it.
fn packed(kind: &str) -> Result<Vec<u8>> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("people.xlsx");
    let mut python = Command::new("/usr/bin/python3");
    python.arg(programs::root().join("tests/support/bombs.py"));
    let written = python.arg(kind).arg(&path).status()?;
    ensure!(written.success(), "{kind} was not written");
    Ok(std::fs::read(&path)?)
}

/// Has a file opened; answers the code of the failure, if it is one.
async fn opens(olga: &mut Device, bytes: &[u8]) -> Option<String> {
    let bytes = BASE64_STANDARD.encode(bytes);
    let act =
        json!({ "do": "import", "step": "open_table", "name": "people.xlsx", "bytes": bytes });
    olga.act(act).await.err().map(|error| format!("{error:#}"))
}

/// How the rows of what is open stand.
async fn counts(house: &House, olga: &mut Device) -> Result<Value> {
    let ask = json!({ "ask": "table", "organisation": house.organisation, "level": "member" });
    Ok(olga.query(ask).await?["table"]["counts"].clone())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s_52_what_unpacks_to_a_gigabyte_is_refused_in_little_memory_rat_4() -> Result<()> {
    let house = House::open().await?;
    let mut olga = Device::of(OLGA, house.server.url()).await?;
    olga.is_up_to_date().await?;
    for (kind, code) in [
        ("gzip", "not_a_table"),
        ("zeros", "table_too_large"),
        ("strings", "table_too_large"),
    ] {
        let bytes = packed(kind)?;
        ensure!(bytes.len() < 2 << 20, "{kind} is small: {}", bytes.len());
        let refused = opens(&mut olga, &bytes).await;
        let refused = refused.with_context(|| format!("{kind} was opened"))?;
        ensure!(refused.contains(code), "{kind}: {refused}");
    }
    // As much as may be unpacked, of the smallest pieces there are; and one line of as much as may be sent.
    opens(&mut olga, &packed("just")?).await;
    let line = "x;".repeat((2 << 20) / 2 - 8);
    opens(&mut olga, line.as_bytes()).await;
    let peak = olga.peak_kib()?;
    ensure!(peak < MOST, "{peak} KiB at most, {MOST} are allowed");
    let plain = opens(&mut olga, &packed("small")?).await;
    ensure!(plain.is_none(), "an honest one of the same make: {plain:?}");
    let counts = counts(&house, &mut olga).await?;
    ensure!(counts["ready"] == 1, "{counts:#}");
    house.server.ensure_no_errors()
}
