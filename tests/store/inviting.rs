//! S-41: inviting tells nobody who has an account: neither by the answer, nor by how long it takes, nor by what is shown
//! of somebody who has not accepted yet.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use doorward_protocol::{Changes, Push};
use doorward_suite::rounds::rounds;
use reqwest::Client;
use serde_json::{Map, Value, json};

use crate::house::{House, invite, pushed};

crate::on_both_engines!(s_41_inviting_tells_nobody_who_has_an_account);

/// How far apart the medians may be where chance is no explanation.
const APART: Duration = Duration::from_millis(10);
/// The number of standard deviations that chance alone reaches in one of a hundred runs.
const BY_CHANCE: f64 = 2.576;

/// What an answer looks like, whatever it is about: its status, its headers, and its body without ids and numbers.
type Shape = (u16, Vec<String>, Value);

/// The same with the ids and numbers taken out.
fn shape(body: &Value) -> Value {
    match body {
        Value::Object(fields) => {
            let fields = fields.iter().map(|(name, it)| (name.clone(), shape(it)));
            Value::Object(fields.collect::<Map<_, _>>())
        }
        Value::Array(items) => Value::Array(items.iter().map(shape).collect()),
        Value::Number(_) => json!(0),
        Value::String(text) if uuid::Uuid::parse_str(text).is_ok() => json!("an id"),
        Value::String(_) | Value::Bool(_) | Value::Null => body.clone(),
    }
}

/// The Owner's device.
struct Device {
    client: Client,
    commands: String,
    changes: String,
    token: String,
}

impl Device {
    async fn of(house: &House) -> Result<Self> {
        let url = house.serve().await?;
        let of = format!("{url}/v1/organisations/{}", house.organisation);
        Ok(Self {
            client: doorward_suite::http::client(|it| it)?,
            commands: format!("{of}/commands"),
            changes: format!("{of}/changes"),
            token: house.session(&house.owner).await?,
        })
    }

    /// Invites somebody; answers what the answer looks like and how long it took.
    async fn invites(&self, number: u128, email: &str) -> Result<(Shape, Duration)> {
        let push = Push {
            commands: vec![pushed(number, None, invite(number, email))],
        };
        let asked = self.client.post(&self.commands).bearer_auth(&self.token);
        let begun = Instant::now();
        let answer = asked.json(&push).send().await?;
        let status = answer.status().as_u16();
        let headers = answer.headers().keys().map(ToString::to_string).collect();
        let body: Value = answer.json().await?;
        Ok(((status, headers, shape(&body)), begun.elapsed()))
    }

    /// Everything that the Owner is sent.
    async fn records(&self) -> Result<Vec<Value>> {
        let (mut all, mut path) = (Vec::new(), self.changes.clone());
        loop {
            let asked = self.client.get(&path).bearer_auth(&self.token);
            let page: Changes = asked.send().await?.error_for_status()?.json().await?;
            let Changes::Page {
                records,
                cursor,
                more,
                ..
            } = page
            else {
                anyhow::bail!("the Owner sees the organisation");
            };
            for record in records {
                all.push(serde_json::to_value(record)?);
            }
            if !more {
                return Ok(all);
            }
            path = format!("{}?cursor={cursor}", self.changes);
        }
    }
}

fn email(called: &str, number: u128) -> String {
    format!("{called}{number}@example.org")
}

/// How many standard deviations the ranks of one sample are away from where chance puts them (Mann and Whitney).
fn ranks_apart(one: &[Duration], other: &[Duration]) -> f64 {
    let wins = |it: &Duration| {
        let below = other.iter().filter(|than| *than < it).count();
        let ties = other.iter().filter(|than| *than == it).count();
        count(below) + count(ties) / 2.0
    };
    let wins: f64 = one.iter().map(wins).sum();
    let (many, few) = (count(one.len()), count(other.len()));
    let deviation = (many * few * (many + few + 1.0) / 12.0).sqrt();
    ((wins - many * few / 2.0) / deviation).abs()
}

fn count(many: usize) -> f64 {
    u32::try_from(many).map_or(f64::INFINITY, f64::from)
}

fn median(times: &[Duration]) -> Result<Duration> {
    let mut times = times.to_vec();
    times.sort_unstable();
    times.get(times.len() / 2).copied().context("times")
}

async fn s_41_inviting_tells_nobody_who_has_an_account(house: &House) -> Result<()> {
    // So many of each.
    let many: u128 = rounds(60, 200);
    for number in 0..many {
        house
            .person(1000 + number, &format!("known-{number}"))
            .await?;
    }
    let device = Device::of(house).await?;
    let mut shapes = BTreeSet::new();
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for number in 0..many {
        for (times, called, id) in [
            (&mut known, "known-", 10_000 + number),
            (&mut unknown, "other-", 20_000 + number),
        ] {
            let (shape, took) = device.invites(id, &email(called, number)).await?;
            shapes.insert(format!("{shape:?}"));
            times.push(took);
        }
    }
    ensure!(shapes.len() == 1, "they can be told apart: {shapes:#?}");
    ensure!(
        shapes.iter().all(|it| it.contains("applied")),
        "they were invited: {shapes:#?}"
    );
    let apart = median(&known)?.abs_diff(median(&unknown)?);
    let ranks = ranks_apart(&known, &unknown);
    ensure!(
        ranks < BY_CHANCE || apart < APART,
        "the medians are {apart:?} apart, the ranks {ranks}"
    );

    let records = device.records().await?;
    let shown = |called: &str, id: u128| -> BTreeSet<String> {
        let id = uuid::Uuid::from_u128(id).to_string();
        let own = records.iter().filter(|it| it.to_string().contains(&id));
        own.map(|it| shape(it).to_string().replace(called, ""))
            .collect()
    };
    for number in 0..many {
        let known = shown("known-", 10_000 + number);
        let unknown = shown("other-", 20_000 + number);
        ensure!(known == unknown, "{known:#?} {unknown:#?}");
        let address = email("", number);
        ensure!(
            known.iter().any(|it| it.contains(&address)),
            "the address alone is shown: {known:#?}"
        );
    }
    Ok(())
}
