//! How long what was judged holds: dates pass without anybody writing. What lists hold is judged again from the first
//! instant on at which time alone may have changed it, and made anew by a version of the program that makes it otherwise.

use std::sync::PoisonError;

use doorward_domain::Moment;
use sqlx::{Connection, SqliteConnection};

use super::{Cache, uuid};
use crate::error::Result;

/// Between which instants everything that was judged holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Judged {
    since: Option<i64>,
    until: Option<i64>,
}

impl Judged {
    /// What the rows say.
    pub(super) async fn read(connection: &mut SqliteConnection) -> Result<Self> {
        let sql = "SELECT (SELECT max(since) FROM person WHERE since IS NOT NULL), \
                   (SELECT min(until) FROM person WHERE until IS NOT NULL)";
        let (since, until) = sqlx::query_as(sql).fetch_one(connection).await?;
        Ok(Self { since, until })
    }

    fn holds(self, now: Moment) -> bool {
        self.since.is_none_or(|since| since <= now.0)
            && self.until.is_none_or(|until| now.0 < until)
    }
}

impl Cache {
    /// Notes how long what was judged holds.
    pub(super) fn judged_by(&self, judged: Judged) {
        *self.judged.write().unwrap_or_else(PoisonError::into_inner) = judged;
    }

    /// Judges again what time alone may have changed; answers whether anything was judged.
    pub(crate) async fn judge(&self, now: Moment) -> Result<bool> {
        let held = *self.judged.read().unwrap_or_else(PoisonError::into_inner);
        if held.holds(now) {
            return Ok(false);
        }
        let mut connection = self.database.write().await?;
        let mut transaction = connection.begin().await?;
        let sql = "SELECT r.id FROM person p CROSS JOIN record r ON r.number = p.number \
                   WHERE p.until <= ?1 OR p.since > ?1";
        let due: Vec<Vec<u8>> = sqlx::query_scalar(sql)
            .bind(now.0)
            .fetch_all(&mut *transaction)
            .await?;
        let rewritten =
            doorward_copy::rewrite(&mut transaction, due.iter().map(|id| uuid(id)), now).await?;
        let judged = Judged::read(&mut transaction).await?;
        transaction.commit().await?;
        drop(connection);
        self.tallies.forget();
        self.image.change(rewritten).await;
        self.judged_by(judged);
        Ok(true)
    }

    /// Makes everything that lists are made of anew, if another version of the program made it.
    pub(super) async fn make_lists(&self) -> Result<()> {
        let now = self.standing().as_of.unwrap_or(Moment(0));
        let mut connection = self.database.write().await?;
        doorward_copy::make_lists(&mut connection, now).await?;
        let judged = Judged::read(&mut connection).await?;
        drop(connection);
        self.tallies.forget();
        self.judged_by(judged);
        Ok(())
    }
}
