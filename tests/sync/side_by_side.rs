//! Two accounts at two servers on one device: one list of what waits, each decision for the account that may make it, and
//! what one server does not hear of waits while the other has its own.

use anyhow::{Context, Result, ensure};
use doorward_domain::{MembershipId, Preset};
use doorward_suite::cast::{ERIK, MARTA, OLGA, STEFAN};
use doorward_suite::device::Device;
use doorward_suite::house::House;
use serde_json::{Value, json};

use crate::scene::approve;

/// Who waits where, in the order of the list.
fn waiting(view: &Value) -> Option<Vec<(String, String, MembershipId)>> {
    let rows = view["rows"].as_array()?.iter();
    rows.map(|row| {
        let name = row["name"].as_str()?.to_owned();
        let organisation = row["organisation"].as_str()?.to_owned();
        let membership = row["membership"].as_str()?.parse().ok()?;
        Some((name, organisation, MembershipId(membership)))
    })
    .collect()
}

/// How many commands of each account no server has settled.
fn unsent(view: &Value) -> Option<Vec<u64>> {
    let accounts = view["accounts"].as_array()?.iter();
    accounts.map(|it| it["unsent"].as_u64()).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_accounts_at_two_servers_are_one_work_list_btx_15() -> Result<()> {
    let (street, mut quay) = two_houses().await?;
    let mut device = Device::of(OLGA, street.server.url()).await?;
    let at_quay = json!({
        "do": "sign_in", "server": quay.server.url(), "email": OLGA.email, "password": OLGA.password,
    });
    device.act(at_quay).await?;
    let all = |view: &Value| waiting(view).filter(|rows| rows.len() == 3);
    let rows = device
        .until(
            "all three are in one list",
            json!({ "ask": "requests" }),
            all,
        )
        .await?;
    let wanted = [
        (STEFAN.name, &street.organisation),
        (MARTA.name, &quay.organisation),
        (ERIK.name, &street.organisation),
    ];
    let shown = rows.iter().map(|(name, of, _)| (name.as_str(), of));
    ensure!(
        shown.eq(wanted),
        "those that wait longest come first: {rows:?}"
    );
    belongs_to_two(&mut device).await?;

    quay.server.kill();
    for (_, organisation, membership) in &rows {
        device
            .execute(organisation, &approve(*membership, Preset::Member))
            .await?;
    }
    // Closing ends the time in which they can be taken back.
    device.close().await?;
    device.reopen()?;
    let one_side = |view: &Value| unsent(view).filter(|each| each == &[0, 1]);
    device
        .until(
            "the street has its two, the quay's waits",
            json!({ "ask": "sync" }),
            one_side,
        )
        .await?;
    street.letters_in_all(STEFAN, 2).await?;

    quay.server.start_again().await?;
    device.act(json!({ "do": "sync_now" })).await?;
    let all_sent = |view: &Value| unsent(view).filter(|each| each == &[0, 0]);
    device
        .until("the quay has its own", json!({ "ask": "sync" }), all_sent)
        .await?;
    let nobody = |view: &Value| waiting(view).filter(Vec::is_empty);
    device
        .until("nobody waits", json!({ "ask": "requests" }), nobody)
        .await?;
    quay.letters_in_all(MARTA, 2).await?;
    leaves_one(&mut device, &quay).await
}

/// Two houses at two servers, both Olga's, at whose doors three people wait by turns.
async fn two_houses() -> Result<(House, House)> {
    let street = House::open().await?;
    let quay = House::open().await?;
    for house in [&street, &quay] {
        house.take_requests().await?;
    }
    street.asks_to_join(STEFAN).await?;
    quay.asks_to_join(MARTA).await?;
    street.asks_to_join(ERIK).await?;
    Ok((street, quay))
}

/// Each account stands by itself with what it belongs to, the one that signed in last in front.
async fn belongs_to_two(device: &mut Device) -> Result<()> {
    let session = device.query(json!({ "ask": "session" })).await?;
    let accounts = session["accounts"].as_array().context("accounts")?;
    let organisations = session["organisations"]
        .as_array()
        .context("organisations")?;
    ensure!(accounts.len() == 2 && organisations.len() == 2, "{session}");
    ensure!(session["signed_in"] == accounts[1], "{session}");
    let theirs = organisations.iter().map(|it| &it["account"]);
    ensure!(
        theirs.eq(accounts.iter().map(|it| &it["account"])),
        "{session}"
    );
    Ok(())
}

/// One account signs out; what the other works with stays.
async fn leaves_one(device: &mut Device, quay: &House) -> Result<()> {
    let session = device.query(json!({ "ask": "session" })).await?;
    let first = session["accounts"][0]["account"].clone();
    device
        .act(json!({ "do": "sign_out", "account": first, "discard": false }))
        .await?;
    let session = device.query(json!({ "ask": "session" })).await?;
    let organisations = session["organisations"]
        .as_array()
        .context("organisations")?;
    ensure!(
        organisations.len() == 1 && organisations[0]["id"] == quay.organisation.as_str(),
        "{session}"
    );
    Ok(())
}
