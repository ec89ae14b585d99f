//! Reading the image: once in the background when somebody begins to search, and then whoever was changed.

use std::collections::BTreeSet;
use std::sync::Arc;

use sqlx::SqliteConnection;
use tokio::sync::Mutex;

use super::lines::Lines;
use super::sheet::Entry;
use crate::cache::{Cache, to_json};
use crate::error::Result;

/// Changes that may lie above what was read; with more everybody is read anew. Fewer in tests, so that they see it.
const MOST_CHANGES: usize = if cfg!(test) { 20 } else { 4000 };

/// Rows read at once.
const CHUNK: i64 = 5000;

/// The image of one file.
#[derive(Debug, Default)]
pub(in crate::cache) struct Image(Mutex<State>);

#[derive(Debug, Default)]
struct State {
    lines: Option<Arc<Lines>>,
    is_being_read: bool,
    /// Who was changed since it was begun to read.
    changed: BTreeSet<i64>,
}

impl Image {
    /// These rows were written or are gone; told when that is committed.
    pub(in crate::cache) async fn change(&self, numbers: impl IntoIterator<Item = i64>) {
        let mut state = self.0.lock().await;
        if state.lines.is_some() || state.is_being_read {
            state.changed.extend(numbers);
        }
    }
}

impl Cache {
    /// Everybody, as they stand now; nothing yet where that is only begun to be read.
    pub(in crate::cache) async fn lines(self: &Arc<Self>) -> Result<Option<Arc<Lines>>> {
        let mut state = self.image.0.lock().await;
        let Some(lines) = state.lines.clone() else {
            if !state.is_being_read {
                self.begin_to_read(&mut state);
            }
            return Ok(None);
        };
        if state.changed.is_empty() {
            return Ok(Some(lines));
        }
        if lines.changes() + state.changed.len() > MOST_CHANGES {
            self.begin_to_read(&mut state);
            return Ok(None);
        }
        let now = read_some(&mut *self.database.read().await?, &state.changed).await?;
        let lines = Arc::new(lines.with(&state.changed, now));
        state.changed.clear();
        state.lines = Some(Arc::clone(&lines));
        Ok(Some(lines))
    }

    /// Lets the tables of the file answer the next search.
    #[cfg(test)]
    pub(crate) async fn drop_image(&self) {
        *self.image.0.lock().await = State::default();
    }

    /// Waits until the image answers.
    #[cfg(test)]
    pub(crate) async fn hold_image(self: &Arc<Self>) {
        while self.lines().await.unwrap().is_none() {
            tokio::task::yield_now().await;
        }
    }

    fn begin_to_read(self: &Arc<Self>, state: &mut State) {
        *state = State {
            is_being_read: true,
            ..State::default()
        };
        let cache = Arc::clone(self);
        tokio::spawn(async move {
            let read = cache.read_lines().await;
            let mut state = cache.image.0.lock().await;
            state.is_being_read = false;
            match read {
                Ok(lines) => state.lines = Some(Arc::new(lines)),
                // The next search begins again; until then the tables of the file answer.
                Err(error) => tracing::debug!(%error, "the texts of people could not be read"),
            }
        });
    }

    async fn read_lines(&self) -> Result<Lines> {
        let people = read_all(&mut *self.database.read().await?).await?;
        let written = tokio::task::spawn_blocking(move || Lines::of(people)).await;
        written.map_err(|_| crate::error::Error::Closed)
    }
}

async fn read_all(reader: &mut SqliteConnection) -> Result<Vec<Entry>> {
    let mut people: Vec<Entry> = Vec::new();
    loop {
        let after = people.last().map_or(i64::MIN, |it| it.number);
        let chunk: Vec<Entry> = sqlx::query_as(
            "SELECT number, place, level, state, tab, seen, text FROM person WHERE number > ? ORDER BY number LIMIT ?",
        )
        .bind(after)
        .bind(CHUNK)
        .fetch_all(&mut *reader)
        .await?;
        if chunk.is_empty() {
            return Ok(people);
        }
        people.extend(chunk);
    }
}

async fn read_some(reader: &mut SqliteConnection, numbers: &BTreeSet<i64>) -> Result<Vec<Entry>> {
    let sql = "SELECT number, place, level, state, tab, seen, text FROM person \
               WHERE number IN (SELECT value FROM json_each(?))";
    Ok(sqlx::query_as(sql)
        .bind(to_json(numbers)?)
        .fetch_all(reader)
        .await?)
}
