//! A small disk of its own: a mount in a namespace that only programs started on it see, and that outlives them.

use std::ffi::OsStr;
use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::guard::Guarded;

/// What holds the disk: it says who it is and waits until it is ended.
const HOLDER: &str = r#"mount -t tmpfs -o size="$1",mode=0700 none "$2" && echo "held by $$" && exec sleep infinity"#;
/// How much is written at once to fill it.
const BLOCK: usize = 4096;
/// Where what fills it lies.
const BALLAST: &str = "ballast";

/// A small disk.
#[derive(Debug)]
pub struct SmallDisk {
    at: PathBuf,
    process: String,
    // Held for what happens when it goes: the disk goes too.
    _holder: Guarded,
}

impl SmallDisk {
    /// A disk of so many KiB at this folder.
    pub async fn at(folder: &Path, kib: usize) -> Result<Self> {
        std::fs::create_dir_all(folder)?;
        let mut holder = Command::new("unshare");
        holder.args([
            "--user",
            "--map-root-user",
            "--mount",
            "sh",
            "-c",
            HOLDER,
            "sh",
        ]);
        holder.arg(format!("{kib}k")).arg(folder);
        let holder = Guarded::start(&holder, "KILL", None)?;
        let said = holder.line("held by ").await?;
        let process = said.trim_start_matches("held by ").to_owned();
        Ok(Self {
            at: folder.to_owned(),
            process,
            _holder: holder,
        })
    }

    /// What starts a program that sees it.
    pub fn under(&self, program: &Command) -> Command {
        let mut command = Command::new("nsenter");
        command.args(["--user", "--mount", "--preserve-credentials", "--target"]);
        command.arg(&self.process);
        command.arg(program.get_program()).args(program.get_args());
        let kept = program.get_envs();
        command.envs(kept.map(|(key, value)| (key, value.unwrap_or(OsStr::new("")))));
        command
    }

    /// Fills it until so many bytes are left.
    pub fn fill(&self, left: u64) -> Result<()> {
        let path = self.ballast();
        let mut file = OpenOptions::new().create(true).append(true).open(&path)?;
        loop {
            match file.write_all(&[0; BLOCK]) {
                Ok(()) => {}
                Err(error) if error.kind() == ErrorKind::StorageFull => break,
                Err(error) => bail!("{}: {error}", path.display()),
            }
        }
        let length = file.metadata()?.len();
        Ok(file.set_len(length.saturating_sub(left))?)
    }

    /// Frees what was filled.
    pub fn free(&self) -> Result<()> {
        let file = File::create(self.ballast());
        drop(file.context("the ballast goes")?);
        Ok(())
    }

    fn ballast(&self) -> PathBuf {
        let seen = Path::new("/proc").join(&self.process).join("root");
        let at = self.at.strip_prefix("/").unwrap_or(&self.at);
        seen.join(at).join(BALLAST)
    }
}
