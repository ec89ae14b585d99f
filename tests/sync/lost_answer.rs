//! The answer to a push is lost on the way: the device learns what became of it, and nothing happens twice.

use anyhow::{Context, Result, ensure};
use doorward_domain::{Command, MembershipId, Preset, SuspendMember};
use doorward_suite::cast::{KADRI, OLGA, STEFAN};
use doorward_suite::device::Device;
use doorward_suite::proxy::Proxy;
use serde_json::json;

use crate::scene::{Scene, approve, entry_is, is_applied, is_queued, request_on};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_lost_answer_is_made_up_for_when_the_device_is_opened_again() -> Result<()> {
    let mut scene = Scene::set().await?;
    let request = scene.request_of(STEFAN).await?;
    let letters_before = scene.house.post.letters_to(STEFAN.email)?.len();
    let proxy = Proxy::to(scene.house.server.address()?).await?;
    let mut tablet = Device::of(KADRI, proxy.url()).await?;
    tablet.is_up_to_date().await?;
    ensure!(
        request == request_on(&mut tablet, STEFAN).await?,
        "the tablet shows the request, too"
    );

    proxy.lose(1);
    tablet
        .execute(&scene.house.organisation, &approve(request, Preset::Staff))
        .await?;
    entry_is(&mut tablet, "the approval is queued", is_queued).await?;
    // Closing hands over what is queued; the tablet does not hear what became of it.
    tablet.close().await?;
    proxy.lost(1).await?;
    tablet.reopen()?;
    entry_is(&mut tablet, "the approval took effect", is_applied).await?;

    scene.both_have_member(STEFAN, Preset::Staff).await?;
    scene
        .house
        .post
        .letter(STEFAN.email, letters_before + 1)
        .await?;
    scene
        .house
        .letters_in_all(STEFAN, letters_before + 1)
        .await?;
    ensure!(
        scene.history_of("request_approved").await? == 1,
        "it is in the history once"
    );
    tablet.close().await?;
    scene.house.server.verify_history().await?;
    scene.house.server.ensure_no_errors()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_lost_answer_is_asked_for_again_without_a_second_effect() -> Result<()> {
    let scene = Scene::set().await?;
    scene.house.post_is_quiet().await?;
    let letters_before = scene.house.post.letters_to(KADRI.email)?.len();
    let proxy = Proxy::to(scene.house.server.address()?).await?;
    let mut tablet = Device::of(OLGA, proxy.url()).await?;
    tablet.is_up_to_date().await?;
    let members = json!({ "ask": "people", "organisation": scene.house.organisation });
    let members = tablet.query(members).await?;
    let row = members["rows"]
        .as_array()
        .and_then(|rows| rows.iter().find(|row| row["name"] == KADRI.name));
    let kadri: MembershipId = row
        .and_then(|row| row["membership"].as_str())
        .context("Kadri is a member")?
        .parse()?;

    // With the doorbell cut nobody tells the tablet, so it has to send again.
    proxy.silence_the_doorbell();
    proxy.lose(2);
    let suspend = Command::SuspendMember(SuspendMember { membership: kadri });
    let executed = tablet.execute(&scene.house.organisation, &suspend).await?;
    ensure!(
        executed["held_ms"] == 0,
        "taking access away never waits: {executed}"
    );
    proxy.lost(2).await?;
    entry_is(&mut tablet, "the suspension took effect", is_applied).await?;

    scene
        .house
        .post
        .letter(KADRI.email, letters_before + 1)
        .await?;
    scene
        .house
        .letters_in_all(KADRI, letters_before + 1)
        .await?;
    ensure!(
        scene.history_of("member_suspended").await? == 1,
        "it is in the history once"
    );
    tablet.close().await?;
    scene.house.server.verify_history().await?;
    scene.house.server.ensure_no_errors()
}
