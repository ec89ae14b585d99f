//! A device that begins is sent everything at once, made for all who see the same (decision 0016): what it holds then is
//! what pages would have left, whatever was packed, and nothing that it should not.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use doorward_domain::{
    ChangeGrant, Command, Grant, MakeRoom, MakeSite, Name, Preset, RoomId, SetPosition, SiteId,
};
use doorward_protocol::{Changes, PACK_TYPE, PackHead};
use doorward_suite::api::Api;
use doorward_suite::cast::{ANNA, KADRI, MARTA, OLGA, Person, STEFAN};
use doorward_suite::device::Device;
use doorward_suite::house::House;
use doorward_suite::{http, ids, postgres, wait};
use serde_json::Value;

use crate::damage::{self, Damage};
use crate::erased::delete_account;
use crate::first_copy::make_staff;
use crate::limited::{self, ASPEN, IN_ASPEN, IN_BIRCH, OF_BIRCH, in_rooms, let_in};

/// Whatever the number of records, everything is packed.
const PACKS: &str = r#"
log = "doorward_server=debug"

[packs]
from_records = 1
"#;

/// A house with a site, a room, somebody at the front desk, and somebody who asks to join.
pub async fn house(database: &str) -> Result<House> {
    let house = House::open_on_with(database, PACKS).await?;
    let (site, room) = (SiteId(ids::new()), RoomId(ids::new()));
    let name = Name::try_from("Aspen")?;
    let make = MakeSite {
        site,
        name: name.clone(),
    };
    house.command(OLGA, Command::MakeSite(make)).await?;
    let make = MakeRoom { room, site, name };
    house.command(OLGA, Command::MakeRoom(make)).await?;
    house.hire(KADRI, Preset::Manager).await?;
    // So many that a few changes are few.
    make_staff(&house, 1, 100).await?;
    house.take_requests().await?;
    house.asks_to_join(MARTA).await?;
    Ok(house)
}

/// A new device of somebody, with everything.
pub async fn fresh(house: &House, person: Person) -> Result<Device> {
    let mut device = Device::of(person, house.server.url()).await?;
    device.is_up_to_date().await?;
    Ok(device)
}

/// What a new device of somebody holds.
async fn held(house: &House, person: Person) -> Result<Value> {
    let mut device = fresh(house, person).await?;
    device.is_whole().await?;
    let held = device.contents().await?;
    device.close().await?;
    Ok(held)
}

/// How many packs the server has sent.
fn sent(house: &House) -> usize {
    house.server.said().matches("a pack is sent").count()
}

async fn change_something(house: &House, position: &str) -> Result<()> {
    let membership = house.membership_of(KADRI).await?;
    let position = Some(Name::try_from(position.to_owned())?);
    let set = SetPosition {
        membership,
        position,
    };
    house.command(OLGA, Command::SetPosition(set)).await?;
    Ok(())
}

/// What becomes of letters may still be on its way to one of them.
async fn come_to_hold_the_same(one: &mut Device, other: &mut Device) -> Result<()> {
    let mut last = Ok(());
    let agreed = wait::until("both hold the same", async || {
        one.is_up_to_date().await?;
        other.is_up_to_date().await?;
        last = damage::same(&one.contents().await?, &other.contents().await?);
        Ok(last.is_ok().then_some(()))
    });
    let agreed = agreed.await;
    last.and(agreed)
}

