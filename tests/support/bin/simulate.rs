//! Plays schedules of the simulation: `simulate --schedules N --seed S [--commands M]`. Exit status 0 when every one of
//! them converged; a seed that did not is printed with its story, which another run plays again.

use anyhow::{Result, ensure};
use clap::Parser;
use doorward_suite::simulation::{MOST_COMMANDS, Run, met};

/// Plays schedules.
#[derive(Debug, Parser)]
struct Arguments {
    /// How many.
    #[arg(long, default_value_t = 200)]
    schedules: u64,
    /// The seed of the first; the others follow it.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The most commands in one.
    #[arg(long, default_value_t = MOST_COMMANDS)]
    commands: usize,
    /// Tell what happens in every one.
    #[arg(long)]
    tell: bool,
}

#[expect(clippy::print_stdout, reason = "it talks to a person at a terminal")]
fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let run = Run {
        first: arguments.seed,
        schedules: arguments.schedules,
        commands: arguments.commands,
    };
    let played = run.play()?;
    for schedule in &played {
        if arguments.tell {
            println!("{schedule:#}");
        } else if schedule.outcome.fault.is_some() {
            println!("{schedule}");
        }
    }
    let failed: Vec<_> = played
        .iter()
        .filter(|it| it.outcome.fault.is_some())
        .map(|it| it.seed)
        .collect();
    println!(
        "{} schedules; met: {:?}; seeds that did not converge: {failed:?}",
        played.len(),
        met(&played)
    );
    ensure!(failed.is_empty(), "not every schedule converged");
    Ok(())
}
