//! Who is kept by name and may sign in, who may enter a room, why somebody may do what they do, and what is noted of it, by
//! mouse; what came of it is read on the server (RULES 2 and 3).

use anyhow::{Result, ensure};
use doorward_domain::{
    Grant, MakeRoom, MakeSite, Membership, Name, Preset, Record, RoomId, Side, SiteId, StaffRecord,
    Status,
};
use doorward_suite::cast::{ERIK, KADRI, OLGA, STEFAN};
use doorward_suite::house::House;
use doorward_suite::{ask, ids, wait};
use serde_json::json;

use crate::desk::Desk;
use crate::routed::without_deciders;

const INVITED: Status = Status::Initiated {
    by: Side::Organisation,
};

/// Waits until the staff record on the server, and the row that signs its person in, are as they are meant to be.
async fn comes_to(
    desk: &Desk,
    what: &str,
    is_meant: impl Fn(&StaffRecord, Option<&Membership>) -> bool,
) -> Result<()> {
    wait::until(what, async || {
        let records: Vec<Record> = desk
            .house
            .records(OLGA)
            .await?
            .into_iter()
            .map(|it| it.record)
            .collect();
        let record = records.iter().find_map(|it| {
            let Record::Staff(it) = it else { return None };
            Some(it)
        });
        let row = records.iter().find_map(|it| {
            let Record::Membership(it) = it else {
                return None;
            };
            it.staff.map(|_| &**it)
        });
        Ok(record.filter(|it| is_meant(it, row)).map(drop))
    })
    .await
}

/// RES-7, RES-20, RES-21: somebody is kept by name only, then signs in by the box, and no longer does once it is unticked.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn somebody_is_kept_by_name_and_signs_in_as_long_as_the_box_says_res_20_res_21() -> Result<()>
{
    let mut desk = Desk::open(House::open().await?).await?;
    desk.go_to("/settings").await?;
    desk.takes(&[
        "click [data-testid='staff-add']:not([aria-disabled])",
        "wait [data-testid='staff-sheet']",
    ])
    .await?;
    let save: &[&str] = &[
        "click [data-testid='staff-save']:not([aria-disabled])",
        "gone [data-testid='staff-sheet']",
    ];
    desk.window
        .fill("[data-testid='staff-name']", "Ilinca Țăranu")
        .await?;
    desk.takes(save).await?;
    comes_to(&desk, "Ilinca is kept by name", |it, row| {
        it.position.is_none() && row.is_none()
    })
    .await?;
    desk.takes(&[
        "click [data-testid='staff-row']",
        "click [data-testid='staff-sign-in']",
        "wait [data-testid='staff-base']",
    ])
    .await?;
    desk.window
        .fill("[data-testid='staff-position']", "Barber")
        .await?;
    let contact = "[data-testid='staff-contact']";
    desk.window.fill(contact, "ilinca.example.org").await?;
    desk.takes(&[
        "click [data-testid='staff-save']:not([aria-disabled])",
        "wait [data-testid='staff-contact'][aria-invalid]",
    ])
    .await?;
    desk.window.fill(contact, "ilinca@example.org").await?;
    desk.takes(save).await?;
    let invited =
        |row: &Membership| row.status == INVITED && row.grant == Some(Grant::of(Preset::Staff));
    comes_to(&desk, "Ilinca is invited as staff", |it, row| {
        let position = it.position.as_ref().map(Name::as_str);
        position == Some("Barber") && row.is_some_and(invited)
    })
    .await?;
    desk.takes(&[
        "click [data-testid='staff-row']",
        "click [data-testid='staff-base']",
    ])
    .await?;
    desk.takes(save).await?;
    comes_to(&desk, "Ilinca is kept by name again", |it, row| {
        !it.removed && row.is_some_and(|it| it.status != INVITED)
    })
    .await?;
    desk.close().await
}

