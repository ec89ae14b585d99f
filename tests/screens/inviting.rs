//! A code is saved as a picture.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::shown::Shown;

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
