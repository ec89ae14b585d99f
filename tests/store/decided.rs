//! Requests decided by two at once, too late, and by oneself.

use anyhow::{Context, Result, ensure};
use doorward_domain::{
    AcceptInvitation, ApproveRequest, CancelRequest, Command, DeclineRequest, Grant, InvitePerson,
    Lookup, Membership, Note, OrganisationId, Preset, RecordKey, Refusal, Settings, Shelf,
    StatusName, World,
};
use doorward_protocol::{MyKind, MyRecord, Outcome};
use doorward_server::execute::{self, Caller};
use doorward_server::store::{Dialect, lookups, mine};
use doorward_suite::rounds::rounds;

use crate::house::{House, NOW, membership, name, pushed, request};

crate::on_both_engines!(
    s_30_nobody_decides_their_own_request_and_a_rejection_is_waited_out,
    s_71_of_two_deciders_one_decides_and_the_other_reads_who_did,
    s_72_a_decision_that_comes_late_is_refused_with_who_decided_olv_29,
);

/// Milliseconds in one day.
const DAY: i64 = 24 * 60 * 60 * 1000;

fn approve(number: u128) -> Command {
    Command::ApproveRequest(ApproveRequest {
        membership: membership(number),
        grant: Grant::of(Preset::Member),
    })
}

fn decline(number: u128) -> Command {
    Command::DeclineRequest(DeclineRequest {
        membership: membership(number),
        reason: Note::try_from("Not this time.").ok(),
    })
}

async fn row(house: &House, number: u128) -> Result<Membership> {
    let mut world = World::new(house.organisation);
    let mut tx = house.app.store().snapshot().await?;
    let question = [Lookup::Membership(membership(number))].into();
    lookups::load(&mut tx, &mut world, &question, NOW).await?;
    let held = world.membership(membership(number)).context("the row")?;
    Ok(held.value.clone())
}

/// Has somebody join with a level, by an invitation of the Owner.
async fn join(
    house: &House,
    of: OrganisationId,
    by: &Caller,
    who: &Caller,
    row: u128,
    level: Preset,
) -> Result<()> {
    let contact = match &who.actor {
        doorward_domain::Actor::Person { account, .. } => account.contacts.first().cloned(),
        doorward_domain::Actor::System | doorward_domain::Actor::Operator => None,
    };
    let invite = InvitePerson {
        membership: membership(row),
        contact: contact.context("an address")?,
        grant: Grant::of(level),
        name: None,
        position: None,
        staff: None,
        locale: None,
        message: None,
    };
    let accept = AcceptInvitation {
        membership: membership(row),
    };
    for (caller, command) in [
        (by, Command::InvitePerson(invite)),
        (who, Command::AcceptInvitation(accept)),
    ] {
        let outcome = execute::one(&house.app, of, caller, command).await?;
        ensure!(matches!(outcome, Outcome::Applied { .. }), "{outcome:?}");
    }
    Ok(())
}

async fn s_30_nobody_decides_their_own_request_and_a_rejection_is_waited_out(
    house: &House,
) -> Result<()> {
    house.open_doors().await?;
    waits_a_day(house).await?;
    let anna = house.person(2, "anna").await?;
    let elsewhere = execute::found(&house.app, &anna, name("Elsewhere"), None).await?;
    ensure!(elsewhere.organisation != house.organisation, "another one");
    house.applied(&anna, request(21)).await?;
    for attempt in [approve(21), decline(21)] {
        ensure!(is_refused(house, &anna, attempt).await?, "her own request");
    }
    ensure!(row(house, 21).await?.status.name() == StatusName::Requested);
    let with_status = serde_json::json!({ "type": "request_to_join", "membership": membership(22), "status": "approved" });
    let read = serde_json::from_value::<Command>(with_status);
    ensure!(read.is_err(), "a request names no status: {read:?}");
    // Asking anew, as often as somebody likes, changes nothing about that.
    for round in 0..100 {
        let (old, new) = (21 + round, 22 + round);
        let cancel = CancelRequest {
            membership: membership(old),
        };
        house.applied(&anna, Command::CancelRequest(cancel)).await?;
        house.applied(&anna, request(new)).await?;
        ensure!(
            is_refused(house, &anna, approve(new)).await?,
            "round {round}"
        );
    }
    let last = 21 + 100;
    ensure!(row(house, last).await?.status.name() == StatusName::Requested);
    house.applied(&house.owner, decline(last)).await?;
    let early = house.one(&anna, request(last + 1)).await?;
    let Outcome::Refused {
        refusal: Refusal::TooSoon { until },
    } = early
    else {
        anyhow::bail!("asked again at once: {early:?}");
    };
    ensure!(until == NOW.plus_millis(DAY), "R-11: {until:?}");
    house.clock.set(until);
    house.applied(&anna, request(last + 1)).await.map(drop)
}

