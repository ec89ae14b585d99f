//! What was told once: a mark that only one of several processes sets, in the transaction of what it tells.

use std::collections::BTreeSet;

use doorward_domain::Moment;
use serde::Serialize;
use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, Row};
use uuid::Uuid;

use super::dialect::Column;
use super::{Error, Tx};

/// What was told, and about what.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Mark {
    /// The membership or person it is about.
    pub subject: Uuid,
    /// What was told, and of which occasion.
    pub what: String,
}

const COLUMNS: [Column; 2] = [Column::Text("subject"), Column::Text("what")];

/// Sets marks and answers those that nobody had set before: what they stand for is to be told now.
pub async fn set(
    tx: &mut Tx,
    marks: &BTreeSet<Mark>,
    now: Moment,
) -> Result<BTreeSet<Mark>, Error> {
    if marks.is_empty() {
        return Ok(BTreeSet::new());
    }
    // In one order everywhere, so that two processes do not wait for each other.
    let sql = format!(
        "INSERT INTO told_once (subject, what, at) SELECT n.subject, n.what, $2 FROM {} WHERE true \
         ORDER BY n.subject, n.what ON CONFLICT (subject, what) DO NOTHING RETURNING subject, what",
        tx.dialect().rows("$1", "n", &COLUMNS)
    );
    let rows = sqlx::query(AssertSqlSafe(sql))
        .bind(super::json(marks)?)
        .bind(now.0)
        .fetch_all(tx.conn())
        .await?;
    rows.iter().map(mark).collect()
}

/// Those of the marks that are set.
pub async fn known(tx: &mut Tx, marks: &BTreeSet<Mark>) -> Result<BTreeSet<Mark>, Error> {
    if marks.is_empty() {
        return Ok(BTreeSet::new());
    }
    let sql = format!(
        "SELECT t.subject AS subject, t.what AS what FROM {} CROSS JOIN told_once t \
         WHERE t.subject = n.subject AND t.what = n.what",
        tx.dialect().rows("$1", "n", &COLUMNS)
    );
    let rows = sqlx::query(AssertSqlSafe(sql))
        .bind(super::json(marks)?)
        .fetch_all(tx.conn())
        .await?;
    rows.iter().map(mark).collect()
}

fn mark(row: &AnyRow) -> Result<Mark, Error> {
    Ok(Mark {
        subject: super::id(row, "subject")?,
        what: row.try_get("what")?,
    })
}
