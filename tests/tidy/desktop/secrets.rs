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

/// What only the transport of tests asks for (ui/src/loopback.ts).
const LOOPBACK: &str = "/ipc/changed";

#[test]
fn s_56_the_bundle_holds_no_secret() -> Result<()> {
    let findings = found_in_the_bundle(SECRETS)?;
    finding::none("these files hold a secret or the name of one:", &findings)
}

#[test]
fn s_56_the_bundle_talks_to_the_program_only() -> Result<()> {
    let transport = tree::read("ui/src/loopback.ts")?;
    ensure!(
        transport.contains(LOOPBACK),
        "the transport of tests asks for {LOOPBACK}"
    );
    let findings = found_in_the_bundle(&[LOOPBACK, "EventSource"])?;
    finding::none("these files hold the transport of tests:", &findings)
}

/// The files of the shipped bundle that hold one of these, with what they hold.
fn found_in_the_bundle(parts: &[&str]) -> Result<Vec<String>> {
    const MISSING: &str = "build the UI first: npm run build --prefix ui";
    let mut findings = Vec::new();
    let mut pages = 0;
    for entry in WalkDir::new(tree::root().join("ui/dist")) {
        let entry = entry.context(MISSING)?;
        if !entry.file_type().is_file() {
            continue;
        }
        pages += usize::from(entry.file_name() == "index.html");
        let bytes = fs::read(entry.path())?;
        let text = String::from_utf8_lossy(&bytes);
        let held = parts.iter().filter(|part| text.contains(**part));
        findings.extend(held.map(|part| format!("{}: {part}", entry.path().display())));
    }
    ensure!(pages > 0, MISSING);
    Ok(findings)
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
