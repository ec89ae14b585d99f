//! One page of the feed becomes rows: records, what left, outcomes and the cursor in one transaction (SYN-4, SYN-7).
//! Sets, not single rows: a statement costs more than the row it writes.

use std::collections::{BTreeMap, BTreeSet};

use doorward_domain::{Contact, Moment, OrganisationId, RecordKey, RecordKind, Shelf, View};
use doorward_protocol::{Erased, Gone, SentRecord, Settled, Sums};
use sqlx::{Connection, QueryBuilder, Sqlite, SqliteConnection};
use uuid::Uuid;

use super::columns::{Columns, contacts};
use super::judged::Judged;
use super::sums::{Difference, agree, read_sums, write_sums};
use super::{Cache, Standing, happened, mail, people, to_json, uuid};
use crate::error::Result;

/// Rows in one statement; far below the engine's limit of parameters.
const CHUNK: usize = 250;

/// One page, as the feed sent it.
#[derive(Debug, Clone)]
pub(crate) struct Page {
    pub(crate) view: View,
    pub(crate) records: Vec<SentRecord>,
    pub(crate) gone: Vec<Gone>,
    pub(crate) erased: Vec<Erased>,
    pub(crate) settled: Vec<Settled>,
    pub(crate) cursor: String,
    pub(crate) more: bool,
    pub(crate) revision: u64,
    pub(crate) sums: Option<Sums>,
    pub(crate) as_of: Moment,
}

/// A record with everything that is written beside it.
struct Prepared<'a> {
    sent: &'a SentRecord,
    key: RecordKey,
    columns: Columns,
    body: String,
    signed: String,
}

impl Cache {
    /// Commits one page; answers whether this device holds what the server says it should.
    pub(crate) async fn apply(&self, page: &Page) -> Result<bool> {
        if self.says_nothing_new(page) {
            self.stand(Standing {
                as_of: Some(page.as_of),
                ..self.standing()
            });
            let sums = read_sums(&mut *self.database.read().await?).await?;
            return Ok(page.sums.as_ref().is_none_or(|theirs| agree(theirs, &sums)));
        }
        let records = prepare(&page.records, self.id)?;
        let mut connection = self.database.write().await?;
        let mut transaction = connection.begin().await?;
        let mut difference = Difference::default();
        for chunk in records.chunks(CHUNK) {
            let present = write(&mut transaction, chunk, &mut difference).await?;
            let contacts = contacts_among(chunk);
            if self.draft.keeps_lists() {
                mail::rewrite(&mut transaction, ids(&contacts), &rows(&contacts)).await?;
            } else {
                let again = ids(&contacts).filter(|id| present.contains(id));
                mail::receive(&mut transaction, again.collect(), &rows(&contacts)).await?;
            }
        }
        let left = remove(&mut transaction, page, &mut difference).await?;
        let mut listed: Vec<i64> = left.iter().map(|it| it.0).collect();
        if self.draft.keeps_lists() {
            people::forget(&mut transaction, &listed).await?;
            let about = records
                .iter()
                .filter(|it| people::is_about_a_person(&it.key))
                .map(|it| it.key.id);
            let people = about.chain(left.iter().map(|it| it.1));
            listed.extend(people::rewrite(&mut transaction, people, page.as_of).await?);
        }
        if !page.view.history {
            happened::forget_all(&mut transaction).await?;
        }
        happened::forget(&mut transaction, &page.erased).await?;
        let sums = write_sums(&mut transaction, difference).await?;
        settle(&mut transaction, &page.settled).await?;
        let standing = self.after(page);
        write_standing(&mut transaction, page, standing.complete).await?;
        let judged = Judged::read(&mut transaction).await?;
        transaction.commit().await?;
        drop(connection);
        self.tallies.forget();
        self.image.change(listed).await;
        self.stand(standing);
        self.judged_by(judged);
        Ok(page.sums.as_ref().is_none_or(|theirs| agree(theirs, &sums)))
    }

    /// Whether a page brings nothing; then nothing is written, and the cursor that is known stays good.
    fn says_nothing_new(&self, page: &Page) -> bool {
        let standing = self.standing();
        let empty = page.records.is_empty()
            && page.gone.is_empty()
            && page.erased.is_empty()
            && page.settled.is_empty()
            && !page.more;
        empty && standing.complete == page.revision && standing.view.as_ref() == Some(&page.view)
    }

