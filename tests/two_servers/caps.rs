//! What may be sent is counted by all servers together: text messages that cost money (S-46, SMS-1, RAT-3), and invitations
//! to one address from several organisations (S-47, RAT-2).

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Result, ensure};
use axum::Router;
use axum::extract::State;
use axum::routing::post;
use doorward_domain::{Command, CommandId, Grant, InvitePerson, MembershipId, Preset};
use doorward_domain::{Refusal, RevokeInvitation};
use doorward_protocol::{Outcome, PushedCommand};
use doorward_suite::api::Api;
use doorward_suite::cast::{ERIK, KADRI, MARTA, OLGA, STEFAN};
use doorward_suite::house::House;
use doorward_suite::{ids, postgres, wait};
use tokio::sync::{Barrier, Mutex};
use tokio::task::JoinSet;

/// More than one server takes at once.
const NUMBERS: usize = 30;
/// Text messages that the organisation may send in a day.
const MOST: usize = 3;
/// How long the gateway keeps a message waiting for one from the other server.
const COMPANY: Duration = Duration::from_millis(500);

/// A gateway that takes its time, so that two servers hand over at the same time where they can.
#[derive(Debug)]
struct Gateway {
    taken: Mutex<usize>,
    two: Barrier,
}

impl Gateway {
    async fn open() -> Result<(Arc<Self>, String)> {
        let gateway = Arc::new(Self {
            taken: Mutex::new(0),
            two: Barrier::new(2),
        });
        let take = async |State(gateway): State<Arc<Self>>| {
            // Alone after a while is alone.
            drop(tokio::time::timeout(COMPANY, gateway.two.wait()).await);
            *gateway.taken.lock().await += 1;
        };
        let routes = Router::new().route("/send", post(take));
        let routes = routes.with_state(Arc::clone(&gateway));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
        let url = format!("http://{}/send", listener.local_addr()?);
        tokio::spawn(async move { axum::serve(listener, routes).await });
        Ok((gateway, url))
    }
}

fn invitation(membership: MembershipId, contact: &str) -> Result<Command> {
    Ok(Command::InvitePerson(InvitePerson {
        membership,
        contact: contact.parse()?,
        grant: Grant::of(Preset::Staff),
        name: None,
        position: None,
        staff: None,
        locale: None,
        message: None,
    }))
}

/// Commands in a row, each after the one before.
fn in_a_row(commands: Vec<Command>) -> Vec<PushedCommand> {
    let mut after = None;
    let link = |command| {
        let id = CommandId(ids::new());
        PushedCommand {
            id,
            after: after.replace(id),
            command,
        }
    };
    commands.into_iter().map(link).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s_46_two_servers_send_no_more_text_messages_than_one() -> Result<()> {
    let (gateway, url) = Gateway::open().await?;
    let more = format!(
        "\n[sms]\ntransport = \"http\"\nurl = \"{url}\"\ncountries = [\"+372\"]\norganisation_per_day = {MOST}\n"
    );
    let house = House::open_on_with(&postgres::database().await?, &more).await?;
    let sibling = house.server.start_sibling().await?;
    let numbers = 0..NUMBERS;
    let invitations = numbers
        .map(|it| invitation(MembershipId(ids::new()), &format!("+372555{it:05}")))
        .collect::<Result<Vec<_>>>()?;
    let api = Api::at(house.server.url())?;
    let token = api.sign_in(OLGA).await?;
    let pushed = in_a_row(invitations);
    let answer = api.push(&house.organisation, &token, &pushed).await?;
    ensure!(answer.settled.len() == NUMBERS, "{answer:?}");
    let waiting = "as many text messages as one may in a day";
    let held = async || {
        let said = [house.server.said(), sibling.said()].map(|it| it.matches(waiting).count());
        Ok((said.iter().sum::<usize>() >= NUMBERS - MOST).then_some(said))
    };
    let said = wait::until("the others wait", held).await?;
    ensure!(said.iter().all(|it| *it > 0), "both servers send: {said:?}");
    let left = *gateway.taken.lock().await;
    ensure!(left == MOST, "{left} of {MOST} left");
    house.server.ensure_no_errors()?;
    sibling.ensure_no_errors()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s_47_one_address_gets_ten_invitations_a_day_through_two_servers() -> Result<()> {
    const ADDRESS: &str = "flooded@x.test";
    let house = House::open_on(&postgres::database().await?).await?;
    let sibling = house.server.start_sibling().await?;
    let mut pushes = Vec::new();
    for owner in [KADRI, STEFAN, MARTA, ERIK] {
        let organisation = house.found(owner.name, owner).await?;
        let token = Api::at(house.server.url())?.sign_in(owner).await?;
        let rows = [(); 3].map(|()| MembershipId(ids::new()));
        let mut commands = Vec::new();
        for membership in rows {
            commands.push(invitation(membership, ADDRESS)?);
            commands.push(RevokeInvitation { membership }.into());
        }
        pushes.push((organisation, token, in_a_row(commands)));
    }
    let mut racing = JoinSet::new();
    for (at, (organisation, token, pushed)) in pushes.into_iter().enumerate() {
        let server = if at % 2 == 0 { &house.server } else { &sibling };
        let api = Api::at(server.url())?;
        racing.spawn(async move { api.push(&organisation, &token, &pushed).await });
    }
    let (mut invited, mut limited) = (0, 0);
    while let Some(answer) = racing.join_next().await {
        let answer = answer??;
        ensure!(answer.settled.len() == 6, "{answer:?}");
        for settled in answer.settled.iter().step_by(2) {
            match &settled.outcome {
                Outcome::Applied { .. } => invited += 1,
                Outcome::Refused {
                    refusal: Refusal::Limit(_),
                } => limited += 1,
                other @ (Outcome::NoChange { .. } | Outcome::Refused { .. }) => {
                    anyhow::bail!("{other:?}")
                }
            }
        }
    }
    ensure!((invited, limited) == (10, 2), "{invited} and {limited}");
    house.server.ensure_no_errors()?;
    sibling.ensure_no_errors()
}
