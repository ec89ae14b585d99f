//! `doorward-pass`: says whether a door opens for a pass, from the published keys and this computer's clock alone.

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::Parser;
use doorward_pass::{Pass, PassRooms, PublishedKeys, Unfit};
use uuid::Uuid;

/// Verifies a pass without a network. Ends with 0 when the door may open, with 1 when not.
#[derive(Debug, Parser)]
#[command(name = "doorward-pass", version)]
struct Arguments {
    /// The keys as the server publishes them under /v1/public/pass-keys, saved to a file.
    #[arg(long)]
    keys: PathBuf,
    /// The organisation whose door this is.
    #[arg(long)]
    organisation: Uuid,
    /// The room behind the door; without one it only says whose pass it is.
    #[arg(long)]
    room: Option<Uuid>,
    /// What the QR code says; read from the standard input, one pass a line, when it is left out.
    pass: Option<String>,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("doorward-pass: {error}");
            ExitCode::from(2)
        }
    }
}

/// Judges what was shown; answers whether the last of it fits.
fn run(arguments: &Arguments) -> io::Result<bool> {
    let keys: PublishedKeys = serde_json::from_str(&fs::read_to_string(&arguments.keys)?)?;
    let mut fits = false;
    let shown: Box<dyn Iterator<Item = io::Result<String>>> = match &arguments.pass {
        Some(pass) => Box::new(std::iter::once(Ok(pass.clone()))),
        None => Box::new(io::stdin().lines()),
    };
    for text in shown {
        let judged = judge(arguments, &keys, &text?);
        fits = judged.is_ok();
        let mut out = io::stdout().lock();
        match judged {
            Ok(pass) => writeln!(out, "open: {}", said(&pass))?,
            Err(unfit) => writeln!(out, "closed: {unfit}")?,
        }
        out.flush()?;
    }
    Ok(fits)
}

fn judge(arguments: &Arguments, keys: &PublishedKeys, text: &str) -> Result<Pass, Unfit> {
    let pass = keys.open(text, now())?;
    if pass.organisation != arguments.organisation {
        return Err(Unfit::Elsewhere);
    }
    if arguments.room.is_some_and(|room| !pass.opens(room)) {
        return Err(Unfit::NotThisRoom);
    }
    Ok(pass)
}

fn said(pass: &Pass) -> String {
    match &pass.rooms {
        PassRooms::All => format!("person {}, all rooms", pass.person),
        PassRooms::Some(rooms) => format!("person {}, {} rooms", pass.person, rooms.len()),
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the one place where this program reads the clock"
)]
fn now() -> i64 {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}
