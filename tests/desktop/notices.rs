//! What the desktop tells while somebody looks elsewhere: through a real notification service on a session bus of its own
//! (RULES 7, U10).

use anyhow::{Result, ensure};
use doorward_domain::Preset;
use doorward_suite::cast::{ANNA, KADRI, MARTA, STEFAN};
use doorward_suite::desktop::Desktop;
use doorward_suite::guard::Guarded;
use doorward_suite::house::House;
use doorward_suite::wait;

use crate::front_desk::FrontDesk;

/// Kadri is signed in on a desktop that shows notifications, in a house that takes requests.
struct Evening {
    house: House,
    desktop: Desktop,
    shown: Guarded,
    front_desk: FrontDesk,
}

impl Evening {
    async fn begins() -> Result<Self> {
        let house = House::open().await?;
        house.hire(KADRI, Preset::Manager).await?;
        house.take_requests().await?;
        let desktop = Desktop::start(house.server.url()).await?;
        let shown = desktop.shows_notifications()?;
        let front_desk = FrontDesk::open(&desktop).await?;
        front_desk.sign_in(KADRI, house.server.url()).await?;
        Ok(Self {
            house,
            desktop,
            shown,
            front_desk,
        })
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_desktop_tells_of_a_request_unless_the_window_is_looked_at_and_a_click_shows_it_u10()
-> Result<()> {
    let Evening {
        house,
        desktop,
        shown,
        front_desk,
    } = Evening::begins().await?;

    desktop.focuses_window(false).await?;
    house.asks_to_join(STEFAN).await?;
    shown.line(STEFAN.name).await?;

    desktop.focuses_window(true).await?;
    house.asks_to_join(MARTA).await?;
    front_desk.counts("bell-count", 2).await?;

    desktop.focuses_window(false).await?;
    house.asks_to_join(ANNA).await?;
    shown.line(ANNA.name).await?;
    let said = shown.said();
    ensure!(
        !said.contains(MARTA.name),
        "the window was looked at: {said}"
    );
    let times = said
        .lines()
        .filter(|line| line.contains("summary:") && line.contains(STEFAN.name));
    ensure!(times.count() == 1, "told once: {said}");

    desktop.presses_notification().await?;
    wait::until("the window comes to the front", async || {
        Ok(desktop.has_focus().await?.then_some(()))
    })
    .await?;
    front_desk.close().await
}

/// In quiet hours, and where somebody wants no notices at all, what is new is told by the bell alone (RULES 7, U10).
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_desktop_keeps_quiet_in_quiet_hours_and_when_it_is_told_to_u10() -> Result<()> {
    let Evening {
        house,
        desktop,
        shown,
        front_desk,
    } = Evening::begins().await?;

    front_desk.is_quiet_now().await?;
    desktop.focuses_window(false).await?;
    house.asks_to_join(STEFAN).await?;
    front_desk.counts("bell-count", 1).await?;

    front_desk.switches("quiet-hours", false).await?;
    front_desk.switches("notifications", false).await?;
    desktop.focuses_window(false).await?;
    house.asks_to_join(MARTA).await?;
    front_desk.counts("bell-count", 2).await?;

    front_desk.switches("notifications", true).await?;
    desktop.focuses_window(false).await?;
    house.asks_to_join(ANNA).await?;
    shown.line(ANNA.name).await?;
    let said = shown.said();
    for quiet in [STEFAN.name, MARTA.name] {
        ensure!(!said.contains(quiet), "told although it was quiet: {said}");
    }
    front_desk.close().await
}
