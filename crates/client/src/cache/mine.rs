//! The person's own feed becomes rows: a page, the cursor and what left in one transaction, with the sums that show
//! whether both sides hold the same (SYN-7).

use doorward_protocol::{Mine, MyKind, MyRecord, MySentRecord, MySums};
use sqlx::{Connection, SqliteConnection};
use uuid::Uuid;

use super::own::{CURSOR, Own, read_setting, write_setting};
use super::{from_json, to_json, uuid};
use crate::error::Result;

/// The name of the setting that keeps the sums of what is held.
const SUMS: &str = "own_sums";

impl Own {
    /// Takes in one page of own rows; answers whether this device holds what the server says it should.
    pub(crate) async fn take(&self, page: &Mine) -> Result<bool> {
        let brings_nothing = !page.reset && page.records.is_empty() && page.gone.is_empty();
        if brings_nothing && self.cursor().await?.as_ref() == Some(&page.cursor) {
            let ours = sums(&mut *self.database().read().await?).await?;
            return Ok(page.sums.as_ref().is_none_or(|theirs| agree(theirs, &ours)));
        }
        self.apply(page).await
    }

    async fn apply(&self, page: &Mine) -> Result<bool> {
        let mut connection = self.database().write().await?;
        let mut transaction = connection.begin().await?;
        let mut sums = if page.reset {
            sqlx::query("DELETE FROM mine")
                .execute(&mut *transaction)
                .await?;
            MySums::new()
        } else {
            sums(&mut transaction).await?
        };
        remove(&mut transaction, page, &mut sums).await?;
        insert(&mut transaction, &page.records, &mut sums).await?;
        write_setting(&mut transaction, CURSOR, &page.cursor).await?;
        write_setting(&mut transaction, SUMS, &to_json(&sums)?).await?;
        transaction.commit().await?;
        Ok(page.sums.as_ref().is_none_or(|theirs| agree(theirs, &sums)))
    }
}

/// Takes out what left, and what comes anew.
async fn remove(connection: &mut SqliteConnection, page: &Mine, sums: &mut MySums) -> Result<()> {
    let left = page.gone.iter().map(|it| (it.kind, it.id));
    let anew = page
        .records
        .iter()
        .map(|it| (it.record.kind(), it.record.id()));
    let keys: Vec<_> = left
        .chain(anew)
        .map(|(kind, id)| (kind.key(), id.simple().to_string()))
        .collect();
    let sql = "DELETE FROM mine WHERE (kind, id) IN (SELECT value ->> 0, unhex(value ->> 1) FROM json_each(?)) \
               RETURNING kind, id, revision";
    let removed: Vec<Row> = sqlx::query_as(sql)
        .bind(to_json(&keys)?)
        .fetch_all(connection)
        .await?;
    for (kind, id, revision) in read(removed) {
        sums.entry(kind).or_default().remove(id, revision);
    }
    Ok(())
}

async fn insert(
    connection: &mut SqliteConnection,
    records: &[MySentRecord],
    sums: &mut MySums,
) -> Result<()> {
    let mut rows = Vec::with_capacity(records.len());
    for MySentRecord { record, revision } in records {
        let (kind, id) = (record.kind(), record.id());
        sums.entry(kind).or_default().add(id, *revision);
        let organisation = match record {
            MyRecord::Invitation(it) | MyRecord::Membership(it) => Some(it.organisation),
            MyRecord::Account(_) | MyRecord::Device(_) | MyRecord::Notice(_) => None,
        };
        let organisation = organisation.map(|id| id.0.simple().to_string());
        let id = id.simple().to_string();
        rows.push((kind.key(), id, revision, organisation, to_json(record)?));
    }
    let sql = "INSERT INTO mine (kind, id, revision, organisation, body) SELECT value ->> 0, unhex(value ->> 1), \
               value ->> 2, unhex(value ->> 3), value ->> 4 FROM json_each(?)";
    sqlx::query(sql)
        .bind(to_json(&rows)?)
        .execute(connection)
        .await?;
    Ok(())
}

/// A row, apart from what it says.
type Row = (String, Vec<u8>, i64);

fn read(rows: Vec<Row>) -> impl Iterator<Item = (MyKind, Uuid, u64)> {
    rows.into_iter().filter_map(|(kind, id, revision)| {
        let kind = MyKind::ALL.into_iter().find(|it| it.key() == kind)?;
        Some((kind, uuid(&id), revision.cast_unsigned()))
    })
}

/// What is held of each kind: kept as rows are written; a file that keeps nothing yet is counted once.
async fn sums(connection: &mut SqliteConnection) -> Result<MySums> {
    if let Some(kept) = read_setting(connection, SUMS).await? {
        return from_json(&kept);
    }
    let rows: Vec<Row> = sqlx::query_as("SELECT kind, id, revision FROM mine")
        .fetch_all(connection)
        .await?;
    let mut sums = MySums::new();
    for (kind, id, revision) in read(rows) {
        sums.entry(kind).or_default().add(id, revision);
    }
    Ok(sums)
}

/// Whether both hold the same; a kind without rows may be left out.
fn agree(theirs: &MySums, ours: &MySums) -> bool {
    let of = |sums: &MySums, kind| sums.get(&kind).copied().unwrap_or_default();
    let mut kinds = MyKind::ALL.into_iter();
    kinds.all(|kind| of(theirs, kind) == of(ours, kind))
}
