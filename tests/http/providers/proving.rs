//! What proves nothing: whatever the site, or somebody between, does wrong.

use anyhow::{Context, Result, ensure};
use doorward_suite::browser::Browser;
use doorward_suite::cast::ANNA;
use doorward_suite::identity::Fault;

use super::scene::{MARTAS, Scene, confirms, is_at, says};

#[tokio::test]
async fn what_is_not_proved_lets_nobody_in_10_1_2_10_5_1_10_5_4() -> Result<()> {
    let scene = Scene::set().await?;
    let browser = Browser::open("en")?;
    let page = scene.comes(&browser, &MARTAS).await?.ok()?;
    confirms(&browser, &page).await?;
    let mut wrong = Vec::new();
    for (fault, status) in [
        (Fault::State, 410),
        (Fault::OldCode, 400),
        (Fault::Nonce, 400),
        (Fault::Audience, 400),
        (Fault::Issuer, 400),
        (Fault::Expired, 400),
        (Fault::Key, 400),
        (Fault::Unsigned, 400),
        (Fault::Redirects, 400),
        (Fault::TooLong, 503),
        (Fault::TurnsBack, 200),
    ] {
        if let Err(error) = goes_wrong(&scene, fault, status).await {
            wrong.push(format!("{fault:?}: {error:#}"));
        }
    }
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    scene.house.server.ensure_no_errors()
}

async fn goes_wrong(scene: &Scene, fault: Fault, status: u16) -> Result<()> {
    scene.site.does(Some(fault));
    let browser = Browser::open("en")?;
    let page = scene.comes(&browser, &MARTAS).await?;
    is_at(&page, "/with/plaza/back", status)?;
    let page = scene.open(&browser, "/me").await?;
    is_at(&page, "/sign-in", 200).context("nobody is in")?;
    scene.site.does(None);
    let page = scene.comes(&browser, &MARTAS).await?;
    is_at(&page, "/me", 200).context("afterwards")
}

#[tokio::test]
async fn a_site_is_believed_only_about_itself_and_asked_only_where_it_may_be_1_3_6() -> Result<()> {
    let scene = Scene::set().await?;
    let mut wrong = Vec::new();
    for fault in [
        Fault::OtherSite,
        Fault::InTheClear,
        Fault::Talkative,
        Fault::Moved,
    ] {
        scene.site.does(Some(fault));
        let page = scene.open(&Browser::open("en")?, "/with/plaza").await;
        if let Err(error) = page.and_then(|page| is_at(&page, "/with/plaza", 503)) {
            wrong.push(format!("{fault:?}: {error:#}"));
        }
    }
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

#[tokio::test]
async fn an_answer_works_once_and_in_the_browser_that_asked_10_1_2() -> Result<()> {
    let scene = Scene::set().await?;
    let browser = Browser::open("en")?;
    let page = scene.comes(&browser, &MARTAS).await?.ok()?;
    confirms(&browser, &page).await?;
    let answer = scene.site.last_answer()?;
    ensure!(
        answer.origin() == scene.house.server.url().origin() && answer.path() == "/with/plaza/back",
        "each site comes back to an address of its own: {answer}"
    );
    for (who, browser) in [("the same", &browser), ("another", &Browser::open("en")?)] {
        let page = browser.open_page(&answer).await?;
        is_at(&page, "/with/plaza/back", 410).context(who)?;
    }
    Ok(())
}

#[tokio::test]
async fn a_site_may_change_its_key() -> Result<()> {
    let scene = Scene::set().await?;
    let browser = Browser::open("en")?;
    let page = scene.comes(&browser, &MARTAS).await?.ok()?;
    confirms(&browser, &page).await?;
    scene.site.changes_its_key()?;
    let page = scene.comes(&Browser::open("en")?, &MARTAS).await?;
    is_at(&page, "/me", 200)
}

#[tokio::test]
async fn a_site_that_is_down_says_so_and_nothing_is_lost() -> Result<()> {
    let scene = Scene::set().await?;
    let server = &scene.house.server;
    server
        .make_organisation("Harbour Lofts", ANNA.email)
        .await?;
    let browser = Browser::open("en")?;
    let sign_up = scene.opens_invitation(&browser, ANNA.email).await?;
    scene.site.close();
    let page = scene.goes(&browser, &sign_up).await?;
    is_at(&page, "/with/plaza", 503)?;
    says(&page, "Plaza cannot be reached")?;
    let page = browser.open_page(&page.link("/sign-in")?).await?.ok()?;
    ensure!(page.url.query() == Some("next=/join"), "{}", page.url);
    let page = browser.open_page(&page.link("/sign-up")?).await?.ok()?;
    says(&page, ANNA.email).context("the invitation is still there")?;
    server.ensure_no_errors()
}
