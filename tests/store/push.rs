//! Pushes: once means once, order is kept, and what is refused disturbs nothing.

use anyhow::Result;
use doorward_domain::{
    ApproveRequest, Command, DeclineRequest, Grant, Preset, Refusal, RevokeInvitation,
};
use doorward_protocol::{Outcome, PushAnswer, Stopped};
use doorward_server::execute;
use sqlx::Row;

use crate::copy::Copy;
use crate::house::{House, id, invite, membership, pushed, request};
use crate::net::Net;

crate::on_both_engines!(
    the_same_push_answers_the_same_and_has_one_effect_syn_1,
    an_id_names_one_command_of_one_account_syn_1,
    an_unknown_predecessor_stops_the_push_syn_2,
    a_refusal_does_not_stop_the_next_command_syn_2,
    commands_of_a_batch_see_each_other,
    there_is_no_organisation_for_strangers_ten_1,
    denied_attempts_are_merged_aud_1,
    a_violated_index_is_decided_again_r_3,
    a_stale_read_ends_as_retry_and_never_as_a_fault,
    every_applied_command_has_a_revision_of_its_own,
);

async fn the_same_push_answers_the_same_and_has_one_effect_syn_1(house: &House) -> Result<()> {
    let push = [
        pushed(1, None, invite(11, "a@example.org")),
        pushed(2, Some(1), invite(12, "b@example.org")),
    ];
    let first = house.push(&house.owner, &push).await?;
    let again = house.push(&house.owner, &push).await?;
    assert_eq!(
        first, again,
        "a lost answer is asked for again and is the same"
    );
    assert!(
        first
            .settled
            .iter()
            .all(|it| matches!(it.outcome, Outcome::Applied { .. })),
        "{first:?}"
    );
    assert_eq!(
        count(
            house,
            "SELECT count(*) FROM record WHERE kind = 'invitation'"
        )
        .await?,
        2
    );
    Ok(())
}

async fn an_id_names_one_command_of_one_account_syn_1(house: &House) -> Result<()> {
    house
        .push(
            &house.owner,
            &[pushed(1, None, invite(11, "a@example.org"))],
        )
        .await?;
    let other_body = house
        .push(
            &house.owner,
            &[pushed(1, None, invite(11, "b@example.org"))],
        )
        .await;
    assert!(matches!(other_body, Err(execute::Error::IdReused)));
    let after_aside = house
        .push(
            &house.owner,
            &[pushed(1, Some(1), invite(11, "a@example.org"))],
        )
        .await?;
    assert_eq!(
        after_aside.settled.len(),
        1,
        "another predecessor is not another body"
    );
    let stranger = house.person(2, "boris").await?;
    let foreign = house
        .push(&stranger, &[pushed(1, None, invite(11, "a@example.org"))])
        .await;
    assert!(
        matches!(foreign, Err(execute::Error::IdReused)),
        "nobody reads what became of others' commands"
    );
    let twice = [
        pushed(5, None, invite(15, "e@example.org")),
        pushed(5, None, invite(16, "f@example.org")),
    ];
    assert!(matches!(
        house.push(&house.owner, &twice).await,
        Err(execute::Error::IdReused)
    ));
    Ok(())
}

async fn an_unknown_predecessor_stops_the_push_syn_2(house: &House) -> Result<()> {
    let push = [
        pushed(1, None, invite(11, "a@example.org")),
        pushed(3, Some(2), invite(13, "c@example.org")),
    ];
    let answer = house.push(&house.owner, &push).await?;
    assert_eq!(answer.settled.len(), 1, "what came before was settled");
    assert_eq!(answer.stopped, Some(Stopped::OutOfOrder { id: id(3) }));
    Ok(())
}

