//! Olga and Kadri decide the same request differently, both without a network.

use anyhow::{Context, Result, bail, ensure};
use doorward_domain::{Command, DeclineRequest, MembershipId, Preset};
use doorward_suite::cast::{KADRI, MARTA, OLGA};
use doorward_suite::device::Device;
use serde_json::{Value, json};

use crate::scene::{Scene, approve, entry_is, is_queued};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_two_contrary_decisions_one_wins_and_the_other_learns_who_and_when() -> Result<()> {
    let mut scene = Scene::set().await?;
    let request = scene.request_of(MARTA).await?;
    let letters_before = scene.house.post.letters_to(MARTA.email)?.len();
    let organisation = scene.house.organisation.clone();

    scene.house.server.kill();
    scene
        .olga
        .execute(&organisation, &approve(request, Preset::Member))
        .await?;
    scene
        .kadri
        .execute(&organisation, &decline(request)?)
        .await?;
    for device in [&mut scene.olga, &mut scene.kadri] {
        device.close().await?;
        device.reopen()?;
        entry_is(device, "the decision is queued", is_queued).await?;
    }
    scene.house.server.start_again().await?;

    let of_olga = settled(&mut scene.olga).await?;
    let of_kadri = settled(&mut scene.kadri).await?;
    let (winner, refusal) = match (of_olga["is"].as_str(), of_kadri["is"].as_str()) {
        (Some("applied"), Some("refused")) => (OLGA, &of_kadri["refusal"]),
        (Some("refused"), Some("applied")) => (KADRI, &of_olga["refusal"]),
        _ => bail!("one wins and one is refused: {of_olga} {of_kadri}"),
    };
    ensure!(refusal["code"] == "wrong_status", "{refusal}");
    let decided = &refusal["facts"]["decided"];
    ensure!(
        decided["author"]["name"] == winner.name,
        "the refusal says who decided: {refusal}"
    );
    ensure!(decided["at"].as_i64() > Some(0), "and when: {refusal}");

    scene
        .house
        .post
        .letter(MARTA.email, letters_before + 1)
        .await?;
    scene
        .house
        .letters_in_all(MARTA, letters_before + 1)
        .await?;
    let approved = scene.history_of("request_approved").await?;
    let declined = scene.history_of("request_declined").await?;
    let expected = if winner == OLGA { (1, 0) } else { (0, 1) };
    ensure!(
        (approved, declined) == expected,
        "one decision is in the history"
    );
    both_show_the_same(&mut scene, winner == OLGA).await?;
    scene.house.server.verify_history().await?;
    scene.house.server.ensure_no_errors()
}

fn decline(request: MembershipId) -> Result<Command> {
    let reason = "We could not find you on the list"
        .to_owned()
        .try_into()
        .context("a reason")?;
    Ok(Command::DeclineRequest(DeclineRequest {
        membership: request,
        reason: Some(reason),
    }))
}

async fn settled(device: &mut Device) -> Result<Value> {
    let is_settled = |state: &Value| matches!(state["is"].as_str(), Some("applied" | "refused"));
    entry_is(device, "the decision is settled", is_settled).await
}

/// The loser's device shows what the winner made of it, and keeps its own entry until somebody puts it away.
async fn both_show_the_same(scene: &mut Scene, is_member: bool) -> Result<()> {
    let organisation = scene.house.organisation.clone();
    for device in [&mut scene.olga, &mut scene.kadri] {
        let members = json!({ "ask": "people", "organisation": organisation });
        device
            .until("the devices agree about Marta", members, |view| {
                let found = view["rows"]
                    .as_array()?
                    .iter()
                    .any(|row| row["name"] == MARTA.name);
                (found == is_member).then_some(())
            })
            .await?;
        let requests = device.query(json!({ "ask": "requests" })).await?;
        ensure!(
            requests["total"] == 0,
            "nothing is left to decide: {requests:#}"
        );
    }
    Ok(())
}
