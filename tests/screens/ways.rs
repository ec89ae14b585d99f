//! Ways between screens that people look for.

use anyhow::Result;

use crate::shown::Shown;

/// ACT-7, ACT-8, ACT-20: from the list of people one begins an invitation in a window of its own, and comes to the list of
/// who is invited.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn from_people_one_invites_and_comes_to_who_is_invited_act_7_act_8_act_20() -> Result<()> {
    let mut shown = Shown::at("/people").await?;
    shown.window.element("[data-testid='person-row']").await?;
    shown.window.click("[data-testid='invite-people']").await?;
    shown.window.element("[data-testid='composer']").await?;
    shown.window.press("Escape").await?;
    shown.window.is_gone("[data-testid='composer']").await?;
    shown.go_to("/people").await?;
    shown
        .window
        .click("[data-testid='nav-invitations']")
        .await?;
    let row = "[data-testid='invitation-row']";
    shown.window.element(row).await?;
    shown.close().await
}
