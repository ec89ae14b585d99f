//! Ștefan asks to join; the server dies; Kadri approves; her device is closed and opened; the server comes back.

use anyhow::{Result, ensure};
use doorward_domain::Preset;
use doorward_suite::cast::STEFAN;
use serde_json::json;

use crate::scene::{Scene, approve, entry_is, is_applied, is_queued};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_decision_made_without_a_server_lands_once_when_it_is_back() -> Result<()> {
    let mut scene = Scene::set().await?;
    let request = scene.request_of(STEFAN).await?;
    let letters_before = scene.house.post.letters_to(STEFAN.email)?.len();

    scene.house.server.kill();
    let executed = scene
        .kadri
        .execute(&scene.house.organisation, &approve(request, Preset::Staff))
        .await?;
    ensure!(
        executed["certain"] == true,
        "the device knows all that the decision rests on: {executed}"
    );
    entry_is(&mut scene.kadri, "the approval is queued", is_queued).await?;

    scene.kadri.close().await?;
    scene.kadri.reopen()?;
    entry_is(&mut scene.kadri, "the approval is still queued", is_queued).await?;
    let waiting = scene.kadri.query(json!({ "ask": "requests" })).await?;
    ensure!(
        waiting["total"] == 0,
        "what Kadri decided waits no more on her screen: {waiting:#}"
    );

    // Not even a power cut loses what was queued.
    scene.kadri.kill().await?;
    scene.kadri.reopen()?;
    entry_is(
        &mut scene.kadri,
        "the approval is queued after a kill",
        is_queued,
    )
    .await?;

    scene.house.server.start_again().await?;
    entry_is(&mut scene.kadri, "the approval took effect", is_applied).await?;
    scene.both_have_member(STEFAN, Preset::Staff).await?;

    let letter = scene
        .house
        .post
        .letter(STEFAN.email, letters_before + 1)
        .await?;
    scene
        .house
        .letters_in_all(STEFAN, letters_before + 1)
        .await?;
    ensure!(
        letter.text.contains("Orchard Street"),
        "the letter says who approved: {letter:#?}"
    );
    ensure!(
        scene.history_of("request_approved").await? == 1,
        "it is in the history once"
    );
    scene.house.server.verify_history().await?;
    scene.house.server.ensure_no_errors()
}
