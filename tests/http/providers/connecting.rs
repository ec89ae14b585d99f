//! Accounts that there are: never joined by their address, connected with their password.

use anyhow::{Context, Result, ensure};
use doorward_domain::Preset;
use doorward_suite::browser::Browser;
use doorward_suite::cast::{KADRI, MARTA, OLGA};
use doorward_suite::identity::Identity;
use doorward_suite::{postgres, wait};

use super::scene::{MARTAS, OLGAS, Scene, confirms, disconnects, is_at, says, types};

const WRONG: &str = "not-hers-at-all-no";

#[tokio::test]
async fn an_address_that_has_an_account_is_never_joined_to_it_silently() -> Result<()> {
    let scene = Scene::set().await?;
    let browser = Browser::open("en")?;
    let page = scene.comes(&browser, &OLGAS).await?.ok()?;
    is_at(&page, "/with", 200)?;
    says(&page, "has an account here already")?;
    is_at(&types(&browser, &page, WRONG).await?, "/with", 422)?;
    is_at(&types(&browser, &page, "").await?, "/with", 422)?;
    ensure!(scene.kept().await?.0 == 0, "nothing is connected");
    let me = scene.open(&browser, "/me").await?;
    ensure!(me.url.path() == "/sign-in", "and nobody signed in");

    let page = types(&browser, &page, OLGA.password).await?;
    is_at(&page, "/me", 200)?;
    ensure!(scene.kept().await?.0 == 1, "the password was hers");
    // The one before it invited her.
    let letter = scene.house.post.letter(OLGA.email, 2).await?;
    ensure!(
        letter.subject == "Another way into your account",
        "{}",
        letter.subject
    );
    let page = scene.comes(&Browser::open("en")?, &OLGAS).await?;
    is_at(&page, "/me", 200).context("from then on the site is enough")?;

    says(
        &disconnects(&scene, &browser).await?,
        "Plaza is disconnected",
    )?;
    let page = scene.comes(&Browser::open("en")?, &OLGAS).await?;
    is_at(&page, "/with", 200).context("nothing is connected any more")
}

#[tokio::test]
async fn who_is_signed_in_connects_another_site_with_the_password() -> Result<()> {
    let scene = Scene::set().await?;
    let browser = scene.signs_in(OLGA).await?;
    let account = scene.open(&browser, "/me/account").await?.ok()?;
    let private = Identity {
        email: "olga.at.home@example.com",
        is_verified: false,
        ..OLGAS
    };
    scene.site.knows(&private);
    let page = scene.goes(&browser, &account).await?.ok()?;
    is_at(&types(&browser, &page, WRONG).await?, "/with", 422)?;
    let page = types(&browser, &page, OLGA.password).await?;
    is_at(&page, "/me/account", 200)?;
    ensure!(scene.kept().await?.0 == 1, "whatever its address is");

    let other = Browser::open("en")?;
    let martas = scene.comes(&other, &MARTAS).await?.ok()?;
    confirms(&other, &martas).await?;
    scene.site.knows(&private);
    let taken = scene.open(&other, "/with/plaza").await?;
    is_at(&taken, "/with/plaza/back", 409)?;
    let still = scene.open(&other, "/me/account").await?.ok()?;
    says(&still, MARTA.name).context("she stays who she is")
}

#[tokio::test]
async fn an_address_that_the_site_has_not_verified_makes_no_account_and_tells_of_none_enu_1()
-> Result<()> {
    let scene = Scene::set().await?;
    let before = scene.kept().await?;
    let mut told = Vec::new();
    for email in [MARTA.email, OLGA.email] {
        let browser = Browser::open("en")?;
        let unverified = Identity {
            email,
            is_verified: false,
            ..MARTAS
        };
        let page = scene.comes(&browser, &unverified).await?;
        is_at(&page, "/with", 200)?;
        says(&page, "Plaza has not verified an address of yours")?;
        ensure!(
            page.link("/sign-up").is_ok() && page.link("/sign-in").is_ok(),
            "what to do"
        );
        told.push(page.html);
    }
    ensure!(
        told[0] == told[1],
        "whether or not the address is known here"
    );
    ensure!(scene.kept().await? == before, "nothing is kept");
    Ok(())
}

