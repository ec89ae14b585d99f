//! The open requests with their contacts, those that wait longest first; what lies above the rows is left out by id.

use doorward_domain::{Moment, RecordKind};
use futures_util::TryStreamExt;
use sqlx::{FromRow, QueryBuilder, Sqlite, SqliteConnection};
use uuid::Uuid;

use super::answers::read;
use super::listed::{Listed, beside};
use super::{Cache, id_set};
use crate::error::Result;
use crate::search::Search;

/// Open requests among which a search reads every text; among more of them the index of texts leads.
const FEW: i64 = 2000;

/// Which part of the open requests.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Part {
    /// Only those that wait since then or longer.
    pub(crate) until: Option<Moment>,
    /// Only those that came by a link, or only the others.
    pub(crate) by_link: Option<bool>,
}

/// What the list of open requests is asked for.
#[derive(Debug, Clone)]
pub(crate) struct Wish<'a> {
    pub(crate) part: Part,
    pub(crate) search: Option<&'a Search>,
    /// Rows that are not meant, or that lie above these and are added by the caller.
    pub(crate) without: Vec<Uuid>,
    /// The only rows that are meant, if not all are.
    pub(crate) only: Option<Vec<Uuid>>,
    pub(crate) limit: u32,
}

#[derive(FromRow)]
struct Row {
    body: String,
    revision: i64,
    signed: String,
    text: String,
}

impl Cache {
    /// The first open requests of a list.
    pub(crate) async fn waiting(&self, wish: &Wish<'_>) -> Result<Vec<Listed>> {
        let mut reader = self.database.read().await?;
        let reads = reads_every_text(&mut reader, wish).await?;
        let mut query = QueryBuilder::<Sqlite>::new("SELECT r.body, r.revision, r.signed, ");
        query.push(if reads { "p.text" } else { "'' AS text" });
        query.push(" FROM ");
        narrow(&mut query, wish, reads);
        query.push(" ORDER BY r.since_at, r.number");
        let mut rows = query.build_query_as::<Row>().fetch(&mut *reader);
        let mut listed = Vec::new();
        while listed.len() < wish.limit as usize {
            let Some(row) = rows.try_next().await? else {
                break;
            };
            if !reads || wish.finds(&row.text) {
                listed.extend(Listed::of(read((row.body, row.revision, row.signed))?));
            }
        }
        drop(rows);
        beside(&mut reader, &mut listed).await?;
        Ok(listed)
    }

    /// How many open requests a list holds: a kept count, or what is found. The list goes as far as it says, so that
    /// nobody who waits is left out of it.
    pub(crate) async fn count_waiting(&self, wish: &Wish<'_>) -> Result<u64> {
        let mut reader = self.database.read().await?;
        let is_whole = wish.search.is_none() && wish.part == Part::default() && wish.only.is_none();
        if is_whole {
            let left_out = among(&mut reader, wish).await?;
            return Ok((all(&mut reader).await? - left_out).max(0).cast_unsigned());
        }
        let reads = reads_every_text(&mut reader, wish).await?;
        let what = if reads { "p.text" } else { "count(*)" };
        let mut query = QueryBuilder::<Sqlite>::new(format!("SELECT {what} FROM "));
        narrow(&mut query, wish, reads);
        if !reads {
            let count: i64 = query.build_query_scalar().fetch_one(&mut *reader).await?;
            return Ok(count.cast_unsigned());
        }
        let mut texts = query.build_query_scalar::<String>().fetch(&mut *reader);
        let mut count = 0;
        while let Some(text) = texts.try_next().await? {
            count += u64::from(wish.finds(&text));
        }
        Ok(count)
    }
}

impl Wish<'_> {
    fn finds(&self, text: &str) -> bool {
        self.search.is_none_or(|search| search.finds(text))
    }
}

/// How many requests are open.
async fn all(reader: &mut SqliteConnection) -> Result<i64> {
    Ok(
        sqlx::query_scalar("SELECT live FROM kind_sum WHERE kind = ?")
            .bind(RecordKind::Request.key())
            .fetch_optional(reader)
            .await?
            .unwrap_or_default(),
    )
}

/// How many of the rows that are left out are open requests.
async fn among(reader: &mut SqliteConnection, wish: &Wish<'_>) -> Result<i64> {
    if wish.without.is_empty() {
        return Ok(0);
    }
    let sql = "SELECT count(*) FROM record WHERE shelf = 'membership' AND kind = ? AND live = 1 \
               AND id IN (SELECT unhex(value) FROM json_each(?))";
    Ok(sqlx::query_scalar(sql)
        .bind(RecordKind::Request.key())
        .bind(id_set(wish.without.iter().copied()))
        .fetch_one(reader)
        .await?)
}

/// Whether a search reads the text of every open request, because there are few.
async fn reads_every_text(reader: &mut SqliteConnection, wish: &Wish<'_>) -> Result<bool> {
    Ok(wish.search.is_some() && all(reader).await? <= FEW)
}

fn narrow(query: &mut QueryBuilder<Sqlite>, wish: &Wish<'_>, reads: bool) {
    let trigrams = wish.search.filter(|_| !reads).and_then(Search::trigrams);
    let prefixes = wish.search.filter(|_| !reads).and_then(Search::prefixes);
    // Where the index of texts leads, the joins beside it are by row number.
    query.push(match (&trigrams, &prefixes) {
        (Some(_), Some(_)) => {
            "trigram t CROSS JOIN word w ON w.rowid = t.rowid CROSS JOIN record r ON r.number = t.rowid WHERE "
        }
        (Some(_), None) => "trigram t CROSS JOIN record r ON r.number = t.rowid WHERE ",
        (None, Some(_)) => "word w CROSS JOIN record r ON r.number = w.rowid WHERE ",
        (None, None) if reads => "record r CROSS JOIN person p ON p.number = r.number WHERE ",
        (None, None) => "record r WHERE ",
    });
    if let Some(trigrams) = trigrams {
        query
            .push("trigram MATCH ")
            .push_bind(trigrams)
            .push(" AND ");
    }
    if let Some(prefixes) = prefixes {
        query.push("word MATCH ").push_bind(prefixes).push(" AND ");
    }
    query
        .push("r.shelf = 'membership' AND r.live = 1 AND r.kind = ")
        .push_bind(RecordKind::Request.key());
    if let Some(until) = wish.part.until {
        query.push(" AND r.since_at <= ").push_bind(until.0);
    }
    if let Some(by_link) = wish.part.by_link {
        query
            .push(" AND (json_extract(r.body, '$.membership.asked.link') IS NOT NULL) = ")
            .push_bind(by_link);
    }
    if let Some(only) = &wish.only {
        query
            .push(" AND r.id IN (SELECT unhex(value) FROM json_each(")
            .push_bind(id_set(only.iter().copied()))
            .push("))");
    }
    if !wish.without.is_empty() {
        query
            .push(" AND r.id NOT IN (SELECT unhex(value) FROM json_each(")
            .push_bind(id_set(wish.without.iter().copied()))
            .push("))");
    }
}
