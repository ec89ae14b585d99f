//! Many are invited from a workbook as spreadsheets save it: looked at, sent once, and what became of each row is dealt
//! with as a whole (BEL-28, BEL-29, S-53).

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use doorward_suite::cast::{ANNA, OLGA, Person};
use doorward_suite::device::Device;
use doorward_suite::house::House;
use doorward_suite::visitor::Visitor;
use serde_json::{Value, json};

use crate::reported::{SECRET, report_now};

/// Six residents with their flats, first names in three alphabets, a phone that a spreadsheet took for a number, and a slip;
/// on a second sheet something else.
const RESIDENTS: &[u8] = include_bytes!("../support/tables/residents.xlsx");
const GOOD: [&str; 4] = [
    "onne@residents.example",
    "ilinca@residents.example",
    "anna.s@residents.example",
    "bounces@residents.example",
];

fn step(step: &str, more: Value) -> Value {
    let mut act = json!({ "do": "import", "step": step });
    if let (Some(act), Value::Object(more)) = (act.as_object_mut(), more) {
        act.extend(more);
    }
    act
}

/// Has the workbook looked at; answers how its rows stand.
async fn looks(house: &House, olga: &mut Device) -> Result<Value> {
    let bytes = BASE64_STANDARD.encode(RESIDENTS);
    let name = "residents.xlsx";
    olga.act(step("open_table", json!({ "name": name, "bytes": bytes })))
        .await?;
    let ask = json!({ "ask": "table", "organisation": house.organisation, "level": "member" });
    Ok(olga.query(ask).await?["table"]["counts"].clone())
}

/// Olga's device with a batch that has reached the server, and the batch's id.
async fn sent(house: &House, olga: &mut Device) -> Result<String> {
    let counts = looks(house, olga).await?;
    ensure!(
        counts["ready"] == 4 && counts["to_fix"] == 2,
        "what would come of it: {counts:#}"
    );
    let given = json!({ "organisation": house.organisation, "level": "member", "locale": null, "message": null });
    olga.act(step("send_table", given)).await?;
    // Opening again ends the time in which they can be taken back.
    olga.close().await?;
    olga.reopen()?;
    let batches = olga
        .until("the batch is sent", json!({ "ask": "batches" }), |view| {
            let batch = &view["batches"][0];
            (batch["sent"] == 4).then(|| batch.clone())
        })
        .await?;
    ensure!(batches["to_fix"] == 2, "{batches:#}");
    Ok(batches["id"].as_str().context("a batch has an id")?.into())
}

/// Saves the rows that did not go: as they came, with what is wrong with each.
async fn saves_what_is_left(olga: &mut Device, batch: &str) -> Result<()> {
    let saved = olga
        .query(json!({
            "ask": "save_rows", "batch": batch, "heading": "doorward_error",
            "errors": [[5, "Add the country"], [7, "Two @ signs"]],
        }))
        .await?;
    let path = saved["path"].as_str().context("it says where")?;
    let text = std::fs::read_to_string(path)?;
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
    ensure!(lines.len() == 3, "the headings and what did not go: {text}");
    ensure!(
        lines[0].contains("Квартира") && lines[0].ends_with("doorward_error"),
        "with the original columns: {text}"
    );
    ensure!(
        lines[1].contains("37255512345") && lines[1].contains("Add the country"),
        "{text}"
    );
    Ok(())
}

/// What is done to a whole batch can be taken back as a whole while it is held (RULES 6).
async fn is_taken_back(olga: &mut Device, batch: &str) -> Result<()> {
    olga.act(step("revoke_batch", json!({ "batch": batch })))
        .await?;
    let waiting = olga.query(json!({ "ask": "outbox" })).await?;
    ensure!(
        waiting["waiting"] == 3,
        "three are to be revoked: {waiting:#}"
    );
    let other = json!({ "batch": batch, "revoked": false });
    let refused = olga.act(step("undo_batch", other)).await;
    ensure!(refused.is_err(), "nothing was sent again");
    let undo = json!({ "batch": batch, "revoked": true });
    olga.act(step("undo_batch", undo)).await?;
    let outbox = olga.query(json!({ "ask": "outbox" })).await?;
    ensure!(outbox["waiting"] == 0, "nothing goes: {outbox:#}");
    Ok(())
}

/// Nobody had another invitation but the one whose letter came back.
fn everybody_was_invited_once(house: &House) -> Result<()> {
    for address in GOOD {
        let many = if address == GOOD[3] { 2 } else { 1 };
        let letters = house.post.letters_to(address)?;
        ensure!(letters.len() >= many, "{address} was written to");
        let invitations = letters.iter().filter(|it| it.link("/j/").is_ok()).count();
        ensure!(
            invitations == many,
            "{address} was invited {many} times: {invitations}"
        );
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_workbook_is_sent_and_its_batch_dealt_with_as_a_whole_bel_28_bel_29() -> Result<()> {
    let house = House::open_with(&format!("[mail]\nreport_secret = \"{SECRET}\"")).await?;
    let mut olga = Device::of(OLGA, house.server.url()).await?;
    olga.is_up_to_date().await?;
    let batch = sent(&house, &mut olga).await?;
    for address in GOOD {
        house.post.letter(address, 1).await?;
    }
    let ask = json!({ "ask": "batch", "batch": batch });

    // One comes back: what failed goes again, and nothing else does.
    let letter = house.post.letter(GOOD[3], 1).await?;
    let bounced = json!({ "reports": [{ "letter": letter.id, "state": "bounced", "reason": "550 5.1.1 no" }] });
    ensure!(report_now(&house, &bounced).await? == 204);
    olga.until("the bounce is known", ask.clone(), |view| {
        (view["resendable"] == 1).then_some(())
    })
    .await?;
    olga.act(step("resend_batch", json!({ "batch": batch })))
        .await?;
    olga.close().await?;
    olga.reopen()?;
    house.post.letter(GOOD[3], 2).await?;

    // The same file again invites nobody twice.
    let counts = looks(&house, &mut olga).await?;
    ensure!(
        counts["ready"] == 0,
        "everybody in it is invited: {counts:#}"
    );
    olga.act(step("close_table", json!({}))).await?;

    // One accepts; of the others everything is revoked.
    let onne = Visitor::of(Person {
        email: GOOD[0],
        ..ANNA
    })?;
    onne.accept(&house.post.letter(GOOD[0], 1).await?.link("/j/")?)
        .await?;
    olga.until("the acceptance is known", ask.clone(), |view| {
        (view["accepted"] == 1 && view["revocable"] == 3).then_some(())
    })
    .await?;
    saves_what_is_left(&mut olga, &batch).await?;
    is_taken_back(&mut olga, &batch).await?;
    olga.act(step("revoke_batch", json!({ "batch": batch })))
        .await?;
    olga.close().await?;
    olga.reopen()?;
    olga.until("the rest is revoked", ask, |view| {
        (view["accepted"] == 1 && view["revocable"] == 0).then_some(())
    })
    .await?;
    everybody_was_invited_once(&house)?;
    let ilinca = Visitor::of(ANNA)?;
    let link = house.post.letter(GOOD[1], 1).await?.link("/j/")?;
    let page = ilinca.browser.open_page(&link).await?;
    ensure!(
        page.status == 410,
        "a revoked link is dead: {}",
        page.status
    );
    house.server.verify_history().await?;
    house.server.ensure_no_errors()
}
