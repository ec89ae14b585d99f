//! What somebody set on this computer, and the questions about people they keep under a name.

use doorward_domain::OrganisationId;
use sqlx::FromRow;
use uuid::Uuid;

use super::{Own, from_json, to_json, uuid};
use crate::contract::{PeopleFilter, Setting};
use crate::error::Result;

/// How the names of what can be set begin, apart from what the device notes for itself.
const SET: &str = "set/";

/// A question kept under a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Saved {
    pub(crate) id: Uuid,
    pub(crate) organisation: OrganisationId,
    pub(crate) name: String,
    pub(crate) query: PeopleFilter,
}

#[derive(FromRow)]
struct Row {
    id: Vec<u8>,
    organisation: Vec<u8>,
    name: String,
    query: String,
}

impl Own {
    /// Everything that was set. What another version of the program set and this one does not know is left out.
    pub(crate) async fn preferences(&self) -> Result<Vec<Setting>> {
        let values: Vec<String> =
            sqlx::query_scalar("SELECT value FROM setting WHERE name LIKE 'set/%'")
                .fetch_all(&mut *self.database().read().await?)
                .await?;
        let known = |value: &String| serde_json::from_str(value).ok();
        Ok(values.iter().filter_map(known).collect())
    }

    /// Sets something.
    pub(crate) async fn prefer(&self, setting: &Setting) -> Result<()> {
        let value = to_json(setting)?;
        let key: Key = from_json(&value)?;
        self.set(&format!("{SET}{}", key.key), &value).await
    }

    /// The questions kept under a name, in the order in which they were saved.
    pub(crate) async fn saved_views(&self) -> Result<Vec<Saved>> {
        let sql = "SELECT id, organisation, name, query FROM saved_view ORDER BY position";
        let rows: Vec<Row> = sqlx::query_as(sql)
            .fetch_all(&mut *self.database().read().await?)
            .await?;
        let saved = |row: Row| {
            Ok(Saved {
                id: uuid(&row.id),
                organisation: OrganisationId(uuid(&row.organisation)),
                name: row.name,
                query: from_json(&row.query)?,
            })
        };
        rows.into_iter().map(saved).collect()
    }

    /// Keeps a question; one of the same name in the same organisation gives way.
    pub(crate) async fn save_view(&self, saved: &Saved) -> Result<()> {
        let sql = "INSERT INTO saved_view (id, organisation, name, query) VALUES (?, ?, ?, ?) \
                   ON CONFLICT (organisation, name) DO UPDATE SET query = excluded.query";
        sqlx::query(sql)
            .bind(saved.id.as_bytes().to_vec())
            .bind(saved.organisation.0.as_bytes().to_vec())
            .bind(&saved.name)
            .bind(to_json(&saved.query)?)
            .execute(&mut *self.database().write().await?)
            .await?;
        Ok(())
    }

    /// Forgets a question; answers whether there was one.
    pub(crate) async fn remove_view(&self, id: Uuid) -> Result<bool> {
        let done = sqlx::query("DELETE FROM saved_view WHERE id = ?")
            .bind(id.as_bytes().to_vec())
            .execute(&mut *self.database().write().await?)
            .await?;
        Ok(done.rows_affected() > 0)
    }
}

#[derive(serde::Deserialize)]
struct Key {
    key: String,
}
