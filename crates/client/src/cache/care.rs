//! Rows that may need care, found by the dates and tabs kept beside them. They narrow; whether one does is the rules' word.

use doorward_domain::{Care, Moment};

use super::{Cache, Listed, tab_number};
use crate::contract::InvitationTab;
use crate::error::Result;

/// Rows looked at most; more is no list that somebody works through.
const MOST: i64 = 2000;

impl Cache {
    /// Memberships and invitations that may need care now.
    pub(crate) async fn may_need_care(&self, now: Moment) -> Result<Vec<Listed>> {
        self.judge(now).await?;
        let sql = "SELECT number FROM person WHERE until IS NOT NULL AND until <= ?1 \
                   UNION SELECT number FROM person WHERE tab = ?2 \
                   UNION SELECT number FROM person WHERE tab = ?3 AND since >= ?4 LIMIT ?5";
        let numbers: Vec<i64> = sqlx::query_scalar(sql)
            .bind(Care::ahead(now).0)
            .bind(tab_number(InvitationTab::Failed))
            .bind(tab_number(InvitationTab::Expired))
            .bind(Care::behind(now).0)
            .bind(MOST)
            .fetch_all(&mut *self.database.read().await?)
            .await?;
        self.listed(&numbers).await
    }
}
