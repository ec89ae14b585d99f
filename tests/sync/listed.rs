//! The list of those who are invited: how it fills and empties, beside the list of those who are members.

use anyhow::{Context, Result, ensure};
use doorward_domain::{Command, Grant, InvitePerson, MembershipId, Preset, RevokeInvitation};
use doorward_suite::cast::{ANNA, OLGA, STEFAN};
use doorward_suite::device::Device;
use doorward_suite::house::House;
use doorward_suite::ids;
use doorward_suite::visitor::Visitor;
use serde_json::{Value, json};

fn invite(email: &str, level: Preset) -> Result<InvitePerson> {
    Ok(InvitePerson {
        membership: MembershipId(ids::new()),
        contact: email.parse()?,
        grant: Grant::of(level),
        name: None,
        position: None,
        staff: None,
        locale: None,
        message: None,
    })
}

/// The addresses in the list, where it counts as many.
fn addresses(view: &Value) -> Option<Vec<String>> {
    let rows = view["rows"].as_array()?;
    let found: Option<Vec<String>> = rows
        .iter()
        .map(|row| Some(row["contact"].as_str()?.to_owned()))
        .collect();
    let mut found = found?;
    found.sort();
    (view["counts"]["waiting"] == found.len()).then_some(found)
}

/// Ends the time in which what was made can be taken back.
async fn sends(device: &mut Device) -> Result<()> {
    device.close().await?;
    device.reopen()
}

/// The dialog proposes Administrator, says what that means, and takes no address that is none.
async fn is_asked_well(olga: &mut Device, of: &str) -> Result<()> {
    let form = olga
        .query(json!({ "ask": "invite_form", "organisation": of }))
        .await?;
    ensure!(
        form["proposed"] == "administrator" && form["warns"] == true,
        "ACT-11: {form:#}"
    );
    let typed = ["anna@@example.net", ANNA.email, "not an address"];
    let checked = olga
        .query(json!({ "ask": "check_contacts", "organisation": of, "contacts": typed, "level": "staff" }))
        .await?;
    let outcomes: Vec<&Value> = checked["lines"]
        .as_array()
        .context("a line for each")?
        .iter()
        .map(|line| &line["outcome"])
        .collect();
    ensure!(
        outcomes == ["malformed", "new", "malformed"],
        "ACT-9: {checked:#}"
    );
    Ok(())
}

/// ACT-12, ACT-24.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_invited_are_listed_until_they_accept_or_are_revoked_act_4_act_9_act_12_act_19_act_21_act_22_act_23_act_25()
-> Result<()> {
    let house = House::open().await?;
    let mut olga = Device::of(OLGA, house.server.url()).await?;
    olga.is_up_to_date().await?;
    let of = &house.organisation;
    let waiting = json!({ "ask": "invitations", "organisation": of, "tab": "waiting" });
    let members = json!({ "ask": "people", "organisation": of, "states": ["member"] });
    let empty = olga.query(waiting.clone()).await?;
    ensure!(
        empty["counts"]["waiting"] == 0 && empty["rows"] == json!([]),
        "ACT-23: nobody is invited: {empty:#}"
    );
    is_asked_well(&mut olga, of).await?;
    let anna = invite(ANNA.email, Preset::Manager)?;
    let stefan = invite(STEFAN.email, Preset::Staff)?;
    let revoked = stefan.membership;
    for command in [anna, stefan] {
        olga.execute(of, &Command::InvitePerson(command)).await?;
    }
    sends(&mut olga).await?;
    let both = [ANNA.email, STEFAN.email];
    olga.until("ACT-21, ACT-22: both are listed", waiting.clone(), |view| {
        (addresses(view)? == both).then_some(())
    })
    .await?;
    let stands = olga.query(members.clone()).await?;
    ensure!(
        stands["rows"].as_array().is_some_and(|it| it.len() == 1),
        "ACT-25: who is invited is no member: {stands:#}"
    );

    let letter = house.post.letter(ANNA.email, 1).await?;
    Visitor::of(ANNA)?.accept(&letter.link("/j/")?).await?;
    olga.until(
        "ACT-19: only the others are left",
        waiting.clone(),
        |view| (addresses(view)? == [STEFAN.email]).then_some(()),
    )
    .await?;
    let level = olga
        .until("ACT-4: Anna is a member", members, |view| {
            let rows = view["rows"].as_array()?;
            let row = rows.iter().find(|row| row["name"] == ANNA.name)?;
            Some(row["level"].clone())
        })
        .await?;
    ensure!(
        level == "manager",
        "at the level of the invitation: {level}"
    );

    let letter = house.post.letter(STEFAN.email, 1).await?;
    let revoke = RevokeInvitation {
        membership: revoked,
    };
    olga.execute(of, &Command::RevokeInvitation(revoke)).await?;
    sends(&mut olga).await?;
    olga.until("ACT-12, ACT-24: nobody is left", waiting, |view| {
        addresses(view)?.is_empty().then_some(())
    })
    .await?;
    wait_until_dead(&letter.link("/j/")?).await?;
    house.server.ensure_no_errors()
}

/// Waits until the page of a link says that it no longer works.
async fn wait_until_dead(link: &url::Url) -> Result<()> {
    let visitor = Visitor::of(STEFAN)?;
    doorward_suite::wait::until("the link is dead", async || {
        let page = visitor.browser.open_page(link).await?;
        Ok((page.status == 410).then_some(()))
    })
    .await
}
