//! Olga invites Anna by e-mail as Staff; Anna follows the letter's link, signs up, accepts; everybody has her.

use anyhow::{Result, ensure};
use doorward_domain::{Command, Grant, InvitePerson, MembershipId, Preset};
use doorward_suite::cast::{ANNA, OLGA};
use doorward_suite::ids;
use doorward_suite::visitor::Visitor;
use serde_json::json;

use crate::scene::{Scene, entry_is, is_applied};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_invited_person_follows_the_letter_and_is_a_member_on_both_devices() -> Result<()> {
    let mut scene = Scene::set().await?;
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
    let executed = scene
        .olga
        .execute(&scene.house.organisation, &Command::InvitePerson(invite))
        .await?;
    ensure!(
        executed["held_ms"].as_u64() > Some(0),
        "an invitation can be undone for a while: {executed}"
    );
    // Closing ends the wait: what is in the outbox is sent when Doorward is opened again.
    scene.olga.close().await?;
    scene.olga.reopen()?;
    entry_is(&mut scene.olga, "the invitation took effect", is_applied).await?;

    let letter = scene.house.post.letter(ANNA.email, 1).await?;
    let anna = Visitor::of(ANNA)?;
    let link = letter.link("/j/")?;
    anna.browser.open_page(&link).await?.ok()?;
    anna.browser.open_page(&link).await?.ok()?;
    let invitations =
        json!({ "ask": "people", "organisation": scene.house.organisation, "states": ["invited"] });
    let view = scene.olga.query(invitations).await?;
    ensure!(
        view["rows"][0]["state"] == "invited",
        "fetching the page changes nothing: {view:#}"
    );

    anna.accept(&link).await?;
    scene.both_have_member(ANNA, Preset::Staff).await?;

    // The letter of the invitation alone: nobody is told of what they did themselves.
    scene.house.letters_in_all(ANNA, 1).await?;
    let olgas = scene.house.post.letters_to(OLGA.email)?;
    ensure!(
        olgas.iter().any(|letter| letter.text.contains(ANNA.name)),
        "Olga hears that Anna accepted: {olgas:#?}"
    );
    scene.house.server.verify_history().await?;
    scene.house.server.ensure_no_errors()
}
