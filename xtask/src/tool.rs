//! Calling other programs from the repository's root; a failure names the command line.

use std::ffi::OsStr;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::place;

/// The cargo that runs this task, with the shared build folder.
pub fn cargo<I: IntoIterator<Item: AsRef<OsStr>>>(arguments: I) -> Result<Command> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command
        .args(arguments)
        .current_dir(place::root()?)
        .env("CARGO_TARGET_DIR", place::target()?);
    // What cargo tells this task of its own package would make it build others anew that look at it.
    for (name, _) in std::env::vars_os() {
        let name = name.to_string_lossy();
        if name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_") {
            command.env_remove(&*name);
        }
    }
    Ok(command)
}

/// npm in `ui/`.
pub fn npm<I: IntoIterator<Item: AsRef<OsStr>>>(arguments: I) -> Result<Command> {
    let program = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let mut command = Command::new(program);
    command
        .args(arguments)
        .current_dir(place::root()?.join("ui"));
    Ok(command)
}

/// Builds the UI into `ui/dist`, which the desktop program bundles.
pub fn build_ui() -> Result<()> {
    run(&mut npm(["run", "build"])?)
}

/// Builds the server on its own: built together with the client its SQLite would become
/// SQLCipher, whose SQLite is older than the server accepts.
pub fn build_server() -> Result<()> {
    run(&mut cargo(["build", "--package", "doorward-server"])?)
}

/// Runs a command to its end.
pub fn run(command: &mut Command) -> Result<()> {
    let line = line(command);
    let status = command
        .status()
        .with_context(|| format!("cannot start `{line}`"))?;
    ensure!(status.success(), "`{line}` failed ({status})");
    Ok(())
}

/// Runs a command to its end and returns what it wrote to its standard output.
pub fn read(command: &mut Command) -> Result<String> {
    let line = line(command);
    let output = command
        .stderr(std::process::Stdio::inherit())
        .output()
        .with_context(|| format!("cannot start `{line}`"))?;
    ensure!(
        output.status.success(),
        "`{line}` failed ({})",
        output.status
    );
    String::from_utf8(output.stdout).with_context(|| format!("`{line}` wrote no text"))
}

/// The command as a person would type it.
pub fn line(command: &Command) -> String {
    let program = command.get_program().to_string_lossy();
    let program = program.rsplit(['/', '\\']).next().unwrap_or_default();
    command
        .get_args()
        .fold(program.to_owned(), |line, argument| {
            format!("{line} {}", argument.to_string_lossy())
        })
}
