//! The tray: how many people wait and who came last, what is done from there, and that nobody is stranded where there is
//! none (`UI_SPEC` 7.9).

use anyhow::{Result, ensure};
use doorward_domain::Preset;
use doorward_suite::cast::{ANNA, ERIK, KADRI, MARTA, STEFAN};
use doorward_suite::desktop::Desktop;
use doorward_suite::house::House;
use doorward_suite::tray::{Sign, Tray};
use doorward_suite::wait;

use crate::front_desk::{FrontDesk, id};

/// What the menu says in Kadri's language.
const OPEN: &str = "Ava taotlused";
const PAUSE: &str = "Peata teavitused 1 tunniks";

/// Kadri is signed in on a desktop, in a house that takes requests.
async fn begins() -> Result<(House, Desktop)> {
    let house = House::open().await?;
    house.hire(KADRI, Preset::Manager).await?;
    house.take_requests().await?;
    let desktop = Desktop::start(house.server.url()).await?;
    Ok((house, desktop))
}

async fn labels(sign: &Sign) -> Result<Vec<String>> {
    Ok(sign.lines().await?.into_iter().map(|it| it.label).collect())
}

/// Waits until the window has the keyboard, or has it no longer.
async fn is_in_front(desktop: &Desktop, front: bool) -> Result<()> {
    wait::until("the window comes or goes", async || {
        Ok((desktop.has_focus().await? == front).then_some(()))
    })
    .await
}

async fn has_ended(desktop: &Desktop) -> Result<()> {
    wait::until("the program ends", async || {
        Ok((!desktop.has_window().await?).then_some(()))
    })
    .await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_tray_counts_who_waits_shows_the_newest_and_leads_to_them_u10() -> Result<()> {
    let (house, desktop) = begins().await?;
    let tray = Tray::on(&desktop).await?;
    let front_desk = FrontDesk::open(&desktop).await?;
    front_desk.sign_in(KADRI, house.server.url()).await?;
    let sign = tray.sign().await?;
    sign.says("Ootel pole kedagi").await?;
    let nobody = sign.picture().await?;

    for (count, person) in [STEFAN, MARTA, ANNA, ERIK].into_iter().enumerate() {
        house.asks_to_join(person).await?;
        front_desk.counts("requests-count", count + 1).await?;
    }
    sign.says("Ootel on 4 inimest").await?;
    ensure!(
        sign.picture().await? != nobody,
        "the number is in the picture"
    );
    let newest = [ERIK, ANNA, MARTA].map(|it| it.name);
    wait::until("the newest are in the menu", async || {
        let lines = labels(&sign).await?;
        let is_there = lines.windows(3).any(|three| three == newest);
        Ok((is_there && !lines.iter().any(|it| it == STEFAN.name)).then_some(()))
    })
    .await?;

    desktop.focuses_window(false).await?;
    sign.chooses(ANNA.name).await?;
    is_in_front(&desktop, true).await?;
    front_desk.looks_at(ANNA).await?;

    sign.chooses(PAUSE).await?;
    wait::until("the pause is ticked", async || {
        let lines = sign.lines().await?;
        Ok(lines
            .iter()
            .any(|it| it.label == PAUSE && it.ticked)
            .then_some(()))
    })
    .await?;
    front_desk.close().await
}

/// Off by default; where it is on and there is a tray, closing hides the window, and the tray brings it back.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn closing_keeps_running_in_the_tray_where_that_is_set_and_there_is_one() -> Result<()> {
    let (house, desktop) = begins().await?;
    let tray = Tray::on(&desktop).await?;
    let front_desk = FrontDesk::open(&desktop).await?;
    front_desk.sign_in(KADRI, house.server.url()).await?;
    let sign = tray.sign().await?;
    front_desk.switches("keeps-running", true).await?;

    desktop.focuses_window(true).await?;
    desktop.closes_window().await?;
    is_in_front(&desktop, false).await?;
    house.asks_to_join(STEFAN).await?;
    sign.says("Ootel on 1 inimene").await?;
    sign.chooses(OPEN).await?;
    is_in_front(&desktop, true).await?;
    front_desk.sees_request(STEFAN).await?;

    // The window is not lost with the tray.
    desktop.closes_window().await?;
    is_in_front(&desktop, false).await?;
    tray.goes().await?;
    is_in_front(&desktop, true).await?;
    desktop.closes_window().await?;
    has_ended(&desktop).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_program_starts_hidden_in_the_tray_and_quits_from_there() -> Result<()> {
    let (_house, desktop) = begins().await?;
    let tray = Tray::on(&desktop).await?;
    let window = desktop.open_app_hidden().await?;
    window.element(&id("another-server")).await?;
    let sign = tray.sign().await?;
    ensure!(!desktop.has_window().await?, "nobody asked for a window");
    sign.pressed().await?;
    wait::until("there is a window", async || {
        Ok(desktop.has_window().await?.then_some(()))
    })
    .await?;
    is_in_front(&desktop, true).await?;
    sign.quits("Quit Doorward").await?;
    has_ended(&desktop).await
}

/// Without a tray the program says so once and works as ever; closing it ends it, whatever is set.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_a_tray_the_program_works_and_closing_ends_it() -> Result<()> {
    let (house, desktop) = begins().await?;
    let front_desk = FrontDesk::open(&desktop).await?;
    front_desk.sign_in(KADRI, house.server.url()).await?;
    let said = desktop.said();
    let times = said.matches("there is no tray").count();
    ensure!(times == 1, "said once: {said}");
    front_desk.switches("keeps-running", true).await?;
    house.asks_to_join(STEFAN).await?;
    front_desk.sees_request(STEFAN).await?;
    desktop.closes_window().await?;
    has_ended(&desktop).await
}
