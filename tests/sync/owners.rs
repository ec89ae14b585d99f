//! Ownership goes over by devices: offered with the password asked again, accepted by the other, who is Owner from then
//! on; and one organisation comes to manage another.

use anyhow::{Context, Result, ensure};
use doorward_domain::{
    AcceptManagement, AcceptOwnership, Command, EndManagement, MembershipId, OfferOwnership,
    Preset, ProposeManagement,
};
use doorward_suite::cast::{ERIK, KADRI, OLGA, Person};
use doorward_suite::device::Device;
use doorward_suite::house::House;
use serde_json::{Value, json};

use crate::scene::{has_member, is_applied};

/// The membership that a device shows of somebody.
async fn membership(device: &mut Device, house: &House, person: Person) -> Result<MembershipId> {
    let people = json!({ "ask": "people", "organisation": house.organisation });
    let what = format!("{} is shown", person.name);
    let id = device.until(&what, people, |view| {
        let rows = view["rows"].as_array()?;
        let row = rows.iter().find(|row| row["name"] == person.name)?;
        Some(row["membership"].as_str()?.to_owned())
    });
    Ok(id.await?.parse()?)
}

/// Opens Doorward again: by then the sign-in is as old as it was.
async fn opened_again(device: &mut Device) -> Result<()> {
    device.close().await?;
    device.reopen()?;
    device.is_up_to_date().await
}

/// Gives a command that takes a fresh sign-in: refused first, and with a wrong password; done with the right one.
async fn with_proof(
    device: &mut Device,
    organisation: &str,
    person: Person,
    command: &Command,
) -> Result<()> {
    let key = command.key();
    let refused = device.execute(organisation, command).await.err();
    let refused = refused.context(key)?.to_string();
    ensure!(refused.contains("sign_in_again"), "{key}: {refused}");
    let wrong = json!({ "do": "prove", "password": "not-the-password-at-all" });
    let wrong = device.act(wrong).await.err().context(key)?.to_string();
    ensure!(wrong.contains("sign_in_failed"), "{key}: {wrong}");
    let right = json!({ "do": "prove", "password": person.password });
    device.act(right).await?;
    device.execute(organisation, command).await?;
    all_applied(device).await
}

async fn all_applied(device: &mut Device) -> Result<()> {
    let outbox = json!({ "ask": "outbox" });
    device
        .until("everything took effect", outbox, |view| {
            let entries = view["entries"].as_array()?;
            entries
                .iter()
                .all(|it| is_applied(&it["state"]))
                .then_some(())
        })
        .await
}

async fn offered(device: &mut Device, kind: &str) -> Result<Value> {
    let what = format!("{kind} is offered");
    device
        .until(&what, json!({ "ask": "offers" }), |view| {
            let rows = view["rows"].as_array()?;
            rows.iter().find(|row| row["kind"] == kind).cloned()
        })
        .await
}

