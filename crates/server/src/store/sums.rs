//! Sums: how many records there are of a kind and the sum of their hashes, kept as records are written (SYN-7), and the
//! same of those that belong to some places only.

use std::collections::{BTreeMap, BTreeSet};

use doorward_domain::{OrganisationId, RecordKind};
use doorward_protocol::{Sum, Sums};
use serde::Serialize;
use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, Row};

use super::change::Change;
use super::dialect::Column;
use super::places::{self, Covered};
use super::{Error, Script, Slot, Statement, Tx, records};

const NUMBERS: [Column; 2] = [Column::Number("records"), Column::Number("hash")];

/// Asks for the sums of every kind of which there is or was a record.
pub fn ask(script: &mut Script, organisation: OrganisationId) -> Slot {
    let sql = "SELECT kind, records, hash FROM kind_sum WHERE organisation = $1";
    script.add(Statement::new(sql).id(organisation))
}

/// The sums that were asked for.
pub fn read(rows: &[AnyRow]) -> Result<Sums, Error> {
    let mut sums = Sums::new();
    for row in rows {
        if let Some(kind) = kind(row)? {
            sums.insert(kind, sum(row)?);
        }
    }
    Ok(sums)
}

/// Takes off sums what belongs to places that are not covered.
pub(super) async fn narrow(
    tx: &mut Tx,
    organisation: OrganisationId,
    covered: &Covered,
    sums: &mut Sums,
) -> Result<(), Error> {
    let query =
        sqlx::query("SELECT kind, places, records, hash FROM place_sum WHERE organisation = $1")
            .bind(organisation.to_string());
    for row in query.fetch_all(tx.conn()).await? {
        let places: String = row.try_get("places")?;
        let of_kind = kind(&row)?.and_then(|kind| sums.get_mut(&kind));
        if let Some(of_kind) = of_kind.filter(|_| !covered.has(&places)) {
            let elsewhere = sum(&row)?;
            of_kind.count = of_kind.count.saturating_sub(elsewhere.count);
            of_kind.hash = of_kind.hash.wrapping_sub(elsewhere.hash);
        }
    }
    Ok(())
}

/// Moves the sums from what they were to what they are.
pub(super) async fn count(
    (tx, script): (&mut Tx, &mut Script),
    organisation: OrganisationId,
    changes: &[Change],
    mut kinds: Sums,
) -> Result<(), Error> {
    let mut touched = BTreeSet::new();
    for change in changes {
        if let Some(was) = &change.was {
            let sum = kinds.entry(was.kind).or_default();
            sum.remove(change.id, was.revision);
            touched.insert(was.kind);
        }
        let sum = kinds.entry(change.kind).or_default();
        sum.add(change.id, change.revision);
        touched.insert(change.kind);
    }
    kinds.retain(|kind, _| touched.contains(kind));
    write_kinds(script, organisation, &kinds)?;
    count_places((tx, script), organisation, changes).await
}

fn write_kinds(
    script: &mut Script,
    organisation: OrganisationId,
    sums: &Sums,
) -> Result<(), Error> {
    let row = |(kind, sum): (&RecordKind, &Sum)| SumRow::of(*kind, places::EVERYWHERE, *sum);
    let rows: Vec<_> = sums.iter().map(row).collect();
    let [records, hash] = NUMBERS;
    let sql = format!(
        "INSERT INTO kind_sum (organisation, kind, records, hash) SELECT $1, kind, records, hash FROM {} WHERE true
        ON CONFLICT (organisation, kind) DO UPDATE SET records = excluded.records, hash = excluded.hash",
        script
            .dialect()
            .rows("$2", "made", &[Column::Text("kind"), records, hash])
    );
    script.add(Statement::new(sql).id(organisation).set(&rows)?);
    Ok(())
}

/// Sums by kind and places.
pub(super) type PlaceSums = BTreeMap<(RecordKind, String), Sum>;

