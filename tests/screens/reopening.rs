//! Taking up a request again that was declined, where it was decided and where the person is.

use anyhow::Result;
use doorward_domain::MembershipId;

use crate::shown::Shown;

/// A request as the list shows it.
fn row(of: MembershipId) -> String {
    format!("[id='request-{of}']")
}

/// Goes to a request and declines it with the reason that is proposed.
async fn decline(shown: &mut Shown, whom: MembershipId) -> Result<()> {
    shown.go_to(&format!("/requests/{whom}")).await?;
    let selected = format!("{}[aria-current='true']", row(whom));
    shown.window.element(&selected).await?;
    shown.window.settles().await?;
    shown.window.press("r").await?;
    let strip = "[data-testid='decline-strip']";
    shown.window.element(strip).await?;
    let confirm = "[data-testid='decline-confirm']";
    shown.window.click(confirm).await?;
    shown.window.is_gone(&row(whom)).await
}

/// Goes to what was decided, takes it up again by the button, and sees it wait in the list.
async fn reopen(shown: &mut Shown, whom: MembershipId, search: &str) -> Result<()> {
    shown.go_to(&format!("/requests/{whom}")).await?;
    let button = "[data-testid='decided'] [data-testid='reopen_request']";
    shown.window.click(button).await?;
    shown.window.element("[data-testid='approve']").await?;
    shown.go_to(&format!("/requests?search={search}")).await?;
    shown.window.element(&row(whom)).await.map(drop)
}

/// U12, R-8: whoever declined has the request wait again: as if nothing had been while the decision is still here, by
/// reopening it once it was sent.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_declined_request_is_reopened_where_it_was_decided_u12_r_8() -> Result<()> {
    let mut shown = Shown::at("/requests").await?;
    let stefan = shown.membership("stefan.branza")?;
    decline(&mut shown, stefan).await?;
    reopen(&mut shown, stefan, "branza").await?;

    decline(&mut shown, stefan).await?;
    shown.go_to("/offline").await?;
    let sent = "[data-testid='outbox-entry'][data-state='applied']";
    shown.window.element(sent).await?;
    reopen(&mut shown, stefan, "branza").await?;
    shown.close().await
}

/// U12, R-8: among people, whoever was declined weeks ago waits again, and the way to decide is shown.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn somebody_who_was_declined_is_taken_up_again_among_people_u12_r_8() -> Result<()> {
    let mut shown = Shown::at("/people").await?;
    let natalia = shown.membership("natalia.zueva")?;
    shown.go_to(&format!("/people/{natalia}")).await?;
    shown.window.click("[data-testid='reopen_request']").await?;
    // Sent as it is, so that Undo declines again, for the reason that was told before.
    shown.window.element("[data-testid='go-decide']").await?;
    shown.window.click("[data-testid='undo']").await?;
    shown.window.click("[data-testid='reopen_request']").await?;
    shown.window.click("[data-testid='go-decide']").await?;
    shown.window.element("[data-testid='approve']").await?;
    let selected = format!("{}[aria-current='true']", row(natalia));
    shown.window.element(&selected).await?;
    shown.close().await
}
