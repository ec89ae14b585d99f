//! The bell as its person reads it on a page: the newest first, with how much is unread.

use doorward_domain::{Moment, PersonId};
use doorward_protocol::{MyKind, MyNotice};
use sqlx::{AssertSqlSafe, Row};
use uuid::Uuid;

use super::Touched;
use super::bell::touched;
use super::page::{ROW, notice};
use crate::store::{Error, Tx};

/// How many entries a person has not read.
pub async fn unread(tx: &mut Tx, person: PersonId) -> Result<u64, Error> {
    let sql = "SELECT count(*) FROM bell WHERE person = $1 AND read_at IS NULL";
    let query = sqlx::query(sql).bind(person.to_string());
    let count: i64 = query.fetch_one(tx.conn()).await?.try_get(0)?;
    Ok(count.unsigned_abs())
}

/// What a person was told before an entry, or what they were told last.
pub async fn told(
    tx: &mut Tx,
    person: PersonId,
    before: Option<(Moment, Uuid)>,
    most: usize,
) -> Result<Vec<MyNotice>, Error> {
    let (at, id) = before.map_or((i64::MAX, String::new()), |(at, id)| (at.0, id.to_string()));
    let sql = format!(
        "{ROW} WHERE m.person = $1 AND m.kind = $2 AND m.gone = 0 AND (b.made_at, b.id) < ($3, $4)
        ORDER BY b.made_at DESC, b.id DESC LIMIT $5"
    );
    let rows = sqlx::query(AssertSqlSafe(sql))
        .bind(person.to_string())
        .bind(MyKind::Notice.key())
        .bind(at)
        .bind(id)
        .bind(i64::try_from(most).unwrap_or(i64::MAX))
        .fetch_all(tx.conn())
        .await?;
    let found: Result<Vec<Option<MyNotice>>, Error> = rows.iter().map(notice).collect();
    Ok(found?.into_iter().flatten().collect())
}

/// Notes that a person has read everything they were told until `until`; answers what of it was unread.
pub async fn read_until(
    tx: &mut Tx,
    person: PersonId,
    until: Moment,
    now: Moment,
) -> Result<Vec<Touched>, Error> {
    let sql = "UPDATE bell SET read_at = $3 WHERE person = $1 AND read_at IS NULL AND made_at <= $2 RETURNING person, id";
    let rows = sqlx::query(sql)
        .bind(person.to_string())
        .bind(until.0)
        .bind(now.0)
        .fetch_all(tx.conn())
        .await?;
    rows.iter().map(|row| touched(row, false)).collect()
}
