//! Access, levels, ownership and the end of an organisation by mouse, and what came of it on the server (RULES 2, 3 and 5).

use anyhow::{Context, Result, ensure};
use doorward_domain::{
    AcceptOwnership, ChangeLevel, Command, EndMembership, Grant, Level, LevelId, MakeLevel, Name,
    Permission, PermissionSet, Preset, Record, Status, Version,
};
use doorward_suite::ask;
use doorward_suite::cast::{KADRI, OLGA, STEFAN};
use doorward_suite::house::House;
use doorward_suite::{ids, wait};
use serde_json::json;

use crate::desk::{Desk, in_days};

/// A house in which Kadri is staff and Ștefan is Manager.
async fn staffed() -> Result<Desk> {
    let house = House::open().await?;
    house.hire(KADRI, Preset::Staff).await?;
    house.hire(STEFAN, Preset::Manager).await?;
    Desk::open(house).await
}

fn staff_until(days: u32) -> Result<Grant> {
    Ok(Grant {
        ends_at: Some(in_days(days)?),
        ..Grant::of(Preset::Staff)
    })
}

/// RES-15: a trial, somebody else's access copied, and Olga's own command from elsewhere in between.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn dates_are_said_and_saved_and_a_newer_version_is_shown_before_it_is_overwritten()
-> Result<()> {
    let mut desk = staffed().await?;
    let kadri = desk.house.membership_of(KADRI).await?;
    desk.go_to_person(kadri).await?;
    desk.takes(&[
        "click [data-testid='change-level']",
        "click [data-testid='term-trial']",
        "wait [data-testid='edge-end-set']",
        "click [data-testid='access-copy'] summary",
    ])
    .await?;
    let find = "[data-testid='copy-find']";
    desk.window.fill(find, STEFAN.name).await?;
    desk.takes(&[
        "click [data-testid='copy-from']",
        "wait [data-testid='level-manager']:checked",
        "wait [data-testid='edge-end-set']",
        "wait [data-testid='access-gains']",
    ])
    .await?;
    desk.regrants(KADRI, Grant::of(Preset::Guest)).await?;
    desk.takes(&[
        "wait [data-testid='access-overtaken'] [data-testid='grant-diff']",
        "click [data-testid='use-mine']",
        "gone [data-testid='access-overtaken']",
        "click [data-testid='access-save']",
        "gone [data-testid='change-level-sheet']",
    ])
    .await?;
    let meant = |grant: &Grant| grant.level == Preset::Manager.into() && grant.ends_at.is_some();
    desk.comes_to(KADRI, "Kadri is Manager on trial", |row| {
        row.grant.as_ref().is_some_and(meant)
    })
    .await?;
    desk.close().await
}

/// another level for two people leaves each of them their own last day.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_several_people_each_keeps_their_own_last_day_r_20() -> Result<()> {
    let mut desk = staffed().await?;
    let trial = staff_until(9)?;
    desk.regrants(KADRI, trial.clone()).await?;
    desk.go_to("/people?sort=name").await?;
    desk.takes(&[
        "wait [data-testid='person-row']",
        "press j",
        "press x",
        "press j j",
        "press x",
        "click [data-testid='bulk-change_grant']",
        "click [data-testid='bulk-details']",
        "wait [data-testid='bulk-access'] [data-testid='edge-end-stays']",
        "click [data-testid='bulk-access'] [data-testid='level-member']",
        "wait [data-testid='bulk-access'] [data-testid='access-loses']",
        "wait [data-testid='bulk-access'] [data-testid='edge-end-stays']",
        "click [data-testid='access-save']",
        "gone [data-testid='bulk-access']",
    ])
    .await?;
    let member = Grant::of(Preset::Member);
    for (person, ends_at) in [(KADRI, trial.ends_at), (STEFAN, None)] {
        let meant = Grant {
            ends_at,
            ..member.clone()
        };
        let what = format!("{} is a member until {ends_at:?}", person.name);
        desk.comes_to(person, &what, |row| row.grant.as_ref() == Some(&meant))
            .await?;
    }
    desk.close().await
}

