//! What time brings about, by two servers over one store at once: each thing happens once.

use anyhow::{Context, Result, ensure};
use doorward_domain::{
    AcceptInvitation, Command, Grant, InvitePerson, MembershipId, Preset, Settings, Version,
};
use doorward_server::App;
use doorward_server::jobs::{expire, remind};
use doorward_server::store::letters;

use crate::house::{House, NOW, invite, membership, request};
use crate::on_both_engines;

on_both_engines!(
    two_servers_remind_of_an_invitation_once,
    two_servers_remind_of_a_request_and_escalate_it_once,
    two_servers_expire_a_membership_once,
);

const DAY: i64 = 24 * 60 * 60 * 1000;

/// How many races each test runs.
const RACES: u128 = 10;

/// each of both finds the same invitation due at the same instant.
async fn two_servers_remind_of_an_invitation_once(house: &House) -> Result<()> {
    let (one, other) = siblings(house, 3).await?;
    for race in 0..RACES {
        let id = 0x100 + race;
        let email = format!("guest{race}@example.org");
        house.applied(&house.owner, invite(id, &email)).await?;
        ensure!(both_remind(&one, &other).await? == 1, "race {race}");
        ensure!(queued(house, membership(id), "invitation_waits").await? == 1);
    }
    Ok(())
}

/// the reminder after two days, then the escalation after five; a third look tells nothing.
async fn two_servers_remind_of_a_request_and_escalate_it_once(house: &House) -> Result<()> {
    house.open_doors().await?;
    let anna = house.person(2, "anna").await?;
    house.applied(&anna, request(0x200)).await?;
    let id = membership(0x200);
    for (days, told, kind) in [
        (1, 0, "request_waits"),
        (2, 1, "request_waits"),
        (3, 0, "request_waits"),
        (5, 1, "request_escalates"),
        (90, 0, "request_escalates"),
    ] {
        let (one, other) = siblings(house, days).await?;
        ensure!(both_remind(&one, &other).await? == told, "day {days}");
        ensure!(both_remind(&one, &other).await? == 0, "day {days}, again");
        ensure!(queued(house, id, kind).await? <= 1, "day {days}: {kind}");
    }
    Ok(())
}

/// BEL-14: both give the system's command; one takes effect, and the history has one entry of it.
async fn two_servers_expire_a_membership_once(house: &House) -> Result<()> {
    by_itself(house).await?;
    let (one, other) = siblings(house, 3).await?;
    for race in 0..RACES {
        let id = 0x300 + race;
        let name = format!("member{race}");
        let person = house.person(0x30 + race, &name).await?;
        let mut invited = invite(id, &format!("{name}@example.org"));
        if let Command::InvitePerson(InvitePerson { grant, .. }) = &mut invited {
            *grant = Grant {
                ends_at: Some(NOW.plus_millis(2 * DAY)),
                ..Grant::of(Preset::Staff)
            };
        }
        house.applied(&house.owner, invited).await?;
        let accept = AcceptInvitation {
            membership: membership(id),
        };
        house.applied(&person, accept.into()).await?;
        let (first, second) = tokio::join!(
            expire::round(&one, one.now()),
            expire::round(&other, other.now())
        );
        ensure!(first? + second? == 1, "race {race}");
        ensure!(queued(house, membership(id), "ended").await? == 1);
    }
    Ok(())
}

/// Two servers whose clocks stand so many days later.
async fn siblings(house: &House, days: i64) -> Result<(App, App)> {
    let at = NOW.plus_millis(days * DAY);
    Ok((house.sibling_at(at).await?, house.sibling_at(at).await?))
}

async fn both_remind(one: &App, other: &App) -> Result<usize> {
    let (first, second) = tokio::join!(remind::round(one), remind::round(other));
    Ok(first? + second?)
}

/// How many letters of a kind there are about a membership.
async fn queued(house: &House, id: MembershipId, kind: &str) -> Result<usize> {
    let mut tx = house.app.store().snapshot().await?;
    let letters = letters::delivery_of(&mut tx, id.0).await?;
    Ok(letters.iter().filter(|(it, _)| it == kind).count())
}

/// Switches the rule on that lets memberships expire by themselves.
async fn by_itself(house: &House) -> Result<()> {
    let mut world = doorward_domain::World::new(house.organisation);
    let mut tx = house.app.store().snapshot().await?;
    let question = [doorward_domain::Lookup::Organisation].into();
    doorward_server::store::lookups::load(&mut tx, &mut world, &question, NOW).await?;
    drop(tx);
    let settings = Settings {
        expire_by_itself: true,
        ..world.settings().context("settings")?.clone()
    };
    let change = doorward_domain::ChangeSettings {
        settings,
        based_on: Version::Revision(1),
    };
    house.applied(&house.owner, change.into()).await.map(drop)
}
