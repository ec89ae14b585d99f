//! Everything that a device holds of an organisation, row by row, for whoever compares it with what it should hold.

use doorward_domain::View;

use super::{Cache, Own};
use crate::error::Result;

/// Everything that a device holds of an organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// The revision up to which every row has arrived.
    pub complete: u64,
    /// What the account may see, as the server said it.
    pub view: Option<View>,
    /// Kind, revision and body of every row, in the order of bodies.
    pub rows: Vec<(String, u64, String)>,
    /// How many outcomes of commands the outbox has not taken over.
    pub settled: usize,
}

impl Cache {
    /// Lists everything.
    pub(crate) async fn listing(&self) -> Result<Listing> {
        let standing = self.standing();
        let mut reader = self.database.read().await?;
        let rows: Vec<(String, i64, String)> =
            sqlx::query_as("SELECT kind, revision, body FROM record ORDER BY kind, body")
                .fetch_all(&mut *reader)
                .await?;
        drop(reader);
        let read =
            |(kind, revision, body): (String, i64, String)| (kind, revision.cast_unsigned(), body);
        Ok(Listing {
            complete: standing.complete,
            view: standing.view,
            rows: rows.into_iter().map(read).collect(),
            settled: self.settled().await?.len(),
        })
    }

    /// What is wrong with the file; nothing, if it is whole.
    pub(crate) async fn examine(&self) -> Result<Vec<String>> {
        self.database.examine().await
    }
}

impl Own {
    /// Lists every row of the person's own, as JSON.
    pub(crate) async fn listing(&self) -> Result<Vec<String>> {
        let mut reader = self.database().read().await?;
        Ok(sqlx::query_scalar("SELECT body FROM mine ORDER BY body")
            .fetch_all(&mut *reader)
            .await?)
    }
}
