//! W6: what the server does over HTTP: invitations one by one and in bulk, acceptances, pages of the feed. Accounts and
//! sessions are made before the clock runs; rules, history and letters count.

use std::time::Instant;

use anyhow::{Context, Result, ensure};
use doorward_domain::{
    AcceptInvitation, Command, CommandId, Grant, InvitePerson, MembershipId, OrganisationId, Preset,
};
use doorward_protocol::{Outcome, PushedCommand};
use doorward_suite::api::{Api, Request};
use doorward_suite::ids;
use reqwest::Method;
use serde::Deserialize;
use serde_json::json;
use tokio::task::JoinSet;

use crate::fill::{OWNER, PASSWORD};
use crate::ground::{ACCEPTING, Ground, of_run};
use crate::line;
use crate::measure::{Times, millis};

/// Connections at once, where there are several.
const MANY: usize = 8;
/// Pages read over each connection.
const PAGES: usize = 100;
/// Lines of a page: fifty members, each with the record of their contacts.
const LINES: usize = 100;
/// Commands in one push of the bulk.
const BULK: usize = 500;

/// What leads from a page of the feed to the next.
#[derive(Deserialize)]
struct Turned {
    cursor: String,
    more: bool,
}

/// A connection of its own with a session of its own.
struct Caller {
    api: Api,
    token: String,
    organisation: OrganisationId,
    after: Option<CommandId>,
}

impl Caller {
    async fn of(ground: &Ground<'_>, email: &str) -> Result<Self> {
        let api = Api::at(ground.server.url())?;
        let token = api.sign_in_by(email, PASSWORD).await?;
        Ok(Self {
            api,
            token,
            organisation: ground.organisation,
            after: None,
        })
    }

    /// Pushes commands; all of them must take effect.
    async fn push(&mut self, commands: Vec<Command>) -> Result<()> {
        let mut pushed = Vec::with_capacity(commands.len());
        for command in commands {
            let id = CommandId(ids::new());
            let after = self.after.replace(id);
            pushed.push(PushedCommand { id, after, command });
        }
        let organisation = self.organisation.to_string();
        let answer = self.api.push(&organisation, &self.token, &pushed).await?;
        let applied =
            |it: &doorward_protocol::Settled| matches!(it.outcome, Outcome::Applied { .. });
        let all = answer.settled.len() == pushed.len() && answer.settled.iter().all(applied);
        ensure!(all, "{answer:?}");
        Ok(())
    }
}

/// Measures it.
pub async fn measure(ground: &mut Ground<'_>) -> Result<()> {
    ground.close_devices().await?;
    for run in 1..=ground.plan.runs {
        let one = invitations(ground, &format!("one{run}"));
        let took = invite(vec![Caller::of(ground, OWNER).await?], one?).await?;
        tell(ground, run, "invite_1", took);
        let many = invitations(ground, &format!("many{run}"))?;
        let took = invite(callers(ground, MANY).await?, many).await?;
        tell(ground, run, "invite_8", took);
        let bulk = invitations(ground, &format!("bulk{run}"))?;
        let took = in_bulk(Caller::of(ground, OWNER).await?, bulk).await?;
        tell(ground, run, "invite_bulk", took);
        let took = accept(ground, run).await?;
        tell(ground, run, "accept", took);
        for (op, connections) in [("page_1", 1), ("page_8", MANY)] {
            let took = pages(callers(ground, connections).await?).await?;
            tell(ground, run, op, took);
        }
    }
    Ok(())
}

/// How many operations there were, the seconds of all of them together, and the time of each.
struct Took {
    many: usize,
    seconds: f64,
    times: Times,
}

fn tell(ground: &Ground<'_>, run: usize, op: &str, mut took: Took) {
    let many = u32::try_from(took.many).unwrap_or(u32::MAX);
    let fields = json!({
        "op": op,
        "ops_s": f64::from(many) / took.seconds,
        "median_ms": took.times.median(),
        "p99_ms": took.times.p99(),
    });
    line::print("W6", ground.members(), run, fields);
}

async fn callers(ground: &Ground<'_>, many: usize) -> Result<Vec<Caller>> {
    let mut callers = Vec::with_capacity(many);
    for _ in 0..many {
        callers.push(Caller::of(ground, OWNER).await?);
    }
    Ok(callers)
}