async fn a_refusal_does_not_stop_the_next_command_syn_2(house: &House) -> Result<()> {
    let push = [
        pushed(1, None, invite(11, "a@example.org")),
        pushed(2, Some(1), invite(12, "a@example.org")),
        pushed(3, Some(2), invite(13, "b@example.org")),
    ];
    let PushAnswer { settled, stopped } = house.push(&house.owner, &push).await?;
    let refusal = Refusal::AlreadyInvited {
        membership: membership(11),
    };
    assert_eq!(settled[1].outcome, Outcome::Refused { refusal });
    assert!(
        matches!(settled[2].outcome, Outcome::Applied { .. }),
        "{settled:?}"
    );
    assert_eq!(stopped, None);
    Ok(())
}

async fn commands_of_a_batch_see_each_other(house: &House) -> Result<()> {
    let revoke = Command::RevokeInvitation(RevokeInvitation {
        membership: membership(11),
    });
    let push = [
        pushed(1, None, invite(11, "a@example.org")),
        pushed(2, Some(1), revoke),
        pushed(3, Some(2), invite(12, "a@example.org")),
    ];
    let answer = house.push(&house.owner, &push).await?;
    assert!(
        answer
            .settled
            .iter()
            .all(|it| matches!(it.outcome, Outcome::Applied { .. })),
        "{answer:?}"
    );
    assert_eq!(
        count(house, "SELECT count(*) FROM contact_key WHERE invited = 1").await?,
        1
    );
    Ok(())
}

async fn there_is_no_organisation_for_strangers_ten_1(house: &House) -> Result<()> {
    let stranger = house.person(2, "boris").await?;
    let push = [pushed(1, None, invite(11, "a@example.org"))];
    let foreign = house.push(&stranger, &push).await;
    assert!(
        matches!(foreign, Err(execute::Error::NotFound)),
        "{foreign:?}"
    );
    let none = execute::push(
        &house.app,
        doorward_domain::OrganisationId(uuid::Uuid::from_u128(404)),
        &stranger,
        &push,
    )
    .await;
    assert!(matches!(none, Err(execute::Error::NotFound)), "{none:?}");
    for hidden in [
        Vec::new(),
        vec![pushed(3, Some(404), invite(11, "a@example.org"))],
    ] {
        let answer = house.push(&stranger, &hidden).await;
        assert!(
            matches!(answer, Err(execute::Error::NotFound)),
            "nothing tells that it is there: {answer:?}"
        );
    }
    house.open_doors().await?;
    let asked = house
        .push(&stranger, &[pushed(2, None, request(21))])
        .await?;
    assert!(
        matches!(asked.settled[0].outcome, Outcome::Applied { .. }),
        "a stranger may ask to join: {asked:?}"
    );
    Ok(())
}

async fn denied_attempts_are_merged_aud_1(house: &House) -> Result<()> {
    let stranger = house.person(2, "boris").await?;
    for number in 1..=3 {
        let denied = house
            .push(
                &stranger,
                &[pushed(number, None, invite(11, "a@example.org"))],
            )
            .await;
        assert!(matches!(denied, Err(execute::Error::NotFound)));
    }
    assert_eq!(
        count(house, "SELECT count(*) FROM denied").await?,
        1,
        "one row for actor, code and hour"
    );
    assert_eq!(count(house, "SELECT attempts FROM denied").await?, 3);
    assert_eq!(
        count(
            house,
            "SELECT count(*) FROM history WHERE kind = 'person_invited'"
        )
        .await?,
        0
    );
    Ok(())
}

/// A row that no lookup can see stands for whatever could ever make a read inexact.
async fn hide(house: &House, contact: &str) -> Result<()> {
    let mut tx = house.app.store().begin().await?;
    let sql = "INSERT INTO contact_key (organisation, membership, contact, live, invited) VALUES ($1, 'hidden', $2, 0, 1)";
    sqlx::query(sql)
        .bind(house.organisation.to_string())
        .bind(contact)
        .execute(tx.conn())
        .await?;
    Ok(tx.commit().await?)
}

