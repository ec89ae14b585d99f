//! Two server processes on one PostgreSQL database: what happens through one is known at the other at once, and within a
//! second on SQLite, too.

mod caps;
mod ends;
mod login;
mod rights;
mod routing;
mod scene;

use anyhow::{Context, Result, ensure};
use doorward_domain::{Command, Grant, InvitePerson, MembershipId, Preset};
use doorward_protocol::Ring;
use doorward_suite::api::Api;
use doorward_suite::bell::Bell;
use doorward_suite::cast::{ANNA, KADRI, OLGA};
use doorward_suite::device::Device;
use doorward_suite::house::House;
use doorward_suite::ids;
use doorward_suite::postgres;
use serde_json::json;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_change_through_one_rings_the_doorbell_of_a_device_on_the_other() -> Result<()> {
    let house = House::open_on(&postgres::database().await?).await?;
    let sibling = house.server.start_sibling().await?;
    ensure!(sibling.url() != house.server.url(), "they are two");
    house.hire(KADRI, Preset::Administrator).await?;

    let mut device = Device::of(KADRI, sibling.url()).await?;
    let people =
        json!({ "ask": "people", "organisation": house.organisation, "states": ["invited"] });
    device.is_up_to_date().await?;
    let token = Api::at(sibling.url())?.sign_in(KADRI).await?;
    let mut bell = Bell::listen(sibling.url(), &token).await?;

    let invite = InvitePerson {
        membership: MembershipId(ids::new()),
        contact: ANNA.email.parse()?,
        grant: Grant::of(Preset::Staff),
        name: None,
        position: None,
        staff: None,
        locale: None,
        message: None,
    };
    let revision = house.command(OLGA, Command::InvitePerson(invite)).await?;

    bell.rings("the revision of Olga's command", |ring| match ring {
        Ring::Organisation { id, revision: at } if id.to_string() == house.organisation => {
            (*at >= revision).then_some(())
        }
        Ring::Organisation { .. } | Ring::Me { .. } | Ring::AccessEnded { .. } => None,
    })
    .await?;
    device
        .until("Kadri's device shows Anna's invitation", people, |view| {
            let contact = view["rows"].as_array()?.first()?["contact"].as_str()?;
            (contact == ANNA.email).then_some(())
        })
        .await?;
    device.close().await?;
    house.server.ensure_no_errors()?;
    sibling.ensure_no_errors().context("the sibling")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_one_has_taken_the_other_answers_the_same() -> Result<()> {
    let house = House::open_on(&postgres::database().await?).await?;
    let sibling = house.server.start_sibling().await?;
    let (here, there) = (Api::at(house.server.url())?, Api::at(sibling.url())?);
    let token = here.sign_in(OLGA).await?;
    let command = doorward_protocol::PushedCommand {
        id: doorward_domain::CommandId(ids::new()),
        after: None,
        command: Command::InvitePerson(InvitePerson {
            membership: MembershipId(ids::new()),
            contact: ANNA.email.parse()?,
            grant: Grant::of(Preset::Staff),
            name: None,
            position: None,
            staff: None,
            locale: None,
            message: None,
        }),
    };
    let first = here
        .push(&house.organisation, &token, std::slice::from_ref(&command))
        .await?;
    let again = there.push(&house.organisation, &token, &[command]).await?;
    ensure!(
        first == again,
        "the session and the outcome are known at both: {first:?} {again:?}"
    );
    house.post.letter(ANNA.email, 1).await?;
    Ok(())
}
