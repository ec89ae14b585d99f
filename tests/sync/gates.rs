//! Gates that are shut while an invitation waits offline: it is refused in the outbox in the words of the gate, the dialog
//! says it before the next one is written, and so does the page of an invitation that was given before (X9, R-32, R-33,
//! RAT-2).

use anyhow::{Result, ensure};
use doorward_domain::{
    Command, Grant, InvitePerson, Locale, MembershipId, Preset, RevokeInvitation,
};
use doorward_suite::cast::{ANNA, OLGA, Person};
use doorward_suite::device::Device;
use doorward_suite::house::House;
use doorward_suite::visitor::Visitor;
use doorward_suite::{ids, words};
use serde_json::{Value, json};

use crate::scene::{entry_is, is_queued};

const LATE: &str = "late@example.ee";

fn invite(contact: &str) -> Result<(MembershipId, Command)> {
    let membership = MembershipId(ids::new());
    let invite = InvitePerson {
        membership,
        contact: contact.parse()?,
        grant: Grant::of(Preset::Staff),
        name: None,
        position: None,
        staff: None,
        locale: None,
        message: None,
    };
    Ok((membership, invite.into()))
}

/// A house in which Anna is invited, and Olga's device with an invitation that has not been sent.
async fn with_one_queued() -> Result<(House, Device)> {
    let mut house = House::open().await?;
    house.command(OLGA, invite(ANNA.email)?.1).await?;
    house.post.letter(ANNA.email, 1).await?;
    let mut olga = Device::of(OLGA, house.server.url()).await?;
    olga.is_up_to_date().await?;
    house.post_is_quiet().await?;
    house.server.kill();
    let late = invite(LATE)?.1;
    olga.execute(&house.organisation, &late).await?;
    entry_is(&mut olga, "the invitation is queued", is_queued).await?;
    olga.close().await?;
    house.server.start_again().await?;
    Ok((house, olga))
}

/// Opens the device again, and waits until what was queued is refused.
async fn refused(olga: &mut Device) -> Result<Value> {
    olga.reopen()?;
    let state = entry_is(olga, "it is refused", |state| state["is"] == "refused").await?;
    Ok(state["refusal"].clone())
}

/// Waits until the dialog that invites says why not: what the operator set comes with the next page.
async fn is_barred(
    house: &House,
    olga: &mut Device,
    says: impl Fn(&Value) -> Option<bool>,
) -> Result<()> {
    let ask = json!({ "ask": "invite_form", "organisation": house.organisation });
    let is = |form: &Value| says(form).unwrap_or_default().then_some(());
    olga.until("the dialog says why not", ask, is).await
}

/// Waits until the settings tell what the operator set.
async fn settings_say(house: &House, olga: &mut Device, key: &str, word: &str) -> Result<()> {
    let ask = json!({ "ask": "organisation_settings", "organisation": house.organisation });
    let is = |view: &Value| (view[key] == word).then_some(());
    olga.until("the settings say so", ask, is).await
}

/// Whoever was invited before reads on the page why it does not open.
async fn anna_reads(house: &House, sentence: &str) -> Result<()> {
    let letter = house.post.letter(ANNA.email, 1).await?;
    let anna = Visitor::of(Person {
        locale: "en",
        ..ANNA
    })?;
    let page = anna.browser.open_page(&letter.link("/j/")?).await?;
    let (text, said) = (page.text(), words::say(Locale::En, sentence, &[])?);
    ensure!(page.status == 409 && text.contains(&said), "{text}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_waits_offline_is_refused_by_external_sign_in_in_its_own_words_r_33_x9() -> Result<()>
{
    let (house, mut olga) = with_one_queued().await?;
    let id = house.organisation.as_str();
    let shut = ["organisation", "sign-in", id, "external-only"];
    house.server.admin(&shut).await?;
    let refusal = refused(&mut olga).await?;
    ensure!(refusal["code"] == "external_sign_in", "{refusal}");
    let says = |form: &Value| {
        let ways = ["email", "link"].map(|way| form["channels"][way]["code"].clone());
        Some(ways.iter().all(|it| it == "external_sign_in"))
    };
    is_barred(&house, &mut olga, says).await?;
    settings_say(&house, &mut olga, "sign_in", "external_only").await?;
    anna_reads(&house, "refusal-external-sign-in").await?;
    ensure!(house.post.letters_to(LATE)?.is_empty(), "nothing was sent");
    house.server.ensure_no_errors()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_waits_offline_is_refused_by_the_plan_in_its_own_words_r_32() -> Result<()> {
    let (house, mut olga) = with_one_queued().await?;
    let id = house.organisation.as_str();
    let shut = ["organisation", "plan", id, "free"];
    house.server.admin(&shut).await?;
    let refusal = refused(&mut olga).await?;
    ensure!(refusal["code"] == "plan_required", "{refusal}");
    let says = |form: &Value| {
        let mut levels = form["levels"].as_array()?.iter();
        let staff = levels.find(|it| it["level"] == "staff")?;
        Some(staff["refusal"]["code"] == "plan_required")
    };
    is_barred(&house, &mut olga, says).await?;
    settings_say(&house, &mut olga, "plan", "free").await?;
    // what was given before can no longer be given.
    anna_reads(&house, "refusal-giver-lost-right").await?;
    ensure!(house.post.letters_to(LATE)?.is_empty(), "nothing was sent");
    house.server.ensure_no_errors()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_waits_offline_is_refused_by_the_limit_that_is_reached_rat_2() -> Result<()> {
    let (house, mut olga) = with_one_queued().await?;
    for _ in 0..3 {
        let (membership, late) = invite(LATE)?;
        house.command(OLGA, late).await?;
        let back = RevokeInvitation { membership };
        house.command(OLGA, back.into()).await?;
    }
    let refusal = refused(&mut olga).await?;
    let limit = json!({ "code": "limit", "facts": "contact" });
    ensure!(refusal == limit, "{refusal}");
    house.server.ensure_no_errors()
}
