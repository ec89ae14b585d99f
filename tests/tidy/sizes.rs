//! Files stay short enough to be read in one go.

use anyhow::Result;

use crate::{finding, tree};

const MOST: usize = 400;

#[test]
fn no_file_is_longer_than_one_can_read_in_one_go() -> Result<()> {
    let sources = tree::sources("", &["rs", "ts", "svelte", "css", "sql"])?;
    let findings: Vec<String> = sources
        .iter()
        .filter(|source| !source.path.starts_with("ui/src/bindings/"))
        .filter_map(|source| {
            let lines = source.text.lines().count();
            (lines > MOST).then(|| format!("{}: {lines} lines, limit {MOST}", source.path))
        })
        .collect();
    finding::none("split these files by what they are about:", &findings)
}
