//! Changes: what records were and what they are to be, with everything that is kept with a membership that moves.

use std::collections::{BTreeMap, BTreeSet};

use doorward_domain::{Held, OrganisationId, Record, RecordKind, Shelf, Version};
use serde::Serialize;
use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, Row};
use uuid::Uuid;

use super::dialect::Column;
use super::places::{self, Place};
use super::records::{self, COLUMNS, RecordRow};
use super::{Error, Script, Slot, Statement, Tx};

/// A record on its way into its row.
#[derive(Debug)]
pub(super) struct Change {
    pub id: Uuid,
    pub kind: RecordKind,
    pub revision: u64,
    pub row: RecordRow,
    /// What it was; none for one that is new.
    pub was: Option<Before>,
}

/// What a record was before it was changed.
#[derive(Debug, Clone)]
pub(super) struct Before {
    pub kind: RecordKind,
    pub revision: u64,
    /// The key of the places it belonged to.
    pub places: String,
}

/// What records were, by shelf and id.
pub(super) type Befores = BTreeMap<(&'static str, Uuid), Before>;

const MEMBERSHIP: &str = "membership";
/// The shelves of what is kept with memberships.
const FOLLOWERS: [&str; 3] = ["member_contact", "delivery", "member_activity"];

/// The changes that saving these records comes to, given what they were. Where a membership belongs elsewhere now, what
/// is kept with it follows at the same revision, so that those who see it from now on are sent it whole.
pub(super) async fn changes(
    (tx, script): (&mut Tx, &mut Script),
    organisation: OrganisationId,
    touched: &[Held<Record>],
    mut befores: Befores,
) -> Result<Vec<Change>, Error> {
    let (mut named, mut own) = (BTreeSet::new(), BTreeMap::new());
    for held in touched {
        if let Some(Place { key, body }) = places::of(&held.value)? {
            let at = place_of(organisation, held);
            own.insert(at, key.clone());
            if befores.get(&at).is_none_or(|was| was.places != key) {
                named.insert(Place { key, body });
            }
        }
    }
    places::keep(script, organisation, &named)?;
    let followers = followers(tx, organisation, touched, (&mut befores, &own)).await?;
    let all = touched.iter().chain(&followers);
    all.map(|held| change(organisation, held, &befores, &own))
        .collect()
}

fn change(
    organisation: OrganisationId,
    held: &Held<Record>,
    befores: &Befores,
    own: &BTreeMap<(&'static str, Uuid), String>,
) -> Result<Change, Error> {
    let at = place_of(organisation, held);
    let with = (MEMBERSHIP, at.1);
    let kept = || befores.get(&with).map(|was| was.places.clone());
    let places = own.get(&at).or_else(|| own.get(&with)).cloned();
    let places = places.or_else(kept).unwrap_or_default();
    Ok(Change {
        id: at.1,
        kind: held.value.kind(),
        revision: records::revision(held.version),
        row: RecordRow::of(organisation, held, places)?,
        was: befores.get(&at).cloned(),
    })
}

fn place_of(organisation: OrganisationId, held: &Held<Record>) -> (&'static str, Uuid) {
    let key = held.value.key(organisation);
    (records::shelf(key.shelf), key.id)
}

/// Asks what the records were, and the memberships that they are kept with.
pub(super) fn ask(
    script: &mut Script,
    organisation: OrganisationId,
    touched: &[Held<Record>],
) -> Result<Slot, Error> {
    #[derive(Serialize, PartialEq, Eq, PartialOrd, Ord)]
    struct Key {
        shelf: &'static str,
        id: Uuid,
    }
    let mut keys = BTreeSet::new();
    for held in touched {
        let (shelf, id) = place_of(organisation, held);
        keys.insert(Key { shelf, id });
        if FOLLOWERS.contains(&shelf) {
            let shelf = MEMBERSHIP;
            keys.insert(Key { shelf, id });
        }
    }
    let sql = format!(
        "SELECT r.shelf, r.id, r.kind, r.revision, r.places FROM {} CROSS JOIN record r
        WHERE r.organisation = $1 AND r.shelf = asked.shelf AND r.id = asked.id",
        script
            .dialect()
            .rows("$2", "asked", &[Column::Text("shelf"), Column::Text("id")])
    );
    Ok(script.add(Statement::new(sql).id(organisation).set(&keys)?))
}

/// What was asked for.
pub(super) fn befores(rows: &[AnyRow]) -> Result<Befores, Error> {
    let mut found = Befores::new();
    for row in rows {
        let kind: String = row.try_get("kind")?;
        let Some(kind) = records::kind(&kind) else {
            continue;
        };
        let shelf: String = row.try_get("shelf")?;
        let before = Before {
            kind,
            revision: row.try_get::<i64, _>("revision")?.cast_unsigned(),
            places: row.try_get::<Option<_>, _>("places")?.unwrap_or_default(),
        };
        let shelves = Shelf::ALL.into_iter().map(records::shelf);
        if let Some(shelf) = shelves.into_iter().find(|it| **it == *shelf) {
            found.insert((shelf, super::id(row, "id")?), before);
        }
    }
    Ok(found)
}

/// What is kept with memberships that belong elsewhere now, apart from what is touched anyway.
async fn followers(
    tx: &mut Tx,
    organisation: OrganisationId,
    touched: &[Held<Record>],
    (befores, own): (&mut Befores, &BTreeMap<(&'static str, Uuid), String>),
) -> Result<Vec<Held<Record>>, Error> {
    let moved = touched.iter().filter_map(|held| {
        let at = place_of(organisation, held);
        let (was, is) = (befores.get(&at)?, own.get(&at)?);
        (at.0 == MEMBERSHIP && was.places != *is).then_some((at.1, held.version))
    });
    let moved: BTreeMap<Uuid, Version> = moved.collect();
    if moved.is_empty() {
        return Ok(Vec::new());
    }
    let touched: BTreeSet<_> = touched
        .iter()
        .map(|held| place_of(organisation, held))
        .collect();
    let sql = format!(
        "SELECT {COLUMNS}, r.places FROM record r
        WHERE r.organisation = $1 AND r.shelf IN ({}) AND r.id IN ({})",
        tx.dialect().list("$2"),
        tx.dialect().list("$3")
    );
    let rows = sqlx::query(AssertSqlSafe(sql))
        .bind(organisation.to_string())
        .bind(super::json(&FOLLOWERS)?)
        .bind(super::json(&moved.keys().collect::<Vec<_>>())?)
        .fetch_all(tx.conn())
        .await?;
    let mut followers = Vec::new();
    for row in &rows {
        let kept = records::read(row)?;
        let key = kept.record.key(organisation);
        let at = (records::shelf(key.shelf), key.id);
        let Some(version) = moved.get(&at.1).filter(|_| !touched.contains(&at)) else {
            continue;
        };
        let before = Before {
            kind: kept.kind,
            revision: kept.revision,
            places: row.try_get::<Option<_>, _>("places")?.unwrap_or_default(),
        };
        befores.insert(at, before);
        followers.push(Held {
            value: kept.record,
            version: *version,
            signed: kept.signed,
        });
    }
    Ok(followers)
}
