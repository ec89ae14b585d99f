//! The demo server of `run`: a throwaway store with demo data, served on a free port.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::thread;

use anyhow::{Context, Result, bail};

use crate::{place, tool};

/// A running server with its own store; dropping it ends the server and deletes the store.
#[derive(Debug)]
pub struct DemoServer {
    child: Child,
    folder: PathBuf,
    /// Where it listens, `http://127.0.0.1:…`.
    pub url: String,
    /// The accounts of the demo store, as the JSON that `demo` printed.
    pub accounts: String,
}

impl DemoServer {
    /// Makes the store and starts the server on it.
    pub fn start() -> Result<Self> {
        let program = place::built("doorward-server")?;
        let folder = place::target()?
            .join("demo")
            .join(std::process::id().to_string());
        fs::create_dir_all(&folder)?;
        let store = folder.join("store");
        let accounts = tool::read(Command::new(&program).arg("demo").arg("--data").arg(&store))?;
        let mut child = Command::new(&program)
            .arg("serve")
            .arg("--data")
            .arg(&store)
            .args(["--listen", "127.0.0.1:0"])
            .stdout(Stdio::piped())
            .spawn()
            .context("cannot start the server")?;
        let output = child.stdout.take().context("the server has no output")?;
        // Made before reading, so that a server that says nothing is ended too.
        let mut server = Self {
            child,
            folder,
            url: String::new(),
            accounts,
        };
        server.url = listening(output)?;
        Ok(server)
    }

    /// A folder that goes with the server, for what the app keeps on this computer.
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

impl Drop for DemoServer {
    fn drop(&mut self) {
        // Neither failure matters: the process is gone already, or a leftover lies in the build folder.
        drop(self.child.kill());
        drop(self.child.wait());
        drop(fs::remove_dir_all(&self.folder));
    }
}

fn listening(output: ChildStdout) -> Result<String> {
    let mut lines = BufReader::new(output).lines();
    for line in &mut lines {
        if let Some(url) = line?.strip_prefix("listening on ") {
            let url = url.trim().to_owned();
            // Somebody must go on reading, or the server would stop at a full pipe.
            thread::spawn(move || lines.map_while(Result::ok).for_each(drop));
            return Ok(url);
        }
    }
    bail!("the server ended before it listened")
}
