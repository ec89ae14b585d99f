//! The rows of one organisation as this account may see them: one encrypted file, written by sync alone.
//! Lists and lookups read it; what queued commands would change lies above it and is never written here.

mod answers;
mod apply;
mod columns;
mod happened;
mod judged;
mod listed;
mod mail;
mod own;
mod people;
mod person;
mod sums;
mod tally;
mod waiting;
mod window;

use std::sync::RwLock;

use doorward_domain::{CommandId, Moment, OrganisationId, View};
use doorward_protocol::Outcome;
use sqlx::SqliteConnection;
use uuid::Uuid;

pub(crate) use answers::Row;
pub(crate) use apply::Page;
pub(crate) use listed::Listed;
pub(crate) use own::{KnownOrganisation, Own};
pub(crate) use person::{Person, Rank, level_order, state_number, tab_number};
pub(crate) use waiting::{Part, Wish};
pub(crate) use window::{Crowd, Door, Filter};

use judged::Judged;

use crate::error::{Error, Result};
use crate::files::{Database, Migrations, Place};

const MIGRATIONS: Migrations = &[
    include_str!("../../migrations/organisation/0001.sql"),
    include_str!("../../migrations/organisation/0002.sql"),
];

/// Where this device stands in the feed of an organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Standing {
    /// Where the next page begins; none when the next pull begins anew.
    pub(crate) cursor: Option<String>,
    /// What this account may see here; none before the first page.
    pub(crate) view: Option<View>,
    /// The revision up to which every row has arrived.
    pub(crate) complete: u64,
    /// The server's time of the last page.
    pub(crate) as_of: Option<Moment>,
}

/// The file of one organisation.
#[derive(Debug)]
pub(crate) struct Cache {
    id: OrganisationId,
    database: Database,
    standing: RwLock<Standing>,
    judged: RwLock<Judged>,
}

impl Cache {
    /// Opens the file of an organisation, making it if there is none.
    pub(crate) async fn open(id: OrganisationId, place: &Place) -> Result<Self> {
        let database = Database::open(place, MIGRATIONS).await?;
        let standing = read_standing(&mut *database.read().await?).await?;
        let judged_at = standing.as_of.unwrap_or(Moment(0));
        let cache = Self {
            id,
            database,
            standing: RwLock::new(standing),
            judged: RwLock::default(),
        };
        cache.make_lists(judged_at).await?;
        Ok(cache)
    }

    /// Which organisation.
    pub(crate) const fn id(&self) -> OrganisationId {
        self.id
    }

    /// Where this device stands in the feed.
    pub(crate) fn standing(&self) -> Standing {
        self.standing
            .read()
            .map_or_else(|broken| broken.into_inner().clone(), |it| it.clone())
    }

    fn stand(&self, standing: Standing) {
        match self.standing.write() {
            Ok(mut held) => *held = standing,
            Err(broken) => *broken.into_inner() = standing,
        }
    }

    /// The commands whose outcome this file knows (committed with the rows that followed).
    pub(crate) async fn settled(&self) -> Result<Vec<(CommandId, Outcome)>> {
        let mut reader = self.database.read().await?;
        let rows: Vec<(Vec<u8>, String)> = sqlx::query_as("SELECT id, outcome FROM settled")
            .fetch_all(&mut *reader)
            .await?;
        let read =
            |(id, outcome): (Vec<u8>, String)| Ok((CommandId(uuid(&id)), from_json(&outcome)?));
        rows.into_iter().map(read).collect()
    }

    /// Forgets outcomes that the outbox has taken over.
    pub(crate) async fn forget_settled(&self) -> Result<()> {
        sqlx::query("DELETE FROM settled")
            .execute(&mut *self.database.write().await?)
            .await?;
        Ok(())
    }

    /// Closes the file.
    pub(crate) async fn close(&self) -> Result<()> {
        self.database.close().await
    }
}

async fn read_standing(connection: &mut SqliteConnection) -> Result<Standing> {
    let row: Option<(String, String, i64, i64)> =
        sqlx::query_as("SELECT cursor, view, complete, as_of FROM feed")
            .fetch_optional(connection)
            .await?;
    let Some((cursor, view, complete, as_of)) = row else {
        return Ok(Standing {
            cursor: None,
            view: None,
            complete: 0,
            as_of: None,
        });
    };
    Ok(Standing {
        cursor: Some(cursor),
        view: Some(from_json(&view)?),
        complete: complete.cast_unsigned(),
        as_of: Some(Moment(as_of)),
    })
}

/// The id in a column; a column that holds none reads as nil, which names nothing.
pub(crate) fn uuid(bytes: &[u8]) -> Uuid {
    Uuid::from_slice(bytes).unwrap_or_default()
}

/// Ids as one parameter: a JSON list of their hexadecimal forms.
pub(crate) fn id_set(ids: impl IntoIterator<Item = Uuid>) -> String {
    text_set(ids.into_iter().map(|id| id.simple().to_string()))
}

/// Texts as one parameter: a JSON list.
pub(crate) fn text_set(texts: impl IntoIterator<Item = String>) -> String {
    serde_json::Value::from_iter(texts).to_string()
}

pub(crate) fn from_json<T: serde::de::DeserializeOwned>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(Error::Row)
}

pub(crate) fn to_json(value: &impl serde::Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(Error::Row)
}
