//! Everything in the repository that is generated from the code; a test compares it with what lies there.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::rules;

/// Where the generated files lie, from the root.
pub const FILES: &[&str] = &["ui/src/bindings/contract.ts", "docs/rules.md"];

/// Writes all of it below `root`.
pub fn write(root: &Path) -> Result<()> {
    let bindings = root.join("ui/src/bindings");
    doorward_client::contract::bindings(&bindings).context("cannot write the bindings")?;
    fs::create_dir_all(root.join("docs"))?;
    fs::write(root.join("docs/rules.md"), rules::document()?).context("cannot write docs/rules.md")
}