async fn ownership(device: &mut Device, house: &House) -> Result<Value> {
    let ask = json!({ "ask": "ownership", "organisation": house.organisation });
    device.query(ask).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ownership_is_handed_over_with_the_password_asked_again_r_24() -> Result<()> {
    let house = House::open().await?;
    house.hire(KADRI, Preset::Member).await?;
    let mut olga = Device::of(OLGA, house.server.url()).await?;
    let mut kadri = Device::of(KADRI, house.server.url()).await?;
    olga.is_up_to_date().await?;
    kadri.is_up_to_date().await?;
    let id = membership(&mut olga, &house, KADRI).await?;
    let seen = ownership(&mut olga, &house).await?;
    ensure!(seen["is_owner"] == true, "{seen:#}");
    ensure!(
        seen["stepping_down"]["code"] == "last_owner",
        "R-25: {seen:#}"
    );

    opened_again(&mut olga).await?;
    let step_down = true;
    let offer = OfferOwnership {
        membership: id,
        step_down,
    };
    let offer = Command::OfferOwnership(offer);
    with_proof(&mut olga, &house.organisation, OLGA, &offer).await?;
    let may = |panel: &Value, command: &str| {
        let actions = panel["actions"].as_array().into_iter().flatten();
        let mut found = actions.filter(|it| it["command"] == command);
        found.any(|it| it["refusal"].is_null())
    };
    let person = json!({ "ask": "person", "organisation": house.organisation, "membership": id });
    let panel = olga.query(person.clone()).await?;
    ensure!(
        panel["offer"]["step_down"] == true,
        "the panel tells: {panel:#}"
    );

    ensure!(
        may(&panel, "withdraw_offer") && !may(&panel, "offer_ownership"),
        "{panel:#}"
    );

    // Kadri sees nobody else there, and yet what is offered.
    let row = offered(&mut kadri, "ownership").await?;
    ensure!(
        row["membership"] == json!(id) && row["accepting"].is_null(),
        "{row:#}"
    );
    ensure!(row["by"]["author"]["name"] == OLGA.name, "{row:#}");
    opened_again(&mut kadri).await?;
    let accept = Command::AcceptOwnership(AcceptOwnership { membership: id });
    with_proof(&mut kadri, &house.organisation, KADRI, &accept).await?;
    for device in [&mut olga, &mut kadri] {
        has_member(device, &house, KADRI, Preset::Owner).await?;
        has_member(device, &house, OLGA, Preset::Administrator).await?;
    }
    let offers = kadri.query(json!({ "ask": "offers" })).await?;
    ensure!(offers["rows"] == json!([]), "it stands no more: {offers:#}");
    let seen = ownership(&mut olga, &house).await?;
    ensure!(seen["is_owner"] == false, "{seen:#}");
    house.server.verify_history().await?;
    house.server.ensure_no_errors()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_organisation_comes_to_manage_another_r_40() -> Result<()> {
    let house = House::open().await?;
    let harbour = house.found("Harbour Lofts", ERIK).await?;
    let mut olga = Device::of(OLGA, house.server.url()).await?;
    let mut erik = Device::of(ERIK, house.server.url()).await?;
    olga.is_up_to_date().await?;
    erik.is_up_to_date().await?;
    let propose = ProposeManagement {
        manager: harbour.parse()?,
    };
    let propose = Command::ProposeManagement(propose);
    opened_again(&mut olga).await?;
    with_proof(&mut olga, &house.organisation, OLGA, &propose).await?;
    let seen = ownership(&mut olga, &house).await?;
    ensure!(seen["proposed"]["id"] == json!(harbour), "{seen:#}");

    let row = offered(&mut erik, "management").await?;
    ensure!(row["organisation"] == json!(house.organisation), "{row:#}");
    ensure!(
        row["manager_name"] == "Harbour Lofts" && row["accepting"].is_null(),
        "{row:#}"
    );
    let community = house.organisation.parse()?;
    let accept = Command::AcceptManagement(AcceptManagement { community });
    erik.execute(&house.organisation, &accept).await?;
    all_applied(&mut erik).await?;
    let ask = json!({ "ask": "ownership", "organisation": house.organisation });
    olga.until("it is managed", ask.clone(), |view| {
        (view["managed_by"]["id"] == json!(harbour)).then_some(())
    })
    .await?;
    let of_harbour = json!({ "ask": "ownership", "organisation": harbour });
    erik.until("it manages", of_harbour, |view| {
        let one = view["manages"].as_array()?.first()?;
        let is_meant = one["organisation"] == json!(house.organisation) && one["accepted"] == true;
        is_meant.then_some(())
    })
    .await?;

    let end = Command::EndManagement(EndManagement { community });
    olga.execute(&house.organisation, &end).await?;
    olga.until("it stands on its own", ask, |view| {
        view["managed_by"].is_null().then_some(())
    })
    .await?;
    house.server.verify_history().await?;
    house.server.ensure_no_errors()
}