#[tokio::test]
async fn two_windows_make_one_account_and_no_form_leads_to_another_site() -> Result<()> {
    let scene = Scene::set().await?;
    let (quick, slow) = (Browser::open("en")?, Browser::open("en")?);
    let first = scene.comes(&quick, &MARTAS).await?.ok()?;
    let second = scene.comes(&slow, &MARTAS).await?.ok()?;
    confirms(&quick, &first).await?;
    let form = second.form("form[action='/with']")?;
    let late = slow.send_form(&form).await?;
    // A browser would follow no form to the other site: the page has a link.
    is_at(&late, "/with", 410)?;
    ensure!(scene.kept().await? == (1, 2), "Olga's account and Marta's");
    is_at(&scene.goes(&slow, &late).await?, "/me", 200)?;
    let gone = quick.send_form(&form).await?;
    is_at(&gone, "/with", 410).context("what it proved is forgotten once it is used")
}

#[tokio::test]
async fn who_is_suspended_does_not_come_in_with_another_site_ses_3() -> Result<()> {
    let scene = Scene::set().await?;
    let browser = Browser::open("en")?;
    let page = scene.comes(&browser, &OLGAS).await?.ok()?;
    types(&browser, &page, OLGA.password).await?.ok()?;
    let suspend = ["account", "suspend", OLGA.email];
    scene.house.server.admin(&suspend).await?;
    let elsewhere = Browser::open("en")?;
    let page = scene.comes(&elsewhere, &OLGAS).await?;
    ensure!(page.status == 401, "{} {}", page.status, page.text());
    let me = scene.open(&elsewhere, "/me").await?;
    ensure!(me.url.path() == "/sign-in", "{}", me.url);

    let another = Identity {
        subject: "plaza-2",
        ..OLGAS
    };
    let page = scene.comes(&elsewhere, &another).await?.ok()?;
    let page = types(&elsewhere, &page, OLGA.password).await?;
    ensure!(page.status == 401, "{} {}", page.status, page.text());
    ensure!(scene.kept().await?.0 == 1, "and gets no new way in");
    Ok(())
}

#[tokio::test]
async fn an_account_that_is_deleted_leaves_nothing_connected_r_60_r_63() -> Result<()> {
    let scene = Scene::set().await?;
    scene.house.hire(KADRI, Preset::Staff).await?;
    let kadris = Identity {
        email: KADRI.email,
        name: KADRI.name,
        ..OLGAS
    };
    let browser = Browser::open("en")?;
    let page = scene.comes(&browser, &kadris).await?.ok()?;
    types(&browser, &page, KADRI.password).await?.ok()?;
    ensure!(scene.kept().await?.0 == 1, "connected");
    let account = scene.open(&browser, "/me/account").await?.ok()?;
    let form = account.form("form:has(button[value=delete])")?;
    let form = form.with("name", KADRI.name)?;
    let form = form.with("password", KADRI.password)?;
    browser.send_form(&form.press("do", "delete")).await?.ok()?;
    let forgotten = async || Ok((scene.kept().await?.0 == 0).then_some(()));
    wait::until("nothing is connected", forgotten).await?;
    let page = scene.comes(&Browser::open("en")?, &kadris).await?.ok()?;
    says(&page, "Is this how others should see you?").context("she is new")
}

#[tokio::test]
async fn accounts_are_connected_and_disconnected_on_postgresql_as_well() -> Result<()> {
    let database = postgres::database().await?;
    let scene = Scene::set_on(&database).await?;
    let browser = Browser::open("en")?;
    let page = scene.comes(&browser, &OLGAS).await?.ok()?;
    is_at(&types(&browser, &page, OLGA.password).await?, "/me", 200)?;
    let marta = Browser::open("en")?;
    let page = scene.comes(&marta, &MARTAS).await?.ok()?;
    is_at(&confirms(&marta, &page).await?, "/me", 200)?;
    is_at(
        &scene.comes(&Browser::open("en")?, &MARTAS).await?,
        "/me",
        200,
    )?;
    says(
        &disconnects(&scene, &marta).await?,
        "This is your only way in",
    )?;
    says(
        &disconnects(&scene, &browser).await?,
        "Plaza is disconnected",
    )?;
    scene.house.server.ensure_no_errors()
}
