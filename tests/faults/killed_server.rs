//! S-68: a server that is killed under load, on SQLite, and one of two servers on PostgreSQL.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use doorward_domain::{CommandId, StaffId};
use doorward_protocol::{Outcome, PushAnswer, PushedCommand};
use doorward_suite::api::{Api, Request};
use doorward_suite::cast::OLGA;
use doorward_suite::house::House;
use doorward_suite::rounds::rounds;
use doorward_suite::server::Server;
use doorward_suite::simulation::Dice;
use doorward_suite::{ids, postgres, store};
use reqwest::Method;
use serde_json::json;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};
use url::Url;

use crate::ground::{are_there_once, note_down};

/// How many push at once.
const CLIENTS: usize = 8;
/// How many commands they push in one go.
const AT_ONCE: usize = 5;
/// The longest that a server works before it is killed again, in milliseconds.
const WORKING: usize = 60;
/// How long a client waits for an answer of a server that may be dead.
const PATIENCE: Duration = Duration::from_secs(5);
/// How long it waits before it asks again.
const AGAIN: Duration = Duration::from_millis(10);

/// What the clients share.
#[derive(Debug)]
struct Load {
    organisation: String,
    number: AtomicUsize,
    tried: Mutex<BTreeSet<StaffId>>,
    acknowledged: watch::Sender<BTreeSet<StaffId>>,
    over: watch::Sender<bool>,
}

impl Load {
    fn on(house: &House) -> Arc<Self> {
        Arc::new(Self {
            organisation: house.organisation.clone(),
            number: AtomicUsize::new(0),
            tried: Mutex::default(),
            acknowledged: watch::Sender::default(),
            over: watch::Sender::new(false),
        })
    }

    /// The next commands of one client, each naming the one before.
    fn next(&self, after: &mut Option<CommandId>) -> Result<Vec<(StaffId, PushedCommand)>> {
        let mut next = Vec::new();
        for _ in 0..AT_ONCE {
            let (staff, command) = note_down(self.number.fetch_add(1, Ordering::Relaxed))?;
            let id = CommandId(ids::new());
            let pushed = PushedCommand {
                id,
                after: after.replace(id),
                command,
            };
            let mut tried = self.tried.lock().unwrap_or_else(PoisonError::into_inner);
            tried.insert(staff);
            next.push((staff, pushed));
        }
        Ok(next)
    }
}

/// Pushes until it is over; what has no answer is pushed again, as a device would.
async fn push(load: Arc<Load>, server: Url, token: String) -> Result<()> {
    let api = Api::at(&server)?;
    let path = format!("/v1/organisations/{}/commands", load.organisation);
    let mut after = None;
    while !*load.over.borrow() {
        let mut next = load.next(&mut after)?;
        while !next.is_empty() {
            let commands: Vec<_> = next.iter().map(|(_, it)| it).collect();
            let request = Request::new(Method::POST, &path).by(&token);
            let sent = api.send(request.json(&json!({ "commands": commands })));
            // Dead, starting, or busy with what it took before it died: it is asked again.
            let reply = match timeout(PATIENCE, sent).await {
                Ok(Ok(reply)) if reply.status != 503 => reply,
                Ok(Ok(_) | Err(_)) | Err(_) => {
                    sleep(AGAIN).await;
                    continue;
                }
            };
            let answer: PushAnswer = reply.success()?;
            for settled in answer.settled {
                let applied = matches!(settled.outcome, Outcome::Applied { .. });
                ensure!(applied, "{settled:?}");
                let at = next.iter().position(|(_, it)| it.id == settled.id);
                let (staff, _) = next.remove(at.context("it was pushed")?);
                load.acknowledged.send_modify(|it| {
                    it.insert(staff);
                });
            }
        }
    }
    Ok(())
}

/// Kills servers under load, in their turn, and starts them again; then counts what is there.
async fn killed_under_load(house: &mut House, mut other: Option<Server>) -> Result<()> {
    let mut dice = Dice::of(68);
    let load = Load::on(house);
    let mut clients = JoinSet::new();
    for number in 0..CLIENTS {
        let server = match &other {
            Some(other) if number % 2 == 1 => other,
            _ => &house.server,
        };
        let token = Api::at(server.url())?.sign_in(OLGA).await?;
        clients.spawn(push(Arc::clone(&load), server.url().clone(), token));
    }
    let mut acknowledged = load.acknowledged.subscribe();
    for kill in 0..rounds(25, 500) {
        let before = acknowledged.borrow_and_update().len();
        acknowledged.wait_for(|it| it.len() > before).await?;
        sleep(Duration::from_millis(u64::try_from(dice.below(WORKING))?)).await;
        let server = match &mut other {
            Some(other) if kill % 2 == 1 => other,
            _ => &mut house.server,
        };
        server.kill();
        server.start_again().await?;
    }
    load.over.send_replace(true);
    while let Some(client) = clients.join_next().await {
        client??;
    }
    let tried = load
        .tried
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .clone();
    let confirmed = load.acknowledged.borrow().clone();
    are_there_once(house, &confirmed, &tried).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s_68_a_server_killed_under_load_keeps_what_it_acknowledged() -> Result<()> {
    let mut house = House::open().await?;
    killed_under_load(&mut house, None).await?;
    store::is_whole(&house.server.data()).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s_68_each_of_two_servers_killed_under_load_keeps_what_it_acknowledged() -> Result<()> {
    let mut house = House::open_on(&postgres::database().await?).await?;
    let sibling = house.server.start_sibling().await?;
    killed_under_load(&mut house, Some(sibling)).await
}
