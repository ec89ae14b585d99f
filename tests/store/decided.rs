//! Requests decided by two at once, and too late.

use anyhow::{Context, Result, ensure};
use doorward_domain::{
    AcceptInvitation, ApproveRequest, Command, DeclineRequest, Grant, InvitePerson, Lookup,
    Membership, Note, OrganisationId, Preset, Refusal, StatusName, World,
};
use doorward_protocol::{MyKind, MyRecord, Outcome};
use doorward_server::execute::{self, Caller};
use doorward_server::store::{Dialect, lookups, mine};
use doorward_suite::rounds::rounds;

use crate::house::{House, NOW, membership, pushed, request};

crate::on_both_engines!(
    s_71_of_two_deciders_one_decides_and_the_other_reads_who_did,
    s_72_a_decision_that_comes_late_is_refused_with_who_decided_olv_29,
);

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
        let (won, lost, kind) = match (&yes, &no) {
            (Outcome::Applied { .. }, lost) => (StatusName::Approved, lost, "approved"),
            (lost, Outcome::Applied { .. }) => (StatusName::Rejected, lost, "declined"),
            both => anyhow::bail!("round {round}: nobody decided: {both:?}"),
        };
        let Outcome::Refused {
            refusal: Refusal::WrongStatus { .. },
        } = lost
        else {
            anyhow::bail!("round {round}: both decided: {yes:?} {no:?}");
        };
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
