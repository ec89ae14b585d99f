//! W3: a thousand commands made without a network, sent when it is back; until the server has committed all of them.

use std::time::Instant;

use anyhow::Result;
use doorward_client::Act;
use doorward_client::contract::SyncState;
use doorward_domain::{Command, Name, SetPosition};
use serde_json::json;

use crate::ground::Ground;
use crate::line;
use crate::measure::{Times, millis};

/// How many commands.
const COMMANDS: usize = 1000;

/// Measures it.
pub async fn measure(ground: &mut Ground<'_>) -> Result<()> {
    let (runs, members, organisation) = (ground.plan.runs, ground.members(), ground.organisation);
    let people = ground.plain_members(COMMANDS)?;
    let devices = ground.devices().await?;
    let (device, wire) = (&mut devices.administrator, &devices.wire);
    for run in 1..=runs {
        wire.cut();
        device.act(Act::SyncNow).await?;
        while device.sync().await?.state != SyncState::Offline {
            device.changed().await?;
        }
        let mut local = Times::default();
        for person in &people {
            let command = Command::SetPosition(SetPosition {
                membership: person.membership(),
                position: Some(Name::try_from(format!("burst {run}"))?),
            });
            let begun = Instant::now();
            device.execute(organisation, command).await?;
            local.add(millis(begun));
        }
        let up = wire.up();
        device.forget_changes();
        wire.mend();
        let begun = Instant::now();
        device.act(Act::SyncNow).await?;
        let committed = loop {
            let (_, at) = device.changed().await?;
            if device.sync().await?.unsent == 0 {
                break at;
            }
        };
        let fields = json!({
            "local_write_ms": local.median(),
            "push_wall_s": (committed - begun).as_secs_f64(),
            "up_bytes": wire.up() - up,
        });
        line::print("W3", members, run, fields);
        device.is_up_to_date(organisation).await?;
    }
    Ok(())
}
