//! Access in the real application: said before it is saved, and true on the server after.

use anyhow::{Context, Result, ensure};
use doorward_domain::{Grant, Preset, Record};
use doorward_suite::cast::{KADRI, OLGA};
use doorward_suite::desktop::Desktop;
use doorward_suite::house::House;
use doorward_suite::wait;

use crate::front_desk::FrontDesk;

/// Olga opens what Kadri has and ticks everything for staff.
const TICKS: &[&str] = &[
    "press g p",
    "wait [data-testid='person-row']",
    "press j",
    "wait [data-testid='person']",
    "wait [data-testid='change-level']",
    "press e",
    "wait [data-testid='staff-base']:checked",
    "click [data-testid='staff-business']",
    "wait [data-testid='staff-business']:checked",
    "wait [data-testid='access-gains']",
    "wait [data-testid='access-equals']",
];

/// She thinks better of it and takes the base box away, with everything that stood on it: that would end the sign-in.
/// So Kadri becomes a plain member.
const UNTICKS: &[&str] = &[
    "click [data-testid='staff-base']",
    "gone [data-testid='staff-business']",
    "wait [data-testid='access-withdraws']",
    "gone [data-testid='access-equals']",
    "click [data-testid='level-member']",
    "gone [data-testid='access-withdraws']",
    "wait [data-testid='access-loses']",
    "click [data-testid='access-save']",
    "gone [data-testid='change-level-sheet']",
];

/// She asks why Kadri may do what is left.
const ASKS_WHY: &[&str] = &[
    "click [data-testid='why']",
    "wait [data-testid='why-answer'].yes",
    "press Escape",
    "gone [data-testid='why-sheet']",
];

/// She makes a room, and sees who can enter it.
const MAKES_A_ROOM: &[&str] = &[
    "press g d",
    "click [data-testid='new-room']",
    "wait [data-testid='place-name']:focus",
    "type Cellar",
    "click [data-testid='place-done']",
    "click [data-testid='room']",
    "wait [data-testid='room-people']",
];

/// RES-8 to RES-15 and RES-21, R-29: nothing changes before Save, and unticking the base box would withdraw everything.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn access_is_said_before_it_is_saved() -> Result<()> {
    let house = House::open().await?;
    house.hire(KADRI, Preset::Staff).await?;
    let desktop = Desktop::start(house.server.url()).await?;
    let desk = FrontDesk::open(&desktop).await?;
    desk.sign_in(OLGA, house.server.url()).await?;
    take(&desk, TICKS).await?;
    ensure!(
        kadri_has(&house).await? == Some(Grant::of(Preset::Staff)),
        "RES-15: nothing is changed by looking"
    );
    take(&desk, UNTICKS).await?;
    wait::until("Kadri is a plain member", async || {
        let has = kadri_has(&house).await?;
        Ok((has == Some(Grant::of(Preset::Member))).then_some(()))
    })
    .await?;
    take(&desk, ASKS_WHY).await?;
    take(&desk, MAKES_A_ROOM).await?;
    wait::until("the server has the room", async || {
        let records = house.records(OLGA).await?;
        let is_it = |it: &Record| matches!(it, Record::Room(it) if it.name.as_str() == "Cellar");
        Ok(records.iter().any(|it| is_it(&it.record)).then_some(()))
    })
    .await?;
    desk.close().await?;
    house.server.ensure_no_errors()
}

async fn take(desk: &FrontDesk, steps: &[&str]) -> Result<()> {
    for step in steps {
        desk.window()
            .take(step)
            .await
            .with_context(|| (*step).to_owned())?;
    }
    Ok(())
}

async fn kadri_has(house: &House) -> Result<Option<Grant>> {
    let records = house.records(OLGA).await?.into_iter();
    let row = records.filter_map(|sent| match sent.record {
        Record::Membership(it) => Some(*it),
        Record::Organisation(_)
        | Record::Settings(_)
        | Record::Level(_)
        | Record::Room(_)
        | Record::Site(_)
        | Record::Staff(_)
        | Record::MemberContact(_)
        | Record::Link(_)
        | Record::Delivery(_)
        | Record::MemberActivity(_) => None,
    });
    let named = |name: &str| name == KADRI.name;
    let mut kadri = row.filter(|it| it.name.as_ref().is_some_and(|it| named(it.as_str())));
    Ok(kadri.next().and_then(|it| it.grant))
}
