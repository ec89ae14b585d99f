//! The bell as this device has it: what the server told, and what was read here and may not be known there yet.

use doorward_domain::Moment;
use doorward_protocol::{MyNotice, MyRecord};
use uuid::Uuid;

use super::{Own, from_json, id_set, uuid};
use crate::error::Result;

/// Entries on their own feed that nobody has read, here or elsewhere.
const UNREAD: &str = "SELECT count(*) FROM mine WHERE kind = 'notice' AND NOT (body ->> '$.notice.read') \
                      AND id NOT IN (SELECT id FROM read_here)";

impl Own {
    /// The newest entries, those read here as read.
    pub(crate) async fn notices(&self, most: u32) -> Result<Vec<MyNotice>> {
        let sql = "SELECT body, EXISTS (SELECT 1 FROM read_here r WHERE r.id = mine.id) FROM mine \
                   WHERE kind = 'notice' ORDER BY body ->> '$.notice.at' DESC, id DESC LIMIT ?";
        let rows: Vec<(String, bool)> = sqlx::query_as(sql)
            .bind(i64::from(most))
            .fetch_all(&mut *self.database().read().await?)
            .await?;
        let mut notices = Vec::with_capacity(rows.len());
        for (body, read_here) in rows {
            if let MyRecord::Notice(it) = from_json(&body)? {
                let read = it.read || read_here;
                notices.push(MyNotice { read, ..it });
            }
        }
        Ok(notices)
    }

    /// How many entries there are, and how many of them nobody has read.
    pub(crate) async fn count_notices(&self) -> Result<(u32, u32)> {
        let mut reader = self.database().read().await?;
        let total = "SELECT count(*) FROM mine WHERE kind = 'notice'";
        let total: u32 = sqlx::query_scalar(total).fetch_one(&mut *reader).await?;
        let unread: u32 = sqlx::query_scalar(UNREAD).fetch_one(&mut *reader).await?;
        Ok((total, unread))
    }

    /// Notes that entries were read here; those of somebody else are passed over.
    pub(crate) async fn read_here(&self, entries: &[Uuid]) -> Result<()> {
        let sql = "INSERT OR IGNORE INTO read_here (id) SELECT id FROM mine \
                   WHERE kind = 'notice' AND id IN (SELECT unhex(value) FROM json_each(?))";
        sqlx::query(sql)
            .bind(id_set(entries.iter().copied()))
            .execute(&mut *self.database().write().await?)
            .await?;
        Ok(())
    }

    /// Notes that every entry was read here that is no newer than an instant and that nobody has read elsewhere.
    pub(crate) async fn read_here_until(&self, until: Moment) -> Result<()> {
        let sql = "INSERT OR IGNORE INTO read_here (id) SELECT id FROM mine \
                   WHERE kind = 'notice' AND NOT (body ->> '$.notice.read') AND body ->> '$.notice.at' <= ?";
        sqlx::query(sql)
            .bind(until.0)
            .execute(&mut *self.database().write().await?)
            .await?;
        Ok(())
    }

    /// Entries read here of which the server has not been told.
    pub(crate) async fn untold(&self) -> Result<Vec<Uuid>> {
        let ids: Vec<Vec<u8>> = sqlx::query_scalar("SELECT id FROM read_here WHERE told = 0")
            .fetch_all(&mut *self.database().read().await?)
            .await?;
        Ok(ids.iter().map(|id| uuid(id)).collect())
    }

    /// Notes that the server has been told of entries, and forgets those of which its feed says so by now.
    pub(crate) async fn told(&self, entries: &[Uuid]) -> Result<()> {
        let mut writer = self.database().write().await?;
        sqlx::query(
            "UPDATE read_here SET told = 1 WHERE id IN (SELECT unhex(value) FROM json_each(?))",
        )
        .bind(id_set(entries.iter().copied()))
        .execute(&mut *writer)
        .await?;
        let sql = "DELETE FROM read_here WHERE told = 1 AND id NOT IN \
                   (SELECT id FROM mine WHERE kind = 'notice' AND NOT (body ->> '$.notice.read'))";
        sqlx::query(sql).execute(&mut *writer).await?;
        Ok(())
    }
}
