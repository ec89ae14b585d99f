//! What lookups of the domain find among the rows: one statement for each kind of lookup, whatever their number.

use std::collections::BTreeSet;

use doorward_copy::deciding_levels;
use doorward_domain::{
    Contact, Level, LevelRef, LinkId, Lookup, Membership, MembershipId, PersonId, Preset, Record,
    RoomId, Shelf, Signed, SiteId, StaffId,
};
use futures_util::TryStreamExt;
use sqlx::SqliteConnection;
use uuid::Uuid;

use super::{Cache, from_json, id_set, text_set};
use crate::error::Result;

/// One row as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row {
    pub(crate) record: Record,
    pub(crate) revision: u64,
    pub(crate) signed: Option<Signed>,
}

/// What a set of lookups found.
#[derive(Debug, Default)]
pub(crate) struct Answers {
    pub(crate) rows: Vec<Row>,
}

/// The columns of a row, in the order in which [`Row`] is read.
pub(crate) type RowColumns = (String, i64, String);

/// Lookups sorted by the statement that answers them.
#[derive(Debug, Default)]
struct Wanted {
    shelves: BTreeSet<&'static str>,
    ids: BTreeSet<(&'static str, Uuid)>,
    people: BTreeSet<PersonId>,
    contacts: BTreeSet<Contact>,
    levels: BTreeSet<LevelRef>,
    places: BTreeSet<Uuid>,
    staff: BTreeSet<Uuid>,
    deciders: bool,
    besides_owners: bool,
}

impl Wanted {
    fn sort(lookups: &BTreeSet<Lookup>) -> Self {
        let mut wanted = Self::default();
        for lookup in lookups {
            match lookup {
                Lookup::Organisation => {
                    wanted.shelve(&[Shelf::Organisation, Shelf::Settings, Shelf::Level]);
                }
                Lookup::Rooms => wanted.shelve(&[Shelf::Room, Shelf::Site]),
                Lookup::Membership(MembershipId(id)) => {
                    wanted.ids.extend([(Shelf::Membership.key(), *id)]);
                }
                Lookup::Contacts(MembershipId(id)) => {
                    wanted.ids.extend([(Shelf::MemberContact.key(), *id)]);
                }
                Lookup::Delivery(MembershipId(id)) => {
                    wanted.ids.extend([(Shelf::Delivery.key(), *id)]);
                }
                Lookup::Link(LinkId(id)) => wanted.ids.extend([(Shelf::Link.key(), *id)]),
                Lookup::OfPerson(person) => wanted.people.extend([*person]),
                Lookup::ByContact(contact) => wanted.contacts.extend([contact.clone()]),
                Lookup::Owners => wanted.levels.extend([LevelRef::Preset(Preset::Owner)]),
                Lookup::HoldersOf(level) | Lookup::LinksOf(level) => wanted.levels.extend([*level]),
                Lookup::HoldersOfRoom(RoomId(id)) | Lookup::HoldersOfSite(SiteId(id)) => {
                    wanted.places.extend([*id]);
                }
                Lookup::Staff(StaffId(id)) => {
                    wanted.ids.extend([(Shelf::Staff.key(), *id)]);
                    wanted.staff.extend([*id]);
                }
                Lookup::Deciders => wanted.deciders = true,
                Lookup::MemberBesidesOwners => wanted.besides_owners = true,
                Lookup::Account(_)
                | Lookup::InManager(_)
                | Lookup::DecidersInManager
                | Lookup::WaitingSince(_)
                | Lookup::Nearby(_)
                | Lookup::Communities
                | Lookup::SentTo(_)
                | Lookup::TextedIn
                | Lookup::Command(_) => {}
            }
        }
        wanted
    }

