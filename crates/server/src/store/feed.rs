//! Feed: the latest state of changed records and what left a kind, in the order of their changes. The order of the
//! feed is the order of commits, because the revision is counted under the organisation's lock (SYN-3).

use doorward_domain::{OrganisationId, RecordKind, View};
use doorward_protocol::{Gone, SentRecord, Sum, Sums};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, Row};

use super::places::Covered;
use super::records::{self, COLUMNS};
use super::{Error, Tx};

/// A place in the order of the feed: after this revision, kind and record.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// The revision.
    pub revision: u64,
    /// The place of the kind in the order of the feed.
    pub kind: u64,
    /// The record.
    pub id: String,
}

/// One line of the feed.
#[derive(Debug, Clone)]
pub enum Line {
    /// A record in its latest state.
    Record(KeptLine),
    /// A record that left a kind.
    Gone(Gone),
}

/// A record as it is sent, word for word as it was saved: what is kept has the shape of [`SentRecord`] already, and most
/// of a page's time would go into reading it and writing it again.
#[derive(Debug, Clone, Serialize)]
pub struct KeptLine {
    kind: RecordKind,
    record: Box<RawValue>,
    revision: u64,
    signed: Option<Box<RawValue>>,
}

impl KeptLine {
    fn read(row: &AnyRow, id: &str) -> Result<Self, Error> {
        let written = |text| RawValue::from_string(text).map_err(Error::unreadable("record", id));
        let (kind, signed): (String, Option<String>) =
            (row.try_get("kind")?, row.try_get("signed")?);
        Ok(Self {
            kind: records::kind(&kind).unwrap_or(RecordKind::Request),
            record: written(row.try_get("body")?)?,
            revision: row.try_get::<i64, _>("revision")?.cast_unsigned(),
            signed: signed.map(written).transpose()?,
        })
    }

    /// The record.
    pub fn sent(&self) -> Result<SentRecord, Error> {
        let signed = self.signed.as_ref();
        Ok(SentRecord {
            kind: self.kind,
            record: serde_json::from_str(self.record.get())
                .map_err(Error::unreadable("record", ""))?,
            revision: self.revision,
            signed: signed
                .map(|it| serde_json::from_str(it.get()))
                .transpose()
                .map_err(Error::unreadable("record", ""))?,
        })
    }
}

/// What is asked of the feed of one organisation.
#[derive(Debug)]
pub struct Asked<'a> {
    /// Whose feed.
    pub organisation: OrganisationId,
    /// What may be seen.
    pub view: &'a View,
    /// After which place.
    pub after: &'a Place,
    /// The revision up to which nothing that left needs to be told, because nothing older is held.
    pub floor: u64,
    /// How many lines at most.
    pub most: usize,
}

/// The lines after a place, in order, each with its own place.
pub async fn lines(tx: &mut Tx, asked: &Asked<'_>) -> Result<Vec<(Place, Line)>, Error> {
    let covered = Covered::by(tx, asked.organisation, asked.view).await?;
    let mut lines = records_after(tx, asked, &covered).await?;
    lines.extend(departures_after(tx, asked, &covered).await?);
    lines.sort_by(|one, other| one.0.cmp(&other.0));
    lines.truncate(asked.most);
    Ok(lines)
}

async fn records_after(
    tx: &mut Tx,
    asked: &Asked<'_>,
    covered: &Covered,
) -> Result<Vec<(Place, Line)>, Error> {
    let sql = format!(
        "SELECT {COLUMNS}, r.kind_order FROM record r
        WHERE r.organisation = $1 AND (r.revision, r.kind_order, r.id) > ($2, $3, $4)
            AND ((r.kind IN ({kinds}) {here}) OR (r.shelf = 'membership' AND r.id = $6)) {routed}
        ORDER BY r.revision, r.kind_order, r.id LIMIT $7",
        kinds = tx.dialect().list("$5"),
        here = covered.condition(tx, "r.places", "$9"),
        routed = routed(asked.view),
    );
    let rows = bound_to(asked, asked.view.kinds.iter(), covered, sql)?
        .fetch_all(tx.conn())
        .await?;
    let line = |row: &AnyRow| {
        let place = place(row)?;
        let kept = KeptLine::read(row, &place.id)?;
        Ok((place, Line::Record(kept)))
    };
    rows.iter().map(line).collect()
}

/// Who only decides routed requests sees those that are open, and the contacts of those (R-41, DESIGN 4).
fn routed(view: &View) -> String {
    let open_requests = format!(
        "AND (r.kind <> 'request' OR {} OR r.id = $6)",
        waiting("r", view)
    );
    let their_contacts = format!(
        "AND (r.kind <> 'member_contact' OR EXISTS (SELECT 1 FROM record m
            WHERE m.organisation = r.organisation AND m.shelf = 'membership' AND m.id = r.id
            AND {}))",
        waiting("m", view)
    );
    let narrow = [
        (RecordKind::Request, open_requests),
        (RecordKind::MemberContact, their_contacts),
    ];
    let narrow = narrow
        .into_iter()
        .filter(|(kind, _)| view.routed.contains(kind));
    narrow.map(|(_, sql)| sql).collect::<Vec<_>>().join(" ")
}

