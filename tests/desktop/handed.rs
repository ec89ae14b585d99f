//! DSK-5 and S-59: another program hands over a link `doorward://…`. One of an invitation opens a question and nothing
//! else; one of a screen goes there and does nothing; what is no such link is passed over, and no link says which server
//! is asked.

use std::os::unix::fs::PermissionsExt;

use anyhow::{Context, Result, ensure};
use doorward_domain::{MembershipId, Preset, Record};
use doorward_suite::cast::{ANNA, KADRI, Person, STEFAN};
use doorward_suite::desktop::Desktop;
use doorward_suite::house::House;
use doorward_suite::wait;

use crate::front_desk::{FrontDesk, id};

const SECRET: &str = "iAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// The system's browser on a desktop, which notes what it was to open.
fn browser(desktop: &Desktop) -> Result<std::path::PathBuf> {
    let opened = desktop.programs().join("opened");
    let browser = desktop.programs().join("xdg-open");
    let script = format!("#!/bin/sh\necho \"$1\" >>'{}'\n", opened.display());
    std::fs::write(&browser, script)?;
    std::fs::set_permissions(&browser, PermissionsExt::from_mode(0o755))?;
    Ok(opened)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s_59_a_link_that_is_handed_over_opens_a_question_and_nothing_else() -> Result<()> {
    let house = House::open().await?;
    house.hire(KADRI, Preset::Manager).await?;
    let desktop = Desktop::start(house.server.url()).await?;
    let opened = browser(&desktop)?;
    let desk = FrontDesk::open(&desktop).await?;
    desk.sign_in(KADRI, house.server.url()).await?;
    let window = desk.window();

    for strange in [
        format!("doorward://leave/{SECRET}"),
        format!("doorward://join/{SECRET}?server=https://evil.example"),
        format!("doorward://join/{SECRET}#session={SECRET}"),
        format!("doorward://evil.example/join/{SECRET}"),
        format!("doorward://join/..%2f{SECRET}"),
        format!("doorward://join/i{}", "A".repeat(100_000)),
        "doorward://join/".to_owned(),
    ] {
        desktop.start_again_by(&strange).await?;
    }
    let good = format!("doorward://join/{SECRET}");
    desktop.start_again_by(&good).await?;
    let host = house.server.url().authority().to_owned();
    let asked = window
        .reads(&id("handed"), "the server", |text| text.contains(&host))
        .await?;
    ensure!(!asked.contains(SECRET), "it shows no secret: {asked}");
    ensure!(!opened.exists(), "nothing is opened before the click");
    let passed_over = desktop.said().matches("was passed over").count();
    ensure!(
        passed_over == 7,
        "each strange link is one line in the log: {}",
        desktop.said()
    );
    ensure!(!desktop.said().contains(SECRET), "and its content is none");

    window.click(&id("handed-close")).await?;
    window.is_gone(&id("handed")).await?;
    ensure!(!opened.exists(), "putting it away opens nothing");
    desktop.start_again_by(&good).await?;
    window.click(&id("handed-open")).await?;
    let said = wait::until("the browser is started", async || {
        let said = std::fs::read_to_string(&opened).unwrap_or_default();
        Ok(said.ends_with('\n').then_some(said))
    })
    .await?;
    let expected = house.server.url().join(&format!("j/{SECRET}"))?;
    ensure!(said.trim() == expected.as_str(), "it was given {said}");
    desk.close().await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s_59_a_link_at_the_start_waits_until_a_server_is_known() -> Result<()> {
    let desktop = Desktop::start(&"https://door.example.ee".parse()?).await?;
    let opened = browser(&desktop)?;
    let window = desktop
        .open_app_by(&format!("doorward://join/{SECRET}"))
        .await?;
    window.element(&id("handed")).await?;
    window.is_gone(&id("handed-open")).await?;
    window.click(&id("handed-close")).await?;
    window.is_gone(&id("handed")).await?;
    ensure!(!opened.exists(), "nothing was opened");
    window.close().await
}

/// Somebody's request, as Kadri sees it.
async fn request_of(house: &House, person: Person) -> Result<MembershipId> {
    let sent = house.records(KADRI).await?;
    let found = sent.into_iter().find_map(|sent| {
        let Record::Membership(it) = sent.record else {
            return None;
        };
        (it.name.as_ref()?.as_str() == person.name).then_some(it.id)
    });
    found.with_context(|| format!("{} waits", person.name))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_link_of_a_screen_leads_there_and_does_nothing_dsk_5() -> Result<()> {
    let house = House::open().await?;
    house.hire(KADRI, Preset::Manager).await?;
    house.take_requests().await?;
    for person in [ANNA, STEFAN] {
        house.asks_to_join(person).await?;
    }
    let desktop = Desktop::start(house.server.url()).await?;
    let desk = FrontDesk::open(&desktop).await?;
    desk.sign_in(KADRI, house.server.url()).await?;
    desk.counts("requests-count", 2).await?;
    for person in [STEFAN, ANNA] {
        let request = request_of(&house, person).await?;
        let link = format!("doorward://request/{}", request.0);
        desktop.start_again_by(&link).await?;
        desk.looks_at(person).await?;
    }
    desktop.start_again_by("doorward://invite").await?;
    desk.window().element(&id("composer")).await?;
    let nobody = format!("doorward://person/{}", house.organisation);
    desktop.start_again_by(&nobody).await?;
    desk.window()
        .reads(&id("toast"), "nobody", |text| {
            text.contains("See link viib")
        })
        .await?;
    desk.counts("requests-count", 2).await?;
    desk.close().await
}
