//! Files stay short enough to be read in one go.

use anyhow::Result;

use crate::{finding, tree};

const CODE: usize = 400;
const TESTS: usize = 500;

#[test]
fn no_file_is_longer_than_one_can_read_in_one_go() -> Result<()> {
    let sources = tree::sources("", &["rs", "ts", "svelte", "css", "sql"])?;
    let findings: Vec<String> = sources
        .iter()
        .filter(|source| !source.path.starts_with("ui/src/bindings/"))
        .filter_map(|source| {
            let lines = source.text.lines().count();
            let limit = if is_test(&source.path) { TESTS } else { CODE };
            (lines > limit).then(|| format!("{}: {lines} lines, limit {limit}", source.path))
        })
        .collect();
    finding::none("split these files by what they are about:", &findings)
}

fn is_test(path: &str) -> bool {
    path.starts_with("tests/")
        || path.contains("/tests/")
        || ["/tests.rs", ".test.ts", ".spec.ts"]
            .iter()
            .any(|end| path.ends_with(end))
}
