//! `screenshots`: pictures of the situations that people are shown, taken of the real programs.

use std::path::PathBuf;

use anyhow::Result;

use crate::{place, setup, tool};

/// Takes the pictures into `folder`, or else beside the build; with `readme` also the small ones of the README.
pub fn take(folder: Option<PathBuf>, readme: bool) -> Result<()> {
    setup::for_the_app()?;
    tool::build_server()?;
    tool::build_ui()?;
    tool::run(&mut tool::cargo(["build", "--package", "doorward"])?)?;
    let folder = match folder {
        Some(folder) => folder,
        None => place::target()?.join("screenshots"),
    };
    let mut take = tool::cargo([
        "run",
        "--quiet",
        "--package",
        "doorward-suite",
        "--bin",
        "screenshots",
        "--",
    ])?;
    take.arg(&folder);
    if readme {
        take.arg("--readme").arg(place::root()?.join("docs/images"));
    }
    tool::run(take.env("SUITE_TAKES_WHAT_IS_BUILT", "1"))?;
    println!("The pictures lie in {}", folder.display());
    Ok(())
}
