//! An organisation that comes to somebody from outside: one in which nobody decides any more, and one that is offered
//! (`UI_SPEC` 7.1, R-24, R-40, R-41).

use std::sync::Arc;

use anyhow::{Context, Result, ensure};
use doorward_client::{Act, MemoryKeychain, Options, Workplace};
use doorward_domain::{
    AcceptManagement, Command, CommandId, EndMembership, Grant, InvitePerson, MembershipId,
    OfferOwnership, Preset, ProposeManagement,
};
use doorward_protocol::{Outcome, PushedCommand};
use doorward_suite::api::Api;
use doorward_suite::cast::{ERIK, KADRI, OLGA, Person, STEFAN};
use doorward_suite::house::House;
use doorward_suite::{ask, ids, place};
use serde_json::json;
use tempfile::TempDir;

use crate::judge::Judge;

/// Gives a command in an organisation; it must take effect.
async fn give(house: &House, organisation: &str, person: Person, command: Command) -> Result<()> {
    let api = Api::at(house.server.url())?;
    let token = api.sign_in(person).await?;
    let pushed = PushedCommand {
        id: CommandId(ids::new()),
        after: None,
        command,
    };
    let answer = api.push(organisation, &token, &[pushed]).await?;
    let settled = answer.settled.into_iter().next().context("it is settled")?;
    let outcome = settled.outcome;
    ensure!(matches!(outcome, Outcome::Applied { .. }), "{outcome:?}");
    Ok(())
}

/// Olga's house under the management of Erik's, in which Kadri decides; Olga has left.
pub async fn without_deciders() -> Result<House> {
    let house = House::open().await?;
    let community = house.organisation.clone();
    house.take_requests().await?;
    let manager = house.found("Harbour", ERIK).await?;
    let propose = ProposeManagement {
        manager: manager.parse()?,
    };
    give(&house, &community, OLGA, propose.into()).await?;
    let accept = AcceptManagement {
        community: community.parse()?,
    };
    give(&house, &community, ERIK, accept.into()).await?;
    let invite = InvitePerson {
        membership: MembershipId(ids::new()),
        contact: KADRI.email.parse()?,
        grant: Grant::of(Preset::Manager),
        name: None,
        position: None,
        staff: None,
        locale: None,
        message: None,
    };
    give(&house, &manager, ERIK, invite.into()).await?;
    house.take_invitation(KADRI).await?;
    house.asks_to_join(STEFAN).await?;
    let membership = house.membership_of(OLGA).await?;
    give(
        &house,
        &community,
        OLGA,
        EndMembership { membership }.into(),
    )
    .await?;
    Ok(house)
}

/// Somebody's device, signed in.
async fn device(house: &House, folder: &TempDir, person: Person) -> Result<Arc<Workplace>> {
    let options = Options::new(folder.path().into(), Arc::new(MemoryKeychain::default()));
    let device: Arc<Workplace> = Workplace::open(options).await?.into();
    let act = Act::SignIn {
        server: house.server.url().to_string(),
        email: person.email.to_owned(),
        password: person.password.to_owned(),
    };
    device.act(act).await?;
    Ok(device)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_decides_for_a_community_without_an_administrator_reads_so_r_40_r_41() -> Result<()> {
    let house = without_deciders().await?;
    let folders = [tempfile::tempdir()?, tempfile::tempdir()?];
    let kadri = device(&house, &folders[0], KADRI).await?;
    ask::has_heard(&kadri).await?;
    let mut judge = Judge::open("routed").await?;
    judge.look(None, kadri, &place::routed()).await?;
    judge.ends()?;
    // Erik acts as its Owner, which is more than a handler is.
    let erik = device(&house, &folders[1], ERIK).await?;
    let session = json!({ "ask": "session" });
    let what = "the decisions come to the acting Owner";
    ask::until(&erik, what, session, |view| {
        let all = view["organisations"].as_array()?;
        let here = all.iter().find(|it| it["id"] == house.organisation)?;
        here["stands_in"].as_bool()?.then_some(())
    })
    .await
}

/// What else they would see is an organisation in which there is nothing for them.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_is_offered_an_organisation_reads_that_where_they_look_r_24() -> Result<()> {
    let house = House::open().await?;
    house.hire(KADRI, Preset::Member).await?;
    let offer = OfferOwnership {
        membership: house.membership_of(KADRI).await?,
        step_down: false,
    };
    give(&house, &house.organisation, OLGA, offer.into()).await?;
    let folder = tempfile::tempdir()?;
    let kadri = device(&house, &folder, KADRI).await?;
    let offers = json!({ "ask": "offers" });
    ask::until(&kadri, "the offer is known", offers, |view| {
        view["rows"].get(0).map(drop)
    })
    .await?;
    let mut judge = Judge::open("offered").await?;
    judge.look(None, kadri, &place::offered()).await?;
    judge.ends()
}
