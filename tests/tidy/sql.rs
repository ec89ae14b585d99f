//! SQL stays where the tables are: a statement elsewhere would be a second place that knows them.
//! A PRAGMA is a setting of the file or the connection and knows no table.

use anyhow::Result;

use crate::{finding, literals, tree};

/// The only folders with SQL. Migrations are `.sql` files beside them.
const WITH_SQL: &[&str] = &[
    "crates/copy/src/",
    "crates/server/src/store/",
    "crates/client/src/cache/",
    "crates/client/src/outbox/",
];

#[test]
fn sql_stays_in_store_copy_cache_and_outbox() -> Result<()> {
    let mut sources = tree::sources("crates", &["rs"])?;
    sources.extend(tree::sources("src-tauri", &["rs"])?);
    let mut findings = Vec::new();
    for source in &sources {
        if WITH_SQL
            .iter()
            .any(|folder| source.path.starts_with(folder))
        {
            continue;
        }
        let statements = literals::of(&source.text)
            .into_iter()
            .filter(|text| is_statement(text));
        findings.extend(statements.map(|text| format!("{}: {text}", source.path)));
    }
    finding::none(
        "these statements belong into store, copy, cache or outbox:",
        &findings,
    )
}

/// How a statement begins, in any case.
const BEGINNINGS: &[&str] = &[
    "ALTER TABLE ",
    "BEGIN IMMEDIATE",
    "CREATE INDEX ",
    "CREATE TABLE ",
    "CREATE UNIQUE INDEX ",
    "CREATE VIRTUAL TABLE ",
    "DELETE FROM ",
    "DROP TABLE ",
    "INSERT INTO ",
    "INSERT OR ",
    "REPLACE INTO ",
    "SAVEPOINT ",
    "SELECT ",
    "VACUUM INTO ",
];

/// What gives a fragment away; only SQL is written in capitals.
const FRAGMENTS: &[&str] = &["SELECT ", "WHERE ", "ORDER BY ", "GROUP BY ", "ON CONFLICT"];

fn is_statement(text: &str) -> bool {
    let words: Vec<String> = text.split_whitespace().map(str::to_uppercase).collect();
    let line = words.join(" ");
    BEGINNINGS
        .iter()
        .any(|beginning| line.starts_with(beginning))
        || FRAGMENTS.iter().any(|fragment| text.contains(fragment))
        || (line.starts_with("UPDATE ") && line.contains(" SET ") && line.contains('='))
        || (line.starts_with("WITH ") && line.contains(" AS (SELECT "))
}

#[test]
fn a_statement_is_told_from_a_sentence() {
    for statement in [
        "SELECT id FROM person",
        "insert into person (id) values ($1)",
        "\n    UPDATE person\n    SET name = $1",
        "delete from person",
        "with open as (select 1) select * from open",
        " WHERE id = $1",
    ] {
        assert!(is_statement(statement), "{statement} is SQL");
    }
    for sentence in [
        "select",
        "update the settings",
        "where to go",
        "with what you know",
    ] {
        assert!(!is_statement(sentence), "{sentence} is a sentence");
    }
}