/// Whether a row is one of the open requests that a routed view sees.
fn waiting(row: &str, view: &View) -> String {
    let until = view.routed_until.map_or(i64::MAX, |it| it.0);
    format!("coalesce({row}.waits_since <= {until}, false)")
}

async fn departures_after(
    tx: &mut Tx,
    asked: &Asked<'_>,
    covered: &Covered,
) -> Result<Vec<(Place, Line)>, Error> {
    let mut lines = left(tx, asked, covered).await?;
    if !asked.view.routed.is_empty() {
        lines.extend(closed_after(tx, asked, covered).await?);
        lines.sort_by(|(one, _), (other, _)| one.cmp(other));
        lines.truncate(asked.most);
    }
    Ok(lines)
}

/// Records that left a kind which the view sees as a whole, or the places that it covers. One that is seen again, or
/// was never out of sight, has not left.
async fn left(
    tx: &mut Tx,
    asked: &Asked<'_>,
    covered: &Covered,
) -> Result<Vec<(Place, Line)>, Error> {
    let sql = format!(
        "SELECT d.kind, d.kind_order, d.id, d.revision FROM departure d
        WHERE d.organisation = $1 AND (d.revision, d.kind_order, d.id) > ($2, $3, $4)
            AND ((d.kind IN ({kinds}) {there}) OR (d.shelf = 'membership' AND d.id = $6)) AND d.revision > $8
            AND NOT EXISTS (SELECT 1 FROM record r WHERE r.organisation = d.organisation AND r.shelf = d.shelf
                AND r.id = d.id AND r.kind = d.kind AND ((1 = 1 {here}) OR (r.shelf = 'membership' AND r.id = $6)))
        ORDER BY d.revision, d.kind_order, d.id LIMIT $7",
        kinds = tx.dialect().list("$5"),
        there = covered.condition(tx, "d.places", "$9"),
        here = covered.condition(tx, "r.places", "$9"),
    );
    let whole = asked.view.kinds.difference(&asked.view.routed);
    let rows = bound_to(asked, whole, covered, sql)?
        .fetch_all(tx.conn())
        .await?;
    rows.iter().map(gone).collect()
}

/// For a routed view a request that is open no more has left, with its contacts.
async fn closed_after(
    tx: &mut Tx,
    asked: &Asked<'_>,
    covered: &Covered,
) -> Result<Vec<(Place, Line)>, Error> {
    let left = "FROM record r WHERE r.organisation = $1 AND r.shelf = 'membership' AND r.revision > $8
            AND NOT (r.kind = 'request' AND r.live = 1) AND (r.kind = 'request' OR EXISTS (SELECT 1 FROM departure was
            WHERE was.organisation = r.organisation AND was.kind = 'request' AND was.id = r.id))";
    let (request, contact) = (
        records::order(RecordKind::Request),
        records::order(RecordKind::MemberContact),
    );
    let sql = format!(
        "SELECT kind, kind_order, id, revision FROM (
            SELECT 'request' AS kind, CAST({request} AS bigint) AS kind_order, r.id, r.revision {left}
            UNION ALL SELECT 'member_contact' AS kind, CAST({contact} AS bigint) AS kind_order, r.id, r.revision {left}
        ) AS d WHERE (revision, kind_order, id) > ($2, $3, $4) AND kind IN ({kinds}) ORDER BY revision, kind_order, id LIMIT $7",
        kinds = tx.dialect().list("$5"),
    );
    let rows = bound_to(asked, asked.view.routed.iter(), covered, sql)?
        .fetch_all(tx.conn())
        .await?;
    rows.iter().map(gone).collect()
}

type Bound = sqlx::query::Query<'static, sqlx::Any, sqlx::any::AnyArguments>;

fn bound_to<'k>(
    asked: &Asked<'_>,
    kinds: impl Iterator<Item = &'k RecordKind>,
    covered: &Covered,
    sql: String,
) -> Result<Bound, Error> {
    let kinds: Vec<_> = kinds.map(|kind| kind.key()).collect();
    Ok(sqlx::query(AssertSqlSafe(sql))
        .bind(asked.organisation.to_string())
        .bind(asked.after.revision.cast_signed())
        .bind(asked.after.kind.cast_signed())
        .bind(asked.after.id.clone())
        .bind(super::json(&kinds)?)
        .bind(asked.view.own.map(|id| id.to_string()).unwrap_or_default())
        .bind(i64::try_from(asked.most).unwrap_or(i64::MAX))
        .bind(asked.floor.cast_signed())
        .bind(covered.keys()?))
}

