//! S-46: a phone of a country that whoever runs the server did not name is refused when the command arrives; what else is
//! in the same push goes on.

use std::net::Ipv4Addr;
use std::sync::Arc;

use anyhow::{Context, Result, ensure};
use axum::extract::State;
use axum::routing::post;
use axum::{Json, Router};
use doorward_domain::{Command, Refusal};
use doorward_protocol::{Outcome, PushedCommand};
use doorward_suite::api::Api;
use doorward_suite::cast::{ANNA, ERIK, KADRI, MARTA, OLGA, STEFAN};
use doorward_suite::house::House;
use doorward_suite::{http, ids, store, wait};
use serde_json::{Value, json};
use tokio::sync::Mutex;

use crate::ground::pushed;

const FOREIGN: &str = "+44900123456";

fn invitation(contact: &str) -> Result<Command> {
    let body = json!({ "type": "invite_person", "membership": ids::new(), "contact": contact,
        "grant": { "level": "staff" } });
    serde_json::from_value(body).context("an invitation")
}

#[tokio::test]
async fn s_46_a_phone_of_another_country_is_refused_when_the_command_arrives() -> Result<()> {
    let gateway =
        "\n[sms]\ntransport = \"http\"\nurl = \"http://127.0.0.1:9/\"\ncountries = [\"+372\"]\n";
    let house = House::open_with(gateway).await?;
    let api = Api::at(house.server.url())?;
    let olga = api.sign_in(OLGA).await?;
    let (mut commands, mut after) = (Vec::new(), None);
    for contact in [FOREIGN, "+37255512345", ANNA.email] {
        let id = ids::new();
        commands.push(pushed(id, after.replace(id), invitation(contact)?));
    }
    let answer = api.push(&house.organisation, &olga, &commands).await?;
    let outcomes: Vec<&Outcome> = answer.settled.iter().map(|it| &it.outcome).collect();
    let refusal = Refusal::NotTexted;
    ensure!(*outcomes[0] == Outcome::Refused { refusal }, "{outcomes:?}");
    for applied in &outcomes[1..] {
        ensure!(matches!(applied, Outcome::Applied { .. }), "{outcomes:?}");
    }
    house.post.letter(ANNA.email, 1).await?;
    let kept = store::contents(&house.server.data()).await?;
    let named = |row: &&String| row.contains(FOREIGN);
    let found: Vec<&String> = kept.values().flatten().filter(named).collect();
    ensure!(found.is_empty(), "nothing is kept of it: {found:?}");
    Ok(())
}

/// How many numbers are tried: half of them in 60 ranges that cost much, half in the country that is written to.
const NUMBERS: usize = 1_000;
const RANGES: usize = 60;
const HOUSES: usize = 5;
const ADDRESSES: usize = 50;
/// Text messages that all may send in a day, and that one organisation may.
const MOST: usize = 12;
const MOST_OF_ONE: usize = 4;

/// A gateway that keeps the messages it is given, and its address.
async fn gateway() -> Result<(Arc<Mutex<Vec<Value>>>, String)> {
    let sent: Arc<Mutex<Vec<Value>>> = Arc::default();
    let take = async |State(sent): State<Arc<Mutex<Vec<Value>>>>, Json(it): Json<Value>| {
        sent.lock().await.push(it);
    };
    let routes = Router::new().route("/send", post(take));
    let routes = routes.with_state(Arc::clone(&sent));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}/send", listener.local_addr()?);
    tokio::spawn(async move { axum::serve(listener, routes).await });
    Ok((sent, url))
}

/// Which of the numbers it is.
fn place(number: &str) -> Option<usize> {
    number.strip_prefix("+3725")?.parse().ok()
}

