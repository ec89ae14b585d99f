//! The window in any browser, for looking at screens: `window --demo` prints where. Never shipped.
#![expect(clippy::print_stdout, reason = "it talks to a person at a terminal")]

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Result;
use clap::Parser;
use doorward_client::{MemoryKeychain, Options, Workplace};
use doorward_suite::loopback::{Demo, Files, Loopback, build, read};
use doorward_suite::programs;
use tokio::signal::ctrl_c;
use tokio::signal::unix::{SignalKind, signal};

/// Serves the window's page over a real device.
#[derive(Debug, Parser)]
#[command(name = "window")]
struct Arguments {
    /// Start a server with demo data and sign in its owner; else nobody is signed in.
    #[arg(long)]
    demo: bool,
    /// Sign in another account of the demo.
    #[arg(long = "as", value_name = "EMAIL")]
    email: Option<String>,
    /// End the server once the device has heard from it.
    #[arg(long)]
    offline: bool,
    /// Serve this page, built with `--mode loopback`, instead of building one.
    #[arg(long, value_name = "FOLDER")]
    ui: Option<PathBuf>,
    /// Serve with the `doorward-server` that lies beside this program, however old it is.
    #[arg(long)]
    no_build: bool,
    /// Listen on this port.
    #[arg(long, default_value_t = 0)]
    port: u16,
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
    if !arguments.demo {
        let folder = tempfile::tempdir()?;
        let options = Options::new(folder.path().into(), Arc::new(MemoryKeychain::default()));
        return serve(Arc::new(Workplace::open(options).await?), files, &arguments).await;
    }
    let program = if arguments.no_build {
        programs::beside("doorward-server")?
    } else {
        programs::server().await?.to_owned()
    };
    let mut demo = Demo::open(&program, arguments.email.as_deref()).await?;
    for account in &demo.accounts {
        let (name, email) = (&account.name, &account.email);
        println!("{name} ({}): {email} {}", account.level, account.password);
    }
    println!("server on {}", demo.server);
    if arguments.offline {
        demo.cut();
    }
    serve(Arc::clone(&demo.workplace), files, &arguments).await
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
