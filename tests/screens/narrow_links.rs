//! A link for the addresses of some mail domains is made and changed on screen; what is no domain is never left out without
//! a word.

use anyhow::{Result, ensure};
use doorward_suite::browser::Browser;
use url::Url;

use crate::shown::Shown;

const FIELD: &str = "[data-testid='link-domains']";
const CHIP: &str = "[data-testid='link-domain']";
const PANEL: &str = "[data-testid='link-panel-domains']";
const URL: &str = "[data-testid='link-url']";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_link_for_some_mail_domains_says_so_on_screen_and_on_its_page_r_52() -> Result<()> {
    let shown = Shown::at("/invitations/new?by=link").await?;
    let window = &shown.window;
    window.fill("#link-label", "Staff of the park").await?;
    window
        .fill(FIELD, "@Example.EE, bücher.example no@domain")
        .await?;
    // Making it takes what is typed, and stops at what is no domain.
    window.click("[data-testid='link-make']").await?;
    window
        .reads("[data-testid='composer']", "what is wrong", |it| {
            it.contains("no mail domain")
        })
        .await?;
    window.element(&format!("{CHIP}:nth-of-type(2)")).await?;
    let left = window
        .run(
            &format!("return document.querySelector(\"{FIELD}\").value"),
            vec![],
        )
        .await?;
    ensure!(left == "no@domain", "it stays to be written anew: {left}");
    window.fill(FIELD, "example.ee").await?;
    window.click("[data-testid='link-make']").await?;
    let all = |it: &str| it.contains("example.ee, xn--bcher-kva.example");
    window.reads(PANEL, "the domains", all).await?;

    let is_link = |it: &str| it.contains("/j/");
    let url = window.reads(URL, "the link", is_link).await?;
    let page = Browser::open("en")?
        .open_page(&Url::parse(url.trim())?)
        .await?;
    // The page speaks the language of whoever made the link.
    ensure!(
        page.html.contains("example.ee, xn--bcher-kva.example."),
        "{}",
        page.html
    );

    window.settles().await?;
    window.press("e").await?;
    window
        .click(&format!("{CHIP}:nth-of-type(2) button:last-child"))
        .await?;
    window.click("[data-testid='link-save']").await?;
    window.is_gone("[data-testid='link-change-sheet']").await?;
    let one = |it: &str| it.trim() == "example.ee";
    window.reads(PANEL, "the one that is left", one).await?;
    shown.close().await
}
