//! `bench`: the workloads of `bench/README.md` in release mode, with the limit program in the same run. Lines go to the
//! standard output; what it is doing and the table of ratios go to the standard error.

mod lines;
mod made;
mod ratios;

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};
use clap::{Args, ValueEnum};

use self::lines::Lines;
use crate::{place, setup, tool};

/// What is measured.
#[derive(Debug, Args)]
pub struct Asked {
    /// W1 … W6, all of these, or the window
    #[arg(value_enum, ignore_case = true, default_value = "all")]
    workloads: Vec<Workload>,
    /// How many people the organisation has
    #[arg(long, default_value_t = 50_000)]
    members: usize,
    /// People as `bench/gen_members.py` writes them, instead of having them made
    #[arg(long)]
    data: Option<PathBuf>,
    /// How often each is measured
    #[arg(long, default_value_t = 5)]
    runs: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
enum Workload {
    W1,
    W2,
    W3,
    W4,
    W5,
    W6,
    All,
    Ui,
}

/// Measures and tells.
pub fn bench(asked: &Asked) -> Result<()> {
    let workloads = asked.workloads();
    if workloads.contains(&Workload::Ui) {
        setup::for_the_app()?;
    }
    let made = made::folder(asked.data.as_deref(), asked.members)?;
    build(&workloads)?;
    let mut lines = Lines::default();
    if workloads.iter().any(|it| *it != Workload::Ui) {
        lines.pass_on(&mut limits(&made, asked.runs)?)?;
    }
    let mut ours = Command::new(place::released("doorward-bench")?);
    ours.args(workloads.iter().map(|it| format!("{it:?}")));
    ours.arg("--made").arg(&made);
    ours.arg("--runs").arg(asked.runs.to_string());
    ours.arg("--bare").arg(place::released("examples/bare")?);
    lines.pass_on(ours.env("SUITE_TAKES_WHAT_IS_BUILT", "1"))?;
    eprint!("{}", ratios::table(&lines));
    Ok(())
}

impl Asked {
    /// Each workload once, in their order: W6 adds to the organisation that the others measure.
    fn workloads(&self) -> Vec<Workload> {
        use Workload as W;
        let mut asked = self.workloads.clone();
        if asked.contains(&W::All) {
            asked.extend([W::W1, W::W2, W::W3, W::W4, W::W5, W::W6]);
        }
        asked.retain(|it| *it != W::All);
        asked.sort_unstable();
        asked.dedup();
        asked
    }
}

/// Builds what is measured, each selection of packages on its own: the server's SQLite is another than the device's.
fn build(workloads: &[Workload]) -> Result<()> {
    let release = |more: &[&str]| {
        let mut build = tool::cargo(["build", "--release", "--quiet"])?;
        tool::run(build.args(more))
    };
    release(&["--package", "doorward-server"])?;
    release(&["--package", "doorward-bench"])?;
    if workloads.contains(&Workload::Ui) {
        // Standard output is for lines that scripts read.
        tool::run(tool::npm(["run", "build"])?.stdout(std::io::stderr()))?;
        release(&["--package", "doorward"])?;
        release(&[
            "--package",
            "doorward",
            "--features",
            "bare",
            "--example",
            "bare",
        ])?;
    }
    Ok(())
}

/// The limit program on the same people; it builds itself at the first time.
fn limits(made: &std::path::Path, runs: usize) -> Result<Command> {
    let work = made.parent().context("it lies in a folder")?;
    let mut limits = Command::new("bash");
    limits.arg(place::root()?.join("bench/limits/run.sh"));
    limits.env("BENCH_WORK", work).env("BENCH_DATA", made);
    limits.env("CARGO_TARGET_DIR", work.join("limits-target"));
    limits.env("RUNS", runs.to_string());
    Ok(limits)
}
