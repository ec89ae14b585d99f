//! Saving: everything a batch changed, in one statement for each table, and what is derived from it: the contacts'
//! keys, departures for the feed, and the sums.

use std::collections::{BTreeMap, BTreeSet};

use doorward_domain::{Held, OrganisationId, Record, RecordKind};
use doorward_protocol::Sum;
use serde::Serialize;
use sqlx::{AssertSqlSafe, Row};
use uuid::Uuid;

use super::dialect::Column;
use super::records::{self, RecordRow, WRITTEN};
use super::{Error, Tx, contact_keys};

/// What a record was before it was changed.
#[derive(Debug, Clone, Copy)]
struct Before {
    kind: RecordKind,
    revision: u64,
}

/// Saves records of one organisation in their latest state. Rows that close go first, so that the unique indexes
/// see an old row closed before a new one opens.
pub async fn save(
    tx: &mut Tx,
    organisation: OrganisationId,
    touched: &[Held<Record>],
) -> Result<(), Error> {
    if touched.is_empty() {
        return Ok(());
    }
    let mut rows = touched
        .iter()
        .map(|held| RecordRow::of(organisation, held))
        .collect::<Result<Vec<_>, _>>()?;
    rows.sort_by_key(|row| row.live);
    let before = before(tx, organisation, &rows).await?;
    upsert(tx, organisation, &rows).await?;
    depart(tx, organisation, touched, &before).await?;
    count(tx, organisation, touched, &before).await?;
    contact_keys::save(tx, organisation, touched).await
}

async fn before(
    tx: &mut Tx,
    organisation: OrganisationId,
    rows: &[RecordRow],
) -> Result<BTreeMap<(String, Uuid), Before>, Error> {
    #[derive(Serialize)]
    struct Key<'a> {
        shelf: &'a str,
        id: &'a str,
    }
    let keys: Vec<_> = rows
        .iter()
        .map(|row| Key {
            shelf: row.shelf,
            id: &row.id,
        })
        .collect();
    let sql = format!(
        "SELECT r.shelf, r.id, r.kind, r.revision FROM {} CROSS JOIN record r
        WHERE r.organisation = $1 AND r.shelf = asked.shelf AND r.id = asked.id",
        tx.dialect()
            .rows("$2", "asked", &[Column::Text("shelf"), Column::Text("id")])
    );
    let query = sqlx::query(AssertSqlSafe(sql))
        .bind(organisation.to_string())
        .bind(super::json(&keys)?);
    let mut found = BTreeMap::new();
    for row in query.fetch_all(tx.conn()).await? {
        let kind: String = row.try_get("kind")?;
        let Some(kind) = records::kind(&kind) else {
            continue;
        };
        let revision = row.try_get::<i64, _>("revision")?.cast_unsigned();
        found.insert(
            (row.try_get("shelf")?, super::id(&row, "id")?),
            Before { kind, revision },
        );
    }
    Ok(found)
}

async fn upsert(
    tx: &mut Tx,
    organisation: OrganisationId,
    rows: &[RecordRow],
) -> Result<(), Error> {
    let names: Vec<_> = WRITTEN.iter().map(|column| column.name()).collect();
    let names = names.join(", ");
    let changed = [
        "kind",
        "kind_order",
        "revision",
        "signed",
        "body",
        "person",
        "live",
        "approved",
        "level",
        "decides",
        "ends_at",
        "manager",
        "seen_on",
    ];
    let changed = changed
        .map(|name| format!("{name} = excluded.{name}"))
        .join(", ");
    // The condition in front of ON CONFLICT keeps SQLite from reading it as part of a join.
    let sql = format!(
        "INSERT INTO record (organisation, {names}) SELECT $1, {names} FROM {} WHERE true ORDER BY live
        ON CONFLICT (organisation, shelf, id) DO UPDATE SET {changed}",
        tx.dialect().rows("$2", "made", WRITTEN)
    );
    sqlx::query(AssertSqlSafe(sql))
        .bind(organisation.to_string())
        .bind(super::json(&rows)?)
        .execute(tx.conn())
        .await?;
    Ok(())
}

