//! The window in any browser, for looking at screens: `window --demo` prints where. Never shipped.
#![expect(clippy::print_stdout, reason = "it talks to a person at a terminal")]

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context, Result};
use clap::{Parser, ValueEnum};
use doorward_client::{MemoryKeychain, Options, Workplace};
use doorward_suite::loopback::{Demo, Files, Loopback, build, read};
use doorward_suite::world::cast::{KADRI, MIHKEL, OLGA, PASSWORD, PIRET};
use doorward_suite::world::{Situation, World};
use tokio::signal::ctrl_c;
use tokio::signal::unix::{SignalKind, signal};

/// Serves the window's page over a real device. Without `--demo` or `--world` nobody is signed in.
#[derive(Debug, Parser)]
#[command(name = "window")]
struct Arguments {
    /// Start a server with the demo that `doorward-server demo` makes, and sign in its owner.
    #[arg(long)]
    demo: bool,
    /// Start a server with the technology park of the tests, and sign in its owner.
    #[arg(long, conflicts_with = "demo")]
    world: bool,
    /// Let the park have so many more members.
    #[arg(long, default_value_t = 0, requires = "world")]
    members: usize,
    /// How the device of the park's owner stands.
    #[arg(long, value_enum, default_value = "online", requires = "world")]
    situation: Stands,
    /// Sign in somebody else: an address of the demo; or piret, kadri or mihkel of the park.
    #[arg(long = "as", value_name = "WHO")]
    who: Option<String>,
    /// End the server of the demo once the device has heard from it.
    #[arg(long)]
    offline: bool,
    /// Serve this page, built with `--mode loopback`, instead of building one.
    #[arg(long, value_name = "FOLDER")]
    ui: Option<PathBuf>,
    /// Listen on this port.
    #[arg(long, default_value_t = 0)]
    port: u16,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Stands {
    Online,
    Offline,
    Conflict,
}

#[tokio::main]
async fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let log = tracing_subscriber::fmt().with_writer(std::io::stderr);
    log.with_env_filter(tracing_subscriber::EnvFilter::from_default_env())
        .init();
    let files = match &arguments.ui {
        Some(folder) => read(folder)?,
        None => build().await?,
    };
    if arguments.demo {
        demo(files, &arguments).await
    } else if arguments.world {
        world(files, &arguments).await
    } else {
        let folder = tempfile::tempdir()?;
        let options = Options::new(folder.path().into(), Arc::new(MemoryKeychain::default()));
        serve(Workplace::open(options).await?.into(), files, &arguments).await
    }
}

async fn demo(files: Files, arguments: &Arguments) -> Result<()> {
    let mut demo = Demo::open(arguments.who.as_deref()).await?;
    for account in &demo.accounts {
        let (name, email) = (&account.name, &account.email);
        println!("{name} ({}): {email} {}", account.level, account.password);
    }
    println!("server on {}", demo.server);
    if arguments.offline {
        demo.cut();
    }
    serve(Arc::clone(&demo.workplace), files, arguments).await
}

async fn world(files: Files, arguments: &Arguments) -> Result<()> {
    let mut world = World::open(arguments.members).await?;
    let people = [OLGA, PIRET, KADRI, MIHKEL];
    for person in people {
        println!("{}: {} {PASSWORD}", person.name, person.email());
    }
    println!("server on {}", world.server.url());
    let situation = match arguments.situation {
        Stands::Online => Situation::Online,
        Stands::Offline => Situation::Offline,
        Stands::Conflict => Situation::Conflict,
    };
    let workplace = match &arguments.who {
        None => world.olga(situation).await?,
        Some(who) => {
            let person = people.iter().find(|it| it.called.starts_with(who.as_str()));
            world.device(person.context("nobody is called so")?).await?
        }
    };
    serve(workplace, files, arguments).await
}

async fn serve(workplace: Arc<Workplace>, files: Files, arguments: &Arguments) -> Result<()> {
    let loopback = Loopback::serve(Arc::clone(&workplace), files, arguments.port).await?;
    println!("window on {}", loopback.url());
    let mut ended = signal(SignalKind::terminate())?;
    tokio::select! {
        done = ctrl_c() => done?,
        _ = ended.recv() => {}
    }
    Ok(workplace.close().await?)
}
