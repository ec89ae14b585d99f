//! Somebody kept by name gets a login, loses it, and gets it again: on a device, as the settings show it.

use anyhow::{Context, Result, ensure};
use doorward_domain::{
    Command, Grant, InvitePerson, MakeStaffRecord, MembershipId, Preset, StaffId,
};
use doorward_suite::cast::{ANNA, OLGA};
use doorward_suite::device::Device;
use doorward_suite::house::House;
use doorward_suite::ids;
use serde_json::{Value, json};

/// The only row of the staff, once it is what is meant.
async fn row(device: &mut Device, house: &House, what: &str, state: &Value) -> Result<Value> {
    let ask = json!({ "ask": "staff", "organisation": house.organisation });
    device
        .until(what, ask, |view| {
            let rows = view["rows"].as_array()?;
            let row = rows.first().filter(|_| rows.len() == 1)?;
            (row["login"]["state"] == *state).then(|| row.clone())
        })
        .await
}

fn sign_in(staff: StaffId) -> Result<Command> {
    Ok(Command::InvitePerson(InvitePerson {
        membership: MembershipId(ids::new()),
        contact: ANNA.email.parse()?,
        grant: Grant::of(Preset::Staff),
        name: Some(ANNA.name.to_owned().try_into()?),
        position: None,
        staff: Some(staff),
        locale: None,
        message: None,
    }))
}

/// Takes away what the row offers to take away.
async fn withdraw(device: &mut Device, house: &House, row: &Value) -> Result<()> {
    ensure!(row["login"]["withdrawing"].is_null(), "{row:#}");
    let command: Command = serde_json::from_value(row["login"]["withdraw"].clone())?;
    device.execute(&house.organisation, &command).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_login_comes_and_goes_for_the_same_name_r_34_res_6_res_7_res_19_res_20() -> Result<()> {
    let house = House::open().await?;
    let mut olga = Device::of(OLGA, house.server.url()).await?;
    olga.is_up_to_date().await?;
    let staff = StaffId(ids::new());
    let make = MakeStaffRecord {
        staff,
        name: ANNA.name.to_owned().try_into()?,
        position: Some("Barber".to_owned().try_into()?),
    };
    olga.execute(&house.organisation, &Command::MakeStaffRecord(make))
        .await?;
    let kept = row(&mut olga, &house, "kept without a login", &Value::Null).await?;
    ensure!(
        kept["removing"].is_null() && kept["position"] == "Barber",
        "{kept:#}"
    );

    olga.execute(&house.organisation, &sign_in(staff)?).await?;
    let invited = row(&mut olga, &house, "invited", &json!("invited")).await?;
    ensure!(invited["login"]["contact"] == ANNA.email, "{invited:#}");
    // Closing ends the wait, and what waits is sent.
    olga.close().await?;
    olga.reopen()?;
    house.take_invitation(ANNA).await?;
    let member = row(&mut olga, &house, "a member", &json!("member")).await?;
    ensure!(
        member["removing"]["code"] == "wrong_status",
        "it had a login: {member:#}"
    );

    withdraw(&mut olga, &house, &member).await?;
    let kept = row(&mut olga, &house, "without a login again", &Value::Null).await?;
    ensure!(
        kept["staff"] == json!(staff),
        "it is the same one: {kept:#}"
    );
    olga.execute(&house.organisation, &sign_in(staff)?).await?;
    let again = row(&mut olga, &house, "invited again", &json!("invited")).await?;
    withdraw(&mut olga, &house, &again).await?;
    row(
        &mut olga,
        &house,
        "withdrawn before anybody answered",
        &Value::Null,
    )
    .await?;
    let ended = olga
        .query(json!({ "ask": "people", "organisation": house.organisation, "states": ["ended"] }))
        .await?;
    let first = ended["rows"].as_array().and_then(|rows| rows.first());
    first.context("what was stays told")?;
    house.server.ensure_no_errors()
}
