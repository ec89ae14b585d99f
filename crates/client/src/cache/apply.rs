//! One page of the feed becomes rows: records, what left, outcomes and the cursor in one transaction (SYN-4, SYN-7).
//! Sets, not single rows: a statement costs more than the row it writes.

use doorward_copy::{
    Difference, Lists, agree, prepare, read_sums, rewrite_contacts, write, write_standing,
    write_sums,
};
use doorward_domain::{Moment, RecordKind, Shelf, View};
use doorward_protocol::{Erased, Gone, SentRecord, Settled, Sums};
use sqlx::{Connection, SqliteConnection};
use uuid::Uuid;

use super::judged::Judged;
use super::{Cache, Standing, happened, to_json, uuid};
use crate::error::Result;

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
        let lists = if self.draft.keeps_lists() {
            Lists::Kept
        } else {
            Lists::MadeLater
        };
        write(&mut transaction, &records, lists, &mut difference).await?;
        let left = remove(&mut transaction, page, &mut difference).await?;
        let mut listed: Vec<i64> = left.iter().map(|it| it.0).collect();
        if self.draft.keeps_lists() {
            doorward_copy::forget(&mut transaction, &listed).await?;
            let about = records
                .iter()
                .filter(|it| doorward_copy::is_about_a_person(&it.key))
                .map(|it| it.key.id);
            let people = about.chain(left.iter().map(|it| it.1));
            listed.extend(doorward_copy::rewrite(&mut transaction, people, page.as_of).await?);
        }
        if !page.view.history {
            happened::forget_all(&mut transaction).await?;
        }
        happened::forget(&mut transaction, &page.erased).await?;
        let sums = write_sums(&mut transaction, difference).await?;
        settle(&mut transaction, &page.settled).await?;
        let standing = self.after(page);
        let written = doorward_copy::Standing {
            cursor: &page.cursor,
            view: &page.view,
            complete: standing.complete,
            as_of: page.as_of,
        };
        write_standing(&mut transaction, &written).await?;
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
    rewrite_contacts(connection, contacts, &[]).await?;
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
