//! The rules depend on nothing that could do I/O, and the protocol on little more.

use anyhow::{Context, Result};
use std::collections::BTreeMap;
use toml::{Table, Value};

use crate::tree;

#[test]
fn the_rules_depend_on_nothing_that_does_anything() -> Result<()> {
    let allowed = [
        ("idna", false),
        ("serde", false),
        ("thiserror", false),
        ("ts-rs", true),
        ("unicode-normalization", false),
        ("uuid", false),
    ];
    assert_eq!(
        dependencies("crates/domain/Cargo.toml")?,
        named(&allowed),
        "doorward-domain is pure (docs/adr/0002): name, and whether it is optional"
    );
    Ok(())
}

#[test]
fn the_protocol_is_data_and_how_to_fold_and_order_it() -> Result<()> {
    let allowed = [
        ("doorward-domain", false),
        ("icu_collator", false),
        ("serde", false),
        ("serde_json", false),
        ("sha2", false),
        ("ts-rs", true),
        ("unicode-normalization", false),
        ("utoipa", true),
        ("uuid", false),
    ];
    assert_eq!(
        dependencies("crates/protocol/Cargo.toml")?,
        named(&allowed),
        "doorward-protocol reaches no network and no disk: name, and whether it is optional"
    );
    Ok(())
}

/// Every normal, build and per-system dependency with whether it is optional.
fn dependencies(manifest: &str) -> Result<BTreeMap<String, bool>> {
    let manifest: Table = tree::read(manifest)?.parse()?;
    let mut found = BTreeMap::new();
    let mut tables: Vec<&Table> = ["dependencies", "build-dependencies"]
        .iter()
        .filter_map(|key| manifest.get(*key)?.as_table())
        .collect();
    if let Some(systems) = manifest.get("target").and_then(|target| target.as_table()) {
        for system in systems.values() {
            let system = system.as_table().context("a system's table")?;
            tables.extend(system.values().filter_map(|table| table.as_table()));
        }
    }
    for (name, dependency) in tables.into_iter().flatten() {
        let optional = dependency.get("optional").and_then(Value::as_bool);
        found.insert(name.clone(), optional.unwrap_or(false));
    }
    Ok(found)
}

fn named(dependencies: &[(&str, bool)]) -> BTreeMap<String, bool> {
    dependencies
        .iter()
        .map(|(name, optional)| ((*name).to_owned(), *optional))
        .collect()
}
