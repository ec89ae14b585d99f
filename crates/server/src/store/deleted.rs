//! What organisations that were deleted left behind. These statements narrow; whether anything follows is the domain's
//! word.

use doorward_domain::OrganisationId;
use sqlx::any::AnyRow;

use super::due::{After, Candidate, page};
use super::{Error, Tx};

/// A page of rows that are open or approved in organisations that were deleted.
pub async fn live_rows(tx: &mut Tx, after: After, most: i64) -> Result<Vec<Candidate>, Error> {
    let sql = "SELECT r.organisation AS organisation, r.id AS id FROM record o JOIN record r \
               ON r.organisation = o.organisation AND r.shelf = 'membership' AND r.live = 1 \
               WHERE o.shelf = 'organisation' AND o.live = 0 \
               AND (r.organisation, r.id) > ($1, $2) ORDER BY r.organisation, r.id LIMIT $3";
    page(tx.conn(), sql, after, (most, None)).await
}

/// A page of organisations whose managing one was deleted.
pub async fn communities(
    tx: &mut Tx,
    after: Option<OrganisationId>,
    most: i64,
) -> Result<Vec<OrganisationId>, Error> {
    let sql = "SELECT c.organisation AS organisation FROM record o JOIN record c \
               ON c.manager = o.organisation AND c.shelf = 'organisation' AND c.live = 1 \
               WHERE o.shelf = 'organisation' AND o.live = 0 AND c.organisation > $1 \
               ORDER BY c.organisation LIMIT $2";
    let rows = sqlx::query(sql)
        .bind(after.map(|it| it.to_string()).unwrap_or_default())
        .bind(most)
        .fetch_all(tx.conn())
        .await?;
    let row = |row: &AnyRow| super::id(row, "organisation");
    rows.iter().map(row).collect()
}
