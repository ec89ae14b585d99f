//! Everything that must ends sessions, streams and devices within one second, on both servers (SES-2, SES-3): a table of
//! what can happen, each measured from the answer that said it is done.

use std::collections::BTreeMap;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, bail, ensure};
use doorward_domain::{ChangeGrant, Command, Grant, Moment, OrganisationId, Preset};
use doorward_protocol::{Outcome, Ring};
use doorward_suite::api::{Api, Request};
use doorward_suite::bell::Bell;
use doorward_suite::browser::Browser;
use doorward_suite::cast::Person;
use doorward_suite::device::Device;
use doorward_suite::ids;
use reqwest::Method;
use serde_json::{Value, json};

use crate::scene::{AT_ONCE, Scene};

/// How far ahead an end date is set that comes by itself.
const SOON: i64 = 3000;

/// What happens to somebody who is an Administrator, or Owner of an organisation of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Event {
    Demoted,
    Suspended,
    EndReached,
    Expired,
    Ended,
    SwitchedOff,
    Deleted,
    SignedOutElsewhere,
    PasswordChanged,
    AccountSuspended,
    AccountDeleted,
}

/// What is left then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Left {
    /// The person's own row and what everybody sees.
    Little,
    /// Nothing of the organisation.
    Nothing,
    /// No session.
    NoSession,
}

const EVENTS: [Event; 11] = [
    Event::Demoted,
    Event::Suspended,
    Event::EndReached,
    Event::Expired,
    Event::Ended,
    Event::SwitchedOff,
    Event::Deleted,
    Event::SignedOutElsewhere,
    Event::PasswordChanged,
    Event::AccountSuspended,
    Event::AccountDeleted,
];

/// Those to whom it happens, in the order of the events.
const PEOPLE: [Person; EVENTS.len()] = [
    person("Aino Rebane", "aino@example.org"),
    person("Berta Saar", "berta@example.org"),
    person("Carlos Vega", "carlos@example.org"),
    person("Dora Ilves", "dora@example.org"),
    person("Egon Karu", "egon@example.org"),
    person("Fatma Aydin", "fatma@example.org"),
    person("Gleb Orlov", "gleb@example.org"),
    person("Helmi Kuusk", "helmi@example.org"),
    person("Ivan Petrov", "ivan@example.org"),
    person("Jana Mets", "jana@example.org"),
    person("Karl Lepp", "karl@example.org"),
];

const fn person(name: &'static str, email: &'static str) -> Person {
    Person {
        name,
        email,
        password: "seven-long-blue-trains",
        locale: "en",
    }
}

impl Event {
    const fn left(self) -> Left {
        match self {
            Self::Demoted | Self::Suspended | Self::EndReached => Left::Little,
            Self::Expired | Self::Ended | Self::SwitchedOff | Self::Deleted => Left::Nothing,
            Self::SignedOutElsewhere
            | Self::PasswordChanged
            | Self::AccountSuspended
            | Self::AccountDeleted => Left::NoSession,
        }
    }

    /// Whether it happens to an organisation of the person's own.
    const fn is_of_own(self) -> bool {
        matches!(self, Self::SwitchedOff | Self::Deleted)
    }
}

/// Somebody with a stream at each server and a device, and where it happens to them.
struct Watched {
    event: Event,
    person: Person,
    organisation: String,
    bells: Vec<Bell>,
    device: Device,
}

impl Watched {
    async fn over(scene: &Scene, event: Event, person: Person) -> Result<Self> {
        scene.house.hire(person, Preset::Administrator).await?;
        let mut organisation = scene.house.organisation.clone();
        if event.is_of_own() {
            let token = scene.here.sign_in(person).await?;
            organisation = scene.found(&scene.here, &token, person.name).await?;
        }
        let id: OrganisationId = organisation.parse()?;
        let stands = |ring: &Ring| {
            matches!(ring, Ring::Organisation { id: it, .. } if *it == id).then_some(())
        };
        let mut bells = Vec::new();
        for server in [&scene.house.server, &scene.sibling] {
            let token = Api::at(server.url())?.sign_in(person).await?;
            let mut bell = Bell::listen(server.url(), &token).await?;
            bell.rings("where the organisation stands", stands).await?;
            bells.push(bell);
        }
        let mut device = Device::of(person, scene.sibling.url()).await?;
        device.is_up_to_date().await?;
        let full = |view: &Value| {
            let rows = view["rows"].as_array()?.len();
            (rows > usize::from(!event.is_of_own())).then_some(())
        };
        let people = json!({ "ask": "people", "organisation": organisation });
        device.until("others are shown", people, full).await?;
        Ok(Self {
            event,
            person,
            organisation,
            bells,
            device,
        })
    }

