//! Requests move to the managing organisation with the last approver of the community, whose people hear of it at once,
//! and return with the next one.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use doorward_domain::{
    AcceptManagement, ApproveRequest, Command, CommandId, EndMembership, Grant, InvitePerson,
    MembershipId, Preset, ProposeManagement, Record, RecordKind,
};
use doorward_protocol::{Changes, Code, Mine, MyRecord, Outcome, PushedCommand, Ring};
use doorward_suite::api::{Api, Request};
use doorward_suite::bell::Bell;
use doorward_suite::cast::{ANNA, ERIK, KADRI, OLGA, Person, STEFAN};
use doorward_suite::house::House;
use doorward_suite::{ids, postgres};
use reqwest::Method;

/// How soon a request has to have moved.
const AT_ONCE: Duration = Duration::from_secs(1);

/// A community of Olga's alone, managed by Erik's organisation, in which Kadri decides requests.
struct Scene {
    house: House,
    api: Api,
    /// Where Kadri is signed in: the other server, where there are two.
    there: Api,
    kadri: String,
    bell: Bell,
}

impl Scene {
    async fn set(house: House, there: Api, url: &url::Url) -> Result<Self> {
        house.take_requests().await?;
        let api = Api::at(house.server.url())?;
        let manager = house.found("Harbour", ERIK).await?;
        let propose = ProposeManagement {
            manager: manager.parse()?,
        };
        house.command(OLGA, propose.into()).await?;
        let accept = AcceptManagement {
            community: house.organisation.parse()?,
        };
        push(&api, &house.organisation, ERIK, accept.into()).await?;
        hire(&house, &api, &manager, KADRI).await?;
        let kadri = there.sign_in(KADRI).await?;
        let bell = Bell::listen(url, &kadri).await?;
        Ok(Self {
            house,
            api,
            there,
            kadri,
            bell,
        })
    }

    /// The open requests that Kadri is sent; none where there is nothing of the community to be seen.
    async fn requests(&self) -> Result<Option<Vec<MembershipId>>> {
        let path = format!("/v1/organisations/{}/changes", self.house.organisation);
        let asked = Request::new(Method::GET, &path).by(&self.kadri);
        let reply = self.there.send(asked).await?;
        if reply.status == 404 {
            reply.is_problem(Code::NotFound)?;
            return Ok(None);
        }
        let page: Changes = reply.success()?;
        let Changes::Page { records, .. } = page else {
            anyhow::bail!("a first page");
        };
        let asks = records.into_iter().filter_map(|sent| {
            let Record::Membership(it) = sent.record else {
                return None;
            };
            (sent.kind == RecordKind::Request).then_some(it.id)
        });
        Ok(Some(asks.collect()))
    }

    /// How often Kadri was told that somebody asks to join.
    async fn told(&self) -> Result<usize> {
        let asked = Request::new(Method::GET, "/v1/me/changes").by(&self.kadri);
        let page: Mine = self.there.send(asked).await?.success()?;
        let requests = page
            .records
            .into_iter()
            .filter(|sent| matches!(&sent.record, MyRecord::Notice(it) if it.kind == "request"));
        Ok(requests.count())
    }

    /// Waits until Kadri is told.
    async fn is_told(&mut self) -> Result<()> {
        while self.told().await? == 0 {
            let own = |ring: &Ring| matches!(ring, Ring::Me { .. }).then_some(());
            self.bell.rings("that Kadri is told", own).await?;
        }
        Ok(())
    }

    async fn plays(&mut self) -> Result<()> {
        let community = self.house.organisation.clone();
        self.house.asks_to_join(STEFAN).await?;
        ensure!(self.requests().await?.is_none(), "it is decided there");
        ensure!(self.told().await? == 0, "so she is not told either");
        let own = self.house.membership_of(OLGA).await?;

        let leave = EndMembership { membership: own };
        push(&self.api, &community, OLGA, leave.into()).await?;
        let begun = Instant::now();
        let moved = |ring: &Ring| {
            matches!(ring, Ring::Organisation { id, .. } if id.to_string() == community)
                .then_some(())
        };
        self.bell.rings("that the request has moved", moved).await?;
        let seen = self.requests().await?.unwrap_or_default();
        let took = begun.elapsed();
        ensure!(seen.len() == 1, "Kadri sees what Ștefan asks: {seen:?}");
        ensure!(took < AT_ONCE, "after {took:?}");
        self.is_told().await?;

        // Erik acts as Owner and appoints Anna: what waits is decided in the community again.
        hire(&self.house, &self.api, &community, ANNA).await?;
        let back = |ring: &Ring| {
            matches!(ring, Ring::AccessEnded { organisation: Some(id) } if id.to_string() == community)
                .then_some(())
        };
        self.bell.rings("that it has returned", back).await?;
        ensure!(self.requests().await?.is_none(), "it has returned");
        let approve = ApproveRequest {
            membership: seen[0],
            grant: Grant::of(Preset::Member),
        };
        let outcome = settle(&self.there, &community, KADRI, approve.clone().into()).await?;
        ensure!(matches!(outcome, Outcome::Refused { .. }), "{outcome:?}");
        push(&self.api, &community, ANNA, approve.into()).await?;
        ensure!(self.told().await? == 1, "once, however often it moves");
        self.house.server.ensure_no_errors()
    }
}

/// Has Erik invite somebody as Manager, who accepts.
async fn hire(house: &House, api: &Api, organisation: &str, person: Person) -> Result<()> {
    let invite = InvitePerson {
        membership: MembershipId(ids::new()),
        contact: person.email.parse()?,
        grant: Grant::of(Preset::Manager),
        name: None,
        position: None,
        staff: None,
        locale: None,
        message: None,
    };
    push(api, organisation, ERIK, invite.into()).await?;
    house.take_invitation(person).await.map(drop)
}

async fn push(api: &Api, organisation: &str, person: Person, command: Command) -> Result<()> {
    let outcome = settle(api, organisation, person, command).await?;
    let name = person.name;
    ensure!(
        matches!(outcome, Outcome::Applied { .. }),
        "{name}: {outcome:?}"
    );
    Ok(())
}

async fn settle(
    api: &Api,
    organisation: &str,
    person: Person,
    command: Command,
) -> Result<Outcome> {
    let token = api.sign_in(person).await?;
    let pushed = PushedCommand {
        id: CommandId(ids::new()),
        after: None,
        command,
    };
    let answer = api.push(organisation, &token, &[pushed]).await?;
    let settled = answer.settled.into_iter().next().context("it is settled")?;
    Ok(settled.outcome)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn r_41_a_request_whose_last_approver_leaves_moves_within_one_second_on_sqlite_olv_3_olv_4()
-> Result<()> {
    let house = House::open().await?;
    let url = house.server.url().clone();
    let there = Api::at(&url)?;
    Scene::set(house, there, &url).await?.plays().await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn r_41_a_request_whose_last_approver_leaves_moves_within_one_second_on_two_servers_olv_3_olv_4()
-> Result<()> {
    let house = House::open_on(&postgres::database().await?).await?;
    let sibling = house.server.start_sibling().await?;
    let there = Api::at(sibling.url())?;
    let mut scene = Scene::set(house, there, sibling.url()).await?;
    scene.plays().await?;
    sibling.ensure_no_errors()
}
