//! What is kept for a while only, and what leads back to a request.

use anyhow::{Context, Result};
use doorward_domain::{DeviceId, Moment};
use doorward_server::store::sessions::{self, NewSession, Surface};
use doorward_server::{anchor, jobs};
use serde_json::Value;
use uuid::Uuid;

use crate::house::{House, NOW, invite, pushed};
use crate::net::Net;
use crate::push::count;

crate::on_both_engines!(
    an_entry_leads_back_to_its_request_for_a_while_aud_1,
    what_came_to_nothing_is_forgotten_with_its_device,
    denied_attempts_are_forgotten_after_a_season,
    anchored_heads_are_for_nobody_else,
    a_device_that_was_idle_too_long_is_none_any_more_ses_4,
);

const DAY: i64 = 24 * 60 * 60 * 1000;

fn after(days: i64) -> Moment {
    NOW.plus_millis(days * DAY)
}

async fn tidy_after(house: &House, days: i64) -> Result<()> {
    house.clock.set(after(days));
    Ok(jobs::tidy(&house.app).await?)
}

/// What an entry of the history says in full.
fn told(entry: &Value) -> Result<Value> {
    let payload = entry["payload"].as_str().context("it was not erased")?;
    Ok(serde_json::from_str(payload)?)
}

async fn an_entry_leads_back_to_its_request_for_a_while_aud_1(house: &House) -> Result<()> {
    let net = Net::of(house, &house.serve().await?, &house.owner).await?;
    let push = [pushed(1, None, invite(11, "anna@example.org"))];
    let request = net.push(&push).await?;
    let (_, history) = net.get("history").await?;
    let newest = &history["entries"][0];
    assert_eq!(newest["kind"], "person_invited");
    assert_eq!(told(newest)?["request"], request.as_str());
    let known = "SELECT count(*) FROM history_address WHERE address = '127.0.0.1'";
    assert_eq!(count(house, known).await?, 1);
    let oldest = told(&history["entries"][1])?;
    let made = &oldest["request"];
    assert!(made.is_null(), "no request made the organisation: {made}");

    tidy_after(house, 29).await?;
    assert_eq!(count(house, known).await?, 1);
    tidy_after(house, 30).await?;
    assert_eq!(count(house, known).await?, 0);
    let mut chains = anchor::verify(&house.app).await?.into_iter();
    let chain = chains.find(|it| it.ledger == house.organisation);
    assert_eq!(chain.context("the chain")?.fault, None, "and is whole");
    Ok(())
}

async fn what_came_to_nothing_is_forgotten_with_its_device(house: &House) -> Result<()> {
    let push = [
        pushed(1, None, invite(11, "anna@example.org")),
        pushed(2, Some(1), invite(12, "anna@example.org")),
    ];
    house.push(&house.owner, &push).await?;
    let refused = "SELECT count(*) FROM outcome WHERE revision IS NULL";
    let applied = "SELECT count(*) FROM outcome WHERE revision IS NOT NULL";
    tidy_after(house, 89).await?;
    assert_eq!(count(house, refused).await?, 1, "it may be asked for again");
    for (surface, left) in [(Surface::Desktop, 1), (Surface::Browser, 0)] {
        let mut tx = house.app.store().begin().await?;
        let session = NewSession {
            device: house.owner.device,
            token: format!("{surface:?}"),
            person: house.owner.actor.person().context("a person")?,
            surface,
            name: "a device",
            proved_at: after(89),
        };
        sessions::begin(&mut tx, &session, after(89)).await?;
        tx.commit().await?;
        tidy_after(house, 90).await?;
        assert_eq!(count(house, refused).await?, left, "{surface:?}");
        let mut tx = house.app.store().begin().await?;
        sessions::end(&mut tx, session.person, session.device).await?;
        tx.commit().await?;
    }
    assert_eq!(
        count(house, applied).await?,
        1,
        "kept as long as the history"
    );
    Ok(())
}

async fn denied_attempts_are_forgotten_after_a_season(house: &House) -> Result<()> {
    let stranger = house.person(2, "boris").await?;
    let attempt = [pushed(1, None, invite(11, "anna@example.org"))];
    assert!(house.push(&stranger, &attempt).await.is_err());
    let denied = "SELECT count(*) FROM denied";
    tidy_after(house, 89).await?;
    assert_eq!(count(house, denied).await?, 1);
    tidy_after(house, 90).await?;
    assert_eq!(count(house, denied).await?, 0);
    Ok(())
}

async fn anchored_heads_are_for_nobody_else(house: &House) -> Result<()> {
    use std::os::unix::fs::PermissionsExt;
    anchor::anchor(&house.app).await?;
    let file = house.app.config().folder.join("heads.log");
    let mode = std::fs::metadata(file)?.permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    Ok(())
}

async fn a_device_that_was_idle_too_long_is_none_any_more_ses_4(house: &House) -> Result<()> {
    const HOUR: i64 = DAY / 24;
    let person = house.person(3, "carla").await?.actor.person();
    let person = person.context("a person")?;
    for (number, surface) in [(1, Surface::Desktop), (2, Surface::Browser)] {
        let mut tx = house.app.store().begin().await?;
        let session = NewSession {
            device: DeviceId(Uuid::from_u128(number)),
            token: format!("{surface:?}"),
            person,
            surface,
            name: "a device",
            proved_at: NOW,
        };
        sessions::begin(&mut tx, &session, NOW).await?;
        tx.commit().await?;
    }
    let kept = "SELECT count(*) FROM session";
    for (hours, works) in [
        (0, [true, true]),
        (2, [true, false]),
        (8 * 24, [false, false]),
    ] {
        let now = NOW.plus_millis(hours * HOUR);
        let many = works.into_iter().filter(|it| *it).count();
        let mut tx = house.app.store().snapshot().await?;
        let listed = sessions::devices_of(&mut tx, person, now).await?;
        assert_eq!(listed.len(), many, "after {hours} hours");
        for (surface, works) in [Surface::Desktop, Surface::Browser].into_iter().zip(works) {
            let found = sessions::find(&mut tx, &format!("{surface:?}"), now).await?;
            assert_eq!(found.is_some(), works, "{surface:?} after {hours} hours");
        }
        drop(tx);
        house.clock.set(now);
        jobs::tidy(&house.app).await?;
        assert_eq!(
            usize::try_from(count(house, kept).await?)?,
            many,
            "after {hours} hours"
        );
    }
    Ok(())
}