fn place(row: &AnyRow) -> Result<Place, Error> {
    Ok(Place {
        revision: row.try_get::<i64, _>("revision")?.cast_unsigned(),
        kind: row.try_get::<i64, _>("kind_order")?.cast_unsigned(),
        id: row.try_get("id")?,
    })
}

fn gone(row: &AnyRow) -> Result<(Place, Line), Error> {
    let place = place(row)?;
    let kind: String = row.try_get("kind")?;
    let kind = records::kind(&kind).unwrap_or(RecordKind::Request);
    let gone = Gone {
        kind,
        id: super::id(row, "id")?,
        revision: place.revision,
    };
    Ok((place, Line::Gone(gone)))
}

/// The sums of the kinds of a view. They are kept as records are written; what a limited view does not cover is taken
/// off, and for a routed view, which sees a part of a kind, they are counted from the few requests that are open.
pub async fn sums(tx: &mut Tx, organisation: OrganisationId, view: &View) -> Result<Sums, Error> {
    let (asked, mut answers) = tx
        .script(|script| Ok(super::sums::ask(script, organisation)))
        .await?;
    let kept = super::sums::read(&answers.take(asked))?;
    let of_kind = |kind: &RecordKind| (*kind, kept.get(kind).copied().unwrap_or_default());
    let mut sums: Sums = view.kinds.iter().map(of_kind).collect();
    let covered = Covered::by(tx, organisation, view).await?;
    if !matches!(covered, Covered::All) {
        super::sums::narrow(tx, organisation, &covered, &mut sums).await?;
        with_own(tx, organisation, (view, &covered), &mut sums).await?;
    }
    if !view.routed.is_empty() {
        sums.extend(of_open_requests(tx, organisation, view).await?);
    }
    Ok(sums)
}

/// Adds the membership of one's own, which is sent wherever it belongs.
async fn with_own(
    tx: &mut Tx,
    organisation: OrganisationId,
    (view, covered): (&View, &Covered),
    sums: &mut Sums,
) -> Result<(), Error> {
    let Some(own) = view.own else { return Ok(()) };
    let sql = "SELECT kind, revision, places FROM record WHERE organisation = $1 AND shelf = 'membership' AND id = $2";
    let row = sqlx::query(sql)
        .bind(organisation.to_string())
        .bind(own.to_string())
        .fetch_optional(tx.conn())
        .await?;
    let Some(row) = row else { return Ok(()) };
    let (kind, places): (String, String) = (row.try_get("kind")?, row.try_get("places")?);
    let of_kind = records::kind(&kind).and_then(|kind| sums.get_mut(&kind));
    if let Some(of_kind) = of_kind.filter(|_| !covered.has(&places)) {
        let revision: i64 = row.try_get("revision")?;
        of_kind.add(own.0, revision.cast_unsigned());
    }
    Ok(())
}

async fn of_open_requests(
    tx: &mut Tx,
    organisation: OrganisationId,
    view: &View,
) -> Result<Sums, Error> {
    let sql = format!(
        "SELECT m.id, m.revision, c.revision AS of_contact FROM record m
        LEFT JOIN record c ON c.organisation = m.organisation AND c.shelf = 'member_contact' AND c.id = m.id
        WHERE m.organisation = $1 AND m.shelf = 'membership' AND {}",
        waiting("m", view)
    );
    let rows = sqlx::query(AssertSqlSafe(sql))
        .bind(organisation.to_string())
        .fetch_all(tx.conn())
        .await?;
    let (mut requests, mut contacts) = (Sum::default(), Sum::default());
    for row in rows {
        let id = super::id(&row, "id")?;
        requests.add(id, row.try_get::<i64, _>("revision")?.cast_unsigned());
        if let Some(revision) = row.try_get::<Option<i64>, _>("of_contact")? {
            contacts.add(id, revision.cast_unsigned());
        }
    }
    let counted = [
        (RecordKind::Request, requests),
        (RecordKind::MemberContact, contacts),
    ];
    let seen = counted.into_iter();
    Ok(seen
        .filter(|(kind, _)| view.routed.contains(kind))
        .collect())
}

/// The organisations in which a person may have something to see: their own, and those that these manage or are asked to.
pub async fn organisations_of(
    tx: &mut Tx,
    person: doorward_domain::PersonId,
) -> Result<Vec<OrganisationId>, Error> {
    let rows = sqlx::query(
        "SELECT DISTINCT organisation AS id FROM record WHERE person = $1 AND live = 1
        UNION SELECT o.organisation AS id FROM record o WHERE o.shelf = 'organisation' AND o.manager IN
            (SELECT organisation FROM record WHERE person = $1 AND live = 1)
        UNION SELECT o.organisation AS id FROM record o WHERE o.shelf = 'organisation' AND o.asked IN
            (SELECT organisation FROM record WHERE person = $1 AND live = 1)
        ORDER BY id",
    )
    .bind(person.to_string())
    .fetch_all(tx.conn())
    .await?;
    rows.iter().map(|row| super::id(row, "id")).collect()
}