    /// Makes it happen; answers when it was done, and the organisation's revision where it was a command.
    async fn happen(&self, scene: &Scene) -> Result<(Instant, Option<u64>)> {
        let revision = match self.event {
            Event::Demoted => Some(self.grant(scene, Grant::of(Preset::Member)).await?),
            Event::Suspended => Some(self.does(scene, "suspend_member").await?),
            Event::Expired => Some(self.does(scene, "expire_membership").await?),
            Event::Ended => Some(self.does(scene, "end_membership").await?),
            Event::EndReached => return Ok((self.end_soon(scene).await?, None)),
            Event::SignedOutElsewhere | Event::PasswordChanged => {
                return Ok((self.on_a_page(scene).await?, None));
            }
            Event::SwitchedOff => {
                let switch = ["organisation", "deactivate", &self.organisation];
                scene.house.server.admin(&switch).await?;
                None
            }
            Event::Deleted => Some(self.delete(scene).await?),
            Event::AccountSuspended => {
                let suspend = ["account", "suspend", self.person.email];
                scene.house.server.admin(&suspend).await?;
                None
            }
            Event::AccountDeleted => {
                let token = scene.here.sign_in(self.person).await?;
                let delete = Request::new(Method::POST, "/v1/me/deletion").by(&token);
                let body = json!({ "name": self.person.name });
                let done = scene.here.send(delete.json(&body)).await?;
                ensure!(done.status == 200, "{done:?}");
                None
            }
        };
        Ok((Instant::now(), revision))
    }

    /// A command of Olga's about the person's row.
    async fn does(&self, scene: &Scene, command: &str) -> Result<u64> {
        let (row, _) = scene.row(self.person).await?;
        let command = json!({ "type": command, "membership": row.id });
        self.push(scene, serde_json::from_value(command)?).await
    }

    async fn push(&self, scene: &Scene, command: Command) -> Result<u64> {
        revision(&scene.push(&scene.here, &scene.olga, command).await?)
    }

    async fn grant(&self, scene: &Scene, grant: Grant) -> Result<u64> {
        let (row, based_on) = scene.row(self.person).await?;
        let change = ChangeGrant {
            membership: row.id,
            grant,
            based_on,
            note: None,
        };
        self.push(scene, change.into()).await
    }

    /// Sets an end date that is nearly there; answers when it is.
    #[expect(
        clippy::disallowed_methods,
        reason = "the servers are other programs, which go by the clock of the machine"
    )]
    async fn end_soon(&self, scene: &Scene) -> Result<Instant> {
        let (now, begun) = (SystemTime::now(), Instant::now());
        let ends_at = i64::try_from(now.duration_since(UNIX_EPOCH)?.as_millis())? + SOON;
        let grant = Grant {
            ends_at: Some(Moment(ends_at)),
            ..Grant::of(Preset::Administrator)
        };
        self.grant(scene, grant).await?;
        let end = begun + Duration::from_millis(SOON.unsigned_abs());
        ensure!(Instant::now() < end, "the end date is ahead");
        Ok(end)
    }

    async fn delete(&self, scene: &Scene) -> Result<u64> {
        let token = scene.here.sign_in(self.person).await?;
        let delete = json!({ "type": "delete_organisation", "name": self.person.name });
        let pushed =
            serde_json::from_value(json!({ "id": ids::new(), "after": null, "command": delete }))?;
        let answer = scene
            .here
            .push(&self.organisation, &token, &[pushed])
            .await?;
        revision(&answer.settled.first().context("it is settled")?.outcome)
    }

    async fn on_a_page(&self, scene: &Scene) -> Result<Instant> {
        let here = scene.house.server.url();
        let browser = Browser::of(self.person, here).await?;
        let form = if self.event == Event::PasswordChanged {
            let page = browser.open_page(&here.join("/me/password")?).await?;
            let form = page.ok()?.form("form:has(input[name=present])")?;
            let form = form.with("present", self.person.password)?;
            form.with("password", "nine-long-grey-horses")?
        } else {
            let page = browser.open_page(&here.join("/me/account")?).await?;
            let form = page.ok()?.form("form:has(button[value=sign-out-others])")?;
            form.press("do", "sign-out-others")
        };
        browser.send_form(&form).await?.ok()?;
        let done = Instant::now();
        let stays = browser.open_page(&here.join("/me/account")?).await?;
        ensure!(stays.url.path() == "/me/account", "this browser stays");
        Ok(done)
    }

    /// Makes it happen; answers after how long the last stream and the device had heard of it.
    async fn measure(mut self, scene: &Scene) -> Result<(Duration, Duration)> {
        let id: OrganisationId = self.organisation.parse()?;
        let left = self.event.left();
        let (done, revision) = self.happen(scene).await?;
        for bell in &mut self.bells {
            let over = |ring: &Ring| is_over(ring, left, id, revision).then_some(());
            bell.rings("that it is over", over).await?;
        }
        let streams = done.elapsed();
        let device = &mut self.device;
        if left == Left::NoSession {
            let out = |view: &Value| (view["state"] == "signed_out").then_some(());
            let sync = json!({ "ask": "sync" });
            device.until("the device is signed out", sync, out).await?;
        } else {
            let organisation = &self.organisation;
            let less = |view: &Value| {
                let known = view["organisations"].as_array()?;
                let found = known.iter().find(|it| it["id"] == **organisation)?;
                let gone = found["gone"] == true && found["people"] == 0;
                let little = found["gone"] == false && found["people"].as_u64()? <= 1;
                [gone, little][usize::from(left == Left::Little)].then_some(())
            };
            let session = json!({ "ask": "session" });
            device.until("the device drops it", session, less).await?;
        }
        let device = done.elapsed();
        ensure!(Instant::now() >= done, "{:?} comes too early", self.event);
        self.device.close().await?;
        Ok((streams, device))
    }
}

