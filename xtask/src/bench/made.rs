//! The people of the workload: made by `bench/gen_members.py` at the first time, and kept beside the build.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::{place, tool};

/// The files that the maker writes, each by its name.
const FILES: [&str; 6] = ["members", "delta", "burst", "prop", "queries", "invites"];

/// The folder with everything that is made of so many people, or of those given.
pub fn folder(given: Option<&Path>, members: usize) -> Result<PathBuf> {
    let bench = place::target()?.join("bench");
    let Some(given) = given else {
        return filled(bench.join(members.to_string()), members);
    };
    let text = fs::read_to_string(given).with_context(|| given.display().to_string())?;
    let folder = bench.join("given");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("members.ndjson"), &text)?;
    filled(folder, text.lines().count())
}

fn filled(folder: PathBuf, members: usize) -> Result<PathBuf> {
    fs::create_dir_all(&folder)?;
    for name in FILES {
        let file = folder.join(format!("{name}.ndjson"));
        if file.exists() {
            continue;
        }
        // Renamed when it is whole, so that an interrupted run leaves nothing half-made.
        let unfinished = file.with_extension("unfinished");
        let mut make = Command::new("python3");
        make.arg(place::root()?.join("bench/gen_members.py"));
        make.arg(name).args(["--n", &members.to_string()]);
        tool::run(make.stdout(File::create(&unfinished)?))?;
        fs::rename(unfinished, file)?;
    }
    Ok(folder)
}
