//! Rights that end are over at once, on every server and in every stream (SES-2, SES-3); organisations that are switched
//! off and on.

use std::time::Instant;

use anyhow::{Result, ensure};
use doorward_domain::{Command, EndMembership, Preset};
use doorward_protocol::{Code, Outcome, Ring};
use doorward_suite::api::{Reply, Request};
use doorward_suite::bell::Bell;
use doorward_suite::browser::Browser;
use doorward_suite::cast::{ANNA, ERIK, KADRI};
use doorward_suite::device::Device;
use doorward_suite::ids;
use doorward_suite::rounds::rounds;
use doorward_suite::visitor::Visitor;
use doorward_suite::wait;
use reqwest::Method;
use serde_json::{Value, json};
use tokio::task::JoinSet;

use crate::scene::{AT_ONCE, Scene};

fn refused(outcome: &Outcome) -> bool {
    matches!(outcome, Outcome::Refused { .. })
}

fn note_down() -> Result<Command> {
    let make = json!({ "type": "make_staff_record", "staff": ids::new(), "name": "Somebody" });
    Ok(serde_json::from_value(make)?)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s_35_a_demotion_through_one_server_is_in_force_at_the_other_at_once() -> Result<()> {
    let scene = Scene::set().await?;
    for trial in 0..rounds(20, 1000) {
        let outcome = scene.push(&scene.there, &scene.kadri, note_down()?).await?;
        ensure!(
            matches!(outcome, Outcome::Applied { .. }),
            "trial {trial}: {outcome:?}"
        );
        scene.level(Preset::Member).await?;
        let outcome = scene.push(&scene.there, &scene.kadri, note_down()?).await?;
        ensure!(refused(&outcome), "trial {trial}: {outcome:?}");
        scene.level(Preset::Administrator).await?;
    }
    scene.are_calm()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s_34_a_stream_says_within_a_second_that_access_is_over() -> Result<()> {
    let scene = Scene::set().await?;
    let organisation = scene.organisation()?;
    let mut bell = Bell::listen(scene.sibling.url(), &scene.kadri).await?;
    let stands = |ring: &Ring| {
        matches!(ring, Ring::Organisation { id, .. } if *id == organisation).then_some(())
    };
    bell.rings("where the organisation stands", stands).await?;
    let (row, _) = scene.row(KADRI).await?;
    let end = EndMembership { membership: row.id };
    scene.push(&scene.here, &scene.olga, end.into()).await?;
    let begun = Instant::now();
    let over = |ring: &Ring| {
        matches!(ring, Ring::AccessEnded { organisation: Some(id) } if *id == organisation)
            .then_some(())
    };
    bell.rings("that access has ended", over).await?;
    ensure!(begun.elapsed() < AT_ONCE, "after {:?}", begun.elapsed());
    let changes = format!("/v1/organisations/{organisation}/changes");
    let asked = Request::new(Method::GET, &changes).by(&scene.kadri);
    scene.there.send(asked).await?.is_problem(Code::NotFound)?;
    scene.are_calm()
}

/// Of what a device shows, one organisation is gone with its people and the other is there.
fn is_left(session: &Value, left: &str, stays: &str) -> Option<()> {
    let known = session["organisations"].as_array()?;
    let of = |id: &str| known.iter().find(|it| it["id"] == id);
    let (left, stays) = (of(left)?, of(stays)?);
    let is_gone = left["gone"] == true && left["people"] == 0;
    (is_gone && stays["gone"] == false && stays["people"] == 1).then_some(())
}

/// The only entry of an outbox is one that was refused.
fn is_refused(outbox: &Value) -> Option<()> {
    let entries = outbox["entries"].as_array()?;
    let refusal = &entries.first()?["state"]["refusal"];
    (entries.len() == 1 && !refusal.is_null()).then_some(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s_36_a_device_that_is_online_drops_what_its_person_sees_no_more() -> Result<()> {
    let scene = Scene::set().await?;
    let other = scene
        .found(&scene.there, &scene.kadri, "Kadri's own")
        .await?;
    let mut device = Device::of(KADRI, scene.sibling.url()).await?;
    device.is_up_to_date().await?;
    let session = json!({ "ask": "session" });
    let both = |view: &Value| {
        let known = view["organisations"].as_array()?;
        let full = known.iter().filter(|it| it["people"].as_u64() > Some(0));
        (full.count() == 2).then_some(())
    };
    device
        .until("both are there", session.clone(), both)
        .await?;
    let people = json!({ "ask": "people", "organisation": scene.house.organisation });
    let shown = device.query(people.clone()).await?;
    ensure!(
        shown["rows"].as_array().is_some_and(|it| it.len() == 2),
        "{shown}"
    );
    // It is held for ten seconds, so it is still in the outbox when access ends.
    let invite = json!({ "type": "invite_person", "membership": ids::new(), "contact": ANNA.email,
        "grant": { "level": "staff" } });
    let invite = serde_json::from_value(invite)?;
    device.execute(&scene.house.organisation, &invite).await?;
    let (row, _) = scene.row(KADRI).await?;
    let end = EndMembership { membership: row.id };
    scene.push(&scene.here, &scene.olga, end.into()).await?;
    let gone = |view: &Value| is_left(view, &scene.house.organisation, &other);
    device
        .until("that organisation alone is gone", session, gone)
        .await?;
    let outbox = json!({ "ask": "outbox" });
    device
        .until("what waited is shown as refused", outbox, is_refused)
        .await?;
    let shown = device.query(people).await;
    let empty = |view: &Value| view["rows"].as_array().is_none_or(Vec::is_empty);
    ensure!(shown.as_ref().map_or(true, empty), "{shown:?}");
    // The file may just be on its way out.
    let kept = wait::until("what is left is read", async || {
        Ok(device.contents().await.ok())
    });
    let kept = kept.await?.to_string();
    ensure!(
        !kept.contains("Olga Ivanova"),
        "no row of it is left in its files: {kept}"
    );
    device.close().await?;
    scene.are_calm()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s_37_an_account_that_is_suspended_is_out_everywhere_and_stays_signed_out() -> Result<()> {
    let scene = Scene::set().await?;
    let mut bell = Bell::listen(scene.sibling.url(), &scene.kadri).await?;
    let second = scene.here.sign_in(KADRI).await?;
    scene
        .house
        .server
        .admin(&["account", "suspend", KADRI.email])
        .await?;
    let begun = Instant::now();
    let over = |ring: &Ring| matches!(ring, Ring::AccessEnded { organisation: None }).then_some(());
    bell.rings("that the session has ended", over).await?;
    ensure!(begun.elapsed() < AT_ONCE, "after {:?}", begun.elapsed());
    for (api, token) in [(&scene.there, &scene.kadri), (&scene.here, &second)] {
        let me = Request::new(Method::GET, "/v1/me").by(token);
        api.send(me).await?.is_problem(Code::SignedOut)?;
    }
    scene
        .house
        .server
        .admin(&["account", "resume", KADRI.email])
        .await?;
    for (api, token) in [(&scene.there, &scene.kadri), (&scene.here, &second)] {
        let me = Request::new(Method::GET, "/v1/me").by(token);
        api.send(me).await?.is_problem(Code::SignedOut)?;
    }
    scene.there.sign_in(KADRI).await?;
    scene.are_calm()
}

/// Asks so many times at once, at both servers in turn, who is signed in by a secret.
fn replay(scene: &Scene, secret: &str, times: usize) -> JoinSet<Result<Reply>> {
    let mut replays = JoinSet::new();
    for number in 0..times {
        let api = [&scene.here, &scene.there][number % 2].clone();
        let me = Request::new(Method::GET, "/v1/me").by(secret);
        replays.spawn(async move { api.send(me).await });
    }
    replays
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s_38_a_secret_that_was_signed_out_opens_nothing_again() -> Result<()> {
    let scene = Scene::set().await?;
    let mut meanwhile = replay(&scene, &scene.kadri, 100);
    let out = Request::new(Method::DELETE, "/v1/sessions/current").by(&scene.kadri);
    let reply = scene.there.send(out).await?;
    ensure!(reply.status == 204, "{reply:?}");
    let mut after = replay(&scene, &scene.kadri, 100);
    while let Some(reply) = after.join_next().await {
        reply??.is_problem(Code::SignedOut)?;
    }
    while let Some(reply) = meanwhile.join_next().await {
        let reply = reply??;
        // Before it was out, or after: nothing in between.
        if reply.status != 200 {
            reply.is_problem(Code::SignedOut)?;
        }
    }
    scene.are_calm()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s_38_a_cookie_that_was_signed_out_opens_nothing_again() -> Result<()> {
    let scene = Scene::set().await?;
    let here = scene.house.server.url();
    let browser = Browser::of(KADRI, here).await?;
    let account = here.join("/me/account")?;
    // The button ends every other session, that of the device included.
    let form = browser.open_page(&account).await?.ok()?;
    let form = form.form("form:has(button[value=sign-out-others])")?;
    let form = form.press("do", "sign-out-others");
    browser.send_form(&form).await?.ok()?;
    let me = Request::new(Method::GET, "/v1/me").by(&scene.kadri);
    let ended = scene.there.send(me).await?;
    ended.is_problem(Code::SignedOut)?;
    let stays = browser.open_page(&account).await?;
    ensure!(stays.url.path() == "/me/account", "this browser stays");

    // A copy of the cookies as they are now, as somebody would have who took them.
    let copy = browser.with_its_cookies(here)?;
    let mut meanwhile = JoinSet::new();
    for _ in 0..100 {
        let (copy, account) = (copy.clone(), account.clone());
        meanwhile.spawn(async move { copy.open_page(&account).await });
    }
    let form = browser.open_page(&here.join("/sign-out")?).await?.ok()?;
    let form = form.form("main form")?;
    browser.send_form(&form).await?.ok()?;
    while let Some(page) = meanwhile.join_next().await {
        let path = page??.url.path().to_owned();
        ensure!(["/me/account", "/sign-in"].contains(&&*path), "{path}");
    }
    let mut after = JoinSet::new();
    for _ in 0..100 {
        let (copy, account) = (copy.clone(), account.clone());
        after.spawn(async move { copy.open_page(&account).await });
    }
    while let Some(page) = after.join_next().await {
        let path = page??.url.path().to_owned();
        ensure!(path == "/sign-in", "the old cookie opened {path}");
    }
    scene.are_calm()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s_40_an_organisation_that_is_switched_off_is_there_for_nobody_until_it_is_on_again()
-> Result<()> {
    let scene = Scene::set().await?;
    let organisation = &scene.house.organisation;
    let invite = json!({ "type": "invite_person", "membership": ids::new(), "contact": ANNA.email,
        "grant": { "level": "staff" } });
    scene
        .push(&scene.here, &scene.olga, serde_json::from_value(invite)?)
        .await?;
    let letter = scene.house.post.letter(ANNA.email, 1).await?;
    scene.house.take_requests().await?;
    let erik = Visitor::of(ERIK)?;
    erik.sign_up(&scene.house).await?;
    let erik = scene.there.sign_in(ERIK).await?;
    let admin = async |what: &str| {
        let asked = ["organisation", what, organisation];
        scene.house.server.admin(&asked).await
    };
    admin("deactivate").await?;
    let changes = format!("/v1/organisations/{organisation}/changes");
    for (api, token) in [(&scene.here, &scene.olga), (&scene.there, &scene.kadri)] {
        let asked = Request::new(Method::GET, &changes).by(token);
        api.send(asked).await?.is_problem(Code::NotFound)?;
        let commands =
            json!({ "commands": [{ "id": ids::new(), "after": null, "command": note_down()? }] });
        let push = Request::new(
            Method::POST,
            &format!("/v1/organisations/{organisation}/commands"),
        );
        api.send(push.by(token).json(&commands))
            .await?
            .is_problem(Code::NotFound)?;
    }
    let asks = json!({ "type": "request_to_join", "membership": ids::new() });
    let asks = json!({ "commands": [{ "id": ids::new(), "after": null, "command": asks }] });
    let commands = format!("/v1/organisations/{organisation}/commands");
    let asks = Request::new(Method::POST, &commands).by(&erik).json(&asks);
    let refused = scene.there.send(asks.clone()).await?;
    refused.is_problem(Code::NotFound)?;
    let path = letter.link("/j/")?.path().to_owned();
    let page = doorward_suite::http::client(|it| it)?
        .get(scene.house.server.url().join(&path)?)
        .send()
        .await?;
    ensure!(
        page.status() == 410,
        "an invitation into it works no more: {}",
        page.status()
    );
    admin("activate").await?;
    let asked = Request::new(Method::GET, &changes).by(&scene.olga);
    ensure!(
        scene.here.send(asked).await?.status == 200,
        "it is there again"
    );
    scene.house.take_invitation(ANNA).await?;
    let taken = scene.there.send(asks).await?;
    ensure!(taken.status == 200, "as are requests: {taken:?}");
    scene.are_calm()
}
