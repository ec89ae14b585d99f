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

/// Several that are ticked are put off together, and Undo has them all back.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn several_requests_are_put_off_by_one_key_and_come_back() -> Result<()> {
    let mut shown = Shown::at("/requests").await?;
    let both = [
        shown.membership("stefan.branza")?,
        shown.membership("anna.sokolova")?,
    ];
    let rows = both.map(|whom| format!("[id='request-{whom}']"));
    for (whom, row) in both.iter().zip(&rows) {
        shown.go_to(&format!("/requests/{whom}")).await?;
        let selected = format!("{row}[aria-current='true']");
        shown.window.element(&selected).await?;
        shown.window.press("x").await?;
    }
    let window = &shown.window;
    window
        .element("[data-testid='bulk-panel'] [data-testid='snooze']")
        .await?;
    window.settles().await?;
    window.press("s").await?;
    window
        .element("[data-testid='snooze-menu']:focus-within")
        .await?;
    window.press("Home").await?;
    window.press("Enter").await?;
    for row in &rows {
        window.is_gone(row).await?;
    }
    window.click("[data-testid='undo']").await?;
    for row in &rows {
        window.element(row).await?;
    }
    shown.close().await
}
