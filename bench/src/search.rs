//! W5: the workload's searches over everybody in the device's cache, the first fifty of each.

use std::time::Instant;

use anyhow::Result;
use serde_json::json;

use crate::ground::Ground;
use crate::line;
use crate::measure::{Times, millis};

/// Measures it.
pub async fn measure(ground: &mut Ground<'_>) -> Result<()> {
    let (members, organisation, plan) = (ground.members(), ground.organisation, ground.plan);
    let devices = ground.devices().await?;
    for run in 1..=plan.runs {
        let mut times = Times::default();
        for search in &plan.searches {
            let begun = Instant::now();
            devices
                .administrator
                .people(organisation, Some(search))
                .await?;
            times.add(millis(begun));
        }
        let fields = json!({ "median_ms": times.median(), "p99_ms": times.p99() });
        line::print("W5", members, run, fields);
    }
    Ok(())
}
