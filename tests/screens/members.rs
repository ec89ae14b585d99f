//! What the organisation says of its members and who becomes one: a position, and somebody added without any request.

use anyhow::Result;

use crate::shown::Shown;

/// OLV-14: the position that the member's page sends people to the administrator for is changed there, and Undo has the
/// old one back, whether or not the change was sent.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn olv_14_an_administrator_changes_the_position_of_a_member_and_takes_it_back() -> Result<()>
{
    let mut shown = Shown::at("/people").await?;
    let kadri = shown.membership("kadri.tamm")?;
    shown.go_to(&format!("/people/{kadri}")).await?;
    let window = &shown.window;
    let position = "[data-testid='position']";
    let is_now = async |what: &str| window.reads(position, what, |text| text == what).await;
    is_now("Front desk").await?;
    window.settles().await?;
    window.click("[data-testid='set_position']").await?;
    window
        .element("[data-testid='position-input']:focus")
        .await?;
    window.press("Escape").await?;
    is_now("Front desk").await?;
    window.element("[data-testid='set_position']:focus").await?;
    window.press("Enter").await?;
    window
        .element("[data-testid='position-input']:focus")
        .await?;
    window.types("Night watch").await?;
    window.press("Enter").await?;
    is_now("Night watch").await?;
    window.click("[data-testid='undo']").await?;
    is_now("Front desk").await?;
    shown.close().await
}
