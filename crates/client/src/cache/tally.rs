//! How many memberships stand where, kept as rows are written, so that no list counts its rows.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use sqlx::SqliteConnection;

use super::{Cache, to_json};
use crate::error::Result;

/// What stands for no tab.
const NO_TAB: i64 = -1;

/// Where memberships stand: state, level, and the tab of an addressed invitation.
type Spot = (i64, Vec<u8>, i64);

/// What writing adds to the tallies and takes off them.
#[derive(Debug, Default)]
pub(super) struct Difference {
    spots: BTreeMap<Spot, i64>,
}

impl Difference {
    /// A membership stands here now.
    pub(super) fn come(&mut self, state: i64, level: &[u8], tab: Option<i64>) {
        *self.spots.entry(spot(state, level, tab)).or_default() += 1;
    }

    /// A membership stood here and does not any more.
    pub(super) fn leave(&mut self, state: i64, level: &[u8], tab: Option<i64>) {
        *self.spots.entry(spot(state, level, tab)).or_default() -= 1;
    }
}

fn spot(state: i64, level: &[u8], tab: Option<i64>) -> Spot {
    (state, level.to_vec(), tab.unwrap_or(NO_TAB))
}

/// Writes what changed.
pub(super) async fn write_tally(
    connection: &mut SqliteConnection,
    difference: Difference,
) -> Result<()> {
    let rows: Vec<(i64, String, i64, i64)> = difference
        .spots
        .into_iter()
        .filter(|(_, count)| *count != 0)
        .map(|((state, level, tab), count)| (state, hex(&level), tab, count))
        .collect();
    if !rows.is_empty() {
        let add = "INSERT INTO tally (state, level, tab, count) \
                   SELECT value ->> 0, unhex(value ->> 1), value ->> 2, value ->> 3 FROM json_each(?) WHERE true \
                   ON CONFLICT (state, level, tab) DO UPDATE SET count = count + excluded.count";
        sqlx::query(add)
            .bind(to_json(&rows)?)
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}

fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
}

/// How many memberships stand at one spot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) state: i64,
    pub(crate) level: Vec<u8>,
    pub(crate) tab: Option<i64>,
    pub(crate) count: i64,
}

/// The tallies as they were read last: every list asks for them, and only writing changes them.
#[derive(Debug, Default)]
pub(super) struct Tallies(Mutex<Read>);

#[derive(Debug, Default)]
struct Read {
    /// How often something was written: what was read before that is not kept.
    written: u64,
    tallies: Option<Arc<Vec<Tally>>>,
}

impl Tallies {
    /// Something was written.
    pub(super) fn forget(&self) {
        let mut read = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        read.written += 1;
        read.tallies = None;
    }

    fn kept(&self) -> (u64, Option<Arc<Vec<Tally>>>) {
        let read = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        (read.written, read.tallies.clone())
    }

    fn keep(&self, written: u64, tallies: &Arc<Vec<Tally>>) {
        let mut read = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if read.written == written {
            read.tallies = Some(Arc::clone(tallies));
        }
    }
}

impl Cache {
    /// How many memberships stand where: a few rows, however many people there are.
    pub(crate) async fn tallies(&self) -> Result<Arc<Vec<Tally>>> {
        let (written, kept) = self.tallies.kept();
        if let Some(kept) = kept {
            return Ok(kept);
        }
        let rows: Vec<(i64, Vec<u8>, i64, i64)> =
            sqlx::query_as("SELECT state, level, tab, count FROM tally WHERE count <> 0")
                .fetch_all(&mut *self.database.read().await?)
                .await?;
        let tally = |(state, level, tab, count)| Tally {
            state,
            level,
            tab: Some(tab).filter(|it| *it != NO_TAB),
            count,
        };
        let tallies = Arc::new(rows.into_iter().map(tally).collect());
        self.tallies.keep(written, &tallies);
        Ok(tallies)
    }
}
