//! `gen`: writes `ui/src/bindings` and `docs/rules.md` from the code, and the pages' font from the window's.

use anyhow::Result;

use crate::tool;

/// Writes everything that is generated.
pub fn generate() -> Result<()> {
    tool::run(&mut tool::cargo([
        "run",
        "--quiet",
        "--package",
        "doorward-suite",
        "--bin",
        "gen",
    ])?)?;
    tool::run(&mut tool::npm(["run", "--silent", "font"])?)
}