/// What one of the addresses tries: numbers here and elsewhere, in turn.
fn tried(address: usize) -> Result<Vec<PushedCommand>> {
    let mut after = None;
    let each = NUMBERS / ADDRESSES;
    let number = |at: usize| {
        let at = address * each + at;
        if at.is_multiple_of(2) {
            format!("+44{}{at:06}", 900 + at / 2 % RANGES)
        } else {
            format!("+3725{at:06}")
        }
    };
    let pushed = |at: usize| -> Result<PushedCommand> {
        let id = ids::new();
        Ok(pushed(id, after.replace(id), invitation(&number(at))?))
    };
    (0..each).map(pushed).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s_46_a_thousand_numbers_from_fifty_addresses_cost_what_the_operator_allows() -> Result<()>
{
    let (sent, url) = gateway().await?;
    let limits = format!(
        "\n[sms]\ntransport = \"http\"\nurl = \"{url}\"\ncountries = [\"+372\"]\n\
         organisation_per_day = {MOST_OF_ONE}\nper_day = {MOST}\n"
    );
    let house = House::open_with(&limits).await?;
    let mut houses = Vec::new();
    for (owner, name) in [(KADRI, "A"), (STEFAN, "B"), (MARTA, "C"), (ERIK, "D")] {
        let id = house.found(&format!("House {name}"), owner).await?;
        houses.push((id, owner));
    }
    houses.push((house.organisation.clone(), OLGA));
    ensure!(houses.len() == HOUSES);
    for address in 0..ADDRESSES {
        let (organisation, owner) = &houses[address % HOUSES];
        let from = Ipv4Addr::new(127, 0, 1, u8::try_from(address + 1)?);
        let api = Api::seen_from(house.server.url(), from.into())?;
        let token = api.sign_in(*owner).await?;
        let answer = api.push(organisation, &token, &tried(address)?).await?;
        for (at, settled) in answer.settled.iter().enumerate() {
            let foreign = matches!(
                &settled.outcome,
                Outcome::Refused {
                    refusal: Refusal::NotTexted
                }
            );
            ensure!(foreign == (at % 2 == 0), "{at}: {settled:?}");
        }
    }
    // The breaker: the operator is told, and what goes by e-mail goes on.
    let alarm = "text messages wait: the day's limit sms.per_day is used up";
    let alarmed = async || {
        let said = house.server.said();
        let raised = said.lines().find(|it| it.contains(alarm));
        Ok(raised.map(ToOwned::to_owned))
    };
    let raised = wait::until("the alarm is raised", alarmed).await?;
    ensure!(raised.contains("ERROR"), "{raised}");
    house.command(OLGA, invitation(ANNA.email)?).await?;
    house.post.letter(ANNA.email, 1).await?;
    let left = sent.lock().await.clone();
    ensure!(left.len() == MOST, "{} left: {left:?}", left.len());
    let mut of_house = [0; HOUSES];
    for it in &left {
        let at = it["to"].as_str().and_then(place);
        let address =
            at.with_context(|| format!("a number of ours: {it}"))? / (NUMBERS / ADDRESSES);
        of_house[address % HOUSES] += 1;
    }
    ensure!(
        of_house.iter().all(|it| *it <= MOST_OF_ONE),
        "of each organisation: {of_house:?}"
    );
    Ok(())
}

/// S-10: the short secret that a text message carries stands nowhere in the database, and nothing there opens its door.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s_10_the_secret_of_a_text_message_stands_nowhere() -> Result<()> {
    let (sent, url) = gateway().await?;
    let sms = format!("\n[sms]\ntransport = \"http\"\nurl = \"{url}\"\ncountries = [\"+372\"]\n");
    let house = House::open_with(&sms).await?;
    house.command(OLGA, invitation("+37255512345")?).await?;
    let arrived = async || Ok(sent.lock().await.first().cloned());
    let text = wait::until("the text message leaves", arrived).await?;
    let text = text["text"].as_str().context("a text")?;
    let (_, rest) = text.split_once("/j/").context("a link")?;
    let token = rest.split_whitespace().next().context("a secret")?;
    house.post_is_quiet().await?;
    let kept = store::contents(&house.server.data()).await?;
    let client = http::client(|it| it)?;
    let page = house.server.url().join("/join")?;
    let shown = async |secret: &str| {
        let asked = client
            .get(page.clone())
            .header("cookie", format!("join={secret}"));
        anyhow::Ok(asked.send().await?.status().as_u16())
    };
    for (table, rows) in &kept {
        for row in rows {
            ensure!(!row.contains(token), "the secret stands in {table}: {row}");
            for value in row.split('\'').filter(|it| (10..=100).contains(&it.len())) {
                if value
                    .chars()
                    .all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c))
                {
                    let status = shown(value).await?;
                    ensure!(matches!(status, 404 | 410), "{value} of {table}: {status}");
                }
            }
        }
    }
    ensure!(shown(token).await? == 200, "the secret itself opens");
    Ok(())
}

#[tokio::test]
async fn s_46_where_no_text_message_is_sent_any_phone_is_invited_and_its_link_copied_r_53()
-> Result<()> {
    let house = House::open().await?;
    house.command(OLGA, invitation(FOREIGN)?).await.map(drop)
}
