//! `simulate`: schedules of several devices, a server and a network that a seed decides about.

use anyhow::Result;

use crate::tool;

/// Plays `schedules` schedules from `seed` on; fails when one of them does not converge.
pub fn simulate(schedules: u64, seed: u64) -> Result<()> {
    let mut play = tool::cargo([
        "run",
        "--quiet",
        "--package",
        "doorward-suite",
        "--bin",
        "simulate",
        "--",
    ])?;
    play.args(["--schedules", &schedules.to_string()]);
    play.args(["--seed", &seed.to_string()]);
    tool::run(&mut play)
}
