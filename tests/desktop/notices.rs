//! What the desktop tells while somebody looks elsewhere: through a real notification service on a session bus of its own
//! (RULES 7, U10).

use anyhow::{Context, Result, ensure};
use doorward_domain::{DeclineRequest, MembershipId, Note, Preset, RecordKind};
use doorward_suite::cast::{ANNA, ERIK, KADRI, MARTA, OLGA, Person, STEFAN};
use doorward_suite::desktop::Desktop;
use doorward_suite::guard::Guarded;
use doorward_suite::house::House;
use doorward_suite::proxy::Proxy;
use doorward_suite::wait;
use url::Url;

use crate::front_desk::{FrontDesk, id};

/// The buttons of a notification about a request, in Kadri's language.
const REVIEW: &str = "Vaata üle";
const LATER: &str = "Hiljem";

/// Comes after the others.
const LIIS: Person = Person {
    name: "Liis Rebane",
    email: "liis@example.ee",
    password: "rebane-rukkis-kell-kuus",
    locale: "et",
};

async fn comes_to_the_front(desktop: &Desktop) -> Result<()> {
    wait::until("the window comes to the front", async || {
        Ok(desktop.has_focus().await?.then_some(()))
    })
    .await
}

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
        let url = house.server.url().clone();
        Self::at(house, &url).await
    }

    /// Her desktop reaches the server there.
    async fn at(house: House, url: &Url) -> Result<Self> {
        house.hire(KADRI, Preset::Manager).await?;
        house.take_requests().await?;
        let desktop = Desktop::start(url).await?;
        let shown = desktop.shows_notifications()?;
        let front_desk = FrontDesk::open(&desktop).await?;
        front_desk.sign_in(KADRI, url).await?;
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
    comes_to_the_front(&desktop).await?;
    front_desk.looks_at(STEFAN).await?;
    front_desk.close().await
}

/// `UI_SPEC` 7.9: a request can be reviewed or left for later from its notification, and is never decided there.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_notification_of_a_request_offers_to_review_it_or_to_leave_it_u10() -> Result<()> {
    let Evening {
        house,
        desktop,
        shown,
        front_desk,
    } = Evening::begins().await?;

    desktop.focuses_window(false).await?;
    house.asks_to_join(STEFAN).await?;
    shown.line(STEFAN.name).await?;
    for button in [REVIEW, LATER] {
        shown.line(button).await?;
    }
    desktop.presses_button(LATER, STEFAN.name).await?;
    house.asks_to_join(MARTA).await?;
    shown.line(MARTA.name).await?;
    ensure!(!desktop.has_focus().await?, "later is not now");
    desktop.presses_button(REVIEW, MARTA.name).await?;
    comes_to_the_front(&desktop).await?;
    front_desk.looks_at(MARTA).await?;
    front_desk.close().await
}

/// `UI_SPEC` 7.9: after three, one notification speaks for all, and leads to the list of them.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn four_requests_that_come_together_are_one_notification_u10() -> Result<()> {
    let house = House::open().await?;
    let proxy = Proxy::to(house.server.address()?).await?;
    let Evening {
        house,
        desktop,
        shown,
        front_desk,
    } = Evening::at(house, proxy.url()).await?;

    desktop.focuses_window(false).await?;
    proxy.cuts();
    let four = [STEFAN, MARTA, ANNA, ERIK];
    for person in four {
        house.asks_to_join(person).await?;
    }
    proxy.mends();
    shown.line("Ootel on 4 inimest").await?;
    let said = shown.said();
    for person in four {
        ensure!(!said.contains(person.name), "said once for all: {said}");
    }
    desktop.presses_notification().await?;
    front_desk.window().element(&id("bell")).await?;
    front_desk.counts("bell-count", 4).await?;
    front_desk.close().await
}

/// `UI_SPEC` 7.9: those that come one by one are no more pop-ups: from the fourth on one stands for all, in the place of
/// those before it, until somebody has looked.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn requests_one_after_the_other_are_one_notification_from_the_fourth_on_u10() -> Result<()> {
    let Evening {
        house,
        desktop,
        shown,
        front_desk,
    } = Evening::begins().await?;

    desktop.focuses_window(false).await?;
    for person in [STEFAN, MARTA, ANNA] {
        house.asks_to_join(person).await?;
        shown.line(person.name).await?;
    }
    house.asks_to_join(ERIK).await?;
    shown.line("Ootel on 4 inimest").await?;
    wait::until("one notification stands for all", async || {
        Ok((desktop.counts_notifications().await? == 1).then_some(()))
    })
    .await?;
    let said = shown.said();
    ensure!(!said.contains(ERIK.name), "said once for all: {said}");

    desktop.presses_notification().await?;
    comes_to_the_front(&desktop).await?;
    desktop.focuses_window(false).await?;
    house.asks_to_join(LIIS).await?;
    shown.line(LIIS.name).await?;
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

/// What was decided without a network and came too late is told, and leads to the screen of such changes; of what somebody
/// does not want to hear, nothing is said (`UI_SPEC` 7.9).
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_change_that_was_refused_is_told_of_and_each_kind_can_be_switched_off_u10() -> Result<()>
{
    let house = House::open().await?;
    let proxy = Proxy::to(house.server.address()?).await?;
    let Evening {
        house,
        desktop,
        shown,
        front_desk,
    } = Evening::at(house, proxy.url()).await?;

    // Else it is told as well who was quicker.
    front_desk.switches("told-others", false).await?;
    house.asks_to_join(STEFAN).await?;
    front_desk.sees_request(STEFAN).await?;
    proxy.cuts();
    front_desk.is_offline().await?;
    front_desk.approve(STEFAN, Preset::Member).await?;
    let rows = house.records(OLGA).await?.into_iter();
    let mut asked = rows.filter(|it| it.kind == RecordKind::Request);
    let request = asked.next_back().context("Olga sees what he asks")?;
    let decline = DeclineRequest {
        membership: MembershipId(request.record.key(house.organisation.parse()?).id),
        reason: Some(Note::try_from("Not today".to_owned())?),
    };
    house.command(OLGA, decline.into()).await?;
    desktop.focuses_window(false).await?;
    proxy.mends();
    shown.line("1 sinu muudatus ootab sind").await?;
    desktop.presses_notification().await?;
    comes_to_the_front(&desktop).await?;
    front_desk.window().element(&id("outbox-needs-you")).await?;

    front_desk.switches("told-requests", false).await?;
    desktop.focuses_window(false).await?;
    house.asks_to_join(MARTA).await?;
    front_desk.counts("bell-count", 3).await?;
    front_desk.switches("told-requests", true).await?;
    desktop.focuses_window(false).await?;
    house.asks_to_join(ANNA).await?;
    shown.line(ANNA.name).await?;
    let said = shown.said();
    ensure!(!said.contains(MARTA.name), "not wanted: {said}");
    front_desk.close().await
}
