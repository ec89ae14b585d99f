//! W4: a command on one device until its effect is committed in the cache of another one, through the doorbell.

use std::time::Instant;

use anyhow::Result;
use doorward_domain::{Command, Name, SetPosition};
use serde_json::json;

use crate::ground::Ground;
use crate::line;
use crate::measure::Times;

/// How often in one run.
const TIMES: usize = 100;

/// Measures it.
pub async fn measure(ground: &mut Ground<'_>) -> Result<()> {
    let (runs, members, organisation) = (ground.plan.runs, ground.members(), ground.organisation);
    let people = ground.plain_members(TIMES)?;
    let devices = ground.devices().await?;
    let (from, to) = (&mut devices.owner, &mut devices.administrator);
    for run in 1..=runs {
        let mut times = Times::default();
        for person in &people {
            // What the last one set off has come to rest: only one command is measured.
            from.is_up_to_date(organisation).await?;
            to.is_up_to_date(organisation).await?;
            to.forget_changes();
            let position = format!("seen {run}");
            let command = Command::SetPosition(SetPosition {
                membership: person.membership(),
                position: Some(Name::try_from(position.clone())?),
            });
            let begun = Instant::now();
            from.execute(organisation, command).await?;
            loop {
                let (_, at) = to.changed().await?;
                let found = to.position(organisation, person.membership()).await?;
                if found.as_ref() == Some(&position) {
                    times.add((at - begun).as_secs_f64() * 1e3);
                    break;
                }
            }
        }
        let fields = json!({ "median_ms": times.median(), "p99_ms": times.p99() });
        line::print("W4", members, run, fields);
    }
    Ok(())
}
