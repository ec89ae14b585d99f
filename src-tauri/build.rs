//! Declares what the window's page may call at all, and bundles the built UI.

use tauri_build::{AppManifest, Attributes};

/// Every command of the shell; each needs its `allow-…` in a capability.
const COMMANDS: &[&str] = &["execute", "query", "act"];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    for place in ["src-tauri/capabilities", "src-tauri/isolation", "ui/dist"] {
        println!("cargo:rerun-if-changed={place}");
    }
    let attributes = Attributes::new()
        .capabilities_path_pattern("src-tauri/capabilities/**/*")
        .app_manifest(AppManifest::new().commands(COMMANDS));
    tauri_build::try_build(attributes)?;
    Ok(())
}
