//! A link that is out is made anew or changed by whoever answers for invitations: the old code is dead, the new one shown
//! (R-52, S-12).

use anyhow::{Result, ensure};
use doorward_suite::browser::Browser;
use url::Url;

use crate::shown::Shown;

const URL: &str = "[data-testid='link-url']";

/// What the page behind an address answers.
async fn answers(url: &str) -> Result<u16> {
    Ok(Browser::open("en")?
        .open_page(&Url::parse(url)?)
        .await?
        .status)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_link_made_anew_on_screen_is_shown_and_the_old_address_answers_410_r_52_s_12()
-> Result<()> {
    let shown = Shown::at("/invitations").await?;
    let window = &shown.window;
    window.click("[data-testid='invitation-row']").await?;
    window.click("[data-testid='show-link']").await?;
    let is_link = |it: &str| it.contains("/j/");
    let old = window.reads(URL, "the old link", is_link).await?;
    let old = old.trim();
    ensure!(answers(old).await? == 200, "it works until then");
    window.settles().await?;
    window.press("s").await?;
    window.click("[data-testid='link-anew-confirm']").await?;
    let is_new = |it: &str| it.contains("/j/") && it.trim() != old;
    let new = window.reads(URL, "the new link", is_new).await?;
    ensure!(answers(old).await? == 410, "the old one is dead");
    ensure!(answers(new.trim()).await? == 200, "the new one works");

    // Changing it leaves the address alone.
    window.press("e").await?;
    window
        .fill("#link-label", "Door on the second floor")
        .await?;
    // A card is for one person, whatever is typed.
    window.element("[data-testid='link-uses']:disabled").await?;
    window.click("[data-testid='link-save']").await?;
    window.is_gone("[data-testid='link-change-sheet']").await?;
    let panel = "[data-testid='link-panel']";
    window
        .reads(panel, "what was changed", |it| {
            it.contains("Door on the second floor")
        })
        .await?;
    ensure!(answers(new.trim()).await? == 200, "it is the same link");
    shown.close().await
}
