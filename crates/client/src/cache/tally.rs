//! How many memberships stand where, kept as rows are written, so that no list counts its rows.

use std::sync::{Arc, Mutex, PoisonError};

use doorward_copy::NO_TAB;

use super::Cache;
use crate::error::Result;

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
