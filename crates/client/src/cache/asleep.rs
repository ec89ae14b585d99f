//! Requests that somebody put off until later: on this computer alone, and nobody else hears of it.

use std::collections::BTreeMap;

use doorward_domain::{MembershipId, Moment};
use uuid::Uuid;

use super::Own;
use crate::error::Result;

/// How the names begin under which they are kept.
const ASLEEP: &str = "asleep/";

impl Own {
    /// Those that are put off still, each until when.
    pub(crate) async fn asleep(&self, now: Moment) -> Result<BTreeMap<MembershipId, Moment>> {
        let rows: Vec<(String, String)> =
            sqlx::query_as("SELECT name, value FROM setting WHERE name LIKE 'asleep/%'")
                .fetch_all(&mut *self.database().read().await?)
                .await?;
        let known = |(name, value): (String, String)| {
            let id: Uuid = name.strip_prefix(ASLEEP)?.parse().ok()?;
            let until = Moment(value.parse().ok()?);
            (until > now).then_some((MembershipId(id), until))
        };
        Ok(rows.into_iter().filter_map(known).collect())
    }

    /// Puts one off until an instant, or no longer; forgets those whose time has come.
    pub(crate) async fn put_off(
        &self,
        id: MembershipId,
        until: Option<Moment>,
        now: Moment,
    ) -> Result<()> {
        let name = format!("{ASLEEP}{}", id.0);
        let sql = "DELETE FROM setting WHERE name = ? \
                   OR (name LIKE 'asleep/%' AND CAST(value AS INTEGER) <= ?)";
        sqlx::query(sql)
            .bind(&name)
            .bind(now.0)
            .execute(&mut *self.database().write().await?)
            .await?;
        match until {
            Some(until) => self.set(&name, &until.0.to_string()).await,
            None => Ok(()),
        }
    }
}
