//! How many rows a list holds: a kept count, a count of what an index gives, or with a search up to a thousand.

use sqlx::{QueryBuilder, SqliteConnection};

use super::crowd::Crowd;
use super::lead::push_found;
use super::look::{MOST_COUNTED, index};
use super::rows::{narrow, signed};
use crate::cache::to_json;
use crate::error::Result;

/// How many rows there are where there are many.
pub(super) async fn count(
    reader: &mut SqliteConnection,
    crowd: &Crowd<'_>,
    among: usize,
) -> Result<(u64, bool)> {
    if let Some(search) = crowd.search {
        let mut query = QueryBuilder::new("SELECT count(*) FROM (SELECT 1 FROM ");
        let joined = " CROSS JOIN person p ON p.number = f.rowid WHERE ";
        push_found(&mut query, search, joined);
        narrow(&mut query, crowd, false)?;
        query.push(" LIMIT ").push_bind(signed(MOST_COUNTED + 1));
        query.push(")");
        let count: i64 = query.build_query_scalar().fetch_one(&mut *reader).await?;
        let count = index(count.max(0).cast_unsigned());
        return Ok((count.min(MOST_COUNTED) as u64, count > MOST_COUNTED));
    }
    if crowd.is_tallied() {
        return Ok((
            among.saturating_sub(left_out(reader, crowd).await?) as u64,
            false,
        ));
    }
    let mut query = QueryBuilder::new("SELECT count(*) FROM person p ");
    query.push(match crowd.filter.unseen_since {
        Some(_) => "INDEXED BY person_by_seen WHERE true",
        None => "WHERE true",
    });
    narrow(&mut query, crowd, false)?;
    let count: i64 = query.build_query_scalar().fetch_one(&mut *reader).await?;
    Ok((count.max(0).cast_unsigned(), false))
}

/// How many of the rows that are left out would be counted.
async fn left_out(reader: &mut SqliteConnection, crowd: &Crowd<'_>) -> Result<usize> {
    if crowd.without.is_empty() {
        return Ok(0);
    }
    let rows: Vec<(i64, Vec<u8>, Option<i64>)> = sqlx::query_as(
        "SELECT state, level, tab FROM person WHERE number IN (SELECT value FROM json_each(?))",
    )
    .bind(to_json(&crowd.without)?)
    .fetch_all(reader)
    .await?;
    let taken = |(state, level, tab): &&(i64, Vec<u8>, Option<i64>)| {
        crowd.filter.takes_spot(*state, level, *tab)
    };
    Ok(rows.iter().filter(taken).count())
}
