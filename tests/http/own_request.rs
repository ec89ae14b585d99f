//! S-30: nobody approves themselves, however they ask, and asking again and again wears nobody out.

use anyhow::{Context, Result, ensure};
use doorward_domain::{
    ApproveRequest, CancelRequest, ChangeSettings, Command, DeclineRequest, Grant, InvitePerson,
    MembershipId, Note, Preset, Record, Refusal, RequestToJoin, StatusName, Version,
};
use doorward_protocol::{Code, Outcome, PushAnswer};
use doorward_suite::api::{Api, Reply, Request};
use doorward_suite::cast::{ERIK, MARTA, OLGA};
use doorward_suite::house::House;
use doorward_suite::{http, ids};
use reqwest::Method;
use serde_json::{Value, json};

use crate::ground::one;

/// How many requests a network may send by the form in an hour.
const BY_FORM: usize = 10;
/// How often it is asked again.
const AGAIN: usize = 100;
/// Milliseconds in one day.
const DAY: i64 = 24 * 60 * 60 * 1000;

/// Marta is Staff at Erik's, and would like to be in at Olga's.
struct Scene {
    house: House,
    api: Api,
    olga: String,
    marta: String,
}

impl Scene {
    async fn set() -> Result<Self> {
        let house = House::open_with(&format!("[limits]\nrequests_per_hour = {BY_FORM}")).await?;
        house.take_requests().await?;
        waits_a_day(&house).await?;
        let elsewhere = house.found("Harbour Lofts", ERIK).await?;
        let api = Api::at(house.server.url())?;
        let scene = Self {
            olga: api.sign_in(OLGA).await?,
            marta: String::new(),
            house,
            api,
        };
        let invite = InvitePerson {
            membership: MembershipId(ids::new()),
            contact: MARTA.email.parse()?,
            grant: Grant::of(Preset::Staff),
            name: None,
            position: None,
            staff: None,
            locale: None,
            message: None,
        };
        let erik = scene.api.sign_in(ERIK).await?;
        let body = serde_json::to_value(Command::from(invite))?;
        let hired = scene.push_to(&elsewhere, &erik, &body).await?;
        ensure!(is_applied(&outcome(&hired)?), "{hired:?}");
        scene.house.take_invitation(MARTA).await?;
        Ok(Self {
            marta: scene.api.sign_in(MARTA).await?,
            ..scene
        })
    }

    async fn push_to(&self, organisation: &str, token: &str, command: &Value) -> Result<Reply> {
        let path = format!("/v1/organisations/{organisation}/commands");
        let push = Request::new(Method::POST, &path).by(token);
        self.api.send(push.json(&one(command))).await
    }

    /// What a command to Olga's organisation is answered.
    async fn push(&self, token: &str, command: impl Into<Command>) -> Result<Reply> {
        let command = serde_json::to_value::<Command>(command.into())?;
        self.push_to(&self.house.organisation, token, &command)
            .await
    }

    /// Fails unless a command is applied.
    async fn applies(&self, token: &str, command: impl Into<Command>) -> Result<()> {
        let outcome = outcome(&self.push(token, command).await?)?;
        ensure!(is_applied(&outcome), "{outcome:?}");
        Ok(())
    }

    /// Marta asks to join.
    async fn asks(&self) -> Result<MembershipId> {
        let membership = MembershipId(ids::new());
        self.applies(&self.marta, request(membership)).await?;
        Ok(membership)
    }

    /// Marta sends the form of the page of Olga's organisation; answers the status and how long she is to wait.
    async fn sends(&self, form: &'static str) -> Result<(u16, Option<u32>)> {
        let answer = http::client(|it| it)?
            .post(self.house.community()?)
            .header("cookie", format!("session={}", self.marta))
            .header("sec-fetch-site", "same-origin")
            .header("content-type", "application/x-www-form-urlencoded")
            .body(form)
            .send()
            .await?;
        let wait = answer.headers().get("retry-after");
        let wait = wait.and_then(|it| it.to_str().ok()?.parse().ok());
        Ok((answer.status().as_u16(), wait))
    }