    fn shelve(&mut self, shelves: &[Shelf]) {
        self.shelves.extend(shelves.iter().map(|shelf| shelf.key()));
    }
}

impl Cache {
    /// Every row that belongs to the answer of one of the lookups.
    pub(crate) async fn answers(&self, lookups: &BTreeSet<Lookup>) -> Result<Answers> {
        let wanted = Wanted::sort(lookups);
        let mut reader = self.database.read().await?;
        let mut rows = Vec::new();
        if !wanted.shelves.is_empty() {
            let shelves = text_set(wanted.shelves.iter().map(|it| (*it).to_owned()));
            let sql = "SELECT body, revision, signed FROM record WHERE shelf IN (SELECT value FROM json_each(?))";
            rows.extend(select(&mut reader, sql, shelves).await?);
        }
        if !wanted.ids.is_empty() {
            let keys: Vec<_> = wanted
                .ids
                .iter()
                .map(|(shelf, id)| (*shelf, id.simple().to_string()))
                .collect();
            let sql = "SELECT body, revision, signed FROM record WHERE (shelf, id) IN \
                       (SELECT value ->> 0, unhex(value ->> 1) FROM json_each(?))";
            rows.extend(select(&mut reader, sql, super::to_json(&keys)?).await?);
        }
        if !wanted.people.is_empty() {
            let sql = "SELECT body, revision, signed FROM record WHERE person IN (SELECT unhex(value) FROM json_each(?))";
            let people = id_set(wanted.people.iter().map(|it| it.0));
            rows.extend(select(&mut reader, sql, people).await?);
        }
        if !wanted.contacts.is_empty() {
            let contacts = text_set(wanted.contacts.iter().map(|it| it.as_str().to_owned()));
            let sql = "SELECT body, revision, signed FROM record WHERE shelf IN ('membership', 'member_contact') AND id IN \
                       (SELECT membership FROM contact WHERE contact IN (SELECT value FROM json_each(?)))";
            rows.extend(select(&mut reader, sql, contacts).await?);
        }
        if !wanted.levels.is_empty() {
            let levels = text_set(wanted.levels.iter().map(ToString::to_string));
            let sql = "SELECT body, revision, signed FROM record WHERE live = 1 AND level IN (SELECT value FROM json_each(?))";
            rows.extend(select(&mut reader, sql, levels).await?);
        }
        if !wanted.places.is_empty() {
            let places = text_set(wanted.places.iter().map(ToString::to_string));
            let sql = "SELECT body, revision, signed FROM record WHERE shelf = 'membership' AND live = 1 AND EXISTS \
                       (SELECT 1 FROM json_each(?) WHERE instr(body, value) > 0)";
            rows.extend(select(&mut reader, sql, places).await?);
        }
        if !wanted.staff.is_empty() {
            let staff = text_set(wanted.staff.iter().map(ToString::to_string));
            let sql = "SELECT body, revision, signed FROM record WHERE shelf = 'membership' AND EXISTS \
                       (SELECT 1 FROM json_each(?) WHERE instr(body, value) > 0)";
            rows.extend(select(&mut reader, sql, staff).await?);
        }
        if wanted.deciders {
            rows.extend(deciders(&mut reader).await?);
        }
        if wanted.besides_owners {
            rows.extend(besides_owners(&mut reader).await?);
        }
        Ok(Answers { rows })
    }
}

/// Members who do not own the organisation. One would do, if none of them were on their way out here.
async fn besides_owners(reader: &mut SqliteConnection) -> Result<Vec<Row>> {
    let sql = "SELECT body, revision, signed FROM record WHERE shelf = 'membership' AND kind = 'member' AND live = 1 \
               AND level <> ? LIMIT 200";
    let owner = LevelRef::Preset(Preset::Owner).to_string();
    select(reader, sql, owner).await
}

impl Cache {
    /// Every share link and QR code.
    pub(crate) async fn links(&self) -> Result<Vec<Row>> {
        self.all_of(Shelf::Link).await
    }

    /// Every staff record.
    pub(crate) async fn staff(&self) -> Result<Vec<Row>> {
        self.all_of(Shelf::Staff).await
    }

    /// Whether any member who chose to be listed is meant; whether they are is the rules' word.
    pub(crate) async fn lists(&self, is_meant: impl Fn(&Membership) -> bool) -> Result<bool> {
        let sql = "SELECT body, revision, signed FROM record WHERE shelf = ? AND live = 1 \
                   AND instr(body, '\"visible\":true') > 0";
        let mut reader = self.database.read().await?;
        let mut rows = sqlx::query_as::<_, RowColumns>(sql)
            .bind(Shelf::Membership.key())
            .fetch(&mut *reader);
        while let Some(row) = rows.try_next().await? {
            if let Record::Membership(it) = read(row)?.record
                && is_meant(&it)
            {
                return Ok(true);
            }
        }
        Ok(false)
    }

    async fn all_of(&self, kept_on: Shelf) -> Result<Vec<Row>> {
        let sql = "SELECT body, revision, signed FROM record WHERE shelf = ?";
        let mut reader = self.database.read().await?;
        select(&mut reader, sql, kept_on.key().to_owned()).await
    }
}

/// Approved memberships that may hold `requests.decide`, at most 200.
async fn deciders(reader: &mut SqliteConnection) -> Result<Vec<Row>> {
    let sql = "SELECT body, revision, signed FROM record WHERE shelf = 'level' AND ? <> ''";
    let own = select(reader, sql, "levels".into())
        .await?
        .into_iter()
        .filter_map(|row| own_level(row.record));
    let levels = text_set(deciding_levels(own));
    let sql = "SELECT body, revision, signed FROM record WHERE shelf = 'membership' AND kind = 'member' AND live = 1 AND \
               (decides = 1 OR level IN (SELECT value FROM json_each(?))) LIMIT 200";
    select(reader, sql, levels).await
}

fn own_level(record: Record) -> Option<Level> {
    match record {
        Record::Level(level) => Some(level),
        Record::Organisation(_)
        | Record::Settings(_)
        | Record::Room(_)
        | Record::Site(_)
        | Record::Staff(_)
        | Record::Membership(_)
        | Record::MemberContact(_)
        | Record::Link(_)
        | Record::Delivery(_)
        | Record::MemberActivity(_) => None,
    }
}

async fn select(
    reader: &mut SqliteConnection,
    sql: &'static str,
    parameter: String,
) -> Result<Vec<Row>> {
    let rows: Vec<RowColumns> = sqlx::query_as(sql)
        .bind(parameter)
        .fetch_all(&mut *reader)
        .await?;
    rows.into_iter().map(read).collect()
}

/// A row from its columns.
pub(crate) fn read((body, revision, signed): RowColumns) -> Result<Row> {
    let signed = if signed.is_empty() {
        None
    } else {
        Some(from_json(&signed)?)
    };
    Ok(Row {
        record: from_json(&body)?,
        revision: revision.cast_unsigned(),
        signed,
    })
}
