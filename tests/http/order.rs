//! Order and repetition: what a device sends twice, out of order, or under an id it has used.

use anyhow::{Context, Result, ensure};
use doorward_domain::{Command, Grant, InvitePerson, MembershipId, Preset, RevokeInvitation};
use doorward_protocol::{Code, MAX_COMMANDS, MAX_PUSH_BYTES, Outcome, PushAnswer, Stopped};
use doorward_suite::ids;
use doorward_suite::samples;
use doorward_suite::store;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::ground::{Ground, one, pushed};

fn invite(number: u128, contact: &str) -> Result<Command> {
    Ok(Command::InvitePerson(InvitePerson {
        membership: MembershipId(Uuid::from_u128(number)),
        contact: contact.parse()?,
        grant: Grant::of(Preset::Staff),
        name: None,
        position: None,
        staff: None,
        locale: None,
        message: None,
    }))
}

fn revoke(number: u128) -> Command {
    Command::RevokeInvitation(RevokeInvitation {
        membership: MembershipId(Uuid::from_u128(number)),
    })
}

#[tokio::test]
async fn a_command_after_an_unknown_one_is_out_of_order() -> Result<()> {
    let ground = Ground::lay().await?;
    let (id, unknown) = (ids::new(), ids::new());
    let commands = [pushed(id, Some(unknown), invite(80, "new@example.net")?)];
    let answer = ground
        .api
        .push(&ground.house.organisation, &ground.olga, &commands)
        .await?;
    ensure!(
        answer.settled.is_empty(),
        "nothing is settled out of order: {answer:?}"
    );
    ensure!(
        matches!(answer.stopped, Some(Stopped::OutOfOrder { id: at }) if at.0 == id),
        "{answer:?}"
    );
    ground.is_untouched().await
}

#[tokio::test]
async fn what_comes_before_a_gap_is_done_and_what_comes_after_is_not() -> Result<()> {
    let ground = Ground::lay().await?;
    let (first, second, third) = (ids::new(), ids::new(), ids::new());
    let commands = [
        pushed(first, None, invite(81, "first@example.net")?),
        pushed(second, Some(ids::new()), invite(82, "second@example.net")?),
        pushed(third, Some(second), invite(83, "third@example.net")?),
    ];
    let organisation = &ground.house.organisation;
    let answer = ground
        .api
        .push(organisation, &ground.olga, &commands)
        .await?;
    ensure!(
        answer.settled.len() == 1 && answer.settled[0].id.0 == first,
        "only the first is settled: {answer:?}"
    );
    ensure!(
        matches!(answer.stopped, Some(Stopped::OutOfOrder { id }) if id.0 == second),
        "{answer:?}"
    );

    let rest = [
        pushed(second, Some(first), invite(82, "second@example.net")?),
        commands[2].clone(),
    ];
    let answer = ground.api.push(organisation, &ground.olga, &rest).await?;
    ensure!(
        answer.settled.len() == 2 && answer.stopped.is_none(),
        "linked rightly they go on: {answer:?}"
    );
    Ok(())
}

#[tokio::test]
async fn the_same_command_twice_answers_the_same_and_does_it_once() -> Result<()> {
    let ground = Ground::lay().await?;
    let organisation = &ground.house.organisation;
    let (id, other) = (ids::new(), ids::new());
    let command = pushed(id, None, invite(84, "once@example.net")?);
    let first = ground
        .api
        .push(organisation, &ground.olga, std::slice::from_ref(&command))
        .await?;
    ensure!(
        matches!(first.settled[0].outcome, Outcome::Applied { .. }),
        "{first:?}"
    );
    ground.house.post_is_quiet().await?;
    let after_first = store::contents(&ground.house.server.data()).await?;

    let again = ground
        .api
        .push(organisation, &ground.olga, &[command])
        .await?;
    ensure!(again == first, "the stored outcome is answered: {again:?}");
    let refused = pushed(other, Some(id), revoke(85));
    let first = ground
        .api
        .push(organisation, &ground.olga, std::slice::from_ref(&refused))
        .await?;
    let again = ground
        .api
        .push(organisation, &ground.olga, &[refused])
        .await?;
    ensure!(again == first, "a refusal is stored as well: {again:?}");

    let after = store::contents(&ground.house.server.data()).await?;
    ensure!(after["record"] == after_first["record"], "no second effect");
    ensure!(after["letter"] == after_first["letter"], "no second letter");
    Ok(())
}

#[tokio::test]
async fn an_id_that_was_used_for_something_else_is_told_so() -> Result<()> {
    let ground = Ground::lay().await?;
    let organisation = &ground.house.organisation;
    let id = ids::new();
    ground
        .api
        .push(
            organisation,
            &ground.olga,
            &[pushed(id, None, invite(86, "one@example.net")?)],
        )
        .await?;
    let before = store::contents(&ground.house.server.data()).await?;
    let other = json!({ "commands": [pushed(id, None, invite(87, "two@example.net")?)] });
    ground
        .refuses(
            "an id with another body",
            ground.push(&other),
            Code::IdReused,
        )
        .await?;
    let after = store::contents(&ground.house.server.data()).await?;
    ensure!(after["record"] == before["record"], "nothing was changed");
    Ok(())
}

#[tokio::test]
async fn too_much_at_once_is_refused_as_a_whole() -> Result<()> {
    let ground = Ground::lay().await?;
    let mut commands: Vec<Value> = Vec::new();
    let mut after: Option<Uuid> = None;
    for number in 0..=MAX_COMMANDS {
        let id = ids::new();
        let command = serde_json::to_value(revoke(u128::try_from(number)?))?;
        commands.push(json!({ "id": id, "after": after, "command": command }));
        after = Some(id);
    }
    let many = json!({ "commands": commands });
    ground
        .refuses(
            "more commands than a push takes",
            ground.push(&many),
            Code::TooLarge,
        )
        .await?;

    let note = "x".repeat(MAX_PUSH_BYTES);
    let large = json!({ "type": "decline_request", "membership": samples::id(1), "reason": note });
    ground
        .refuses(
            "more bytes than a push takes",
            ground.push(&one(&large)),
            Code::TooLarge,
        )
        .await?;
    let reply = ground
        .api
        .send(ground.push(&json!({ "commands": [] })))
        .await?;
    let answer: PushAnswer = reply.success().context("an empty push is no fault")?;
    ensure!(answer.settled.is_empty() && answer.stopped.is_none());
    ground.is_untouched().await
}
