//! S-56: nothing secret gets into what is shipped.

use std::fs;

use anyhow::{Context, Result, ensure};
use walkdir::WalkDir;

use crate::{finding, tree};

/// What a key or a signing setting looks like.
const SECRETS: &[&str] = &[
    "PRIVATE KEY-----",
    "TAURI_PRIVATE_KEY",
    "TAURI_SIGNING_PRIVATE_KEY",
    "untrusted comment: rsign encrypted secret key",
];

#[test]
fn s_56_the_bundle_holds_no_secret() -> Result<()> {
    let folder = tree::root().join("ui/dist");
    let mut findings = Vec::new();
    let mut pages = 0;
    for entry in WalkDir::new(&folder) {
        let entry = entry.context("build the UI first: npm run build --prefix ui")?;
        if !entry.file_type().is_file() {
            continue;
        }
        pages += usize::from(entry.file_name() == "index.html");
        let bytes = fs::read(entry.path())?;
        let text = String::from_utf8_lossy(&bytes);
        let secrets = SECRETS.iter().filter(|secret| text.contains(**secret));
        findings.extend(secrets.map(|secret| format!("{}: {secret}", entry.path().display())));
    }
    ensure!(pages > 0, "build the UI first: npm run build --prefix ui");
    finding::none("these files hold a secret or the name of one:", &findings)
}

#[test]
fn s_56_only_vite_variables_reach_the_bundle() -> Result<()> {
    let mut findings = Vec::new();
    let mut settings = 0;
    for source in tree::sources("ui", &["ts", "js", "mts", "mjs"])? {
        if !source.path.starts_with("ui/vite.config.") {
            continue;
        }
        settings += 1;
        for setting in source.text.split("envPrefix").skip(1) {
            let value: String = setting
                .chars()
                .take_while(|letter| !matches!(letter, ',' | '\n'))
                .collect();
            let value = value.trim_matches([':', ' ', '[', ']', '{', '}', ';']);
            if !matches!(value, "'VITE_'" | "\"VITE_\"") {
                findings.push(format!("{}: envPrefix {value}", source.path));
            }
        }
        if source.text.contains("process.env") && source.text.contains("define") {
            findings.push(format!(
                "{}: define would copy a variable into the bundle",
                source.path
            ));
        }
    }
    ensure!(settings > 0, "ui/vite.config.ts says how the UI is built");
    finding::none(
        "only variables that begin with VITE_ may reach the bundle:",
        &findings,
    )
}