async fn a_violated_index_is_decided_again_r_3(house: &House) -> Result<()> {
    hide(house, "b@example.org").await?;
    let push = [
        pushed(1, None, invite(11, "a@example.org")),
        pushed(2, Some(1), invite(12, "b@example.org")),
        pushed(3, Some(2), invite(13, "c@example.org")),
    ];
    let answer = house.push(&house.owner, &push).await?;
    assert_eq!(
        answer.settled.len(),
        1,
        "what came before the violation is kept: {answer:?}"
    );
    assert_eq!(answer.stopped, Some(Stopped::Retry { id: id(2) }));
    assert_eq!(
        count(
            house,
            "SELECT count(*) FROM record WHERE kind = 'invitation'"
        )
        .await?,
        1,
        "nothing is half done"
    );
    let net = Net::of(house, &house.serve().await?, &house.owner).await?;
    let mut copy = Copy::default();
    let sums = copy.pull(&net).await?;
    assert!(copy.agrees(house, &sums), "nor counted: {sums:?}");

    let mut tx = house.app.store().begin().await?;
    sqlx::query("DELETE FROM contact_key WHERE membership = 'hidden'")
        .execute(tx.conn())
        .await?;
    tx.commit().await?;
    let again = house.push(&house.owner, &push).await?;
    assert_eq!(again.settled[0], answer.settled[0], "once means once");
    let revisions = again.settled.iter().map(|it| match it.outcome {
        Outcome::Applied { revision } => revision,
        Outcome::NoChange { .. } | Outcome::Refused { .. } => 0,
    });
    let revisions: Vec<u64> = revisions.collect();
    let first = revisions[0];
    assert_eq!(revisions, [first, first + 1, first + 2]);
    let sums = copy.pull(&net).await?;
    assert!(copy.agrees(house, &sums), "{sums:?}");
    Ok(())
}

async fn a_stale_read_ends_as_retry_and_never_as_a_fault(house: &House) -> Result<()> {
    hide(house, "a@example.org").await?;
    let answer = house
        .push(
            &house.owner,
            &[pushed(1, None, invite(11, "a@example.org"))],
        )
        .await?;
    assert_eq!(
        answer,
        PushAnswer {
            settled: Vec::new(),
            stopped: Some(Stopped::Retry { id: id(1) })
        }
    );
    Ok(())
}

async fn every_applied_command_has_a_revision_of_its_own(house: &House) -> Result<()> {
    house.open_doors().await?;
    let mut commands = Vec::new();
    for number in 0..4_u128 {
        let person = house
            .person(10 + number, &format!("person{number}"))
            .await?;
        house.applied(&person, request(100 + number)).await?;
        let (after, membership) = (
            number.checked_sub(1).map(|it| 200 + it),
            membership(100 + number),
        );
        let answer = if number == 2 {
            Command::DeclineRequest(DeclineRequest {
                membership,
                reason: Some("Not one of us".try_into().expect("a note")),
            })
        } else {
            Command::ApproveRequest(ApproveRequest {
                membership,
                grant: Grant::of(Preset::Member),
            })
        };
        commands.push(pushed(200 + number, after, answer));
    }
    let answer = house.push(&house.owner, &commands).await?;
    let revisions: Vec<_> = answer
        .settled
        .iter()
        .map(|it| {
            if let Outcome::Applied { revision } = it.outcome {
                revision
            } else {
                0
            }
        })
        .collect();
    assert!(
        revisions.windows(2).all(|pair| pair[0] + 1 == pair[1]),
        "{answer:?}"
    );
    assert_eq!(
        count(house, "SELECT count(*) FROM record WHERE kind = 'member'").await?,
        4,
        "three and the Owner"
    );
    assert_eq!(
        count(
            house,
            "SELECT count(*) FROM departure WHERE kind = 'request'"
        )
        .await?,
        3
    );
    Ok(())
}

/// One number out of the store.
pub async fn count(house: &House, sql: &'static str) -> Result<i64> {
    let mut tx = house.app.store().snapshot().await?;
    Ok(sqlx::query(sql).fetch_one(tx.conn()).await?.try_get(0)?)
}
