//! A letter that was taken and came back later: the mail server reports it, signed, and whoever invited is told.

use anyhow::{Context, Result, ensure};
use doorward_domain::{
    Command, Delivery, DeliveryState, Grant, InvitePerson, MembershipId, Preset, Record,
};
use doorward_suite::cast::{ANNA, OLGA};
use doorward_suite::house::House;
use doorward_suite::smtp::Letter;
use doorward_suite::{http, ids, wait};
use hmac::{Hmac, KeyInit, Mac};
use serde_json::{Value, json};
use sha2::Sha256;

pub const SECRET: &str = "a-secret-between-them-canary";

/// Reports something as the mail server does; answers the status.
pub async fn report_now(house: &House, body: &Value) -> Result<u16> {
    report(house, now(house).await?, SECRET, body).await
}

/// Reports something at a time, signed with a secret; answers the status.
async fn report(house: &House, at: u64, secret: &str, body: &Value) -> Result<u16> {
    let text = body.to_string();
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes())?;
    mac.update(format!("{at}.{text}").as_bytes());
    let code = mac.finalize().into_bytes();
    let digits: Vec<String> = code.iter().map(|byte| format!("{byte:02x}")).collect();
    let digits = digits.concat();
    let answer = http::client(|it| it)?
        .post(house.server.url().join("/hooks/delivery")?)
        .header("doorward-signature", format!("t={at},v1={digits}"))
        .header("content-type", "application/json")
        .body(text)
        .send()
        .await?;
    Ok(answer.status().as_u16())
}

/// Every delivery that Olga sees.
async fn deliveries(house: &House) -> Result<Vec<Delivery>> {
    let records = house.records(OLGA).await?.into_iter();
    let found = records.filter_map(|sent| {
        if let Record::Delivery(it) = sent.record {
            Some(it)
        } else {
            None
        }
    });
    Ok(found.collect())
}

/// The server's time in seconds, as of the letter that went last.
async fn now(house: &House) -> Result<u64> {
    let deliveries = deliveries(house).await?;
    let steps = deliveries.iter().flat_map(|it| &it.steps);
    let last = steps.map(|step| step.at.0).max();
    Ok(u64::try_from(last.context("a letter has gone")? / 1000)?)
}

/// How the invitation's letter has fared, step by step.
async fn steps(house: &House, membership: MembershipId) -> Result<Vec<DeliveryState>> {
    let found = deliveries(house).await?;
    let found = found.iter().find(|it| it.membership == membership);
    Ok(found
        .map(|it| it.steps.iter().map(|step| step.state).collect())
        .unwrap_or_default())
}

/// A house whose Owner has invited Anna, and the letter.
async fn invited() -> Result<(House, MembershipId, Letter)> {
    let house = House::open_with(&format!("[mail]\nreport_secret = \"{SECRET}\"")).await?;
    let membership = MembershipId(ids::new());
    let invite = InvitePerson {
        membership,
        contact: ANNA.email.parse()?,
        grant: Grant::of(Preset::Staff),
        name: None,
        position: None,
        staff: None,
        locale: None,
        message: None,
    };
    house.command(OLGA, Command::InvitePerson(invite)).await?;
    let letter = house.post.letter(ANNA.email, 1).await?;
    wait::until("the letter is known as sent", async || {
        let sent = [DeliveryState::Queued, DeliveryState::Sent];
        Ok((steps(&house, membership).await? == sent).then_some(()))
    })
    .await?;
    Ok((house, membership, letter))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_report_that_is_not_signed_now_is_heard_by_nobody() -> Result<()> {
    let (house, membership, letter) = invited().await?;

    let now = now(&house).await?;
    let delivered = json!({ "reports": [{ "letter": letter.id, "state": "delivered" }] });
    for (what, at, secret) in [
        ("with another secret", now, "another secret altogether"),
        ("from ten minutes ago", now - 600, SECRET),
        ("from ten minutes ahead", now + 600, SECRET),
    ] {
        let status = report(&house, at, secret, &delivered).await?;
        ensure!(status == 401, "a report {what} is answered {status}");
    }
    let unsigned = http::client(|it| it)?
        .post(house.server.url().join("/hooks/delivery")?)
        .json(&delivered)
        .send()
        .await?;
    ensure!(unsigned.status() == 401, "an unsigned one, too");
    ensure!(
        steps(&house, membership).await? == [DeliveryState::Queued, DeliveryState::Sent],
        "and none of them changes anything"
    );
    let said = house.server.said();
    ensure!(!said.contains(SECRET), "the secret stands in no log (S-18)");
    house.server.ensure_no_errors()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_a_secret_there_is_nobody_to_report_to() -> Result<()> {
    let house = House::open().await?;
    let reports = json!({ "reports": [] });
    ensure!(report(&house, 0, "", &reports).await? == 404);
    house.server.ensure_no_errors()
}
