//! The ways in for strangers, where their administrators find them.

use anyhow::{Result, ensure};

use crate::shown::Shown;

/// BEL-25, BEL-6: the addresses that people are given stand in the settings, and only those that lead somewhere.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn bel_25_the_settings_tell_the_addresses_for_strangers_while_they_exist() -> Result<()> {
    let shown = Shown::at("/settings").await?;
    let window = &shown.window;
    let value = async |key: &str, part: &str| {
        let css = format!("[data-testid='public-{key}-value']");
        window.reads(&css, part, |text| text.contains(part)).await
    };
    let application = value("application", "/c/").await?;
    let id = application.rsplit('/').next().unwrap_or_default();
    value("page", &format!("/o/{id}")).await?;
    value("widget", &format!("data-doorward-members=\"{id}\"")).await?;
    let named = value("id", id).await?;
    ensure!(named == id, "the identifier alone: {named}");
    window.click("[data-testid='copy-widget']").await?;
    window
        .reads("[data-testid='toast'] p", "that it is copied", |text| {
            text == "Copied."
        })
        .await?;
    window.click("[data-testid='accepts-requests']").await?;
    window
        .is_gone("[data-testid='public-application-value']")
        .await?;
    window
        .reads(
            "[data-testid='public-application']",
            "why there is none",
            |text| text.contains("switched off"),
        )
        .await?;
    shown.close().await
}
