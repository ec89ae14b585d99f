//! Lists of memberships with their contacts, in order or by search; what lies above the rows is left out by id.

use doorward_domain::{Contact, Membership, Moment, Record, RecordKind, Signed};
use sqlx::{QueryBuilder, Sqlite};
use uuid::Uuid;

use super::answers::{RowColumns, read};
use super::{Cache, from_json, id_set, uuid};
use crate::error::Result;
use crate::search::Search;

/// Matches counted at most.
const MOST_COUNTED: i64 = 1000;

/// What a list holds and in what order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    /// Those that wait longest first.
    Waiting,
    /// By name.
    Name,
}

/// Which part of the open requests.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Part {
    /// Only those that wait since then or longer.
    pub(crate) until: Option<Moment>,
    /// Only those that came by a link, or only the others.
    pub(crate) by_link: Option<bool>,
}

/// What a list is asked for.
#[derive(Debug, Clone)]
pub(crate) struct Wish<'a> {
    pub(crate) kind: RecordKind,
    /// Only those that are not closed.
    pub(crate) live: bool,
    pub(crate) order: Order,
    pub(crate) part: Part,
    pub(crate) search: Option<&'a Search>,
    /// Rows that lie above these and are added by the caller.
    pub(crate) without: Vec<Uuid>,
    pub(crate) limit: u32,
}

/// One membership of a list.
#[derive(Debug, Clone)]
pub(crate) struct Listed {
    pub(crate) membership: Membership,
    pub(crate) revision: u64,
    pub(crate) signed: Option<Signed>,
    pub(crate) contacts: Vec<Contact>,
}

impl Cache {
    /// The first memberships of a list.
    pub(crate) async fn list(&self, wish: &Wish<'_>) -> Result<Vec<Listed>> {
        let mut reader = self.database.read().await?;
        let mut query = QueryBuilder::<Sqlite>::new("SELECT r.body, r.revision, r.signed FROM ");
        narrow(&mut query, wish);
        query.push(match (wish.order, wish.search.and_then(Search::trigrams)) {
            (Order::Waiting, _) => " ORDER BY r.since_at, r.number LIMIT ",
            (Order::Name, Some(_)) => " ORDER BY t.rank LIMIT ",
            (Order::Name, None) => " ORDER BY p.place LIMIT ",
        });
        query.push_bind(i64::from(wish.limit));
        let rows: Vec<RowColumns> = query.build_query_as().fetch_all(&mut *reader).await?;
        let mut listed = Vec::with_capacity(rows.len());
        for columns in rows {
            let row = read(columns)?;
            if let Record::Membership(it) = row.record {
                listed.push(Listed {
                    membership: *it,
                    revision: row.revision,
                    signed: row.signed,
                    contacts: Vec::new(),
                });
            }
        }
        let ids = id_set(listed.iter().map(|it| it.membership.id.0));
        let contacts: Vec<(Vec<u8>, String)> = sqlx::query_as(
            "SELECT id, body FROM record WHERE shelf = 'member_contact' AND id IN (SELECT unhex(value) FROM json_each(?))",
        )
        .bind(ids)
        .fetch_all(&mut *reader)
        .await?;
        for (id, body) in contacts {
            if let (Record::MemberContact(kept), Some(of)) = (
                from_json(&body)?,
                listed.iter_mut().find(|it| it.membership.id.0 == uuid(&id)),
            ) {
                of.contacts = kept.contacts;
            }
        }
        Ok(listed)
    }

    /// How many a list holds: a kept count, or with a search what is found up to a thousand.
    pub(crate) async fn count(&self, wish: &Wish<'_>) -> Result<u64> {
        let mut reader = self.database.read().await?;
        let is_whole = wish.search.is_none() && wish.part == Part::default();
        let count: i64 = if is_whole && wish.without.is_empty() {
            let column = if wish.live {
                "SELECT live FROM kind_sum WHERE kind = ?"
            } else {
                "SELECT count FROM kind_sum WHERE kind = ?"
            };
            sqlx::query_scalar(column)
                .bind(wish.kind.key())
                .fetch_optional(&mut *reader)
                .await?
                .unwrap_or_default()
        } else if is_whole {
            let column = if wish.live {
                "SELECT coalesce(max(live), 0)"
            } else {
                "SELECT coalesce(max(count), 0)"
            };
            let mut query = QueryBuilder::<Sqlite>::new(column);
            query
                .push(" - (SELECT count(*) FROM record WHERE shelf = 'membership' AND kind = ")
                .push_bind(wish.kind.key());
            query
                .push(" AND live >= ")
                .push_bind(wish.live)
                .push(" AND id IN (SELECT unhex(value) FROM json_each(");
            query
                .push_bind(id_set(wish.without.iter().copied()))
                .push("))) FROM kind_sum WHERE kind = ")
                .push_bind(wish.kind.key());
            query.build_query_scalar().fetch_one(&mut *reader).await?
        } else {
            let mut query = QueryBuilder::<Sqlite>::new("SELECT count(*) FROM (SELECT 1 FROM ");
            narrow(&mut query, wish);
            let most = wish.search.map_or(-1, |_| MOST_COUNTED);
            query.push(" LIMIT ").push_bind(most).push(")");
            query.build_query_scalar().fetch_one(&mut *reader).await?
        };
        Ok(count.max(0).cast_unsigned())
    }
}

fn narrow<'a>(query: &mut QueryBuilder<Sqlite>, wish: &'a Wish<'a>) {
    let trigrams = wish.search.and_then(Search::trigrams);
    let prefixes = wish.search.and_then(Search::prefixes);
    // The search leads where there is one: the joins beside it are by row number.
    query.push(match (&trigrams, &prefixes) {
        (Some(_), Some(_)) => {
            "trigram t CROSS JOIN word w ON w.rowid = t.rowid CROSS JOIN person_text p ON p.number = t.rowid \
             CROSS JOIN record r ON r.number = t.rowid WHERE "
        }
        (Some(_), None) => {
            "trigram t CROSS JOIN person_text p ON p.number = t.rowid CROSS JOIN record r ON r.number = t.rowid WHERE "
        }
        (None, Some(_)) => {
            "word w CROSS JOIN person_text p ON p.number = w.rowid CROSS JOIN record r ON r.number = w.rowid WHERE "
        }
        (None, None) if wish.order == Order::Waiting => "record r WHERE r.shelf = 'membership' AND ",
        (None, None) => "person_text p CROSS JOIN record r ON r.number = p.number WHERE ",
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
    let table = if wish.search.is_none() && wish.order == Order::Waiting {
        "r"
    } else {
        "p"
    };
    query
        .push(table)
        .push(".kind = ")
        .push_bind(wish.kind.key());
    if wish.live {
        query.push(" AND ").push(table).push(".live = 1");
    }
    if let Some(until) = wish.part.until {
        query.push(" AND r.since_at <= ").push_bind(until.0);
    }
    if let Some(by_link) = wish.part.by_link {
        query
            .push(" AND (json_extract(r.body, '$.membership.asked.link') IS NOT NULL) = ")
            .push_bind(by_link);
    }
    if !wish.without.is_empty() {
        let without = id_set(wish.without.iter().copied());
        query
            .push(" AND r.id NOT IN (SELECT unhex(value) FROM json_each(")
            .push_bind(without)
            .push("))");
    }
}
