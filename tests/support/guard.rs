//! Processes that must not outlive the test process, however that one ends.
//!
//! A shell of its own process group starts the program and waits at a pipe that only the test process holds. When the
//! pipe closes, also because the test process was killed, the shell ends the program and removes its folder.

use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};

use anyhow::{Context, Result};

/// Starts `"$@"`, waits for the end of its own input, then ends it by the signal `$0` names.
const SHELL: &str = r#"
"$@" </dev/null &
program=$!
cat >/dev/null
kill -s "$0" "$program" 2>/dev/null
wait "$program"
if [ -n "$DOORWARD_GUARD_FOLDER" ]; then rm -rf "$DOORWARD_GUARD_FOLDER"; fi
"#;

/// A guarded process; dropping it ends the program and waits until that is done.
#[derive(Debug)]
pub struct Guarded {
    shell: Child,
    pipe: Option<ChildStdin>,
}

impl Guarded {
    /// Starts a program whose standard error is piped. `signal` ends it; `folder`, if any, goes with it.
    pub fn start(program: &Command, signal: &str, folder: Option<&Path>) -> Result<Self> {
        use std::os::unix::process::CommandExt;

        let mut shell = Command::new("sh");
        shell
            .args(["-c", SHELL, signal])
            .arg(program.get_program())
            .args(program.get_args());
        for (name, value) in program.get_envs() {
            match value {
                Some(value) => shell.env(name, value),
                None => shell.env_remove(name),
            };
        }
        if let Some(folder) = folder {
            shell.env("DOORWARD_GUARD_FOLDER", folder);
        }
        shell
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .process_group(0);
        let mut shell = shell
            .spawn()
            .with_context(|| format!("cannot start {}", program.get_program().display()))?;
        let pipe = shell.stdin.take();
        Ok(Self { shell, pipe })
    }

    /// What the program writes to its standard error; once.
    pub fn errors(&mut self) -> Result<std::process::ChildStderr> {
        self.shell
            .stderr
            .take()
            .context("the errors are read already")
    }
}

impl Drop for Guarded {
    fn drop(&mut self) {
        self.pipe.take();
        // A failure means that the shell is gone already.
        drop(self.shell.wait());
    }
}
