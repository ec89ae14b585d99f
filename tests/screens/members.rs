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

/// OLV-9: whoever was declined is made a member without any request, with access that is chosen; nobody who withdrew.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn olv_9_somebody_who_was_declined_is_added_as_a_member() -> Result<()> {
    let mut shown = Shown::at("/people").await?;
    let withdrew = shown.membership("sander.lohmus")?;
    shown.go_to(&format!("/people/{withdrew}")).await?;
    let barred = "[data-testid='add_member'][aria-disabled='true']";
    shown.window.element(barred).await?;
    let natalia = shown.membership("natalia.zueva")?;
    shown.go_to(&format!("/people/{natalia}")).await?;
    let window = &shown.window;
    window
        .click("[data-testid='add_member']:not([aria-disabled])")
        .await?;
    window.element("[data-testid='add-sheet']").await?;
    window.click("[data-testid='level-staff']").await?;
    window.click("[data-testid='access-save']").await?;
    window.is_gone("[data-testid='add-sheet']").await?;
    let said = "Added Наталья Зуева as Staff.";
    window
        .reads("[data-testid='toast'] p", said, |text| {
            text.starts_with(said)
        })
        .await?;
    window.is_gone("[data-testid='add_member']").await?;
    shown.go_to("/people?states=member&search=zueva").await?;
    shown.window.element("[data-testid='person-row']").await?;
    shown.close().await
}
