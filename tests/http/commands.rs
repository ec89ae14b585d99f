//! Every command of the catalogue, wrong in every way it can be wrong.

use anyhow::{Context, Result, ensure};
use doorward_protocol::{Code, Outcome, PushAnswer};
use doorward_suite::samples;
use serde_json::{Value, json};

use crate::ground::{Ground, one};

/// Every way in which one field of a body can be wrong.
fn spoilt(sample: &Value) -> Vec<(String, Value)> {
    let mut bodies = vec![(
        "an unknown field".to_owned(),
        with(sample, "owner_of_everything", json!(true)),
    )];
    for (field, value) in sample.as_object().into_iter().flatten() {
        let wrong = if value.is_object() {
            json!("text")
        } else {
            json!({ "an": "object" })
        };
        bodies.push((
            format!("{field} of another type"),
            with(sample, field, wrong),
        ));
    }
    let mut nameless = sample.clone();
    nameless.as_object_mut().map(|it| it.remove("type"));
    bodies.push(("no type".to_owned(), nameless));
    bodies.push((
        "an unknown type".to_owned(),
        with(sample, "type", json!("make_me_owner")),
    ));
    bodies
}

fn with(sample: &Value, field: &str, value: Value) -> Value {
    let mut body = sample.clone();
    body[field] = value;
    body
}

#[tokio::test]
async fn a_command_of_the_wrong_shape_is_malformed() -> Result<()> {
    let ground = Ground::lay().await?;
    for command in samples::commands()? {
        for (fault, body) in spoilt(&serde_json::to_value(&command)?) {
            let name = format!("{} with {fault}", command.key());
            ground
                .refuses(&name, ground.push(&one(&body)), Code::Malformed)
                .await?;
        }
    }
    ground.is_untouched().await
}

#[tokio::test]
async fn one_malformed_command_holds_up_its_whole_push() -> Result<()> {
    let ground = Ground::lay().await?;
    let good = json!({ "type": "invite_person", "membership": samples::id(70), "contact": "new@example.net",
        "grant": { "level": "staff" } });
    let mut body = one(&good);
    let bad = json!({ "id": samples::id(71), "after": body["commands"][0]["id"], "command": { "type": "nothing" } });
    body["commands"]
        .as_array_mut()
        .context("a push is a list")?
        .push(bad);
    ground
        .refuses(
            "a good and a bad command",
            ground.push(&body),
            Code::Malformed,
        )
        .await?;
    ground.is_untouched().await
}

#[tokio::test]
async fn every_command_of_a_stranger_finds_nothing() -> Result<()> {
    let ground = Ground::lay().await?;
    for command in samples::commands()? {
        // Whoever asks to join or answers an invitation is a stranger until then; these are answered one by one.
        let is_for_strangers = matches!(
            command.key(),
            "request_to_join" | "join_by_link" | "accept_invitation" | "decline_invitation"
        );
        if !is_for_strangers {
            let push = ground
                .push(&one(&serde_json::to_value(&command)?))
                .by(&ground.erik);
            ground.refuses(command.key(), push, Code::NotFound).await?;
        }
    }
    ground.is_untouched().await
}

#[tokio::test]
async fn every_command_about_nothing_is_refused_with_a_code() -> Result<()> {
    let ground = Ground::lay().await?;
    for command in samples::commands()? {
        let makes_something = matches!(
            command.key(),
            "invite_person"
                | "make_link"
                | "request_to_join"
                | "make_level"
                | "change_settings"
                | "make_staff_record"
                | "make_site"
                | "delete_organisation"
        );
        if makes_something {
            continue;
        }
        let reply = ground
            .api
            .send(ground.push(&one(&serde_json::to_value(&command)?)))
            .await?;
        let answer: PushAnswer = reply.success().with_context(|| command.key())?;
        let outcome = &answer
            .settled
            .first()
            .context("a command is settled")?
            .outcome;
        let Outcome::Refused { refusal } = outcome else {
            anyhow::bail!("{} about nothing came to {outcome:?}", command.key());
        };
        // A room is made in a site, and there is none with the id that the sample names.
        let names_a_site = command.key() == "make_room";
        ensure!(
            (refusal.code() == "invalid") == names_a_site,
            "{} is whole: {refusal:?}",
            command.key()
        );
        ensure!(answer.stopped.is_none(), "a refusal stops nothing");
    }
    Ok(())
}

/// The term of invitations is whole days, between one and thirty: another unit is no term.
#[tokio::test]
async fn s_07_a_term_is_of_days_and_nothing_else() -> Result<()> {
    let ground = Ground::lay().await?;
    let change = samples::commands()?
        .into_iter()
        .find(|it| it.key() == "change_settings");
    let sample = serde_json::to_value(change.context("a sample")?)?;
    for (fault, days) in [
        ("negative", json!(-1)),
        ("text", json!("7")),
        ("milliseconds", json!(604_800_000_000_i64)),
        ("10^12", json!(1_000_000_000_000_i64)),
        ("a part of a day", json!(0.5)),
        ("nothing", json!(null)),
    ] {
        let mut body = sample.clone();
        body["settings"]["term_days"] = days;
        let request = ground.push(&one(&body));
        let reply = ground.refuses(fault, request, Code::Malformed).await?;
        ensure!(
            matches!(reply.status, 400 | 422),
            "{fault}: {}",
            reply.status
        );
    }
    ground.is_untouched().await?;
    let sent = ground.house.records(doorward_suite::cast::OLGA).await?;
    let kept = sent
        .into_iter()
        .find_map(|sent| match serde_json::to_value(&sent.record) {
            Ok(record) if !record["settings"].is_null() => {
                Some((record["settings"].clone(), sent.revision))
            }
            _ => None,
        });
    let (settings, revision) = kept.context("settings")?;
    for (days, works) in [(0, false), (31, false), (604_800, false), (30, true)] {
        let mut changed = settings.clone();
        changed["term_days"] = json!(days);
        let command = json!({ "type": "change_settings", "settings": changed,
            "based_on": { "revision": revision } });
        let answer: PushAnswer = ground
            .api
            .send(ground.push(&one(&command)))
            .await?
            .success()?;
        let outcome = &answer.settled.first().context("an outcome")?.outcome;
        let applied = matches!(outcome, Outcome::Applied { .. });
        ensure!(applied == works, "{days} days: {outcome:?}");
    }
    ground.house.server.ensure_no_errors()
}
