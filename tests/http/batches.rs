//! S-32, S-73: a push in which one command is about another organisation, and changes that rest on what somebody else has
//! changed meanwhile.

use anyhow::{Context, Result, ensure};
use doorward_domain::{Command, CommandId, Record};
use doorward_protocol::{Code, Outcome, PushAnswer, PushedCommand, SentRecord, Settled};
use doorward_suite::cast::{ANNA, OLGA};
use doorward_suite::{ids, store};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::ground::{Ground, one, pushed};

/// How many of a push are about one's own organisation.
const OWN: usize = 99;

fn command(body: &Value) -> Result<Command> {
    serde_json::from_value(body.clone()).with_context(|| body.to_string())
}

/// Commands in a row, each after the one before.
fn in_a_row(commands: Vec<Command>) -> Vec<PushedCommand> {
    let mut after = None;
    let link = |command| {
        let id = ids::new();
        pushed(id, after.replace(id), command)
    };
    commands.into_iter().map(link).collect()
}

#[tokio::test]
async fn s_32_one_foreign_id_in_a_push_is_as_unknown_as_any_and_stops_nothing() -> Result<()> {
    let ground = Ground::lay().await?;
    let invited = ids::new();
    let invite = command(&json!({ "type": "invite_person", "membership": invited,
        "contact": ANNA.email, "grant": { "level": "staff" } }))?;
    let erik = ground
        .api
        .push(&ground.erik_house, &ground.erik, &in_a_row(vec![invite]))
        .await?;
    ensure!(
        matches!(erik.settled[0].outcome, Outcome::Applied { .. }),
        "{erik:?}"
    );
    ground.house.post_is_quiet().await?;
    let before = of_erik(&ground).await?;
    for place in [0, OWN / 2, OWN] {
        let foreign = said_of(&ground, invited, place).await?;
        let unknown = said_of(&ground, ids::new(), place).await?;
        ensure!(
            foreign == unknown,
            "nothing tells that it exists: {foreign}, {unknown}"
        );
        ensure!(foreign.contains("not_found"), "{foreign}");
    }
    ensure!(
        before == of_erik(&ground).await?,
        "Erik's house is as it was"
    );
    Ok(())
}

/// The records of Erik's house.
async fn of_erik(ground: &Ground) -> Result<Vec<String>> {
    let contents = store::contents(&ground.house.server.data()).await?;
    let records = contents.get("record").into_iter().flatten();
    let theirs = records.filter(|row| row.contains(&ground.erik_house));
    Ok(theirs.cloned().collect())
}

/// What Olga is told of a revocation of this invitation, at this place of a push whose other commands are done.
async fn said_of(ground: &Ground, invitation: Uuid, place: usize) -> Result<String> {
    let make = |number: usize| {
        command(&json!({ "type": "make_staff_record", "staff": ids::new(),
            "name": format!("Number {number}") }))
    };
    let mut commands: Vec<Command> = (0..OWN).map(make).collect::<Result<_>>()?;
    let revoke = json!({ "type": "revoke_invitation", "membership": invitation });
    commands.insert(place, command(&revoke)?);
    let organisation = &ground.house.organisation;
    let answer = ground
        .api
        .push(organisation, &ground.olga, &in_a_row(commands))
        .await?;
    let applied = |it: &&Settled| matches!(it.outcome, Outcome::Applied { .. });
    let done = answer.settled.iter().filter(applied).count();
    ensure!(
        answer.stopped.is_none() && done == OWN,
        "the others are done: {answer:?}"
    );
    let of_this = answer.settled.get(place).context("it is settled")?;
    Ok(serde_json::to_string(&of_this.outcome)?)
}

#[tokio::test]
async fn s_73_a_change_that_rests_on_an_older_version_is_refused_and_says_who_was_faster()
-> Result<()> {
    let ground = Ground::lay().await?;
    let level = ids::new();
    let make = json!({ "type": "make_level", "level": level, "name": "Evenings", "permissions": ["discounts"] });
    settle(&ground, command(&make)?).await?;
    let invited = ids::new();
    let invite = json!({ "type": "invite_person", "membership": invited, "contact": ANNA.email, "grant": { "level": "staff" } });
    settle(&ground, command(&invite)?).await?;

    let mut edits = Vec::new();
    for sent in ground.house.records(OLGA).await? {
        edits.extend(two_edits(&sent, level, invited)?);
    }
    ensure!(
        edits.len() == 3,
        "settings, a level and an invitation: {edits:#?}"
    );
    for (first, second) in edits {
        let mut careless = first.clone();
        careless
            .as_object_mut()
            .context("an object")?
            .remove("based_on");
        ground
            .refuses("no version", ground.push(&one(&careless)), Code::Malformed)
            .await?;
        let outcome = settle(&ground, command(&first)?).await?;
        ensure!(
            matches!(outcome, Outcome::Applied { .. }),
            "{first}: {outcome:?}"
        );
        let outcome = serde_json::to_value(settle(&ground, command(&second)?).await?)?;
        let said = outcome.to_string();
        ensure!(
            said.contains("changed_meanwhile") && said.contains(OLGA.name),
            "{second}: {said}"
        );
        // The same values as they stand now are no change, whatever they rest on.
        let again = settle(&ground, command(&first)?).await?;
        ensure!(matches!(again, Outcome::NoChange { .. }), "{again:?}");
    }
    Ok(())
}

async fn settle(ground: &Ground, command: Command) -> Result<Outcome> {
    let pushed = PushedCommand {
        id: CommandId(ids::new()),
        after: None,
        command,
    };
    let organisation = &ground.house.organisation;
    let answer: PushAnswer = ground
        .api
        .push(organisation, &ground.olga, &[pushed])
        .await?;
    Ok(answer
        .settled
        .into_iter()
        .next()
        .context("it is settled")?
        .outcome)
}

/// Two edits of the settings, of this level or of this invitation that rest on the same version.
fn two_edits(sent: &SentRecord, level: Uuid, invited: Uuid) -> Result<Option<(Value, Value)>> {
    let based_on = json!({ "revision": sent.revision });
    if let Record::Settings(settings) = &sent.record {
        let edit = |days: u32| -> Result<Value> {
            let mut settings = serde_json::to_value(settings)?;
            settings["term_days"] = json!(days);
            Ok(json!({ "type": "change_settings", "settings": settings, "based_on": based_on }))
        };
        return Ok(Some((edit(3)?, edit(4)?)));
    }
    if matches!(&sent.record, Record::Level(it) if it.id.0 == level) {
        let edit = |name: &str| {
            json!({ "type": "change_level", "level": level, "name": name,
                "permissions": ["discounts"], "based_on": based_on })
        };
        return Ok(Some((edit("Mornings"), edit("Nights"))));
    }
    if matches!(&sent.record, Record::Membership(it) if it.id.0 == invited) {
        let edit = |to: &str| {
            json!({ "type": "change_invitation", "membership": invited,
                "grant": { "level": to }, "based_on": based_on })
        };
        return Ok(Some((edit("member"), edit("guest"))));
    }
    Ok(None)
}