fn invitations(ground: &Ground<'_>, mark: &str) -> Result<Vec<InvitePerson>> {
    let invite = |email: &String| {
        Ok(InvitePerson {
            membership: MembershipId(ids::new()),
            contact: format!("{mark}.{email}").parse()?,
            grant: Grant::of(Preset::Member),
            name: None,
            position: None,
            staff: None,
            locale: None,
            message: None,
        })
    };
    ground.plan.invited.iter().map(invite).collect()
}

/// Invites one by one, the callers side by side.
async fn invite(callers: Vec<Caller>, invitations: Vec<InvitePerson>) -> Result<Took> {
    let (many, share) = (invitations.len(), invitations.len().div_ceil(callers.len()));
    let mut left = invitations.into_iter();
    let mut work = JoinSet::new();
    let begun = Instant::now();
    for mut caller in callers {
        let own: Vec<_> = left.by_ref().take(share).collect();
        work.spawn(async move {
            let mut times = Times::default();
            for invitation in own {
                let begun = Instant::now();
                caller.push(vec![Command::InvitePerson(invitation)]).await?;
                times.add(millis(begun));
            }
            Ok(times)
        });
    }
    together(many, begun, work).await
}

async fn together(many: usize, begun: Instant, mut work: JoinSet<Result<Times>>) -> Result<Took> {
    let mut times = Times::default();
    while let Some(done) = work.join_next().await {
        times.extend(done??);
    }
    Ok(Took {
        many,
        seconds: begun.elapsed().as_secs_f64(),
        times,
    })
}

/// Invites everybody in as few pushes as the protocol allows; the time of all of them together.
async fn in_bulk(mut caller: Caller, invitations: Vec<InvitePerson>) -> Result<Took> {
    let many = invitations.len();
    let commands: Vec<_> = invitations.into_iter().map(Command::InvitePerson).collect();
    let begun = Instant::now();
    for commands in commands.chunks(BULK) {
        caller.push(commands.to_vec()).await?;
    }
    let mut times = Times::default();
    times.add(millis(begun));
    Ok(Took {
        many,
        seconds: begun.elapsed().as_secs_f64(),
        times,
    })
}

/// Those who are invited accept, one after the other.
async fn accept(ground: &Ground<'_>, run: usize) -> Result<Took> {
    let mut owner = Caller::of(ground, OWNER).await?;
    let mut accepting = Vec::with_capacity(ACCEPTING);
    let mut commands = Vec::with_capacity(ACCEPTING);
    let invitations = invitations(ground, &format!("r{run}"))?;
    for (invitation, email) in invitations
        .into_iter()
        .zip(&ground.plan.invited)
        .take(ACCEPTING)
    {
        let person = Caller::of(ground, &of_run(run, email)).await?;
        accepting.push((person, invitation.membership));
        commands.push(Command::InvitePerson(invitation));
    }
    owner.push(commands).await?;
    let mut times = Times::default();
    let begun = Instant::now();
    for (person, membership) in &mut accepting {
        let accept = AcceptInvitation {
            membership: *membership,
        };
        let begun = Instant::now();
        person.push(vec![Command::AcceptInvitation(accept)]).await?;
        times.add(millis(begun));
    }
    Ok(Took {
        many: ACCEPTING,
        seconds: begun.elapsed().as_secs_f64(),
        times,
    })
}

/// Reads pages of the feed, each caller from the beginning on.
async fn pages(callers: Vec<Caller>) -> Result<Took> {
    let many = callers.len() * PAGES;
    let mut work = JoinSet::new();
    let begun = Instant::now();
    for caller in callers {
        work.spawn(async move {
            let mut times = Times::default();
            let organisation = caller.organisation;
            let feed = format!("/v1/organisations/{organisation}/changes?limit={LINES}");
            let mut path = feed.clone();
            for _ in 0..PAGES {
                let begun = Instant::now();
                let asked = Request::new(Method::GET, &path).by(&caller.token);
                // What is measured is the server: nobody here has the time to unpack, or to read records.
                let reply = caller.api.send(asked.header("accept-encoding", "identity"));
                let page: Turned = reply.await?.success()?;
                times.add(millis(begun));
                path = if page.more {
                    format!("{feed}&cursor={}", page.cursor)
                } else {
                    feed.clone()
                };
            }
            Ok(times)
        });
    }
    together(many, begun, work)
        .await
        .context("pages of the feed")
}
