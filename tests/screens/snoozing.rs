//! Putting a request off until later, by key.

use anyhow::Result;

use crate::shown::Shown;

/// A request that is put off leaves the list, waits under a filter of its own, and comes back from there.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_request_that_is_put_off_by_key_waits_under_its_own_filter() -> Result<()> {
    let mut shown = Shown::at("/requests").await?;
    let stefan = shown.membership("stefan.branza")?;
    let row = format!("[id='request-{stefan}']");
    let selected = format!("{row}[aria-current='true']");
    shown.go_to(&format!("/requests/{stefan}")).await?;
    let window = &shown.window;
    window.element(&selected).await?;
    window.settles().await?;
    window.press("s").await?;
    window
        .element("[data-testid='snooze-menu']:focus-within")
        .await?;
    window.press("Home").await?;
    window
        .element("[data-testid='snooze-menu'] :first-child[data-highlighted]")
        .await?;
    window.press("Enter").await?;
    window.element("[data-testid='toast']").await?;
    window.is_gone(&row).await?;

    window.click("[data-testid='part-snoozed']").await?;
    window.element(&selected).await?;
    window.element("[data-testid='wake']").await?;
    window.press("s").await?;
    window.is_gone(&row).await?;
    window.click("[data-testid='part-all']").await?;
    window.element(&row).await?;
    shown.close().await
}
