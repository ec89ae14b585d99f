//! What time may have brought about: memberships that the jobs ask the rules about. These statements narrow; whether
//! anything is due is the domain's word.

use std::collections::BTreeSet;

use doorward_domain::{MembershipId, Moment, OrganisationId};
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, AssertSqlSafe};

use super::{Error, Tx};

/// A membership and its organisation; pages are in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Candidate {
    /// The organisation.
    pub organisation: OrganisationId,
    /// The membership.
    pub membership: MembershipId,
}

/// Where a page begins: after this membership, or with the first.
pub type After = Option<Candidate>;

/// A page of open requests and invitations.
pub async fn open(tx: &mut Tx, after: After, most: i64) -> Result<Vec<Candidate>, Error> {
    let sql = "SELECT organisation, id FROM record WHERE shelf = 'membership' AND live = 1 AND approved = 0 \
               AND (organisation, id) > ($1, $2) ORDER BY organisation, id LIMIT $3";
    page(tx.conn(), sql, after, (most, None)).await
}

/// Every organisation in which a request waits.
pub async fn where_somebody_waits(tx: &mut Tx) -> Result<Vec<OrganisationId>, Error> {
    let sql = "SELECT DISTINCT organisation FROM record WHERE waits_since IS NOT NULL ORDER BY organisation";
    let rows = sqlx::query(sql).fetch_all(tx.conn()).await?;
    rows.iter()
        .map(|row| super::id(row, "organisation"))
        .collect()
}

/// A page of the requests that wait in an organisation.
pub async fn requests(
    tx: &mut Tx,
    organisation: OrganisationId,
    after: Option<MembershipId>,
    most: i64,
) -> Result<Vec<MembershipId>, Error> {
    let sql = "SELECT id FROM record WHERE organisation = $1 AND shelf = 'membership' AND waits_since IS NOT NULL \
               AND id > $2 ORDER BY id LIMIT $3";
    let rows = sqlx::query(sql)
        .bind(organisation.to_string())
        .bind(after.map(|it| it.to_string()).unwrap_or_default())
        .bind(most)
        .fetch_all(tx.conn())
        .await?;
    rows.iter().map(|row| super::id(row, "id")).collect()
}

/// Those of these memberships about which a letter to a group waits to be sent to its people.
pub async fn being_told(
    tx: &mut Tx,
    memberships: &[MembershipId],
) -> Result<BTreeSet<MembershipId>, Error> {
    let sql = format!(
        "SELECT DISTINCT subject FROM letter WHERE state = 'queued' AND holders IS NOT NULL AND subject IN ({})",
        tx.dialect().list("$1")
    );
    let rows = sqlx::query(AssertSqlSafe(sql))
        .bind(super::json(&memberships)?)
        .fetch_all(tx.conn())
        .await?;
    rows.iter().map(|row| super::id(row, "subject")).collect()
}

/// A page of approved memberships that end after `from` and not after `until`.
pub async fn ending(
    tx: &mut Tx,
    after: After,
    most: i64,
    (from, until): (Moment, Moment),
) -> Result<Vec<Candidate>, Error> {
    let sql = "SELECT organisation, id FROM record WHERE shelf = 'membership' AND approved = 1 \
               AND ends_at IS NOT NULL AND ends_at > $4 AND ends_at <= $5 \
               AND (organisation, id) > ($1, $2) ORDER BY organisation, id LIMIT $3";
    page(tx.conn(), sql, after, (most, Some((from, until)))).await
}

/// A page of approved memberships that ended after `from` and not after `until`, where the organisation's rule is on.
pub async fn over(
    tx: &mut Tx,
    after: After,
    most: i64,
    (from, until): (Moment, Moment),
) -> Result<Vec<Candidate>, Error> {
    let sql = "SELECT r.organisation AS organisation, r.id AS id FROM record r WHERE r.shelf = 'membership' \
               AND r.approved = 1 AND r.ends_at IS NOT NULL AND r.ends_at > $4 AND r.ends_at <= $5 \
               AND EXISTS (SELECT 1 FROM record s WHERE s.organisation = r.organisation AND s.shelf = 'settings' \
               AND s.body LIKE '%\"expire_by_itself\":true%') \
               AND (r.organisation, r.id) > ($1, $2) ORDER BY r.organisation, r.id LIMIT $3";
    page(tx.conn(), sql, after, (most, Some((from, until)))).await
}

pub(super) async fn page(
    conn: &mut AnyConnection,
    sql: &'static str,
    after: After,
    (most, between): (i64, Option<(Moment, Moment)>),
) -> Result<Vec<Candidate>, Error> {
    let (organisation, membership) = after.map_or_else(Default::default, |it| {
        (it.organisation.to_string(), it.membership.to_string())
    });
    let mut query = sqlx::query(sql)
        .bind(organisation)
        .bind(membership)
        .bind(most);
    if let Some((from, until)) = between {
        query = query.bind(from.0).bind(until.0);
    }
    query.fetch_all(conn).await?.iter().map(candidate).collect()
}

fn candidate(row: &AnyRow) -> Result<Candidate, Error> {
    Ok(Candidate {
        organisation: super::id(row, "organisation")?,
        membership: super::id(row, "id")?,
    })
}
