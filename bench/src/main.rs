//! Doorward's side of the workloads W1 to W6 (`bench/README.md`): headless devices in this process, a real server in
//! another. One JSON object per line goes to the standard output; what it is doing goes to the standard error.
#![expect(clippy::print_stdout, reason = "its lines are read by scripts")]

mod bootstrap;
mod burst;
mod delta;
mod device;
mod fill;
mod ground;
mod line;
mod measure;
mod person;
mod propagation;
mod search;
mod serving;
mod window;
mod wire;

use std::path::PathBuf;

use anyhow::Result;
use clap::{Parser, ValueEnum};

use crate::ground::{Ground, Plan};

/// Measures Doorward with the workloads of `bench/README.md`.
#[derive(Debug, Parser)]
#[command(name = "doorward-bench")]
struct Arguments {
    /// Which workloads
    #[arg(value_enum, ignore_case = true, required = true)]
    workloads: Vec<Workload>,
    /// The folder with members.ndjson, queries.ndjson and invites.ndjson
    #[arg(long)]
    made: PathBuf,
    /// How often each is measured
    #[arg(long, default_value_t = 5)]
    runs: usize,
    /// The bare window that the application's is measured beside
    #[arg(long)]
    bare: Option<PathBuf>,
    /// What a device of W1 is told by the process that measures it
    #[arg(long, hide = true)]
    server: Option<url::Url>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Workload {
    /// A fresh device receives everything
    W1,
    /// A device that is up to date receives what changed
    W2,
    /// A thousand commands made offline are sent
    W3,
    /// A command on one device reaches another one
    W4,
    /// People are found as one types
    W5,
    /// What the server does in a second
    W6,
    /// Start, search and scrolling of the real window
    Ui,
    /// The process of one fresh device, which W1 starts
    #[value(hide = true)]
    Fresh,
}

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() -> Result<()> {
    let log = tracing_subscriber::fmt().with_writer(std::io::stderr);
    log.with_env_filter(tracing_subscriber::EnvFilter::from_default_env())
        .init();
    let arguments = Arguments::parse();
    if let (Some(Workload::Fresh), Some(server)) = (arguments.workloads.first(), &arguments.server)
    {
        return bootstrap::fresh(server).await;
    }
    let plan = Plan::read(&arguments.made, arguments.runs)?;
    let mut ground = Ground::fill(&plan).await?;
    for workload in &arguments.workloads {
        eprintln!("== {workload:?}");
        match workload {
            Workload::W1 => bootstrap::measure(&ground).await?,
            Workload::W2 => delta::measure(&mut ground).await?,
            Workload::W3 => burst::measure(&mut ground).await?,
            Workload::W4 => propagation::measure(&mut ground).await?,
            Workload::W5 => search::measure(&mut ground).await?,
            Workload::W6 => serving::measure(&mut ground).await?,
            Workload::Ui => window::measure(&ground, arguments.bare.as_deref()).await?,
            Workload::Fresh => {}
        }
    }
    ground.end().await
}
