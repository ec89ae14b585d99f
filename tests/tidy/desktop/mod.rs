//! S-56: the window's security settings, read from the files that make them (docs/security.md).

mod content;
mod permissions;
mod secrets;

use anyhow::{Context, Result};
use serde_json::Value;
use toml::Table;

use crate::tree;

/// Older versions take a foreign address for the app's own.
const OLDEST_TAURI: [u64; 3] = [2, 11, 1];

fn settings() -> Result<Value> {
    Ok(serde_json::from_str(&tree::read("tauri.conf.json")?)?)
}

#[test]
fn s_56_pages_are_isolated_and_their_prototypes_frozen() -> Result<()> {
    let settings = settings()?;
    let security = &settings["app"]["security"];
    assert_eq!(
        security["pattern"]["use"], "isolation",
        "every message from a page is looked at first"
    );
    assert_eq!(
        security["freezePrototype"], true,
        "a page cannot redefine what our code calls"
    );
    assert_ne!(
        settings["app"]["withGlobalTauri"], true,
        "the IPC is imported, never a global that any script finds"
    );
    assert_ne!(
        security["assetProtocol"]["enable"], true,
        "pages read no files"
    );
    let disabled = &security["dangerousDisableAssetCspModification"];
    assert!(
        disabled.is_null() || *disabled == false,
        "Tauri adds the hashes of our own scripts to the policy"
    );
    Ok(())
}

#[test]
fn s_56_tauri_is_new_enough() -> Result<()> {
    let lock: Table = tree::read("Cargo.lock")?.parse()?;
    let packages = lock["package"].as_array().context("packages")?;
    let version = packages
        .iter()
        .find(|package| package["name"].as_str() == Some("tauri"))
        .and_then(|package| package["version"].as_str())
        .context("tauri is locked")?;
    let release = version.split('-').next().unwrap_or_default();
    let numbers: Vec<u64> = release
        .split('.')
        .map(str::parse)
        .collect::<Result<_, _>>()?;
    assert!(
        numbers.as_slice() >= OLDEST_TAURI.as_slice(),
        "tauri {version} is too old"
    );
    Ok(())
}
