//! S-65, S-66: a push that arrives ten times at once, and commands that arrive in the wrong order; on SQLite, and through
//! two servers over PostgreSQL.

use anyhow::{Context, Result, ensure};
use doorward_domain::{Command, CommandId, Grant, InvitePerson, MembershipId, Preset};
use doorward_protocol::{Outcome, PushAnswer, PushedCommand, Stopped};
use doorward_suite::api::{Api, Request};
use doorward_suite::cast::OLGA;
use doorward_suite::house::House;
use doorward_suite::server::Server;
use doorward_suite::{ids, postgres};
use reqwest::Method;
use serde_json::json;
use tokio::task::JoinSet;

use crate::ground::{are_there_once, note_down};

/// How many copies arrive at once.
const COPIES: usize = 10;
/// How often that is tried.
const ROUNDS: usize = 5;
/// The order in which five commands arrive, once and again until all are taken.
const ORDER: [usize; 5] = [2, 0, 4, 1, 3];

/// A house whose organisation is reached through one server or two.
struct Doors {
    house: House,
    sibling: Option<Server>,
}

impl Doors {
    async fn on_sqlite() -> Result<Self> {
        let house = House::open().await?;
        Ok(Self {
            house,
            sibling: None,
        })
    }

    async fn on_postgres() -> Result<Self> {
        let house = House::open_on(&postgres::database().await?).await?;
        let sibling = Some(house.server.start_sibling().await?);
        Ok(Self { house, sibling })
    }

    /// The API by one door or the other.
    fn api(&self, number: usize) -> Result<Api> {
        match &self.sibling {
            Some(sibling) if number % 2 == 1 => Api::at(sibling.url()),
            _ => Api::at(self.house.server.url()),
        }
    }

    fn is_calm(&self) -> Result<()> {
        self.house.server.ensure_no_errors()?;
        self.sibling
            .as_ref()
            .map_or(Ok(()), Server::ensure_no_errors)
    }
}

fn push(organisation: &str, token: &str, commands: &[PushedCommand]) -> Request {
    let path = format!("/v1/organisations/{organisation}/commands");
    let body = json!({ "commands": commands });
    Request::new(Method::POST, &path).by(token).json(&body)
}

fn invite(number: usize) -> Result<PushedCommand> {
    let command = Command::InvitePerson(InvitePerson {
        membership: MembershipId(ids::new()),
        contact: format!("copy-{number}@example.net").parse()?,
        grant: Grant::of(Preset::Staff),
        name: None,
        position: None,
        staff: None,
        locale: None,
        message: None,
    });
    let id = CommandId(ids::new());
    Ok(PushedCommand {
        id,
        after: None,
        command,
    })
}

async fn ten_copies_have_one_effect(doors: Doors) -> Result<()> {
    let organisation = &doors.house.organisation;
    let token = doors.api(0)?.sign_in(OLGA).await?;
    for round in 0..ROUNDS {
        let command = invite(round)?;
        let mut copies = JoinSet::new();
        for copy in 0..COPIES {
            let (api, request) = (
                doors.api(copy)?,
                push(organisation, &token, std::slice::from_ref(&command)),
            );
            copies.spawn(async move { api.send(request).await?.success::<PushAnswer>() });
        }
        let mut answers = Vec::new();
        while let Some(answer) = copies.join_next().await {
            answers.push(answer??);
        }
        let first = answers.first().context("there are answers")?;
        let applied = |it: &PushAnswer| matches!(it.settled[..], [ref one] if matches!(one.outcome, Outcome::Applied { .. }));
        ensure!(applied(first), "{first:?}");
        ensure!(
            answers.iter().all(|it| it == first),
            "all are told the same: {answers:?}"
        );
        let entries = doors.house.history(OLGA).await?.into_iter();
        let followed = entries.filter(|it| it.command == Some(command.id.to_string()));
        ensure!(followed.count() == 1, "the history has it once");
        let address = format!("copy-{round}@example.net");
        doors.house.post.letter(&address, 1).await?;
    }
    for round in 0..ROUNDS {
        let letters = doors
            .house
            .post
            .letters_to(&format!("copy-{round}@example.net"))?;
        ensure!(letters.len() == 1, "one letter, not {}", letters.len());
    }
    doors.house.server.verify_history().await?;
    doors.is_calm()
}

async fn a_wrong_order_is_put_right(doors: Doors) -> Result<()> {
    let organisation = &doors.house.organisation;
    let token = doors.api(0)?.sign_in(OLGA).await?;
    let (mut staff, mut commands, mut after) = (Vec::new(), Vec::new(), None);
    for number in 0..ORDER.len() {
        let (id, command) = note_down(number)?;
        staff.push(id);
        let id = CommandId(ids::new());
        commands.push(PushedCommand {
            id,
            after: after.replace(id),
            command,
        });
    }
    let (mut applied, mut pushes) = (Vec::new(), 0);
    while applied.len() < ORDER.len() {
        for number in ORDER {
            let command = commands.get(number).context("there are five")?;
            if applied.contains(&number) {
                continue;
            }
            let request = push(organisation, &token, std::slice::from_ref(command));
            let answer: PushAnswer = doors.api(pushes)?.send(request).await?.success()?;
            pushes += 1;
            if applied.len() == number {
                ensure!(answer.stopped.is_none(), "it is its turn: {answer:?}");
                applied.push(number);
            } else {
                let early =
                    matches!(answer.stopped, Some(Stopped::OutOfOrder { id }) if id == command.id);
                ensure!(
                    early && answer.settled.is_empty(),
                    "{number} is early: {answer:?}"
                );
            }
            let so_far = staff.iter().take(applied.len()).copied().collect();
            are_there_once(&doors.house, &so_far, &so_far).await?;
        }
    }
    doors.is_calm()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s_65_ten_copies_of_a_push_at_once_have_one_effect() -> Result<()> {
    ten_copies_have_one_effect(Doors::on_sqlite().await?).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s_65_ten_copies_of_a_push_at_two_servers_have_one_effect() -> Result<()> {
    ten_copies_have_one_effect(Doors::on_postgres().await?).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s_66_what_arrives_early_waits_for_its_turn() -> Result<()> {
    a_wrong_order_is_put_right(Doors::on_sqlite().await?).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s_66_what_arrives_early_at_two_servers_waits_for_its_turn() -> Result<()> {
    a_wrong_order_is_put_right(Doors::on_postgres().await?).await
}
