//! The rows of a window, and the conditions that narrow them.

use futures_util::TryStreamExt;
use sqlx::{FromRow, QueryBuilder, Sqlite, SqliteConnection};

use super::crowd::Crowd;
use super::lead::{Lead, push_levels, push_places};
use super::look::Spotted;
use crate::cache::{Rank, to_json};
use crate::error::Result;

#[derive(FromRow)]
struct Counted {
    #[sqlx(flatten)]
    row: Row,
    found: i64,
}

#[derive(FromRow)]
struct Row {
    number: i64,
    place: Vec<u8>,
    level: Vec<u8>,
    first: i64,
    text: String,
}

impl Row {
    fn spotted(self, rank: Rank) -> Spotted {
        Spotted {
            number: self.number,
            key: rank.key(&self.level, self.first, &self.place),
        }
    }
}

/// The beginning of a statement that reads rows with what orders them.
fn select(crowd: &Crowd<'_>) -> QueryBuilder<Sqlite> {
    let mut query = QueryBuilder::new("SELECT p.number, p.place, ");
    query.push(match crowd.rank {
        Rank::Level => "p.level, 0 AS first, ",
        Rank::Name => "X'' AS level, 0 AS first, ",
        Rank::State => "X'' AS level, p.state AS first, ",
        Rank::Seen => "X'' AS level, p.seen AS first, ",
        Rank::Sent => "X'' AS level, p.sent_at AS first, ",
    });
    query.push(match crowd.search {
        Some(_) => "p.text ",
        None => "'' AS text ",
    });
    query
}

/// Every row that few candidates leave, in order.
pub(super) async fn few(
    reader: &mut SqliteConnection,
    crowd: &Crowd<'_>,
    lead: &Lead,
) -> Result<Vec<Spotted>> {
    let mut query = select(crowd);
    query.push("FROM ");
    if let Lead::These(numbers) | Lead::Found(numbers) = lead {
        push_these(&mut query, numbers)?;
    } else {
        query.push(match &crowd.filter {
            filter if filter.tab.is_some() => "person p INDEXED BY person_by_tab WHERE true",
            filter if filter.level.is_some() => "person p INDEXED BY person_by_level WHERE true",
            filter if !filter.states.is_empty() => "person p INDEXED BY person_by_state WHERE true",
            _ => "person p WHERE true",
        });
    }
    narrow(&mut query, crowd, false)?;
    let mut rows = query.build_query_as::<Row>().fetch(&mut *reader);
    let mut spotted = Vec::new();
    while let Some(row) = rows.try_next().await? {
        if crowd.finds(&row.text) {
            spotted.push(row.spotted(crowd.rank));
        }
    }
    spotted.sort_unstable_by(|one, other| one.key.cmp(&other.key));
    if crowd.descending {
        spotted.reverse();
    }
    Ok(spotted)
}

/// The candidates lead: no index beside them is worth asking.
fn push_these(query: &mut QueryBuilder<Sqlite>, numbers: &[i64]) -> Result<()> {
    query.push("json_each(").push_bind(to_json(&numbers)?);
    query.push(") AS it CROSS JOIN person p ON p.number = it.value WHERE true");
    Ok(())
}

/// The first rows of those that a search finds exactly, in order, and how many the list holds.
pub(super) async fn found(
    reader: &mut SqliteConnection,
    crowd: &Crowd<'_>,
    numbers: &[i64],
    many: usize,
) -> Result<(Vec<Spotted>, usize)> {
    let mut query = select(crowd);
    query.push(", count(*) OVER () AS found FROM ");
    push_these(&mut query, numbers)?;
    narrow(&mut query, crowd, false)?;
    push_order(&mut query, crowd);
    query.push(" LIMIT ").push_bind(signed(many));
    let rows: Vec<Counted> = query.build_query_as().fetch_all(reader).await?;
    let count = rows.first().map_or(0, |it| it.found);
    let spotted = rows.into_iter().map(|it| it.row.spotted(crowd.rank));
    Ok((
        spotted.collect(),
        usize::try_from(count).unwrap_or_default(),
    ))
}

/// The order of the rows.
fn push_order(query: &mut QueryBuilder<Sqlite>, crowd: &Crowd<'_>) {
    let first = match crowd.rank {
        Rank::Name => "",
        Rank::Level => "p.level",
        Rank::State => "p.state",
        Rank::Seen => "p.seen",
        Rank::Sent => "p.sent_at",
    };
    let turned = if crowd.descending { " DESC" } else { "" };
    query.push(" ORDER BY ");
    if !first.is_empty() {
        query.push(first).push(turned).push(", ");
    }
    query.push("p.place").push(turned);
}

/// The rows of a window, read from the index of the order.
pub(super) async fn in_order(
    reader: &mut SqliteConnection,
    crowd: &Crowd<'_>,
    from: usize,
    many: usize,
) -> Result<Vec<Spotted>> {
    let mut query = select(crowd);
    let index = match crowd.rank {
        Rank::Name => "person_by_name",
        Rank::Level => "person_by_level",
        Rank::State => "person_by_state",
        Rank::Seen => "person_by_seen",
        Rank::Sent => "person_by_tab",
    };
    query
        .push("FROM person p INDEXED BY ")
        .push(index)
        .push(" WHERE true");
    narrow(&mut query, crowd, true)?;
    push_order(&mut query, crowd);
    if crowd.search.is_none() {
        query.push(" LIMIT ").push_bind(signed(many));
        query.push(" OFFSET ").push_bind(signed(from));
    }
    let skipped = if crowd.search.is_some() { from } else { 0 };
    let mut rows = query.build_query_as::<Row>().fetch(&mut *reader);
    let (mut passed, mut spotted) = (0, Vec::new());
    while spotted.len() < many {
        let Some(row) = rows.try_next().await? else {
            break;
        };
        if crowd.finds(&row.text) {
            passed += 1;
            if passed > skipped {
                spotted.push(row.spotted(crowd.rank));
            }
        }
    }
    Ok(spotted)
}

pub(super) fn signed(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// The conditions of a list, apart from its search; rows that are read in order stay in order.
pub(super) fn narrow(
    query: &mut QueryBuilder<Sqlite>,
    crowd: &Crowd<'_>,
    in_order: bool,
) -> Result<()> {
    let filter = &crowd.filter;
    if let (Some(first), Some(last)) = (filter.states.iter().min(), filter.states.iter().max()) {
        if in_order {
            // The range leads into the index; the exact states are tested on what it gives, which stays in order.
            query.push(" AND p.state BETWEEN ").push_bind(*first);
            query
                .push(" AND ")
                .push_bind(*last)
                .push(" AND +p.state IN (");
        } else {
            query.push(" AND p.state IN (");
        }
        let mut states = query.separated(", ");
        for state in &filter.states {
            states.push_bind(*state);
        }
        query.push(")");
    }
    if let Some(level) = &filter.level {
        query.push(" AND p.level = ").push_bind(level.clone());
    }
    if let Some(tab) = filter.tab {
        query.push(" AND p.tab = ").push_bind(tab);
    }
    if let Some(day) = filter.unseen_since {
        query.push(" AND p.seen < ").push_bind(day.0);
    }
    if let Some(door) = &filter.door {
        query.push(" AND (p.number IN (SELECT number FROM opening WHERE place IN ");
        push_places(query, door);
        query.push(") OR p.level IN (");
        push_levels(query, door);
        query.push("))");
    }
    if !crowd.without.is_empty() {
        query.push(" AND p.number NOT IN (SELECT value FROM json_each(");
        query.push_bind(to_json(&crowd.without)?).push("))");
    }
    Ok(())
}
