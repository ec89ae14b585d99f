//! Two accounts at two servers in one window: one list, another account a key away, and both are there the next day.

use anyhow::{Context, Result};
use doorward_domain::Preset;
use doorward_suite::cast::{KADRI, MARTA, OLGA, STEFAN};
use doorward_suite::desktop::Desktop;
use doorward_suite::house::House;

use crate::front_desk::{FrontDesk, id};

/// BTX-15.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_account_joins_the_work_list_and_is_a_key_away() -> Result<()> {
    let (street, quay) = (House::open().await?, House::open().await?);
    street.hire(KADRI, Preset::Manager).await?;
    for (house, person) in [(&street, MARTA), (&quay, STEFAN)] {
        house.take_requests().await?;
        house.asks_to_join(person).await?;
    }
    let desktop = Desktop::start(street.server.url()).await?;
    let desk = FrontDesk::open(&desktop).await?;
    desk.sign_in(KADRI, street.server.url()).await?;
    desk.counts("requests-count", 1).await?;

    desk.adds_account(OLGA, quay.server.url()).await?;
    desk.counts("requests-count", 2).await?;
    // Each has one organisation: it is shown when its account comes to the front.
    for person in [MARTA, STEFAN] {
        desk.window().press("g a").await?;
        desk.counts("requests-count", 1).await?;
        desk.sees_request(person).await?;
    }
    desk.approve(STEFAN, Preset::Member).await?;
    // Opening again ends the time in which it can be taken back.
    desk.close().await?;
    let desk = FrontDesk::open(&desktop).await?;
    desk.has_sent(1).await.with_context(|| desktop.said())?;
    quay.letters_in_all(STEFAN, 2).await?;
    desk.has_accounts(2).await?;
    desk.window().click(&id("account-leave")).await?;
    desk.window().click(&id("sign-out-confirm")).await?;
    desk.has_accounts(1).await?;
    desk.close().await
}
