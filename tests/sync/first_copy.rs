//! A first copy that is larger than a page: pages are asked for while others are written, lists are made at the end, and
//! what comes afterwards comes row by row.

use anyhow::{Result, ensure};
use doorward_domain::{Command, CommandId, MakeStaffRecord, Name, Preset, SetPosition, StaffId};
use doorward_protocol::{Outcome, PushedCommand};
use doorward_suite::api::Api;
use doorward_suite::cast::{KADRI, OLGA};
use doorward_suite::device::Device;
use doorward_suite::house::House;
use doorward_suite::ids;
use serde_json::json;

use crate::scene::has_member;

/// Pushes of as many records as a push may make; more than a device asks for on one page.
const PUSHES: usize = 5;
const EACH: usize = 500;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_first_copy_larger_than_a_page_is_whole_and_is_followed_from_there_syn_3_syn_7()
-> Result<()> {
    let house = House::open().await?;
    house.hire(KADRI, Preset::Manager).await?;
    make_staff(&house, PUSHES, EACH).await?;
    let mut olga = Device::of(OLGA, house.server.url()).await?;
    // What the device holds is compared with the server's sums before it is shown.
    olga.is_up_to_date().await?;
    has_member(&mut olga, &house, KADRI, Preset::Manager).await?;
    let find = json!({ "ask": "people", "organisation": house.organisation, "search": "kad" });
    let found = olga.query(find).await?;
    let kadri = found["rows"][0]["membership"].as_str().unwrap_or_default();
    ensure!(found["total"] == 1, "one is found: {found:#}");
    let position = Command::SetPosition(SetPosition {
        membership: kadri.parse()?,
        position: Some(Name::try_from("Night desk")?),
    });
    house.command(OLGA, position).await?;
    let find = json!({ "ask": "people", "organisation": house.organisation, "search": "night" });
    let shown = "what happened since is found, too";
    olga.until(shown, find, |view| (view["total"] == 1).then_some(()))
        .await?;
    // The file is whole on the disk.
    olga.close().await?;
    house.server.ensure_no_errors()?;
    olga.reopen()?;
    has_member(&mut olga, &house, KADRI, Preset::Manager).await
}

/// Makes so many staff records with each of so many pushes.
pub async fn make_staff(house: &House, times: usize, each: usize) -> Result<()> {
    let api = Api::at(house.server.url())?;
    let token = api.sign_in(OLGA).await?;
    let mut after = None;
    for _ in 0..times {
        let mut pushed = Vec::with_capacity(each);
        for _ in 0..each {
            let staff = StaffId(ids::new());
            let id = CommandId(ids::new());
            let make = MakeStaffRecord {
                staff,
                name: Name::try_from(format!("Staff {staff}"))?,
                position: None,
            };
            let command = Command::MakeStaffRecord(make);
            pushed.push(PushedCommand { id, after, command });
            after = Some(id);
        }
        let answer = api.push(&house.organisation, &token, &pushed).await?;
        let applied = |outcome: &Outcome| matches!(outcome, Outcome::Applied { .. });
        ensure!(
            answer.settled.len() == each && answer.settled.iter().all(|it| applied(&it.outcome)),
            "{:?}",
            answer.stopped
        );
    }
    Ok(())
}