type Befores = BTreeMap<(String, Uuid), Before>;

fn was(before: &Befores, organisation: OrganisationId, held: &Held<Record>) -> Option<Before> {
    let key = held.value.key(organisation);
    before
        .get(&(records::shelf(key.shelf).to_owned(), key.id))
        .copied()
}

/// Notes which records left a kind, for views that hold them under it, and which came back.
async fn depart(
    tx: &mut Tx,
    organisation: OrganisationId,
    touched: &[Held<Record>],
    before: &Befores,
) -> Result<(), Error> {
    #[derive(Serialize)]
    struct Departed {
        kind: &'static str,
        id: Uuid,
        kind_order: usize,
        revision: u64,
        /// The kind it has now.
        now: &'static str,
    }
    let departed = touched.iter().filter_map(|held| {
        let was = was(before, organisation, held)?.kind;
        let (kind, now) = (was.key(), held.value.kind().key());
        let id = held.value.key(organisation).id;
        (kind != now).then(|| Departed {
            kind,
            id,
            kind_order: records::order(was),
            revision: records::revision(held.version),
            now,
        })
    });
    let departed: Vec<_> = departed.collect();
    if departed.is_empty() {
        return Ok(());
    }
    let rows = super::json(&departed)?;
    let back = format!(
        "DELETE FROM departure WHERE organisation = $1 AND (kind, id) IN (SELECT now, id FROM {})",
        tx.dialect()
            .rows("$2", "gone", &[Column::Text("now"), Column::Text("id")])
    );
    sqlx::query(AssertSqlSafe(back))
        .bind(organisation.to_string())
        .bind(rows.as_str())
        .execute(tx.conn())
        .await?;
    let columns = [
        Column::Text("kind"),
        Column::Text("id"),
        Column::Number("kind_order"),
        Column::Number("revision"),
    ];
    let gone = format!(
        "INSERT INTO departure (organisation, kind, id, kind_order, revision)
        SELECT $1, kind, id, kind_order, revision FROM {} WHERE true
        ON CONFLICT (organisation, kind, id) DO UPDATE SET revision = excluded.revision",
        tx.dialect().rows("$2", "gone", &columns)
    );
    sqlx::query(AssertSqlSafe(gone))
        .bind(organisation.to_string())
        .bind(rows)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Moves the sums from what was to what is.
async fn count(
    tx: &mut Tx,
    organisation: OrganisationId,
    touched: &[Held<Record>],
    before: &Befores,
) -> Result<(), Error> {
    #[derive(Serialize)]
    struct SumRow {
        kind: &'static str,
        records: u64,
        hash: i64,
    }
    let mut sums = super::sums::sums(tx, organisation).await?;
    let mut changed = BTreeSet::new();
    for held in touched {
        let id = held.value.key(organisation).id;
        if let Some(was) = was(before, organisation, held) {
            sums.entry(was.kind).or_default().remove(id, was.revision);
            changed.insert(was.kind);
        }
        let kind = held.value.kind();
        sums.entry(kind)
            .or_default()
            .add(id, records::revision(held.version));
        changed.insert(kind);
    }
    let row = |(kind, sum): (&RecordKind, &Sum)| SumRow {
        kind: kind.key(),
        records: sum.count,
        hash: sum.hash.cast_signed(),
    };
    let rows: Vec<_> = sums
        .iter()
        .filter(|(kind, _)| changed.contains(*kind))
        .map(row)
        .collect();
    let sql = format!(
        "INSERT INTO kind_sum (organisation, kind, records, hash) SELECT $1, kind, records, hash FROM {} WHERE true
        ON CONFLICT (organisation, kind) DO UPDATE SET records = excluded.records, hash = excluded.hash",
        tx.dialect().rows("$2", "made", &[Column::Text("kind"), Column::Number("records"), Column::Number("hash")])
    );
    sqlx::query(AssertSqlSafe(sql))
        .bind(organisation.to_string())
        .bind(super::json(&rows)?)
        .execute(tx.conn())
        .await?;
    Ok(())
}
