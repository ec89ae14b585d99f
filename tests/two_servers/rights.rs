//! Rights that end are over at once, on every server and in every stream (SES-2, SES-3); organisations that are switched
//! off and on.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use doorward_domain::{
    ChangeGrant, Command, CommandId, EndMembership, Grant, Membership, OrganisationId, Preset,
    Record, Version,
};
use doorward_protocol::{Code, Outcome, PushedCommand, Ring};
use doorward_suite::api::{Api, Request};
use doorward_suite::bell::Bell;
use doorward_suite::cast::{ANNA, KADRI, OLGA, Person};
use doorward_suite::device::Device;
use doorward_suite::house::House;
use doorward_suite::rounds::rounds;
use doorward_suite::server::Server;
use doorward_suite::{ids, postgres};
use reqwest::Method;
use serde_json::{Value, json};
use tokio::task::JoinSet;

/// How soon a stream has to say that access is over.
const AT_ONCE: Duration = Duration::from_secs(1);

/// A house with two servers; Kadri is an Administrator and uses the other one.
struct Scene {
    house: House,
    sibling: Server,
    here: Api,
    there: Api,
    olga: String,
    kadri: String,
}

impl Scene {
    async fn set() -> Result<Self> {
        let house = House::open_on(&postgres::database().await?).await?;
        let sibling = house.server.start_sibling().await?;
        house.hire(KADRI, Preset::Administrator).await?;
        let (here, there) = (Api::at(house.server.url())?, Api::at(sibling.url())?);
        let (olga, kadri) = (here.sign_in(OLGA).await?, there.sign_in(KADRI).await?);
        Ok(Self {
            house,
            sibling,
            here,
            there,
            olga,
            kadri,
        })
    }

    /// Somebody's membership, as Olga sees it.
    async fn row(&self, person: Person) -> Result<(Membership, Version)> {
        let found = self
            .house
            .records(OLGA)
            .await?
            .into_iter()
            .find_map(|sent| {
                let Record::Membership(row) = sent.record else {
                    return None;
                };
                let name = row.name.as_ref()?.as_str();
                let is_theirs = name == person.name;
                is_theirs.then_some((*row, Version::Revision(sent.revision)))
            });
        found.with_context(|| format!("{} has a row", person.name))
    }

    async fn push(&self, api: &Api, token: &str, command: Command) -> Result<Outcome> {
        let pushed = PushedCommand {
            id: CommandId(ids::new()),
            after: None,
            command,
        };
        let answer = api.push(&self.house.organisation, token, &[pushed]).await?;
        let settled = answer.settled.into_iter().next().context("it is settled")?;
        Ok(settled.outcome)
    }

    /// Gives Kadri another level, through the first server.
    async fn level(&self, level: Preset) -> Result<()> {
        let (row, based_on) = self.row(KADRI).await?;
        let change = ChangeGrant {
            membership: row.id,
            grant: Grant::of(level),
            based_on,
        };
        let outcome = self.push(&self.here, &self.olga, change.into()).await?;
        ensure!(matches!(outcome, Outcome::Applied { .. }), "{outcome:?}");
        Ok(())
    }

    fn organisation(&self) -> Result<OrganisationId> {
        Ok(self.house.organisation.parse()?)
    }

    fn are_calm(&self) -> Result<()> {
        self.house.server.ensure_no_errors()?;
        self.sibling.ensure_no_errors()
    }
}

fn refused(outcome: &Outcome) -> bool {
    matches!(outcome, Outcome::Refused { .. })
}

