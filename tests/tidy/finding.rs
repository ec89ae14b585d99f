//! What a rule found: all of it is shown at once, so that one run is enough.

use anyhow::{Result, ensure};

/// Fails with every finding, when there is one.
pub fn none(rule: &str, findings: &[String]) -> Result<()> {
    ensure!(findings.is_empty(), "{rule}\n  {}", findings.join("\n  "));
    Ok(())
}
