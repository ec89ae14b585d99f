//! S-56: the content security policy.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde_json::Value;

use super::settings;
use crate::finding;

#[test]
fn s_56_only_our_own_scripts_run() -> Result<()> {
    let settings = settings()?;
    let security = &settings["app"]["security"];
    let policy = policy(&security["csp"]).context("a content security policy is set")?;
    assert!(
        policy.contains_key("default-src"),
        "what no directive names is refused"
    );
    assert!(
        !policy.contains_key("frame-src"),
        "Tauri adds the isolation frame to default-src only; with a frame-src every call would hang"
    );
    let mut findings = loose(&policy);
    if let Some(development) = self::policy(&security["devCsp"]) {
        findings.extend(loose(&development));
    }
    finding::none("the content security policy is too loose:", &findings)
}

type Policy = BTreeMap<String, Vec<String>>;

/// The policy, which may be written as one text or as a table of directives.
fn policy(value: &Value) -> Option<Policy> {
    let words = |text: &str| {
        text.split_whitespace()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    if let Some(text) = value.as_str() {
        let directives = text.split(';').map(words);
        return Some(
            directives
                .filter_map(|words| Some((words.first()?.clone(), words[1..].to_vec())))
                .collect(),
        );
    }
    let directives = value.as_object()?.iter().map(|(name, sources)| {
        let sources = match sources.as_array() {
            Some(list) => list
                .iter()
                .filter_map(Value::as_str)
                .map(str::to_owned)
                .collect(),
            None => words(sources.as_str().unwrap_or_default()),
        };
        (name.clone(), sources)
    });
    Some(directives.collect())
}

fn loose(policy: &Policy) -> Vec<String> {
    let mut findings = Vec::new();
    for (directive, sources) in policy {
        let is_style = directive.starts_with("style-src");
        for source in sources {
            let evaluates = source == "'unsafe-eval'" || source == "'wasm-unsafe-eval'";
            let inline = source == "'unsafe-inline'" && !is_style;
            let anywhere = source.contains('*') || matches!(source.as_str(), "https:" | "http:");
            if evaluates || inline || anywhere {
                findings.push(format!("{directive} {source}"));
            }
        }
    }
    findings
}

#[test]
fn s_56_a_loose_policy_is_found() {
    for loose_policy in [
        "default-src *",
        "default-src 'self'; script-src 'self' 'unsafe-inline'",
        "default-src 'self' 'unsafe-eval'",
        "default-src 'self'; connect-src https://*",
    ] {
        let read = policy(&Value::from(loose_policy)).unwrap_or_default();
        assert!(
            !loose(&read).is_empty(),
            "{loose_policy} lets foreign code in"
        );
    }
}
