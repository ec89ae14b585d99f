//! What somebody set on this computer, and the questions they keep under a name.

use doorward_domain::OrganisationId;
use sqlx::FromRow;
use uuid::Uuid;

use super::{Own, from_json, to_json, uuid};
use crate::contract::{SavedQuestion, Setting};
use crate::error::Result;

/// How the names of what can be set begin, apart from what the device notes for itself.
const SET: &str = "set/";

/// A question kept under a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Saved {
    pub(crate) id: Uuid,
    /// About which organisation; none is about the work of all.
    pub(crate) organisation: Option<OrganisationId>,
    pub(crate) name: String,
    pub(crate) query: SavedQuestion,
}

impl Saved {
    /// Whether both narrow the same list, so that one name is for one of them.
    pub(crate) fn is_in_list_of(&self, other: &Self) -> bool {
        (self.organisation, screen(&self.query)) == (other.organisation, screen(&other.query))
    }
}

/// The screens whose questions are kept, as the database names them.
const PEOPLE: &str = "people";
const REQUESTS: &str = "requests";
const CARE: &str = "care";

const fn screen(query: &SavedQuestion) -> &'static str {
    match query {
        SavedQuestion::People(_) => PEOPLE,
        SavedQuestion::Requests(_) => REQUESTS,
        SavedQuestion::Care(_) => CARE,
    }
}

fn written(query: &SavedQuestion) -> Result<String> {
    match query {
        SavedQuestion::People(filter) => to_json(filter),
        SavedQuestion::Requests(filter) => to_json(filter),
        SavedQuestion::Care(filter) => to_json(filter),
    }
}

#[derive(FromRow)]
struct Row {
    id: Vec<u8>,
    organisation: Option<Vec<u8>>,
    screen: String,
    name: String,
    query: String,
}

impl Row {
    /// The question; none where another version of the program kept one that this one does not know.
    fn saved(self) -> Option<Saved> {
        let query = match self.screen.as_str() {
            PEOPLE => SavedQuestion::People(from_json(&self.query).ok()?),
            REQUESTS => SavedQuestion::Requests(from_json(&self.query).ok()?),
            CARE => SavedQuestion::Care(from_json(&self.query).ok()?),
            _ => return None,
        };
        Some(Saved {
            id: uuid(&self.id),
            organisation: self.organisation.map(|id| OrganisationId(uuid(&id))),
            name: self.name,
            query,
        })
    }
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
        let sql = "SELECT id, organisation, screen, name, query FROM saved_view ORDER BY position";
        let rows: Vec<Row> = sqlx::query_as(sql)
            .fetch_all(&mut *self.database().read().await?)
            .await?;
        Ok(rows.into_iter().filter_map(Row::saved).collect())
    }

    /// Keeps a question; one of the same name in the same list gives way.
    pub(crate) async fn save_view(&self, saved: &Saved) -> Result<()> {
        let sql = "INSERT INTO saved_view (id, organisation, screen, name, query) VALUES (?, ?, ?, ?, ?) \
                   ON CONFLICT (coalesce(organisation, x''), screen, name) DO UPDATE SET query = excluded.query";
        sqlx::query(sql)
            .bind(saved.id.as_bytes().to_vec())
            .bind(saved.organisation.map(|id| id.0.as_bytes().to_vec()))
            .bind(screen(&saved.query))
            .bind(&saved.name)
            .bind(written(&saved.query)?)
            .execute(&mut *self.database().write().await?)
            .await?;
        Ok(())
    }

    /// Calls a question something else.
    pub(crate) async fn rename_view(&self, id: Uuid, name: &str) -> Result<()> {
        sqlx::query("UPDATE saved_view SET name = ? WHERE id = ?")
            .bind(name)
            .bind(id.as_bytes().to_vec())
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