/// whoever is let in again gets the end that is said, and Undo takes it back.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn renewing_says_the_term_and_saves_it_in_one_step_r_8() -> Result<()> {
    let mut desk = staffed().await?;
    let trial = staff_until(9)?;
    desk.regrants(KADRI, trial.clone()).await?;
    let membership = desk.house.membership_of(KADRI).await?;
    let end = Command::EndMembership(EndMembership { membership });
    desk.house.command(OLGA, end).await?;
    desk.go_to_person(membership).await?;
    desk.takes(&[
        "click [data-testid='renew_membership']",
        "wait [data-testid='renew-term']",
        "wait [data-testid='access-ends']",
        "click [data-testid='access-save']",
        "gone [data-testid='change-level-sheet']",
    ])
    .await?;
    desk.comes_to(KADRI, "Kadri is let in again", |row| {
        row.status == Status::Approved && row.grant.as_ref() == Some(&trial)
    })
    .await?;
    desk.takes(&["click [data-testid='undo']"]).await?;
    desk.comes_to(KADRI, "Kadri is out again", |row| {
        matches!(row.status, Status::Ended { .. })
    })
    .await?;
    desk.close().await
}

/// The own level on the server, with its version.
async fn level(desk: &Desk) -> Result<(Level, Version)> {
    let records = desk.house.records(OLGA).await?.into_iter();
    let mut found = records.filter_map(|sent| {
        let Record::Level(it) = sent.record else {
            return None;
        };
        Some((it, Version::Revision(sent.revision)))
    });
    found.next().context("there is a level")
}

/// an own level is edited over a newer version that is shown, and deleted.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_level_is_saved_over_a_newer_version_that_is_shown_and_deleted_r_28() -> Result<()> {
    let mut desk = staffed().await?;
    let id = LevelId(ids::new());
    let name: Name = Name::try_from("Desk")?;
    let make = MakeLevel {
        level: id,
        name: name.clone(),
        permissions: PermissionSet::of(&[Permission::BookingsOwn]),
    };
    desk.house.command(OLGA, Command::MakeLevel(make)).await?;
    desk.go_to("/levels").await?;
    let edit = "thead tr:last-child th:last-of-type button";
    desk.window.click(edit).await?;
    desk.takes(&["click [data-testid='extra-sales']"]).await?;
    let (_, based_on) = level(&desk).await?;
    let change = ChangeLevel {
        level: id,
        name,
        permissions: PermissionSet::of(&[Permission::BookingsOwn, Permission::Discounts]),
        based_on,
    };
    desk.house
        .command(OLGA, Command::ChangeLevel(change))
        .await?;
    desk.takes(&[
        "wait [data-testid='access-overtaken'] [data-testid='level-diff']",
        "click [data-testid='use-mine']",
        "gone [data-testid='access-overtaken']",
        "click [data-testid='level-done']",
        "gone [data-testid='level-sheet']",
    ])
    .await?;
    wait::until("the level allows sales", async || {
        let (found, _) = level(&desk).await?;
        Ok(found.permissions.has(Permission::Sales).then_some(()))
    })
    .await?;
    desk.window.click(edit).await?;
    desk.takes(&[
        "click [data-testid='delete-level']",
        "click [data-testid='level-done']",
        "gone [data-testid='level-sheet']",
    ])
    .await?;
    wait::until("the level is deleted", async || {
        Ok(level(&desk).await?.0.deleted.then_some(()))
    })
    .await?;
    desk.close().await
}