fn revision(outcome: &Outcome) -> Result<u64> {
    match outcome {
        Outcome::Applied { revision } => Ok(*revision),
        Outcome::NoChange { .. } | Outcome::Refused { .. } => bail!("it came to {outcome:?}"),
    }
}

/// Whether a ring tells what is left, from a revision on where what is seen is to be read anew.
fn is_over(ring: &Ring, left: Left, of: OrganisationId, since: Option<u64>) -> bool {
    match (ring, left) {
        (Ring::AccessEnded { organisation: None }, Left::NoSession) => true,
        (Ring::AccessEnded { organisation }, Left::Little | Left::Nothing) => {
            *organisation == Some(of)
        }
        (Ring::Organisation { id, revision }, Left::Little) => {
            *id == of && since.is_some_and(|since| *revision >= since)
        }
        (Ring::Organisation { .. } | Ring::Me { .. } | Ring::AccessEnded { .. }, _) => false,
    }
}

/// How often what was late is measured in all: a machine may be busy with something else once, a server that is late is
/// late most times.
const TIMES: usize = 5;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s_34_s_36_s_37_s_40_what_must_end_is_over_everywhere_within_a_second_ses_2_ses_3()
-> Result<()> {
    let all: Vec<usize> = (0..EVENTS.len()).collect();
    let first = measured(&all).await?;
    let late: Vec<usize> = all.into_iter().filter(|at| first[at] >= AT_ONCE).collect();
    let mut took: BTreeMap<usize, Vec<Duration>> = BTreeMap::new();
    for at in &late {
        took.entry(*at).or_default().push(first[at]);
    }
    for _ in 1..TIMES {
        for (at, time) in measured(&late).await? {
            took.entry(at).or_default().push(time);
        }
    }
    for (at, mut times) in took {
        times.sort_unstable();
        ensure!(times[TIMES / 2] < AT_ONCE, "{:?}: {times:?}", EVENTS[at]);
    }
    Ok(())
}

/// How long these events took to be heard of everywhere, each of somebody else, at two servers of their own.
async fn measured(events: &[usize]) -> Result<BTreeMap<usize, Duration>> {
    let mut took = BTreeMap::new();
    if events.is_empty() {
        return Ok(took);
    }
    let scene = Scene::set().await?;
    for &at in events {
        let event = EVENTS[at];
        let watched = Watched::over(&scene, event, PEOPLE[at]).await;
        let watched = watched.with_context(|| format!("{event:?}"))?;
        let measured = watched.measure(&scene).await;
        let (streams, device) = measured.with_context(|| format!("{event:?}"))?;
        took.insert(at, streams.max(device));
    }
    scene.are_calm()?;
    Ok(took)
}
