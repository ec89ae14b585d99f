//! The mail domains that are usual here.

use super::Cache;
use crate::error::Result;

/// Contacts that a mail domain has at least to be usual here.
const USUAL: i64 = 3;
/// Usual domains told at most, those with most contacts first.
const MOST: i64 = 50;

impl Cache {
    /// The mail domains that several people here have.
    pub(crate) async fn usual_domains(&self) -> Result<Vec<String>> {
        let sql =
            "SELECT domain FROM mail_domain WHERE count >= ? ORDER BY count DESC, domain LIMIT ?";
        Ok(sqlx::query_scalar(sql)
            .bind(USUAL)
            .bind(MOST)
            .fetch_all(&mut *self.database.read().await?)
            .await?)
    }
}
