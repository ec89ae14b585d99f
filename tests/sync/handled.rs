//! A request that one approver has answered is off every list, and the others hear who answered it.

use anyhow::{Result, ensure};
use doorward_domain::Preset;
use doorward_suite::cast::{KADRI, MARTA, OLGA};
use serde_json::{Value, json};

use crate::scene::{Scene, approve};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_one_has_handled_leaves_the_others_list_and_their_bell_says_who_did_u10() -> Result<()>
{
    let mut scene = Scene::set().await?;
    let request = scene.request_of(MARTA).await?;
    let organisation = scene.house.organisation.clone();
    scene
        .olga
        .execute(&organisation, &approve(request, Preset::Member))
        .await?;
    // Opening again ends the time in which it can be taken back.
    scene.olga.close().await?;
    scene.olga.reopen()?;

    let nobody = |view: &Value| view["rows"].as_array()?.is_empty().then_some(());
    scene
        .kadri
        .until(
            "nobody waits on Kadri's list",
            json!({ "ask": "requests" }),
            nobody,
        )
        .await?;
    let decided = |view: &Value| {
        let rows = view["rows"].as_array()?;
        let mut decided = rows.iter().filter(|row| row["kind"] == "decided");
        let first = decided.next()?.clone();
        Some((first, decided.count()))
    };
    let (told, more) = scene
        .kadri
        .until(
            "Kadri's bell says it is handled",
            json!({ "ask": "bell" }),
            decided,
        )
        .await?;
    ensure!(more == 0, "told once");
    ensure!(
        told["by"] == OLGA.name && told["name"] == MARTA.name,
        "{told}"
    );
    let own = scene.olga.query(json!({ "ask": "bell" })).await?;
    ensure!(
        !own.to_string().contains("\"decided\""),
        "Olga knows what she did: {own}"
    );
    scene.house.post_is_quiet().await?;
    let letters = scene.house.post.letters_to(KADRI.email)?;
    let about = letters.iter().filter(|it| it.subject.contains(MARTA.name));
    ensure!(
        about.count() == 2,
        "of the request and of the answer: {letters:?}"
    );
    scene.house.server.ensure_no_errors()
}
