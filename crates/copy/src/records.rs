//! Records become rows. Sets, not single rows: a statement costs more than the row it writes.

use std::collections::{BTreeMap, BTreeSet};

use doorward_domain::{Contact, OrganisationId, RecordKey, RecordKind};
use doorward_protocol::SentRecord;
use sqlx::{QueryBuilder, Sqlite, SqliteConnection};
use uuid::Uuid;

use crate::columns::Columns;
use crate::{Difference, Result, mail, to_json, uuid};

/// Rows in one statement; far below the engine's limit of parameters.
const CHUNK: usize = 250;

/// A record with everything that is written beside it.
#[derive(Debug)]
pub struct Prepared<'a> {
    sent: &'a SentRecord,
    /// Which record.
    pub key: RecordKey,
    columns: Columns,
    body: String,
    signed: String,
}

/// What becomes of the lists while records are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lists {
    /// They are kept up to date.
    Kept,
    /// They are made at the end, of everything that was written.
    MadeLater,
}

/// Writes records, with the contacts by which people are looked up.
pub async fn write(
    connection: &mut SqliteConnection,
    records: &[Prepared<'_>],
    lists: Lists,
    difference: &mut Difference,
) -> Result<()> {
    for chunk in records.chunks(CHUNK) {
        let present = write_chunk(connection, chunk, difference).await?;
        let contacts = contacts_among(chunk);
        match lists {
            Lists::Kept => mail::rewrite(connection, ids(&contacts), &rows(&contacts)).await?,
            Lists::MadeLater => {
                let again = ids(&contacts).filter(|id| present.contains(id));
                mail::receive(connection, again.collect(), &rows(&contacts)).await?;
            }
        }
    }
    Ok(())
}

/// The last word about each record; a page may hold a record twice.
pub fn prepare(records: &[SentRecord], organisation: OrganisationId) -> Result<Vec<Prepared<'_>>> {
    let last: BTreeMap<RecordKey, &SentRecord> = records
        .iter()
        .map(|sent| (sent.record.key(organisation), sent))
        .collect();
    last.into_iter()
        .map(|(key, sent)| Prepared::new(key, sent))
        .collect()
}

impl<'a> Prepared<'a> {
    fn new(key: RecordKey, sent: &'a SentRecord) -> Result<Self> {
        let signed = sent
            .signed
            .as_ref()
            .map(to_json)
            .transpose()?
            .unwrap_or_default();
        Ok(Self {
            key,
            columns: Columns::of(&sent.record),
            body: to_json(&sent.record)?,
            signed,
            sent,
        })
    }
}

/// Writes rows; answers which of them were there before.
async fn write_chunk(
    connection: &mut SqliteConnection,
    chunk: &[Prepared<'_>],
    difference: &mut Difference,
) -> Result<BTreeSet<Uuid>> {
    let here = "SELECT kind, id, revision, live FROM record WHERE (shelf, id) IN \
                (SELECT value ->> 0, unhex(value ->> 1) FROM json_each(?))";
    let keys: Vec<_> = chunk
        .iter()
        .map(|it| (it.key.shelf.key(), it.key.id.simple().to_string()))
        .collect();
    let present: Vec<(String, Vec<u8>, i64, bool)> = sqlx::query_as(here)
        .bind(to_json(&keys)?)
        .fetch_all(&mut *connection)
        .await?;
    let mut before = BTreeSet::new();
    for (kind, id, revision, live) in present {
        before.insert(uuid(&id));
        difference.remove(&kind, uuid(&id), revision.cast_unsigned(), live);
    }
    for it in chunk {
        difference.add(it.sent.kind, it.key.id, it.sent.revision, it.columns.live);
    }
    insert(connection, chunk).await?;
    Ok(before)
}

async fn insert(connection: &mut SqliteConnection, chunk: &[Prepared<'_>]) -> Result<()> {
    let mut insert = QueryBuilder::<Sqlite>::new(
        "INSERT INTO record (shelf, id, kind, revision, signed, body, person, level, live, decides, since_at) ",
    );
    insert.push_values(chunk, |mut row, it| {
        row.push_bind(it.key.shelf.key())
            .push_bind(it.key.id.as_bytes().to_vec())
            .push_bind(it.sent.kind.key())
            .push_bind(it.sent.revision.cast_signed())
            .push_bind(it.signed.as_str())
            .push_bind(it.body.as_str())
            .push_bind(it.columns.person.map(|id| id.as_bytes().to_vec()))
            .push_bind(it.columns.level.as_deref())
            .push_bind(it.columns.live)
            .push_bind(it.columns.decides)
            .push_bind(it.columns.since_at);
    });
    insert.push(
        " ON CONFLICT (shelf, id) DO UPDATE SET kind = excluded.kind, revision = excluded.revision, \
         signed = excluded.signed, body = excluded.body, person = excluded.person, level = excluded.level, \
         live = excluded.live, decides = excluded.decides, since_at = excluded.since_at",
    );
    insert.build().execute(&mut *connection).await?;
    Ok(())
}

/// The records that say how people are reached.
fn contacts_among<'a>(chunk: &'a [Prepared<'a>]) -> Vec<&'a Prepared<'a>> {
    let is = |it: &&Prepared<'_>| it.sent.kind == RecordKind::MemberContact;
    chunk.iter().filter(is).collect()
}

fn ids(contacts: &[&Prepared<'_>]) -> impl Iterator<Item = Uuid> {
    contacts.iter().map(|it| it.key.id)
}

fn rows<'a>(kept: &[&'a Prepared<'a>]) -> Vec<(&'a Contact, Uuid)> {
    let of = |it: &&'a Prepared<'a>| {
        let reached = it.sent.record.member_contact().into_iter();
        reached.flat_map(|it| it.contacts.iter().map(|contact| (contact, it.membership.0)))
    };
    kept.iter().flat_map(of).collect()
}