fn note_down() -> Result<Command> {
    let make = json!({ "type": "make_staff_record", "staff": ids::new(), "name": "Somebody" });
    Ok(serde_json::from_value(make)?)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s_35_a_demotion_through_one_server_is_in_force_at_the_other_at_once() -> Result<()> {
    let scene = Scene::set().await?;
    for trial in 0..rounds(20, 1000) {
        let outcome = scene.push(&scene.there, &scene.kadri, note_down()?).await?;
        ensure!(
            matches!(outcome, Outcome::Applied { .. }),
            "trial {trial}: {outcome:?}"
        );
        scene.level(Preset::Member).await?;
        let outcome = scene.push(&scene.there, &scene.kadri, note_down()?).await?;
        ensure!(refused(&outcome), "trial {trial}: {outcome:?}");
        scene.level(Preset::Administrator).await?;
    }
    scene.are_calm()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s_34_a_stream_says_within_a_second_that_access_is_over() -> Result<()> {
    let scene = Scene::set().await?;
    let organisation = scene.organisation()?;
    let mut bell = Bell::listen(scene.sibling.url(), &scene.kadri).await?;
    let stands = |ring: &Ring| {
        matches!(ring, Ring::Organisation { id, .. } if *id == organisation).then_some(())
    };
    bell.rings("where the organisation stands", stands).await?;
    let (row, _) = scene.row(KADRI).await?;
    let end = EndMembership { membership: row.id };
    scene.push(&scene.here, &scene.olga, end.into()).await?;
    let begun = Instant::now();
    let over = |ring: &Ring| {
        matches!(ring, Ring::AccessEnded { organisation: Some(id) } if *id == organisation)
            .then_some(())
    };
    bell.rings("that access has ended", over).await?;
    ensure!(begun.elapsed() < AT_ONCE, "after {:?}", begun.elapsed());
    let changes = format!("/v1/organisations/{organisation}/changes");
    let asked = Request::new(Method::GET, &changes).by(&scene.kadri);
    scene.there.send(asked).await?.is_problem(Code::NotFound)?;
    scene.are_calm()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s_36_a_device_that_is_online_drops_what_its_person_sees_no_more() -> Result<()> {
    let scene = Scene::set().await?;
    let mut device = Device::of(KADRI, scene.sibling.url()).await?;
    device.is_up_to_date().await?;
    let people = json!({ "ask": "people", "organisation": scene.house.organisation });
    let shown = device.query(people.clone()).await?;
    ensure!(
        shown["rows"].as_array().is_some_and(|it| it.len() == 2),
        "{shown}"
    );
    let (row, _) = scene.row(KADRI).await?;
    let end = EndMembership { membership: row.id };
    scene.push(&scene.here, &scene.olga, end.into()).await?;
    let gone = |view: &Value| {
        let found = view["organisations"].as_array()?.first()?;
        (found["gone"] == true && found["people"] == 0).then_some(())
    };
    device
        .until(
            "the organisation is gone",
            json!({ "ask": "session" }),
            gone,
        )
        .await?;
    let shown = device.query(people).await;
    let empty = |view: &Value| view["rows"].as_array().is_none_or(Vec::is_empty);
    ensure!(shown.as_ref().map_or(true, empty), "{shown:?}");
    device.close().await?;
    scene.are_calm()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s_37_an_account_that_is_suspended_is_out_everywhere_and_stays_signed_out() -> Result<()> {
    let scene = Scene::set().await?;
    let mut bell = Bell::listen(scene.sibling.url(), &scene.kadri).await?;
    let second = scene.here.sign_in(KADRI).await?;
    let begun = Instant::now();
    scene
        .house
        .server
        .admin(&["account", "suspend", KADRI.email])
        .await?;
    let over = |ring: &Ring| matches!(ring, Ring::AccessEnded { organisation: None }).then_some(());
    bell.rings("that the session has ended", over).await?;
    // The operator's program takes its time to start; from its change on it is a second.
    ensure!(begun.elapsed() < AT_ONCE * 5, "after {:?}", begun.elapsed());
    for (api, token) in [(&scene.there, &scene.kadri), (&scene.here, &second)] {
        let me = Request::new(Method::GET, "/v1/me").by(token);
        api.send(me).await?.is_problem(Code::SignedOut)?;
    }
    scene
        .house
        .server
        .admin(&["account", "resume", KADRI.email])
        .await?;
    for (api, token) in [(&scene.there, &scene.kadri), (&scene.here, &second)] {
        let me = Request::new(Method::GET, "/v1/me").by(token);
        api.send(me).await?.is_problem(Code::SignedOut)?;
    }
    scene.there.sign_in(KADRI).await?;
    scene.are_calm()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s_38_a_secret_that_was_signed_out_opens_nothing_again() -> Result<()> {
    let scene = Scene::set().await?;
    let mut replays = JoinSet::new();
    let out = Request::new(Method::DELETE, "/v1/sessions/current").by(&scene.kadri);
    let reply = scene.there.send(out).await?;
    ensure!(reply.status == 204, "{reply:?}");
    for number in 0..100 {
        let api = if number % 2 == 0 {
            &scene.here
        } else {
            &scene.there
        };
        let (api, me) = (
            api.clone(),
            Request::new(Method::GET, "/v1/me").by(&scene.kadri),
        );
        replays.spawn(async move { api.send(me).await });
    }
    while let Some(reply) = replays.join_next().await {
        reply??.is_problem(Code::SignedOut)?;
    }
    scene.are_calm()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s_40_an_organisation_that_is_switched_off_is_there_for_nobody_until_it_is_on_again()
-> Result<()> {
    let scene = Scene::set().await?;
    let organisation = &scene.house.organisation;
    let invite = json!({ "type": "invite_person", "membership": ids::new(), "contact": ANNA.email,
        "grant": { "level": "staff" } });
    scene
        .push(&scene.here, &scene.olga, serde_json::from_value(invite)?)
        .await?;
    let letter = scene.house.post.letter(ANNA.email, 1).await?;
    let admin = async |what: &str| {
        let asked = ["organisation", what, organisation];
        scene.house.server.admin(&asked).await
    };
    admin("deactivate").await?;
    let changes = format!("/v1/organisations/{organisation}/changes");
    for (api, token) in [(&scene.here, &scene.olga), (&scene.there, &scene.kadri)] {
        let asked = Request::new(Method::GET, &changes).by(token);
        api.send(asked).await?.is_problem(Code::NotFound)?;
        let commands =
            json!({ "commands": [{ "id": ids::new(), "after": null, "command": note_down()? }] });
        let push = Request::new(
            Method::POST,
            &format!("/v1/organisations/{organisation}/commands"),
        );
        api.send(push.by(token).json(&commands))
            .await?
            .is_problem(Code::NotFound)?;
    }
    let path = letter.link("/j/")?.path().to_owned();
    let page = doorward_suite::http::client(|it| it)?
        .get(scene.house.server.url().join(&path)?)
        .send()
        .await?;
    ensure!(
        page.status() == 410,
        "an invitation into it works no more: {}",
        page.status()
    );
    admin("activate").await?;
    let asked = Request::new(Method::GET, &changes).by(&scene.olga);
    ensure!(
        scene.here.send(asked).await?.status == 200,
        "it is there again"
    );
    scene.house.take_invitation(ANNA).await?;
    scene.are_calm()
}
