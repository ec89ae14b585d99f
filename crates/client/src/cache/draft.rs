//! A file that everything is received into. It is worth nothing before it is whole and thrown away where it does not come
//! to that: so nothing of it is forced to the disk, and what finds and orders rows is made once, at the end.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use doorward_copy::{MIGRATIONS, set_aside};
use doorward_domain::OrganisationId;
use sqlx::Connection;
use tokio::fs::File;

use super::Cache;
use crate::error::Result;
use crate::files::{Database, Place};

/// What a file lacks while everything is received into it: the statements that make its indexes. None once it is whole.
#[derive(Debug, Default)]
pub(super) struct Draft(Mutex<Option<Vec<String>>>);

impl Draft {
    /// Whether what lists are made of is kept as rows come.
    pub(super) fn keeps_lists(&self) -> bool {
        let lacking = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        lacking.is_none()
    }

    fn lacks(&self, indexes: Option<Vec<String>>) -> Option<Vec<String>> {
        let mut lacking = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::replace(&mut *lacking, indexes)
    }
}

impl Cache {
    /// Begins a file that everything is received into.
    pub(crate) async fn receive(id: OrganisationId, place: &Place) -> Result<Self> {
        let database = Database::draft(place, MIGRATIONS).await?;
        let indexes = set_aside(&mut *database.write().await?).await?;
        let cache = Self::of(id, database).await?;
        cache.draft.lacks(Some(indexes));
        Ok(cache)
    }

    /// Everything is received: what is in `unfinished` is completed, forced to the disk, renamed and opened as a file of
    /// `place`. Renamed, so that a crash leaves either the old state or the new one.
    pub(crate) async fn finish(
        self: Arc<Self>,
        place: &Place,
        unfinished: Option<&Path>,
    ) -> Result<Arc<Self>> {
        self.complete().await?;
        let (Place::File(path, _), Some(unfinished)) = (place, unfinished) else {
            return Ok(self);
        };
        self.close().await?;
        File::open(unfinished).await?.sync_all().await?;
        std::fs::rename(unfinished, path)?;
        Ok(Arc::new(Self::open(self.id, place).await?))
    }

    async fn complete(&self) -> Result<()> {
        let indexes = self.draft.lacks(None);
        self.make_lists().await?;
        let mut connection = self.database.write().await?;
        let mut transaction = connection.begin().await?;
        doorward_copy::complete(&mut transaction, indexes.into_iter().flatten()).await?;
        Ok(transaction.commit().await?)
    }
}
