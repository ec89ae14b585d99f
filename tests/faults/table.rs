//! S-53: a table of people that is sent twice at once, by a server that is killed in the middle of it, and then again, invites
//! everybody once, with one letter, and answers everybody the same.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use doorward_domain::{Command, CommandId};
use doorward_protocol::{PushAnswer, PushedCommand};
use doorward_suite::api::{Api, Request};
use doorward_suite::cast::OLGA;
use doorward_suite::house::House;
use doorward_suite::residents::residents;
use doorward_suite::rounds::rounds;
use reqwest::Method;
use serde_json::json;
use tokio::sync::Notify;
use tokio::time::timeout;

/// Rows in one push.
const TOGETHER: usize = 50;
/// How long a client waits for an answer of a server that may be dead.
const PATIENCE: Duration = Duration::from_secs(10);

/// Sends the table part by part; answers what became of each row, as far as the server lived.
async fn send(
    api: &Api,
    path: &str,
    token: &str,
    rows: &[PushedCommand],
    answered: &Notify,
) -> Result<Vec<PushAnswer>> {
    let mut answers = Vec::new();
    for part in rows.chunks(TOGETHER) {
        let asked = Request::new(Method::POST, path).by(token);
        let asked = asked.json(&json!({ "commands": part }));
        match timeout(PATIENCE, api.send(asked)).await {
            Ok(Ok(reply)) => {
                answers.push(reply.success()?);
                answered.notify_one();
            }
            Ok(Err(_)) | Err(_) => break,
        }
    }
    Ok(answers)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s_53_a_table_broken_off_by_a_kill_invites_everybody_once() -> Result<()> {
    let mut house = House::open().await?;
    let rows = residents(rounds(300, 1_000))?;
    let api = Api::at(house.server.url())?;
    let token = api.sign_in(OLGA).await?;
    let path = format!("/v1/organisations/{}/commands", house.organisation);
    let begun = Notify::new();
    let twice = async || {
        tokio::join!(
            send(&api, &path, &token, &rows, &begun),
            send(&api, &path, &token, &rows, &begun)
        )
    };
    let killed = async {
        // One part is in, the others are not.
        begun.notified().await;
        house.server.kill();
    };
    let ((one, two), ()) = tokio::join!(twice(), killed);
    let parts = rows.len() / TOGETHER;
    let answered = one?.len().min(two?.len());
    ensure!(
        answered < parts,
        "it was killed in the middle: {answered} of {parts}"
    );
    house.server.start_again().await?;

    let (one, two) = twice().await;
    let (one, two) = (one?, two?);
    ensure!(
        one.len() == parts && one == two,
        "both are answered the same"
    );
    let again = send(&api, &path, &token, &rows, &begun).await?;
    let said = |answers: &[PushAnswer]| -> BTreeMap<CommandId, String> {
        let settled = answers.iter().flat_map(|it| &it.settled);
        settled
            .map(|it| (it.id, format!("{:?}", it.outcome)))
            .collect()
    };
    ensure!(said(&again) == said(&one), "and so is whoever asks again");

    is_noted_once(&house, &rows).await?;
    house.post_is_quiet().await?;
    let mut letters: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for letter in house.post.letters()? {
        letters.entry(letter.to).or_default().insert(letter.id);
    }
    for row in 0..rows.len() {
        let to = format!("resident{row}@example.org");
        let sent = letters.get(&to).context(to)?;
        ensure!(
            sent.len() == 1,
            "one letter, however often it was handed over: {sent:?}"
        );
    }
    house.server.verify_history().await?;
    Ok(())
}

/// The history has each invitation once.
async fn is_noted_once(house: &House, rows: &[PushedCommand]) -> Result<()> {
    let mut noted: BTreeMap<String, usize> = BTreeMap::new();
    for entry in house.history(OLGA).await? {
        if entry.kind == "person_invited" {
            *noted.entry(entry.object).or_default() += 1;
        }
    }
    for row in rows {
        let Command::InvitePerson(invited) = &row.command else {
            anyhow::bail!("an invitation");
        };
        let times = noted.get(&invited.membership.to_string());
        ensure!(
            times == Some(&1),
            "{} is noted {times:?} times",
            invited.contact
        );
    }
    Ok(())
}
