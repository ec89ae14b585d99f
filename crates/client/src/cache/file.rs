//! The file of one organisation: where this device stands in its feed, and what became of commands.

use std::sync::RwLock;

use doorward_copy::MIGRATIONS;
use doorward_domain::{CommandId, Moment, OrganisationId, View};
use doorward_protocol::Outcome;
use sqlx::SqliteConnection;

use super::draft::Draft;
use super::image::Image;
use super::judged::Judged;
use super::tally::Tallies;
use super::{from_json, uuid};
use crate::error::Result;
use crate::files::{Database, Place};

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
    pub(super) id: OrganisationId,
    pub(super) database: Database,
    standing: RwLock<Standing>,
    pub(super) judged: RwLock<Judged>,
    pub(super) draft: Draft,
    pub(super) tallies: Tallies,
    pub(super) image: Image,
}

impl Cache {
    /// Opens the file of an organisation, making it if there is none.
    pub(crate) async fn open(id: OrganisationId, place: &Place) -> Result<Self> {
        let database = Database::open(place, MIGRATIONS).await?;
        let cache = Self::of(id, database).await?;
        cache.make_lists().await?;
        Ok(cache)
    }

    /// The cache in a database, whose lists are made by the caller.
    pub(super) async fn of(id: OrganisationId, database: Database) -> Result<Self> {
        let standing = read_standing(&mut *database.read().await?).await?;
        Ok(Self {
            id,
            database,
            standing: RwLock::new(standing),
            judged: RwLock::default(),
            draft: Draft::default(),
            tallies: Tallies::default(),
            image: Image::default(),
        })
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

    pub(super) fn stand(&self, standing: Standing) {
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

    /// The database, for tests that look at the engine itself.
    #[cfg(test)]
    pub(crate) const fn database(&self) -> &Database {
        &self.database
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
