//! The history that was read here, kept with the rows so that it can be read without a network.

use doorward_protocol::{Erased, fold};
use sqlx::SqliteConnection;
use uuid::Uuid;

use super::{Cache, from_json, id_set, to_json};
use crate::error::Result;
use crate::happened::{Happened, HappenedPage};
use crate::search::Search;

/// Entries about one thing told at most.
const MOST_ABOUT_ONE: i64 = 100;

impl Cache {
    /// Keeps entries; what was erased meanwhile takes the place of what was read.
    pub(crate) async fn keep_happened(&self, entries: &[Happened]) -> Result<()> {
        let mut rows = Vec::with_capacity(entries.len());
        for entry in entries {
            let object = entry.object_id().simple().to_string();
            rows.push((entry.seq, object, to_json(entry)?, fold(&entry.texts())));
        }
        let sql = "INSERT OR REPLACE INTO happened (seq, object, body, text) \
                   SELECT value ->> 0, unhex(value ->> 1), value ->> 2, value ->> 3 FROM json_each(?)";
        sqlx::query(sql)
            .bind(to_json(&rows)?)
            .execute(&mut *self.database.write().await?)
            .await?;
        Ok(())
    }

    /// A page of the entries kept here, the newest first.
    pub(crate) async fn happened(
        &self,
        before: Option<u64>,
        limit: u32,
        search: Option<&Search>,
    ) -> Result<HappenedPage> {
        let sql = "SELECT body FROM happened WHERE seq < ?1 \
                   AND NOT EXISTS (SELECT 1 FROM json_each(?2) AS term WHERE instr(text, term.value) = 0) \
                   ORDER BY seq DESC LIMIT ?3";
        let terms = search.map(Search::terms).unwrap_or_default();
        let bodies: Vec<String> = sqlx::query_scalar(sql)
            .bind(before.map_or(i64::MAX, |seq| i64::try_from(seq).unwrap_or(i64::MAX)))
            .bind(to_json(&terms)?)
            .bind(i64::from(limit) + 1)
            .fetch_all(&mut *self.database.read().await?)
            .await?;
        let more = bodies.len() > limit as usize;
        let entries = bodies.iter().take(limit as usize);
        Ok(HappenedPage {
            entries: entries.map(|body| from_json(body)).collect::<Result<_>>()?,
            more,
        })
    }

    /// Entries kept here by their numbers, the newest first.
    pub(crate) async fn happened_of(&self, seqs: Vec<u64>) -> Result<Vec<Happened>> {
        let sql = "SELECT body FROM happened WHERE seq IN (SELECT value FROM json_each(?)) ORDER BY seq DESC";
        let bodies: Vec<String> = sqlx::query_scalar(sql)
            .bind(to_json(&seqs)?)
            .fetch_all(&mut *self.database.read().await?)
            .await?;
        bodies.iter().map(|body| from_json(body)).collect()
    }

    /// What was read of one thing, the newest first.
    pub(crate) async fn happened_to(&self, object: Uuid) -> Result<Vec<Happened>> {
        let sql = "SELECT body FROM happened WHERE object = ? ORDER BY seq DESC LIMIT ?";
        let bodies: Vec<String> = sqlx::query_scalar(sql)
            .bind(object.as_bytes().to_vec())
            .bind(MOST_ABOUT_ONE)
            .fetch_all(&mut *self.database.read().await?)
            .await?;
        bodies.iter().map(|body| from_json(body)).collect()
    }
}

/// Drops what was read; who may not read the history any more does not keep it either.
pub(super) async fn forget_all(connection: &mut SqliteConnection) -> Result<()> {
    sqlx::query("DELETE FROM happened")
        .execute(connection)
        .await?;
    Ok(())
}

/// Drops what was read about people who were erased, or done by them.
pub(super) async fn forget(connection: &mut SqliteConnection, erased: &[Erased]) -> Result<()> {
    for of in erased {
        let objects = of.memberships.iter().map(|id| id.0).chain([of.person.0]);
        sqlx::query(
            "DELETE FROM happened WHERE instr(body, ?) > 0 OR object IN (SELECT unhex(value) FROM json_each(?))",
        )
        .bind(of.person.to_string())
        .bind(id_set(objects))
        .execute(&mut *connection)
        .await?;
    }
    Ok(())
}
