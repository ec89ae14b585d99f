//! S-56: what the window's pages may call.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use serde_json::Value;

use super::settings;
use crate::{finding, tree};

/// Plugins that would let a page read files, start programs or reach the network.
const REFUSED: &[&str] = &["shell", "fs", "http", "process", "upload", "websocket"];

#[test]
fn s_56_pages_may_call_only_what_their_window_needs() -> Result<()> {
    let capabilities = capabilities()?;
    ensure!(
        !capabilities.is_empty(),
        "src-tauri/capabilities holds what the window may call"
    );
    let mut findings = Vec::new();
    for (place, capability) in &capabilities {
        findings.extend(
            too_much(capability)
                .into_iter()
                .map(|what| format!("{place}: {what}")),
        );
    }
    finding::none("these capabilities allow too much:", &findings)
}

#[test]
fn s_56_refused_plugins_are_not_even_built_in() -> Result<()> {
    let lock = tree::read("Cargo.lock")?;
    let findings: Vec<String> = REFUSED
        .iter()
        .map(|plugin| format!("tauri-plugin-{plugin}"))
        .filter(|plugin| lock.contains(&format!("name = \"{plugin}\"")))
        .collect();
    finding::none("these plugins do not belong into the window:", &findings)
}

/// Every capability with where it stands: files, and those written into the settings.
fn capabilities() -> Result<Vec<(String, Value)>> {
    let mut found = Vec::new();
    for source in tree::sources("src-tauri/capabilities", &["json", "toml"])? {
        let file: Value = if tree::has_extension(&source.path, "toml") {
            toml::from_str(&source.text)?
        } else {
            serde_json::from_str(&source.text)?
        };
        let several = file.get("capabilities").unwrap_or(&file);
        let list = several
            .as_array()
            .cloned()
            .unwrap_or_else(|| vec![several.clone()]);
        found.extend(
            list.into_iter()
                .map(|capability| (source.path.clone(), capability)),
        );
    }
    let settings = settings()?;
    let inline = settings["app"]["security"]["capabilities"]
        .as_array()
        .cloned();
    for capability in inline
        .unwrap_or_default()
        .into_iter()
        .filter(Value::is_object)
    {
        found.push(("tauri.conf.json".to_owned(), capability));
    }
    Ok(found)
}

/// A call that one of both refuses never works, such as printing on macOS, where the page's own `print` becomes a call.
#[test]
fn s_56_what_the_window_may_call_and_what_is_let_through_to_it_are_the_same() -> Result<()> {
    let script = tree::read("src-tauri/isolation/index.js")?;
    let quoted = script
        .split('\'')
        .filter_map(|it| it.strip_prefix("plugin:"));
    let let_through: BTreeSet<String> = quoted
        .filter_map(|it| it.split_once('|'))
        .map(|(plugin, command)| format!("core:{plugin}:allow-{}", command.replace('_', "-")))
        .collect();
    let capabilities = capabilities()?;
    let permissions = capabilities
        .iter()
        .flat_map(|(_, it)| it["permissions"].as_array().into_iter().flatten())
        .filter_map(Value::as_str);
    let allowed: BTreeSet<String> = permissions
        .filter(|it| it.starts_with("core:"))
        .map(str::to_owned)
        .collect();
    assert_eq!(let_through, allowed);
    ensure!(
        allowed.contains("core:webview:allow-print"),
        "posters are printed"
    );
    Ok(())
}

fn too_much(capability: &Value) -> Vec<String> {
    let mut findings = Vec::new();
    if !capability["remote"].is_null() {
        findings.push("remote: Tauri cannot always tell a frame from its window".to_owned());
    }
    for key in ["windows", "webviews"] {
        let labels = capability[key].as_array().into_iter().flatten();
        let open = labels
            .filter_map(Value::as_str)
            .filter(|label| label.contains('*'));
        findings.extend(open.map(|label| format!("{key} \"{label}\": name the window")));
    }
    for permission in capability["permissions"].as_array().into_iter().flatten() {
        let name = permission["identifier"]
            .as_str()
            .or(permission.as_str())
            .unwrap_or_default();
        let plugin = name.split(':').next().unwrap_or_default();
        if name.is_empty() || name.contains('*') || REFUSED.contains(&plugin) {
            findings.push(format!("permission \"{name}\""));
        }
    }
    findings
}

#[test]
fn s_56_a_loose_capability_is_found() {
    let loose = serde_json::json!({
        "windows": ["*"],
        "remote": { "urls": ["https://example.com"] },
        "permissions": ["fs:default", { "identifier": "shell:allow-open" }, "main-window"],
    });
    assert_eq!(
        too_much(&loose).len(),
        4,
        "window, remote, files and shell: {:?}",
        too_much(&loose)
    );
}
