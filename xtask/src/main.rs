//! Doorward's own commands. Each subcommand is one file; what several need is in `place` and `tool`.
#![expect(
    clippy::print_stdout,
    reason = "these commands talk to a person at a terminal"
)]

mod bench;
mod debian;
mod deny;
mod display;
mod generate;
mod package;
mod place;
mod run;
mod screenshots;
mod server;
mod setup;
mod simulate;
mod soak;
mod step;
mod test;
mod tool;

use std::path::PathBuf;

use clap::{Parser, Subcommand};

/// Doorward's own commands.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Install what building, running and testing need
    Setup,
    /// Build everything and open the app on a server with demo data
    Run,
    /// Check and test everything, as the build machines do
    Test,
    /// Write what is generated: ui/src/bindings, docs/rules.md and the font of the pages
    Gen,
    /// Make what people install, of a release build
    Package,
    /// Take pictures of the situations that people are shown
    Screenshots {
        /// Where they go; else beside the build
        folder: Option<PathBuf>,
        /// Take the small ones of the README, too
        #[arg(long)]
        readme: bool,
    },
    /// Play schedules of several devices on a network that a seed decides about
    Simulate {
        /// How many
        #[arg(long, default_value_t = 200)]
        schedules: u64,
        /// The seed of the first; the others follow it
        #[arg(long, default_value_t = 1)]
        seed: u64,
    },
    /// Play the cases that happen by chance in full: all, or those named, such as S-67
    Soak {
        /// Which cases
        cases: Vec<String>,
    },
    /// Measure the workloads of bench/README.md in release mode, beside the limit program
    Bench(bench::Asked),
}

fn main() -> anyhow::Result<()> {
    match Arguments::parse().task {
        Task::Setup => setup::everything(),
        Task::Run => run::run(),
        Task::Test => test::test(),
        Task::Gen => generate::generate(),
        Task::Package => package::package(),
        Task::Screenshots { folder, readme } => screenshots::take(folder, readme),
        Task::Simulate { schedules, seed } => simulate::simulate(schedules, seed),
        Task::Soak { cases } => soak::soak(&cases),
        Task::Bench(asked) => bench::bench(&asked),
    }
}
