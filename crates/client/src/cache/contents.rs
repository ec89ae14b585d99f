//! Everything that the file of an organisation holds, whichever way it came to hold it: for whoever compares two files.

use std::collections::BTreeMap;

use super::Cache;
use crate::error::Result;

/// Each table with its rows, without the numbers of rows, which say only in which order they came.
const TABLES: &[(&str, &str)] = &[
    (
        "schema",
        "SELECT json_array(type, name, sql) FROM sqlite_schema ORDER BY 1",
    ),
    (
        "record",
        "SELECT json_array(shelf, hex(id), kind, revision, signed, body, hex(person), level, live, decides, since_at) \
         FROM record ORDER BY 1",
    ),
    (
        "contact",
        "SELECT json_array(contact, hex(membership)) FROM contact ORDER BY 1",
    ),
    (
        "person",
        "SELECT json_array(hex(r.id), p.kind, p.live, hex(place), hex(p.level), state, tab, sent_at, seen, since, until, text) \
         FROM person p JOIN record r USING (number) ORDER BY 1",
    ),
    (
        "tally",
        "SELECT json_array(state, hex(level), tab, count) FROM tally WHERE count <> 0 ORDER BY 1",
    ),
    (
        "opening",
        "SELECT json_array(hex(place), hex(r.id)) FROM opening JOIN record r USING (number) ORDER BY 1",
    ),
    (
        "mail_domain",
        "SELECT json_array(domain, count) FROM mail_domain WHERE count <> 0 ORDER BY 1",
    ),
    (
        "kind_sum",
        "SELECT json_array(kind, count, hash, live) FROM kind_sum WHERE count <> 0 ORDER BY 1",
    ),
    (
        "feed",
        "SELECT json_array(view, complete) FROM feed ORDER BY 1",
    ),
    (
        "settled",
        "SELECT json_array(hex(id)) FROM settled ORDER BY 1",
    ),
    (
        "happened",
        "SELECT json_array(seq) FROM happened ORDER BY 1",
    ),
    (
        "made_by",
        "SELECT json_array(version) FROM made_by ORDER BY 1",
    ),
    (
        "trigram",
        "SELECT json_array(term, hex(r.id), \"offset\") FROM temp.of_trigram t JOIN record r ON r.number = t.doc ORDER BY 1",
    ),
    (
        "word",
        "SELECT json_array(term, hex(r.id)) FROM temp.of_word t JOIN record r ON r.number = t.doc ORDER BY 1",
    ),
];

/// What shows the entries of the search tables.
const ENTRIES: &str = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.of_trigram USING fts5vocab (main, trigram, instance); \
                       CREATE VIRTUAL TABLE IF NOT EXISTS temp.of_word USING fts5vocab (main, word, instance);";

impl Cache {
    /// Each table of the file with its rows, sorted.
    pub(crate) async fn contents(&self) -> Result<BTreeMap<&'static str, Vec<String>>> {
        let mut writer = self.database.write().await?;
        sqlx::raw_sql(ENTRIES).execute(&mut *writer).await?;
        let mut contents = BTreeMap::new();
        for (name, sql) in TABLES {
            let rows = sqlx::query_scalar(*sql).fetch_all(&mut *writer).await?;
            contents.insert(*name, rows);
        }
        Ok(contents)
    }
}
