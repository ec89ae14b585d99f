//! How the organisation invites is set on screen and holds from then on (ACT-11, ACT-16, R-31, R-50, R-52), and a code
//! is saved as a picture.

use anyhow::{Context, Result, ensure};
use doorward_suite::window::Window;
use serde_json::json;

use crate::shown::Shown;

/// Whether something that is ticked or chosen stands as it is meant to.
async fn stands(window: &Window, css: &str, property: &str) -> Result<serde_json::Value> {
    let script = format!("return document.querySelector(arguments[0]).{property}");
    window.run(&script, vec![json!(css)]).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_set_about_invitations_holds_in_the_dialog_act_11_act_16_r_52() -> Result<()> {
    let mut shown = Shown::at("/invitations/new?by=link").await?;
    let window = &shown.window;
    window.element("[data-testid='link-approval']").await?;
    let approval = "[data-testid='link-approval']";
    ensure!(stands(window, approval, "checked").await? == true);

    shown.go_to("/settings").await?;
    let window = &shown.window;
    window
        .choose("[data-testid='default-level']", "administrator")
        .await?;
    window
        .element("[data-testid='default-level-warns']")
        .await
        .context("Administrator is warned of")?;
    // Emptying the field first would be taken for an answer of its own.
    let typed = "const [field, days] = [document.querySelector(arguments[0]), arguments[1]]; field.value = days; field.dispatchEvent(new Event('change', { bubbles: true }));";
    let term = json!("[data-testid='term-days']");
    window.run(typed, vec![term, json!("3")]).await?;
    window.settles().await?;
    window
        .choose("[data-testid='default-level']", "staff")
        .await?;
    window
        .is_gone("[data-testid='default-level-warns']")
        .await?;
    window.click("[data-testid='links-need-approval']").await?;
    window
        .element("[data-testid='links-need-approval']:not(:checked)")
        .await?;

    shown.go_to("/invitations/new?by=link").await?;
    let window = &shown.window;
    window
        .reads("[data-testid='composer']", "the new term", |it| {
            it.contains("3 days")
        })
        .await?;
    window
        .element("[data-testid='link-approval']:not(:checked)")
        .await?;
    window.click("[data-testid='form-poster']").await?;
    window
        .element("[data-testid='link-approval']:checked:disabled")
        .await
        .context("a poster is always approved")?;
    window.click("[data-testid='way-email']").await?;
    let level = "[data-testid='invite-level']";
    window.element(level).await?;
    ensure!(stands(window, level, "value").await? == "staff");
    shown.close().await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_code_is_saved_as_a_picture_of_any_size() -> Result<()> {
    let shown = Shown::at("/invitations").await?;
    let window = &shown.window;
    window.click("[data-testid='invitation-row']").await?;
    window.click("[data-testid='show-link']").await?;
    window.element("[data-testid='qr'] img").await?;
    window.click("[data-testid='save-code']").await?;
    let said = window
        .reads("[data-testid='toast']", "where it is", |it| {
            it.contains(".svg")
        })
        .await?;
    let path = said.split_once(": ").context("it says where")?.1;
    let path = path.split_once(".svg").context("it is a picture")?.0;
    let saved = std::fs::read_to_string(format!("{path}.svg"))?;
    let drawn = "return decodeURIComponent(document.querySelector('[data-testid=qr] img').src.split(',').slice(1).join(','))";
    let drawn = window.run(drawn, vec![]).await?;
    ensure!(drawn == json!(saved), "it is the code that is shown");
    shown.close().await
}
