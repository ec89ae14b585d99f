//! The answer to a push is lost on the way: the device sends again, and nothing happens twice.

use anyhow::{Result, ensure};
use doorward_domain::Preset;
use doorward_suite::cast::{KADRI, STEFAN};
use doorward_suite::device::Device;
use doorward_suite::proxy::Proxy;

use crate::scene::{Scene, approve, entry_is, is_applied, is_queued, is_up_to_date, request_on};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_lost_answer_is_asked_for_again_without_a_second_effect() -> Result<()> {
    let mut scene = Scene::set().await?;
    let request = scene.request_of(STEFAN).await?;
    let letters_before = scene.house.post.letters_to(STEFAN.email)?.len();
    let proxy = Proxy::to(scene.house.server.address()?, "/commands").await?;
    let mut tablet = Device::of(KADRI, proxy.url()).await?;
    is_up_to_date(&mut tablet, KADRI).await?;
    ensure!(
        request == request_on(&mut tablet, STEFAN).await?,
        "the tablet shows the request, too"
    );

    proxy.lose(2);
    tablet
        .execute(&scene.house.organisation, &approve(request, Preset::Staff))
        .await?;
    entry_is(&mut tablet, "the approval is queued", is_queued).await?;
    tablet.close().await?;
    tablet.reopen().await?;
    proxy.lost(2).await?;
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
