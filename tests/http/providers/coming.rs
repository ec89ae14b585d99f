//! Coming in: to a new account, by an invitation, and again.

use anyhow::{Context, Result, ensure};
use doorward_domain::{Command, Grant, InvitePerson, MembershipId, Preset, Record, StatusName};
use doorward_suite::browser::Browser;
use doorward_suite::cast::{ANNA, MARTA, OLGA};
use doorward_suite::house::House;
use doorward_suite::identity::Identity;
use doorward_suite::ids;

use super::scene::{MARTAS, Scene, confirms, disconnects, is_at, says};

#[tokio::test]
async fn a_first_sign_in_with_another_site_ends_where_requests_are_made_olv_5() -> Result<()> {
    let scene = Scene::set().await?;
    scene.house.take_requests().await?;
    let browser = Browser::open("en")?;
    let page = scene.comes(&browser, &MARTAS).await?.ok()?;
    is_at(&page, "/with", 200)?;
    let form = page.form("form[action='/with']")?;
    ensure!(
        page.text().contains(MARTA.email) && page.html.contains("value=\"Marta O&#39;Neill\""),
        "name and address are shown to be confirmed:\n{}",
        page.html
    );
    let (connected, _) = scene.kept().await?;
    ensure!(connected == 0, "nothing is kept before she says so");
    let one = form.clone().with("name", "Marta")?;
    is_at(&browser.send_form(&one).await?, "/with", 422)?;
    let page = browser.send_form(&form).await?;
    is_at(&page, "/request", 200)?;

    let page = scene.comes(&Browser::open("en")?, &MARTAS).await?;
    is_at(&page, "/me", 200).context("known by what the site calls her")?;
    for is_verified in [true, false] {
        let moved = Identity {
            email: "marta.moved@example.com",
            is_verified,
            ..MARTAS
        };
        let page = scene.comes(&Browser::open("en")?, &moved).await?;
        is_at(&page, "/me", 200).context("whatever her address is there by now")?;
    }
    let (connected, _) = scene.kept().await?;
    ensure!(connected == 1, "one way in");
    scene.house.server.ensure_no_errors()
}

#[tokio::test]
async fn whoever_is_invited_comes_in_with_another_site_btx_16() -> Result<()> {
    let scene = Scene::set().await?;
    let invite = InvitePerson {
        membership: MembershipId(ids::new()),
        contact: MARTA.email.parse()?,
        grant: Grant::of(Preset::Staff),
        name: None,
        position: None,
        staff: None,
        locale: None,
        message: None,
    };
    let command = Command::InvitePerson(invite);
    scene.house.command(OLGA, command).await?;
    let browser = Browser::open("en")?;
    let page = scene.opens_invitation(&browser, MARTA.email).await?;
    scene.site.knows(&MARTAS);
    let page = scene.goes(&browser, &page).await?.ok()?;
    let page = confirms(&browser, &page).await?;
    is_at(&page, "/join", 200)?;
    let form = page.form("main form:has(button[value=accept])")?;
    browser.send_form(&form.press("do", "accept")).await?.ok()?;
    let records = scene.house.records(OLGA).await?;
    let approved = records.iter().any(|sent| {
        matches!(&sent.record, Record::Membership(it)
            if it.name.as_ref().is_some_and(|name| name.as_str() == MARTA.name)
                && it.status.name() == StatusName::Approved)
    });
    ensure!(
        approved,
        "the site has verified the address that was invited"
    );
    Ok(())
}

#[tokio::test]
async fn an_invitation_to_another_address_stays_closed_r_51_s_01() -> Result<()> {
    let scene = Scene::set().await?;
    let server = &scene.house.server;
    server
        .make_organisation("Harbour Lofts", ANNA.email)
        .await?;
    let browser = Browser::open("en")?;
    let page = scene.opens_invitation(&browser, ANNA.email).await?;
    scene.site.knows(&MARTAS);
    let page = scene.goes(&browser, &page).await?.ok()?;
    let page = confirms(&browser, &page).await?;
    ensure!(page.url.path() == "/join", "{}", page.url);
    ensure!(
        page.form("main form:has(button[value=accept])").is_err(),
        "as with a password:\n{}",
        page.text()
    );
    Ok(())
}

#[tokio::test]
async fn an_account_without_a_password_gets_one_by_letter_and_keeps_its_last_way_in() -> Result<()>
{
    let scene = Scene::set().await?;
    let browser = Browser::open("en")?;
    let page = scene.comes(&browser, &MARTAS).await?.ok()?;
    confirms(&browser, &page).await?;
    let account = scene.open(&browser, "/me/account").await?.ok()?;
    says(&account, "You have no password")?;
    says(
        &disconnects(&scene, &browser).await?,
        "This is your only way in",
    )?;
    ensure!(scene.kept().await?.0 == 1, "it stays");
    let stranger = Browser::open("en")?;
    let form = scene.open(&stranger, "/sign-in").await?.ok()?;
    let form = form.form("form:has(input[name=password])")?;
    let none = form.with("email", MARTA.email)?.with("password", "")?;
    let none = stranger.send_form(&none).await?;
    ensure!(none.status == 401, "no password opens it: {}", none.status);

    let page = scene.open(&browser, "/me/password").await?.ok()?;
    let page = browser.open_page(&page.link("/forgot")?).await?.ok()?;
    browser.send_form(&page.form("main form")?).await?.ok()?;
    let letter = scene.house.post.letter(MARTA.email, 1).await?;
    let page = browser.open_page(&letter.link("/reset")?).await?.ok()?;
    let form = page.form("main form")?.with("password", MARTA.password)?;
    browser.send_form(&form).await?.ok()?;
    let browser = scene.signs_in(MARTA).await?;
    says(
        &disconnects(&scene, &browser).await?,
        "Plaza is disconnected",
    )
}

#[tokio::test]
async fn nobody_is_sent_on_to_an_address_from_outside_s_19() -> Result<()> {
    let scene = Scene::set().await?;
    let browser = Browser::open("en")?;
    let page = scene.comes(&browser, &MARTAS).await?.ok()?;
    confirms(&browser, &page).await?;
    for (next, path) in [
        ("https://evil.example", "/me"),
        ("//evil.example", "/me"),
        ("/me/account", "/me/account"),
    ] {
        let browser = Browser::open("en")?;
        let begin = format!("/with/plaza?next={next}");
        let page = scene.open(&browser, &begin).await?;
        is_at(&page, path, 200).context(next)?;
        ensure!(page.url.origin() == scene.house.server.url().origin());
    }
    Ok(())
}

#[tokio::test]
async fn without_a_site_there_is_no_button_and_no_address() -> Result<()> {
    let house = House::open().await?;
    let browser = Browser::open("en")?;
    let url = |path| house.server.url().join(path);
    for path in ["/sign-in", "/sign-up"] {
        let page = browser.open_page(&url(path)?).await?.ok()?;
        ensure!(page.link("/with").is_err(), "{path}");
    }
    for path in ["/with/plaza", "/with/plaza/back"] {
        is_at(&browser.open_page(&url(path)?).await?, path, 404)?;
    }
    Ok(())
}
