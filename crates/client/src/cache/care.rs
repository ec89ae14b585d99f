//! Rows that may need care, found by the dates and tabs kept beside them. They narrow; whether one does is the rules' word.

use doorward_domain::{Care, Moment};
use sqlx::SqliteConnection;

use super::{Cache, Listed, tab_number};
use crate::contract::InvitationTab;
use crate::error::Result;

/// Rows looked at most; more is no list that somebody works through.
const MOST: usize = 2000;

/// What may need care in an organisation.
#[derive(Debug)]
pub(crate) struct MayNeed {
    /// The rows, where there are too many the most urgent of them.
    pub(crate) rows: Vec<Listed>,
    /// Whether there are more.
    pub(crate) more: bool,
    /// When the first of the other rows comes due.
    pub(crate) next: Option<Moment>,
}

impl Cache {
    /// Memberships and invitations that may need care now, in the order in which care is listed.
    pub(crate) async fn may_need_care(&self, now: Moment) -> Result<MayNeed> {
        self.judge(now).await?;
        let mut reader = self.database.read().await?;
        let mut numbers = numbers(&mut reader, now).await?;
        let next = next(&mut reader, now).await?;
        drop(reader);
        let more = numbers.len() > MOST;
        numbers.truncate(MOST);
        Ok(MayNeed {
            rows: self.listed(&numbers).await?,
            more,
            next,
        })
    }
}

/// One more of them than are looked at, by their instants (a plus keeps SQLite from going through a whole tab): what did not arrive, runs out, ends, ran out, each by its instant.
async fn numbers(reader: &mut SqliteConnection, now: Moment) -> Result<Vec<i64>> {
    let sql = "SELECT number FROM ( \
               SELECT number, 0 AS kind, until AS at FROM person WHERE tab = ?1 \
               UNION ALL SELECT number, 1, until FROM person WHERE +tab = ?2 AND until <= ?3 \
               UNION ALL SELECT number, 2, until FROM person \
                         WHERE until IS NOT NULL AND until <= ?4 AND ifnull(tab, -1) NOT IN (?1, ?2) \
               UNION ALL SELECT number, 3, since FROM person WHERE tab = ?5 AND since >= ?6) \
               ORDER BY kind, at, number LIMIT ?7";
    Ok(sqlx::query_scalar(sql)
        .bind(tab_number(InvitationTab::Failed))
        .bind(tab_number(InvitationTab::Waiting))
        .bind(Care::ahead_of_invitations(now).0)
        .bind(Care::ahead(now).0)
        .bind(tab_number(InvitationTab::Expired))
        .bind(Care::behind(now).0)
        .bind(i64::try_from(MOST).unwrap_or(i64::MAX).saturating_add(1))
        .fetch_all(reader)
        .await?)
}

/// When the first row comes due that ends later than one looks ahead.
async fn next(reader: &mut SqliteConnection, now: Moment) -> Result<Option<Moment>> {
    let sql = "SELECT (SELECT min(until) FROM person WHERE +tab = ?1 AND until > ?2), \
               (SELECT min(until) FROM person WHERE until > ?3 AND ifnull(tab, -1) <> ?1)";
    let (invitation, access): (Option<i64>, Option<i64>) = sqlx::query_as(sql)
        .bind(tab_number(InvitationTab::Waiting))
        .bind(Care::ahead_of_invitations(now).0)
        .bind(Care::ahead(now).0)
        .fetch_one(reader)
        .await?;
    let due = |at: Option<i64>, is_invitation| Some(Care::comes_due(Moment(at?), is_invitation));
    let both = [due(invitation, true), due(access, false)];
    Ok(both.into_iter().flatten().min())
}
