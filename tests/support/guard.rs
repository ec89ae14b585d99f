//! Programs that must not outlive the test process, however that one ends.
//!
//! A shell of its own process group starts the program and waits at a pipe that only the test process holds. When the
//! pipe closes, also because the test process was killed, the shell ends the program and removes its folder.

use std::io::{BufRead, BufReader, Read};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::thread;

use anyhow::{Context, Result, bail};
use tokio::sync::watch;

use crate::wait::DEADLINE;

/// Starts `"$@"`, waits for the end of its own input, ends the program by the signal `$0`, then all it left behind:
/// a browser begins a process group of its own, and is found as a descendant.
const SHELL: &str = r#"
descendants() {
  for child in $(grep -sl "^PPid:[[:space:]]*$1\$" /proc/[0-9]*/status | cut -d / -f 3); do
    descendants "$child"
    echo "$child"
  done
}
"$@" </dev/null 2>&1 &
program=$!
exec >/dev/null 2>&1
cat >/dev/null
left=$(descendants "$program")
kill -s "$0" "$program"
wait "$program"
[ -z "$left" ] || kill -s KILL $left
if [ -n "$GUARDED_FOLDER" ]; then rm -rf "$GUARDED_FOLDER"; fi
kill -s KILL 0
"#;

/// A guarded program; dropping it ends the program and waits until that is done.
#[derive(Debug)]
pub struct Guarded {
    name: String,
    shell: Child,
    pipe: Option<ChildStdin>,
    said: watch::Receiver<String>,
}

impl Guarded {
    /// Starts a program. `signal` will end it; `folder`, if any, goes with it.
    pub fn start(program: &Command, signal: &str, folder: Option<&Path>) -> Result<Self> {
        let name = program.get_program().display().to_string();
        let mut shell = Command::new("sh");
        shell
            .args(["-c", SHELL, signal])
            .arg(program.get_program())
            .args(program.get_args());
        for (key, value) in program.get_envs() {
            match value {
                Some(value) => shell.env(key, value),
                None => shell.env_remove(key),
            };
        }
        if let Some(folder) = program.get_current_dir() {
            shell.current_dir(folder);
        }
        shell.env("GUARDED_FOLDER", folder.unwrap_or(Path::new("")));
        shell
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .process_group(0);

        let mut shell = shell
            .spawn()
            .with_context(|| format!("cannot start {name}"))?;
        let pipe = shell.stdin.take();
        let said = listen(shell.stdout.take().context("the shell has no output")?);
        Ok(Self {
            name,
            shell,
            pipe,
            said,
        })
    }

    /// Waits for a line that contains `part` and answers it.
    pub async fn line(&self, part: &str) -> Result<String> {
        self.line_where(part, |line| line.contains(part)).await
    }

    /// Waits for a line that is meant and answers it; `what` describes such a line.
    pub async fn line_where(&self, what: &str, is_meant: impl Fn(&str) -> bool) -> Result<String> {
        let mut said = self.said.clone();
        let found = said.wait_for(|said| said.lines().any(&is_meant));
        match tokio::time::timeout(DEADLINE, found).await {
            Ok(Ok(said)) => Ok(said
                .lines()
                .find(|line| is_meant(line))
                .unwrap_or_default()
                .to_owned()),
            Ok(Err(_)) => bail!(
                "{} ended before it said \"{what}\":\n{}",
                self.name,
                self.said()
            ),
            Err(_) => bail!(
                "{} did not say \"{what}\" in time:\n{}",
                self.name,
                self.said()
            ),
        }
    }

    /// Whether the program has ended by itself.
    pub fn has_ended(&self) -> bool {
        self.said.has_changed().is_err()
    }

    /// Everything it has written so far.
    pub fn said(&self) -> String {
        self.said.borrow().clone()
    }
}

impl Drop for Guarded {
    fn drop(&mut self) {
        self.pipe.take();
        // A failure means that the shell is gone already.
        drop(self.shell.wait());
    }
}

/// Reads on its own thread, so that the program never stops at a full pipe.
fn listen(output: impl Read + Send + 'static) -> watch::Receiver<String> {
    let (sender, said) = watch::channel(String::new());
    thread::spawn(move || {
        for line in BufReader::new(output).split(b'\n').map_while(Result::ok) {
            sender.send_modify(|said| {
                said.push_str(&String::from_utf8_lossy(&line));
                said.push('\n');
            });
        }
    });
    said
}