/// ownership is offered with the password asked again, and whoever was Owner steps down.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ownership_is_offered_and_the_former_owner_steps_down_r_24_r_25() -> Result<()> {
    let mut desk = staffed().await?;
    let membership = desk.house.membership_of(KADRI).await?;
    desk.go_to_person(membership).await?;
    desk.takes(&[
        "click [data-testid='more-acts']",
        "click [data-testid='offer_ownership']",
        "click [data-testid='offer-confirm']",
    ])
    .await?;
    desk.proves().await?;
    desk.comes_to(KADRI, "Kadri is offered it", |row| row.offer.is_some())
        .await?;
    let accept = Command::AcceptOwnership(AcceptOwnership { membership });
    desk.house.command(KADRI, accept).await?;
    desk.go_to("/settings").await?;
    desk.takes(&[
        "click [data-testid='step-down']:not([aria-disabled])",
        "click [data-testid='step-down-confirm']",
        "gone [data-testid='step-down-sheet']",
    ])
    .await?;
    desk.comes_to(OLGA, "Olga is Administrator", |row| {
        row.grant == Some(Grant::of(Preset::Administrator))
    })
    .await?;
    desk.close().await
}

/// ACT-11: what requests are answered with, and how long things wait.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn memberships_are_set_on_screen_r_31_r_61_act_11() -> Result<()> {
    let mut desk = staffed().await?;
    desk.go_to("/settings").await?;
    let window = &desk.window;
    window
        .choose("[data-testid='request-level']", "staff")
        .await?;
    let is_set = async |what: &str, is_meant: fn(&doorward_domain::Settings) -> bool| {
        wait::until(what, async || {
            Ok(is_meant(&desk.settings().await?).then_some(()))
        })
        .await
    };
    is_set("requests are answered with Staff", |it| {
        it.request_level == Preset::Staff.into()
    })
    .await?;
    window.click("[data-testid='expire-by-itself']").await?;
    is_set("what is over is closed", |it| it.expire_by_itself).await?;
    let types = async |field: &str, days: &str| -> Result<()> {
        window.click(field).await?;
        window.press("Ctrl+a").await?;
        window.types(days).await?;
        window.press("Tab").await
    };
    types("[data-testid='locked-after-days']", "9").await?;
    is_set("copies are locked after 9 days", |it| {
        it.locked_after_days == 9
    })
    .await?;
    types("[data-testid='grace-days']", "3").await?;
    is_set("3 days are of grace", |it| it.grace_days == 3).await?;
    desk.close().await
}

/// R-62, BEL-21: not while somebody is a member; then by its name and the password, for good.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_organisation_is_deleted_by_its_owner_r_62_bel_21() -> Result<()> {
    let house = House::open().await?;
    house.hire(KADRI, Preset::Staff).await?;
    let mut desk = Desk::open(house).await?;
    desk.go_to("/settings").await?;
    let why = "[data-testid='delete-organisation-why']";
    let window = &desk.window;
    window
        .element("[data-testid='delete-organisation'][aria-disabled='true']")
        .await?;
    window
        .reads(why, "that there are members", |it| {
            it.contains("End their memberships first")
        })
        .await?;
    let membership = desk.house.membership_of(KADRI).await?;
    let end = Command::EndMembership(EndMembership { membership });
    desk.house.command(OLGA, end).await?;
    desk.takes(&[
        "click [data-testid='delete-organisation']:not([aria-disabled])",
        "wait [data-testid='delete-organisation-confirm'][aria-disabled='true']",
    ])
    .await?;
    let name = "[data-testid='delete-organisation-name']";
    window.fill(name, "Orchard").await?;
    window
        .element("[data-testid='delete-organisation-confirm'][aria-disabled='true']")
        .await?;
    window.fill(name, "Orchard Street").await?;
    desk.takes(&["click [data-testid='delete-organisation-confirm']:not([aria-disabled])"])
        .await?;
    desk.proves().await?;
    desk.takes(&["gone [data-testid='delete-organisation-sheet']"])
        .await?;
    let session = json!({ "ask": "session" });
    ask::until(&desk.device, "it is gone", session, |view| {
        let all = view["organisations"].as_array()?;
        all.iter().all(|it| it["gone"] == true).then_some(())
    })
    .await?;
    let seen = desk.house.records(OLGA).await;
    ensure!(seen.is_err(), "R-1: nobody has a right there any more");
    desk.close().await
}