async fn count_places(
    (tx, script): (&mut Tx, &mut Script),
    organisation: OrganisationId,
    changes: &[Change],
) -> Result<(), Error> {
    let places = changes.iter().flat_map(|change| {
        let was = change.was.as_ref();
        let was = was.map(|was| (was.kind, was.places.clone()));
        [was, Some((change.kind, change.row.places.clone()))]
    });
    let named = places
        .flatten()
        .filter(|(_, key)| key != places::EVERYWHERE);
    let mut sums: PlaceSums = named.map(|it| (it, Sum::default())).collect();
    if sums.is_empty() {
        return Ok(());
    }
    read_places(tx, organisation, &mut sums).await?;
    for change in changes {
        if let Some(was) = &change.was
            && let Some(sum) = sums.get_mut(&(was.kind, was.places.clone()))
        {
            sum.remove(change.id, was.revision);
        }
        if let Some(sum) = sums.get_mut(&(change.kind, change.row.places.clone())) {
            sum.add(change.id, change.revision);
        }
    }
    write_places(script, organisation, &sums)
}

async fn read_places(
    tx: &mut Tx,
    organisation: OrganisationId,
    sums: &mut PlaceSums,
) -> Result<(), Error> {
    let sql = format!(
        "SELECT s.kind, s.places, s.records, s.hash FROM {} CROSS JOIN place_sum s
        WHERE s.organisation = $1 AND s.kind = asked.kind AND s.places = asked.places",
        tx.dialect().rows(
            "$2",
            "asked",
            &[Column::Text("kind"), Column::Text("places")]
        )
    );
    let query = sqlx::query(AssertSqlSafe(sql))
        .bind(organisation.to_string())
        .bind(super::json(&rows(sums))?);
    for row in query.fetch_all(tx.conn()).await? {
        let places: String = row.try_get("places")?;
        let kept = kind(&row)?.and_then(|kind| sums.get_mut(&(kind, places)));
        if let Some(kept) = kept {
            *kept = sum(&row)?;
        }
    }
    Ok(())
}

pub(super) fn write_places(
    script: &mut Script,
    organisation: OrganisationId,
    sums: &PlaceSums,
) -> Result<(), Error> {
    let [records, hash] = NUMBERS;
    let columns = [Column::Text("kind"), Column::Text("places"), records, hash];
    let sql = format!(
        "INSERT INTO place_sum (organisation, kind, places, records, hash)
        SELECT $1, kind, places, records, hash FROM {} WHERE true
        ON CONFLICT (organisation, kind, places) DO UPDATE SET records = excluded.records, hash = excluded.hash",
        script.dialect().rows("$2", "made", &columns)
    );
    script.add(Statement::new(sql).id(organisation).set(&rows(sums))?);
    Ok(())
}

fn rows(sums: &PlaceSums) -> Vec<SumRow<'_>> {
    sums.iter()
        .map(|((kind, places), sum)| SumRow::of(*kind, places, *sum))
        .collect()
}

/// A sum on its way into its row.
#[derive(Serialize)]
struct SumRow<'a> {
    kind: &'static str,
    places: &'a str,
    records: u64,
    /// The 64 bits read as a signed number.
    hash: i64,
}

impl<'a> SumRow<'a> {
    fn of(kind: RecordKind, places: &'a str, sum: Sum) -> Self {
        Self {
            kind: kind.key(),
            places,
            records: sum.count,
            hash: sum.hash.cast_signed(),
        }
    }
}

fn kind(row: &AnyRow) -> Result<Option<RecordKind>, Error> {
    let kind: String = row.try_get("kind")?;
    Ok(records::kind(&kind))
}

fn sum(row: &AnyRow) -> Result<Sum, Error> {
    Ok(Sum {
        count: row.try_get::<i64, _>("records")?.cast_unsigned(),
        hash: row.try_get::<i64, _>("hash")?.cast_unsigned(),
    })
}
