//! Where looking begins: at the few rows that a filter or a search leaves, or at the index of the order.

use sqlx::{QueryBuilder, Sqlite, SqliteConnection};

use super::crowd::{Crowd, Door};
use super::rows::signed;
use crate::cache::id_set;
use crate::error::Result;
use crate::search::Search;

/// Rows that a filter or a search may leave so that all of them are read and put in order. Where there are more, at
/// least every fiftieth of a hundred thousand is one of them, and it is the order that leads. Fewer in tests, so that
/// they walk both ways.
const FEW: usize = if cfg!(test) { 150 } else { 2000 };

/// Where the looking begins.
#[derive(Debug)]
pub(super) enum Lead {
    /// At the index of the order.
    Order,
    /// At the index of what is asked for; it leaves few.
    Filter,
    /// At the few rows that a search finds, which are exactly those that it looks for.
    Found(Vec<i64>),
    /// At these few rows.
    These(Vec<i64>),
}

/// Where looking is cheapest.
pub(super) async fn lead(
    reader: &mut SqliteConnection,
    crowd: &Crowd<'_>,
    among: usize,
) -> Result<Lead> {
    if among <= FEW {
        return Ok(Lead::Filter);
    }
    let mut candidates = Vec::new();
    // Words are told apart by the engine in its own way; what stands anywhere in a text is found exactly.
    let mut is_exact = crowd.search.is_some_and(|it| it.prefixes().is_none());
    if let Some(search) = crowd.search {
        candidates.push(found(search));
    }
    if let Some(door) = &crowd.filter.door {
        candidates.push(behind(door));
    }
    if let Some(day) = crowd.filter.unseen_since {
        let mut unseen = QueryBuilder::new("SELECT number FROM person WHERE seen < ");
        unseen.push_bind(day.0);
        candidates.push(unseen);
    }
    for mut candidate in candidates {
        candidate.push(" LIMIT ").push_bind(signed(FEW + 1));
        let numbers: Vec<i64> = candidate
            .build_query_scalar()
            .fetch_all(&mut *reader)
            .await?;
        if numbers.len() <= FEW {
            let lead = if is_exact { Lead::Found } else { Lead::These };
            return Ok(lead(numbers));
        }
        is_exact = false;
    }
    Ok(Lead::Order)
}

/// The rows that a search finds, in no order.
fn found(search: &Search) -> QueryBuilder<Sqlite> {
    let mut query = QueryBuilder::new("SELECT f.rowid FROM ");
    push_found(&mut query, search, " WHERE ");
    query
}

/// The tables that a search asks, what joins them, and the conditions.
pub(super) fn push_found(query: &mut QueryBuilder<Sqlite>, search: &Search, joined: &'static str) {
    let (trigrams, prefixes) = (search.trigrams(), search.prefixes());
    query.push(match (&trigrams, &prefixes) {
        (Some(_), Some(_)) => "trigram f CROSS JOIN word w ON w.rowid = f.rowid",
        (Some(_), None) => "trigram f",
        (None, _) => "word f",
    });
    query.push(joined);
    query.push("true");
    if let Some(trigrams) = trigrams {
        query.push(" AND trigram MATCH ").push_bind(trigrams);
    }
    if let Some(prefixes) = prefixes {
        query.push(" AND word MATCH ").push_bind(prefixes);
    }
}

/// The rows to whom a door is open.
fn behind(door: &Door) -> QueryBuilder<Sqlite> {
    let mut query =
        QueryBuilder::new("SELECT number FROM (SELECT number FROM opening WHERE place IN ");
    push_places(&mut query, door);
    query.push(" UNION SELECT number FROM person WHERE level IN (");
    push_levels(&mut query, door);
    query.push("))");
    query
}

pub(super) fn push_places(query: &mut QueryBuilder<Sqlite>, door: &Door) {
    let places = [Some(door.room.0), door.site.map(|it| it.0)];
    query
        .push("(SELECT unhex(value) FROM json_each(")
        .push_bind(id_set(places.into_iter().flatten()))
        .push("))");
}

pub(super) fn push_levels(query: &mut QueryBuilder<Sqlite>, door: &Door) {
    let mut levels = query.separated(", ");
    for level in &door.levels {
        levels.push_bind(level.clone());
    }
}