    fn after(&self, page: &Page) -> Standing {
        let complete = if page.more {
            self.standing().complete
        } else {
            page.revision
        };
        Standing {
            cursor: Some(page.cursor.clone()),
            view: Some(page.view.clone()),
            complete,
            as_of: Some(page.as_of),
        }
    }
}

/// The last word about each record; a page may hold a record twice.
fn prepare(records: &[SentRecord], organisation: OrganisationId) -> Result<Vec<Prepared<'_>>> {
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
async fn write(
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
        let id = it.key.id;
        contacts(&it.sent.record).iter().map(move |it| (it, id))
    };
    kept.iter().flat_map(of).collect()
}

/// Takes out what left a kind; a record that has moved on to another kind by now stays. Answers the numbers of the rows
/// that were there, and whose they were.
async fn remove(
    connection: &mut SqliteConnection,
    page: &Page,
    difference: &mut Difference,
) -> Result<Vec<(i64, Uuid)>> {
    if page.gone.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<_> = page
        .gone
        .iter()
        .map(|it| {
            (
                it.kind.key(),
                it.id.simple().to_string(),
                it.revision,
                shelf_of(it.kind).key(),
            )
        })
        .collect();
    let rows = to_json(&rows)?;
    let left = "DELETE FROM record WHERE number IN (SELECT number FROM json_each(?) JOIN record \
                ON shelf = value ->> 3 AND record.id = unhex(value ->> 1) \
                AND kind = value ->> 0 AND revision <= value ->> 2) \
                RETURNING number, kind, id, revision, live";
    let left: Vec<(i64, String, Vec<u8>, i64, bool)> = sqlx::query_as(left)
        .bind(rows)
        .fetch_all(&mut *connection)
        .await?;
    for (_, kind, id, revision, live) in &left {
        difference.remove(kind, uuid(id), revision.cast_unsigned(), *live);
    }
    let contacts = left
        .iter()
        .filter(|it| it.1 == RecordKind::MemberContact.key())
        .map(|it| uuid(&it.2));
    mail::rewrite(connection, contacts, &[]).await?;
    Ok(left.iter().map(|it| (it.0, uuid(&it.2))).collect())
}

/// Where a record of a kind stands.
const fn shelf_of(kind: RecordKind) -> Shelf {
    match kind {
        RecordKind::Organisation => Shelf::Organisation,
        RecordKind::Settings => Shelf::Settings,
        RecordKind::Level => Shelf::Level,
        RecordKind::Room => Shelf::Room,
        RecordKind::Site => Shelf::Site,
        RecordKind::Staff => Shelf::Staff,
        RecordKind::Member | RecordKind::Request | RecordKind::Invitation => Shelf::Membership,
        RecordKind::MemberContact => Shelf::MemberContact,
        RecordKind::Link => Shelf::Link,
        RecordKind::Delivery => Shelf::Delivery,
        RecordKind::MemberActivity => Shelf::MemberActivity,
    }
}

async fn settle(connection: &mut SqliteConnection, settled: &[Settled]) -> Result<()> {
    if settled.is_empty() {
        return Ok(());
    }
    let mut rows = Vec::with_capacity(settled.len());
    for it in settled {
        rows.push((it.id.0.simple().to_string(), to_json(&it.outcome)?));
    }
    let insert =
        "INSERT OR REPLACE INTO settled SELECT unhex(value ->> 0), value ->> 1 FROM json_each(?)";
    sqlx::query(insert)
        .bind(to_json(&rows)?)
        .execute(&mut *connection)
        .await?;
    Ok(())
}

async fn write_standing(
    connection: &mut SqliteConnection,
    page: &Page,
    complete: u64,
) -> Result<()> {
    sqlx::query(
        "INSERT OR REPLACE INTO feed (one, cursor, view, complete, as_of) VALUES (1, ?, ?, ?, ?)",
    )
    .bind(&page.cursor)
    .bind(to_json(&page.view)?)
    .bind(complete.cast_signed())
    .bind(page.as_of.0)
    .execute(&mut *connection)
    .await?;
    Ok(())
}