/// Whether a command comes to nothing; somebody without any right here hears that there is no such organisation.
async fn is_refused(house: &House, who: &Caller, command: Command) -> Result<bool> {
    match execute::one(&house.app, house.organisation, who, command).await {
        Ok(outcome) => Ok(matches!(outcome, Outcome::Refused { .. })),
        Err(execute::Error::NotFound) => Ok(true),
        Err(error) => Err(error.into()),
    }
}

/// Whoever was rejected waits a day.
async fn waits_a_day(house: &House) -> Result<()> {
    let mut world = World::new(house.organisation);
    let mut tx = house.app.store().snapshot().await?;
    lookups::load(&mut tx, &mut world, &[Lookup::Organisation].into(), NOW).await?;
    drop(tx);
    let held = world.settings().context("settings")?.clone();
    let key = RecordKey {
        shelf: Shelf::Settings,
        id: house.organisation.0,
    };
    let based_on = world.record(key).context("settings")?.version;
    let change = doorward_domain::ChangeSettings {
        settings: Settings {
            waiting_days: 1,
            ..held
        },
        based_on,
    };
    house
        .applied(&house.owner, Command::ChangeSettings(change))
        .await
        .map(drop)
}

async fn s_71_of_two_deciders_one_decides_and_the_other_reads_who_did(house: &House) -> Result<()> {
    house.open_doors().await?;
    let piret = house.person(2, "piret").await?;
    join(
        house,
        house.organisation,
        &house.owner,
        &piret,
        11,
        Preset::Administrator,
    )
    .await?;
    // Through two servers where the database is PostgreSQL.
    let other = match house.app.store().dialect() {
        Dialect::Sqlite => house.app.clone(),
        Dialect::Postgres => house.sibling_at(NOW).await?,
    };
    for round in 0..rounds(50, 1000) {
        let number = 100 + round;
        let asks = house.person(number, &format!("asks{round}")).await?;
        house.applied(&asks, request(number)).await?;
        let (yes, no) = tokio::join!(
            execute::one(
                &house.app,
                house.organisation,
                &house.owner,
                approve(number)
            ),
            execute::one(&other, house.organisation, &piret, decline(number)),
        );
        let (yes, no) = (yes?, no?);
        let (won, winner, lost, kind) = match (&yes, &no) {
            (Outcome::Applied { .. }, lost) => {
                (StatusName::Approved, &house.owner, lost, "approved")
            }
            (lost, Outcome::Applied { .. }) => (StatusName::Rejected, &piret, lost, "declined"),
            both => anyhow::bail!("round {round}: nobody decided: {both:?}"),
        };
        let Outcome::Refused {
            refusal: Refusal::WrongStatus { status, decided },
        } = lost
        else {
            anyhow::bail!("round {round}: both decided: {yes:?} {no:?}");
        };
        let by = decided.as_ref().and_then(|signed| signed.author.person());
        ensure!(
            *status == won && by == winner.actor.person(),
            "round {round}: the loser reads where it stands and who did it: {lost:?}"
        );
        let row = row(house, number).await?;
        ensure!(row.status.name() == won, "round {round}: {:?}", row.status);
        ensure!(told(house, &asks).await? == [kind], "round {round}: once");
    }
    Ok(())
}

/// The kinds of what somebody was told, the oldest first.
async fn told(house: &House, who: &Caller) -> Result<Vec<String>> {
    let mut tx = house.app.store().snapshot().await?;
    let person = who.actor.person().context("a person")?;
    let held = mine::held(&mut tx, person, MyKind::Notice, 10).await?;
    let kind = |record| match record {
        MyRecord::Notice(it) => Some(it.kind),
        MyRecord::Account(_)
        | MyRecord::Device(_)
        | MyRecord::Invitation(_)
        | MyRecord::Membership(_) => None,
    };
    Ok(held.into_iter().filter_map(kind).collect())
}

async fn s_72_a_decision_that_comes_late_is_refused_with_who_decided_olv_29(
    house: &House,
) -> Result<()> {
    house.open_doors().await?;
    let piret = house.person(2, "piret").await?;
    join(
        house,
        house.organisation,
        &house.owner,
        &piret,
        11,
        Preset::Administrator,
    )
    .await?;
    let anna = house.person(3, "anna").await?;
    house.applied(&anna, request(21)).await?;
    house.applied(&piret, decline(21)).await?;
    // What the Owner decided offline arrives, and arrives again because the answer was lost.
    let late = [pushed(1, None, approve(21))];
    let first = house.push(&house.owner, &late).await?;
    let again = house.push(&house.owner, &late).await?;
    ensure!(first == again, "the same answer: {first:?} {again:?}");
    let said = serde_json::to_string(&first)?;
    for part in ["wrong_status", "piret", "rejected"] {
        ensure!(said.contains(part), "{part} is missing: {said}");
    }
    ensure!(row(house, 21).await?.status.name() == StatusName::Rejected);
    ensure!(told(house, &anna).await? == ["declined"], "told once");
    Ok(())
}
