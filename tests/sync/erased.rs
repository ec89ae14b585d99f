//! Ștefan asks to join and deletes his account while Kadri's decision about him waits: devices keep no word of him.

use anyhow::{Result, ensure};
use doorward_domain::{Command, DeclineRequest, Note};
use doorward_suite::cast::STEFAN;
use doorward_suite::house::House;
use doorward_suite::visitor::Visitor;
use serde_json::json;

use crate::scene::{Scene, entry_is, is_queued, request_on};

/// What Kadri wrote about him, and nobody else would.
const WORDS: &str = "Quarrelsome on the staircase";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn devices_keep_no_word_of_somebody_who_deleted_their_account_r_60_r_63() -> Result<()> {
    let mut scene = Scene::set().await?;
    let stefan = scene.house.asks_to_join(STEFAN).await?;
    let request = request_on(&mut scene.olga, STEFAN).await?;
    request_on(&mut scene.kadri, STEFAN).await?;
    scene.house.post_is_quiet().await?;

    scene.house.server.kill();
    let reason = Some(Note::try_from(WORDS.to_owned())?);
    let decline = Command::DeclineRequest(DeclineRequest {
        membership: request,
        reason,
    });
    let organisation = scene.house.organisation.clone();
    scene.kadri.execute(&organisation, &decline).await?;
    entry_is(&mut scene.kadri, "the decision waits", is_queued).await?;
    scene.kadri.close().await?;
    scene.house.server.start_again().await?;
    delete_account(&scene.house, &stefan).await?;

    let gone = |view: &serde_json::Value| (view["total"] == 0).then_some(());
    let requests = json!({ "ask": "requests" });
    scene.olga.until("he waits no more", requests, gone).await?;
    scene.kadri.reopen()?;
    let ask = json!({ "ask": "outbox" });
    let outbox = scene
        .kadri
        .until("nothing is said of him", ask, |view| {
            let said = view.to_string();
            let state = &view["entries"].as_array()?.first()?["state"];
            let silent = !said.contains(WORDS) && !said.contains(STEFAN.name);
            (silent && state["is"] == "refused").then(|| view.clone())
        })
        .await?;
    ensure!(outbox["entries"].as_array().is_some_and(|it| it.len() == 1));
    for device in [&mut scene.olga, &mut scene.kadri] {
        for ask in ["people", "history", "requests"] {
            let question = json!({ "ask": ask, "organisation": organisation });
            let shown = device.query(question).await?.to_string();
            ensure!(!shown.contains(STEFAN.name), "{ask}: {shown}");
            ensure!(!shown.contains(STEFAN.email), "{ask}: {shown}");
        }
    }
    Ok(())
}

/// On the page of his account, with his name and password.
pub async fn delete_account(house: &House, who: &Visitor) -> Result<()> {
    let page = house.server.url().join("/me/account")?;
    let page = who.browser.open_page(&page).await?.ok()?;
    let form = page.form("main form:has(button[value=delete])")?;
    let form = form
        .with("name", who.person.name)?
        .with("password", who.person.password)?;
    let done = who
        .browser
        .send_form(&form.press("do", "delete"))
        .await?
        .ok()?;
    ensure!(
        done.html.contains(who.person.name).eq(&false),
        "{}",
        done.html
    );
    Ok(())
}
