//! What the operator sets is met by work that was queued without a network: the server refuses it, and the outbox says
//! which gate it was.

use anyhow::{Result, ensure};
use doorward_domain::{Command, Grant, InvitePerson, MembershipId, Preset};
use doorward_suite::cast::{ANNA, OLGA};
use doorward_suite::device::Device;
use doorward_suite::house::House;
use doorward_suite::ids;
use serde_json::json;

use crate::scene::{entry_is, is_queued};

fn invite() -> Result<Command> {
    Ok(Command::InvitePerson(InvitePerson {
        membership: MembershipId(ids::new()),
        contact: ANNA.email.parse()?,
        grant: Grant::of(Preset::Staff),
        name: Some(ANNA.name.to_owned().try_into()?),
        position: None,
        staff: None,
        locale: None,
        message: None,
    }))
}

/// Olga invites without a network, the operator sets a gate, and the server comes back.
async fn meets(gate: &[&str; 2], code: &str, shown: (&str, &str)) -> Result<()> {
    let mut house = House::open().await?;
    let mut olga = Device::of(OLGA, house.server.url()).await?;
    olga.is_up_to_date().await?;
    house.server.kill();
    olga.execute(&house.organisation, &invite()?).await?;
    entry_is(&mut olga, "the invitation is queued", is_queued).await?;
    let [what, value] = *gate;
    let set = ["organisation", what, house.organisation.as_str(), value];
    house.server.admin(&set).await?;
    house.server.start_again().await?;
    // Closing ends the wait, and what waits is sent.
    olga.close().await?;
    olga.reopen()?;
    let refused = entry_is(&mut olga, "the server says no", |state| {
        state["is"] == "refused"
    });
    let state = refused.await?;
    ensure!(state["refusal"]["code"] == code, "{state:#}");
    let settings = json!({ "ask": "organisation_settings", "organisation": house.organisation });
    let (key, word) = shown;
    olga.until("the settings say so", settings, |view| {
        (view[key] == word).then_some(())
    })
    .await?;
    let letters = house.post.letters_to(ANNA.email)?;
    ensure!(letters.is_empty(), "nobody was invited: {letters:#?}");
    house.server.ensure_no_errors()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_plan_refuses_what_was_queued_without_a_network_r_32() -> Result<()> {
    meets(&["plan", "free"], "plan_required", ("plan", "free")).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn external_sign_in_refuses_what_was_queued_without_a_network_r_33() -> Result<()> {
    let shown = ("sign_in", "external_only");
    meets(&["sign-in", "external-only"], "external_sign_in", shown).await
}
