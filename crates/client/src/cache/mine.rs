//! The person's own feed becomes rows: a page, the cursor and what left in one transaction, with the sums that show
//! whether both sides hold the same (SYN-7).

use doorward_protocol::{Mine, MyKind, MyRecord, MySentRecord, MySums};
use sqlx::{Connection, SqliteConnection};

use super::own::{CURSOR, Own, write_setting};
use super::{to_json, uuid};
use crate::error::Result;

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
        if page.reset {
            sqlx::query("DELETE FROM mine")
                .execute(&mut *transaction)
                .await?;
        }
        for gone in &page.gone {
            sqlx::query("DELETE FROM mine WHERE kind = ? AND id = ?")
                .bind(gone.kind.key())
                .bind(gone.id.as_bytes().to_vec())
                .execute(&mut *transaction)
                .await?;
        }
        for sent in &page.records {
            keep(&mut transaction, sent).await?;
        }
        write_setting(&mut transaction, CURSOR, &page.cursor).await?;
        let agrees = match &page.sums {
            Some(theirs) => agree(theirs, &sums(&mut transaction).await?),
            None => true,
        };
        transaction.commit().await?;
        Ok(agrees)
    }
}

async fn keep(connection: &mut SqliteConnection, sent: &MySentRecord) -> Result<()> {
    let organisation = match &sent.record {
        MyRecord::Invitation(it) | MyRecord::Membership(it) => Some(it.organisation),
        MyRecord::Account(_) | MyRecord::Device(_) | MyRecord::Notice(_) => None,
    };
    let sql = "INSERT OR REPLACE INTO mine (kind, id, revision, organisation, body) VALUES (?, ?, ?, ?, ?)";
    sqlx::query(sql)
        .bind(sent.record.kind().key())
        .bind(sent.record.id().as_bytes().to_vec())
        .bind(sent.revision.cast_signed())
        .bind(organisation.map(|id| id.0.as_bytes().to_vec()))
        .bind(to_json(&sent.record)?)
        .execute(connection)
        .await?;
    Ok(())
}

/// What is held of each kind; a person has few rows, so they are counted when they are asked for.
async fn sums(connection: &mut SqliteConnection) -> Result<MySums> {
    let rows: Vec<(String, Vec<u8>, i64)> = sqlx::query_as("SELECT kind, id, revision FROM mine")
        .fetch_all(connection)
        .await?;
    let mut sums = MySums::new();
    for (kind, id, revision) in rows {
        if let Some(kind) = MyKind::ALL.into_iter().find(|it| it.key() == kind) {
            let sum = sums.entry(kind).or_default();
            sum.add(uuid(&id), revision.cast_unsigned());
        }
    }
    Ok(sums)
}

/// Whether both hold the same; a kind without rows may be left out.
fn agree(theirs: &MySums, ours: &MySums) -> bool {
    let of = |sums: &MySums, kind| sums.get(&kind).copied().unwrap_or_default();
    let mut kinds = MyKind::ALL.into_iter();
    kinds.all(|kind| of(theirs, kind) == of(ours, kind))
}
