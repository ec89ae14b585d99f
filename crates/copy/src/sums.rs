//! Counts and sums per kind, kept as rows are written, so that nothing is counted when a pull ends (SYN-7).

use std::collections::BTreeMap;

use doorward_domain::RecordKind;
use doorward_protocol::{Sum, Sums};
use sqlx::SqliteConnection;
use uuid::Uuid;

use crate::{Result, to_json};

/// What a page adds to the sums and takes off them. Counts are kept as what comes and what goes, because either may
/// be the larger.
#[derive(Debug, Default)]
pub struct Difference {
    come: BTreeMap<String, Tally>,
    left: BTreeMap<String, Tally>,
}

#[derive(Debug, Default, Clone, Copy)]
struct Tally {
    sum: Sum,
    live: i64,
}

impl Difference {
    /// A record is there now.
    pub fn add(&mut self, kind: RecordKind, id: Uuid, revision: u64, live: bool) {
        let tally = self.come.entry(kind.key().to_owned()).or_default();
        tally.sum.add(id, revision);
        tally.live += i64::from(live);
    }

    /// A record that was there is not any more, or is another version.
    pub fn remove(&mut self, kind: &str, id: Uuid, revision: u64, live: bool) {
        let tally = self.left.entry(kind.to_owned()).or_default();
        tally.sum.add(id, revision);
        tally.live += i64::from(live);
    }

    fn rows(&self) -> Vec<(&str, i64, i64, i64)> {
        let kinds = RecordKind::ALL.iter().map(|kind| kind.key());
        let row = |kind| {
            let come = self.come.get(kind).copied().unwrap_or_default();
            let left = self.left.get(kind).copied().unwrap_or_default();
            let count = come.sum.count.cast_signed() - left.sum.count.cast_signed();
            (
                kind,
                count,
                come.sum.hash.wrapping_sub(left.sum.hash).cast_signed(),
                come.live - left.live,
            )
        };
        kinds
            .map(row)
            .filter(|row| (row.1, row.2, row.3) != (0, 0, 0))
            .collect()
    }
}

/// Per kind its count, its hash and how many are not closed, as the columns say.
type Kept = BTreeMap<String, (i64, i64, i64)>;

async fn kept(connection: &mut SqliteConnection) -> Result<Kept> {
    let rows: Vec<(String, i64, i64, i64)> =
        sqlx::query_as("SELECT kind, count, hash, live FROM kind_sum")
            .fetch_all(connection)
            .await?;
    Ok(rows
        .into_iter()
        .map(|(kind, count, hash, live)| (kind, (count, hash, live)))
        .collect())
}

/// All sums as they are.
pub async fn read_sums(connection: &mut SqliteConnection) -> Result<Sums> {
    Ok(as_sums(&kept(connection).await?))
}

/// Writes what changed and answers all sums as they are now.
pub async fn write_sums(connection: &mut SqliteConnection, difference: Difference) -> Result<Sums> {
    let mut sums = kept(connection).await?;
    let rows = difference.rows();
    if !rows.is_empty() {
        for (kind, count, hash, live) in rows {
            let sum = sums.entry(kind.to_owned()).or_default();
            *sum = (sum.0 + count, sum.1.wrapping_add(hash), sum.2 + live);
        }
        let rows: Vec<_> = sums
            .iter()
            .map(|(kind, sum)| (kind, sum.0, sum.1, sum.2))
            .collect();
        let write = "INSERT OR REPLACE INTO kind_sum \
                     SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?)";
        sqlx::query(write)
            .bind(to_json(&rows)?)
            .execute(&mut *connection)
            .await?;
    }
    Ok(as_sums(&sums))
}

fn as_sums(kept: &Kept) -> Sums {
    let sum = |kind: &RecordKind| {
        let (count, hash, _) = kept.get(kind.key()).copied().unwrap_or_default();
        (
            *kind,
            Sum {
                count: count.cast_unsigned(),
                hash: hash.cast_unsigned(),
            },
        )
    };
    RecordKind::ALL.iter().map(sum).collect()
}

/// Whether this device holds what the server says it should, kind by kind.
pub fn agree(theirs: &Sums, ours: &Sums) -> bool {
    let differs = |kind: &RecordKind| {
        theirs
            .get(kind)
            .is_some_and(|sum| ours.get(kind) != Some(sum))
    };
    !RecordKind::ALL.iter().any(differs)
}