    /// How a membership stands, as Olga sees it.
    async fn status(&self, id: MembershipId) -> Result<StatusName> {
        let records = self.house.records(OLGA).await?.into_iter();
        let mut found = records.filter_map(|sent| {
            let Record::Membership(it) = sent.record else {
                return None;
            };
            (it.id == id).then(|| it.status.name())
        });
        found.next().context("Olga sees it")
    }

    /// Fails unless Marta is told that there is nothing for her to decide.
    async fn approves_in_vain(&self, membership: MembershipId) -> Result<()> {
        let approve = ApproveRequest {
            membership,
            grant: Grant::of(Preset::Member),
        };
        // Whoever has no right there hears what a stranger hears.
        let reply = self.push(&self.marta, approve).await?;
        reply.is_problem(Code::NotFound).map(drop)
    }
}

fn request(membership: MembershipId) -> RequestToJoin {
    RequestToJoin {
        membership,
        position: None,
        note: None,
        answers: Vec::new(),
        locale: None,
    }
}

/// What became of the one command of a push.
fn outcome(reply: &Reply) -> Result<Outcome> {
    let answer: PushAnswer = reply.success()?;
    let settled = answer.settled.into_iter().next();
    Ok(settled.context("it is settled")?.outcome)
}

fn is_applied(outcome: &Outcome) -> bool {
    matches!(outcome, Outcome::Applied { .. })
}

/// Has Olga decide that whoever was declined waits a day.
async fn waits_a_day(house: &House) -> Result<()> {
    let records = house.records(OLGA).await?.into_iter();
    let mut settings = records.filter_map(|sent| {
        let Record::Settings(settings) = sent.record else {
            return None;
        };
        Some((settings, sent.revision))
    });
    let (mut settings, revision) = settings.next().context("Olga sees the settings")?;
    settings.waiting_days = 1;
    let based_on = Version::Revision(revision);
    let change = ChangeSettings { settings, based_on };
    house.command(OLGA, change.into()).await.map(drop)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s_30_nobody_approves_themselves_however_they_ask() -> Result<()> {
    let scene = Scene::set().await?;
    let (status, _) = scene.sends("position=Porter&status=approved").await?;
    ensure!(status == 422, "a form names no status: {status}");
    let mut with_status = serde_json::to_value(Command::from(request(MembershipId(ids::new()))))?;
    for (field, value) in [
        ("status", json!("approved")),
        ("grant", json!({ "level": "owner" })),
    ] {
        with_status[field] = value;
        let pushed = scene
            .push_to(&scene.house.organisation, &scene.marta, &with_status)
            .await?;
        pushed.is_problem(Code::Malformed)?;
    }
    let mut open = scene.asks().await?;
    scene.approves_in_vain(open).await?;
    for round in 0..AGAIN {
        let cancel = CancelRequest { membership: open };
        scene.applies(&scene.marta, cancel).await?;
        open = scene
            .asks()
            .await
            .with_context(|| format!("round {round}"))?;
        scene.approves_in_vain(open).await?;
    }
    ensure!(scene.status(open).await? == StatusName::Requested);

    // By the form, it is counted; what was sent with a status counts, too.
    for sent in 1..=AGAIN {
        let (status, wait) = scene.sends("position=Porter").await?;
        let expected = if sent < BY_FORM { 200 } else { 429 };
        ensure!(status == expected, "form {sent}: {status}");
        ensure!(wait.is_some() == (status == 429), "form {sent}: {wait:?}");
    }
    ensure!(scene.status(open).await? == StatusName::Requested);

    let decline = DeclineRequest {
        membership: open,
        reason: Note::try_from("Not this time.").ok(),
    };
    scene.applies(&scene.olga, decline).await?;
    scene.approves_in_vain(open).await?;
    let again = request(MembershipId(ids::new()));
    let Outcome::Refused {
        refusal: Refusal::TooSoon { until },
    } = outcome(&scene.push(&scene.marta, again).await?)?
    else {
        anyhow::bail!("asked again at once");
    };
    let declined = scene.house.history(OLGA).await?;
    let declined = declined.iter().find(|it| it.kind == "request_declined");
    let declined = declined.context("the history has it")?.at;
    ensure!(until.0 == declined + DAY, "R-11: {until:?}");
    ensure!(scene.status(open).await? == StatusName::Rejected);
    scene.house.server.ensure_no_errors()
}
