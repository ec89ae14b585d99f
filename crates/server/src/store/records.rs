//! Records: how each stands in its row, and what is taken out of it so that lookups find it.

use doorward_domain::{
    Held, LevelRef, OrganisationId, Permission, Record, RecordKind, Shelf, Signed, Standing,
    Status, Version,
};
use serde::Serialize;
use sqlx::Row;
use sqlx::any::AnyRow;

use super::Error;
use super::dialect::Column;

/// The columns that a record is read from.
pub(super) const COLUMNS: &str = "r.shelf, r.id, r.kind, r.revision, r.signed, r.body";

/// All columns of a row but the organisation, as they travel in one parameter.
pub(super) const WRITTEN: &[Column] = &[
    Column::Text("shelf"),
    Column::Text("id"),
    Column::Text("kind"),
    Column::Number("kind_order"),
    Column::Number("revision"),
    Column::Text("signed"),
    Column::Text("body"),
    Column::Text("person"),
    Column::Number("live"),
    Column::Number("approved"),
    Column::Text("level"),
    Column::Number("decides"),
    Column::Number("ends_at"),
    Column::Text("manager"),
    Column::Text("asked"),
    Column::Number("seen_on"),
    Column::Text("places"),
    Column::Number("waits_since"),
];

/// A record as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The kind it is sent under.
    pub kind: RecordKind,
    /// The record.
    pub record: Record,
    /// The revision of its last change.
    pub revision: u64,
    /// Who changed it last and when.
    pub signed: Option<Signed>,
}

/// One row on its way into the table.
#[derive(Debug, Serialize)]
pub(super) struct RecordRow {
    pub shelf: &'static str,
    pub id: String,
    pub kind: &'static str,
    pub kind_order: usize,
    pub revision: u64,
    pub signed: Option<String>,
    pub body: String,
    pub person: Option<String>,
    pub live: u8,
    pub approved: u8,
    pub level: Option<String>,
    pub decides: u8,
    pub ends_at: Option<i64>,
    pub manager: Option<String>,
    pub asked: Option<String>,
    pub seen_on: Option<i64>,
    pub places: String,
    pub waits_since: Option<i64>,
}

/// What lookups go by.
#[derive(Debug, Default)]
struct Keys {
    person: Option<String>,
    live: bool,
    approved: bool,
    level: Option<LevelRef>,
    decides: bool,
    ends_at: Option<i64>,
    manager: Option<String>,
    /// Who is asked to manage an organisation.
    asked: Option<String>,
    seen_on: Option<i64>,
    waits_since: Option<i64>,
}

/// The place of a kind in the order of the feed.
pub(super) fn order(kind: RecordKind) -> usize {
    RecordKind::ALL
        .iter()
        .position(|it| *it == kind)
        .unwrap_or(RecordKind::ALL.len())
}

/// The kind with this key.
pub(super) fn kind(key: &str) -> Option<RecordKind> {
    RecordKind::ALL.into_iter().find(|kind| kind.key() == key)
}

/// The name of a shelf in its column.
pub(super) const fn shelf(shelf: Shelf) -> &'static str {
    match shelf {
        Shelf::Organisation => "organisation",
        Shelf::Settings => "settings",
        Shelf::Level => "level",
        Shelf::Room => "room",
        Shelf::Site => "site",
        Shelf::Staff => "staff",
        Shelf::Membership => "membership",
        Shelf::MemberContact => "member_contact",
        Shelf::Link => "link",
        Shelf::Delivery => "delivery",
        Shelf::MemberActivity => "member_activity",
    }
}

impl RecordRow {
    pub(super) fn of(
        organisation: OrganisationId,
        held: &Held<Record>,
        places: String,
    ) -> Result<Self, Error> {
        let record = &held.value;
        let key = record.key(organisation);
        let id = key.id.to_string();
        let text = |source| Error::unreadable("record", &id)(source);
        let kind = record.kind();
        let keys = Keys::of(record);
        Ok(Self {
            shelf: shelf(key.shelf),
            kind: kind.key(),
            kind_order: order(kind),
            revision: revision(held.version),
            signed: held
                .signed
                .as_ref()
                .map(serde_json::to_string)
                .transpose()
                .map_err(text)?,
            body: serde_json::to_string(record).map_err(text)?,
            person: keys.person,
            live: keys.live.into(),
            approved: keys.approved.into(),
            level: keys.level.map(|level| level.to_string()),
            decides: keys.decides.into(),
            ends_at: keys.ends_at,
            manager: keys.manager,
            asked: keys.asked,
            seen_on: keys.seen_on,
            places,
            waits_since: keys.waits_since,
            id,
        })
    }
}

impl Keys {
    fn of(record: &Record) -> Self {
        match record {
            Record::Organisation(it) => Self {
                manager: it.managed_by.map(|id| id.to_string()),
                asked: it.proposal.as_ref().map(|it| it.manager.to_string()),
                live: it.standing != Standing::Deleted,
                ..Self::default()
            },
            Record::Level(it) => {
                let decides = it.permissions.implied().has(Permission::RequestsDecide);
                Self {
                    live: !it.deleted,
                    decides,
                    ..Self::default()
                }
            }
            Record::Membership(it) => {
                let approved = it.status == Status::Approved;
                let grant = it.grant.as_ref();
                let level = grant.map(|grant| grant.level);
                let by_preset = matches!(level, Some(LevelRef::Preset(it)) if it.permissions().has(Permission::RequestsDecide));
                let by_extra =
                    grant.is_some_and(|grant| grant.extras.has(Permission::RequestsDecide));
                Self {
                    person: it.person.map(|id| id.to_string()),
                    live: it.status.is_live(),
                    approved,
                    level,
                    decides: approved && (by_preset || by_extra),
                    ends_at: grant.and_then(|grant| grant.ends_at).map(|end| end.0),
                    waits_since: it.is_open_request().then(|| it.waits_since().0),
                    ..Self::default()
                }
            }
            Record::Link(it) => Self {
                live: !it.closed,
                level: Some(it.level),
                ..Self::default()
            },
            Record::MemberActivity(it) => Self {
                seen_on: Some(it.last_seen_on.0),
                ..Self::default()
            },
            Record::Settings(_)
            | Record::Room(_)
            | Record::Site(_)
            | Record::Staff(_)
            | Record::MemberContact(_)
            | Record::Delivery(_) => Self {
                live: true,
                ..Self::default()
            },
        }
    }
}

/// The revision of a version that the server made; it makes no others.
pub(super) fn revision(version: Version) -> u64 {
    match version {
        Version::Revision(revision) => revision,
        Version::Command(_) => 0,
    }
}

/// Reads a row of [`COLUMNS`].
pub(super) fn read(row: &AnyRow) -> Result<Kept, Error> {
    let id: String = row.try_get("id")?;
    let body: String = row.try_get("body")?;
    let record: Record = serde_json::from_str(&body).map_err(Error::unreadable("record", &id))?;
    let signed: Option<String> = row.try_get("signed")?;
    let signed = signed
        .map(|text| serde_json::from_str(&text))
        .transpose()
        .map_err(Error::unreadable("record", &id))?;
    let revision = row.try_get::<i64, _>("revision")?.cast_unsigned();
    Ok(Kept {
        kind: record.kind(),
        record,
        revision,
        signed,
    })
}