/// two people are found and let into a room from its panel; each keeps the rest of what they have.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn people_are_let_into_a_room_from_its_panel_r_29() -> Result<()> {
    let house = House::open().await?;
    house.hire(KADRI, Preset::Staff).await?;
    house.hire(STEFAN, Preset::Member).await?;
    let (site, room) = (SiteId(ids::new()), RoomId(ids::new()));
    let make = MakeSite {
        site,
        name: Name::try_from("Harbour street")?,
    };
    house.command(OLGA, make.into()).await?;
    let make = MakeRoom {
        room,
        site,
        name: Name::try_from("Office 224")?,
    };
    house.command(OLGA, make.into()).await?;
    let mut desk = Desk::open(house).await?;
    desk.go_to("/rooms").await?;
    desk.takes(&[
        "click [data-testid='room']",
        "click [data-testid='let-in']",
        "wait [data-testid='let-in-done'][aria-disabled='true']",
    ])
    .await?;
    let unticked = "[data-testid='let-in-person']:not(:checked)";
    for person in [KADRI, STEFAN] {
        let find = "[data-testid='let-in-find']";
        desk.window.fill(find, person.name).await?;
        desk.window.click(unticked).await?;
        desk.window.is_gone(unticked).await?;
    }
    desk.takes(&[
        "click [data-testid='let-in-done']:not([aria-disabled])",
        "gone [data-testid='let-in-sheet']",
    ])
    .await?;
    for (person, level) in [(KADRI, Preset::Staff), (STEFAN, Preset::Member)] {
        let mut meant = Grant::of(level);
        meant.rooms.insert(room);
        let what = format!("{} enters the room", person.name);
        desk.comes_to(person, &what, |row| row.grant.as_ref() == Some(&meant))
            .await?;
    }
    desk.close().await
}

/// whoever acts as Owner of a community reads why.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_acting_owner_reads_why_they_may_r_40() -> Result<()> {
    let mut desk = Desk::of(without_deciders().await?, ERIK).await?;
    desk.go_to("/settings").await?;
    // Harbour is Erik's own; nothing acts there.
    let here = desk.house.organisation.as_str();
    let session = json!({ "ask": "session" });
    let at = ask::until(&desk.device, "he stands in", session, |view| {
        let all = view["organisations"].as_array()?;
        let at = all.iter().position(|it| it["id"] == here)?;
        (all.len() == 2 && all[at]["stands_in"] == true).then_some(at)
    });
    let key = format!("Ctrl+{}", at.await? + 1);
    // Keys are heard once the frame is drawn.
    let frame = "[data-testid='organisation']";
    desk.window
        .reads(frame, "a name", |it| !it.is_empty())
        .await?;
    desk.window.press(&key).await?;
    desk.takes(&[
        "click [data-testid='why-acting']",
        "wait [data-testid='why-answer'].yes",
    ])
    .await?;
    let rule = "[data-testid='why-answer'] small";
    desk.window
        .reads(rule, "the rule", |it| it.contains("R-40"))
        .await?;
    desk.close().await
}

/// What is noted for the log stands in the history; neither the row nor the letter about the change has it (`UI_SPEC` 7.3).
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_note_for_the_log_stands_in_the_history_only() -> Result<()> {
    const NOTE: &str = "Covers for Mari until Friday";
    let house = House::open().await?;
    house.hire(KADRI, Preset::Staff).await?;
    let kadri = house.membership_of(KADRI).await?;
    let mut desk = Desk::open(house).await?;
    desk.go_to_person(kadri).await?;
    desk.takes(&[
        "click [data-testid='change-level']",
        "click [data-testid='level-manager']",
        "wait [data-testid='access-gains']",
    ])
    .await?;
    let before = desk.house.post.letters_to(KADRI.email)?.len();
    desk.window
        .fill("[data-testid='access-note']", NOTE)
        .await?;
    desk.takes(&[
        "click [data-testid='access-save']",
        "gone [data-testid='change-level-sheet']",
    ])
    .await?;
    let letter = desk.house.post.letter(KADRI.email, before + 1).await?;
    ensure!(letter.text.contains("Juhataja"), "{}", letter.text);
    ensure!(!letter.text.contains(NOTE), "{}", letter.text);
    let (row, _) = desk.row(KADRI).await?;
    ensure!(!serde_json::to_string(&row)?.contains(NOTE), "{row:?}");
    desk.go_to("/history").await?;
    desk.takes(&["click [data-testid='entry']"]).await?;
    desk.window
        .reads("[data-testid='history-note']", NOTE, |it| it.contains(NOTE))
        .await?;
    desk.close().await
}