async fn is_as_pages_leave_it(database: &str) -> Result<()> {
    let house = house(database).await?;
    // Nothing is packed yet: this one receives pages.
    let mut olga = fresh(&house, OLGA).await?;
    ensure!(sent(&house) == 0, "the first device is not kept waiting");
    damage::packed(&house, 1).await?;
    change_something(&house, "Night desk").await?;
    let mut packed = fresh(&house, OLGA).await?;
    ensure!(sent(&house) == 1, "the second device receives a pack");
    packed.is_whole().await?;
    come_to_hold_the_same(&mut olga, &mut packed).await?;
    // Whoever sees something else is sent something else.
    let mut kadri = fresh(&house, KADRI).await?;
    ensure!(sent(&house) == 1, "nobody is sent what another view shows");
    damage::packed(&house, 2).await?;
    let mut packed = fresh(&house, KADRI).await?;
    ensure!(sent(&house) == 2, "each view has a pack of its own");
    come_to_hold_the_same(&mut kadri, &mut packed).await?;
    house.server.ensure_no_errors()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_pack_leaves_what_pages_leave_on_sqlite_syn_3_syn_7() -> Result<()> {
    is_as_pages_leave_it("sqlite").await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_pack_leaves_what_pages_leave_on_postgresql_syn_3_syn_7() -> Result<()> {
    is_as_pages_leave_it(&postgres::database().await?).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_pack_that_is_no_good_is_not_believed_and_pages_come_instead() -> Result<()> {
    let house = house("sqlite").await?;
    house.post_is_quiet().await?;
    let by_pages = held(&house, OLGA).await?;
    let pack = damage::packed(&house, 1).await?;
    let sound = std::fs::read(&pack)?;
    for (number, damage) in Damage::ALL.into_iter().enumerate() {
        std::fs::write(&pack, damage.done_to(&sound).await?)?;
        let held = held(&house, OLGA).await?;
        ensure!(sent(&house) == number + 1, "{damage:?}: it was sent");
        damage::same(&by_pages, &held).with_context(|| format!("{damage:?}"))?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_who_was_erased_stands_in_a_pack_r_63() -> Result<()> {
    let house = house("sqlite").await?;
    let stefan = house.asks_to_join(STEFAN).await?;
    held(&house, OLGA).await?;
    let pack = damage::packed(&house, 1).await?;
    ensure!(damage::mentions(&pack, STEFAN.name)?, "he asks to join");
    delete_account(&house, &stefan).await?;
    wait::until("he is erased", async || {
        let records = serde_json::to_string(&house.records(OLGA).await?)?;
        Ok((!records.contains(STEFAN.name)).then_some(()))
    })
    .await?;
    let held = held(&house, OLGA).await?.to_string();
    ensure!(sent(&house) == 0, "what names him is sent to nobody");
    ensure!(!held.contains(STEFAN.name), "{held}");
    let pack = damage::packed(&house, 1).await?;
    ensure!(!damage::mentions(&pack, STEFAN.name)?, "it is made anew");
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_view_that_changes_after_a_pack_begins_anew_syn_4() -> Result<()> {
    let house = house("sqlite").await?;
    held(&house, KADRI).await?;
    damage::packed(&house, 1).await?;
    let api = Api::at(house.server.url())?;
    let token = api.sign_in(KADRI).await?;
    let feed = format!("/v1/organisations/{}/changes", house.organisation);
    let asked = format!("{feed}?pack={}", doorward_copy::layout());
    let answer = http::client(|client| client)?
        .get(house.server.url().join(&asked)?)
        .bearer_auth(&token)
        .send()
        .await?;
    ensure!(answer.headers()["content-type"] == PACK_TYPE, "{answer:?}");
    let head = head(&answer.bytes().await?)?;
    ensure!(!head.view.kinds.is_empty() && head.pages > 0, "{head:?}");
    let grant = Grant::of(Preset::Member);
    let (membership, expected) = damage::grant_of(&house, KADRI).await?;
    let change = ChangeGrant {
        membership,
        grant,
        based_on: expected,
        note: None,
    };
    house.command(OLGA, Command::ChangeGrant(change)).await?;
    let after = format!("{feed}?cursor={}", head.cursor);
    let Changes::Page { reset, .. } = api.get::<Changes>(&after, &token).await? else {
        anyhow::bail!("a member still sees something");
    };
    ensure!(reset, "what the pack brought is dropped");
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_limited_view_is_packed_with_what_it_covers_and_nothing_else_r_36() -> Result<()> {
    let house = House::open_on_with("sqlite", PACKS).await?;
    limited::build(&house).await?;
    let limit = Grant {
        limited_to: BTreeSet::from([ASPEN]),
        ..Grant::of(Preset::Administrator)
    };
    let_in(&house, KADRI, limit).await?;
    let_in(&house, ANNA, in_rooms(IN_ASPEN)).await?;
    let_in(&house, STEFAN, in_rooms(IN_BIRCH)).await?;
    house.post_is_quiet().await?;
    let by_pages = held(&house, KADRI).await?;
    let pack = damage::packed(&house, 1).await?;
    for said in OF_BIRCH {
        ensure!(!damage::mentions(&pack, said)?, "{said} is of another site");
    }
    ensure!(damage::mentions(&pack, ANNA.email)?, "Anna is of this one");
    damage::same(&by_pages, &held(&house, KADRI).await?)?;
    ensure!(sent(&house) == 1, "the second device receives a pack");
    Ok(())
}

fn head(pack: &[u8]) -> Result<PackHead> {
    let (length, rest) = pack.split_first_chunk::<4>().context("a length")?;
    let length = usize::try_from(u32::from_be_bytes(*length))?;
    Ok(serde_json::from_slice(
        rest.get(..length).context("a head")?,
    )?)
}
