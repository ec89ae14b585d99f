//! Renewing: which secrets were renewed before that was noted (migration 0021). Their hashes are made again from the key
//! beside the database; done once, when the store is opened.

use doorward_domain::OrganisationId;
use serde_json::json;
use sqlx::Row;
use sqlx::any::AnyRow;
use uuid::Uuid;

use super::dialect::Column;
use super::{Error, Script, Statement, Store, Tx};
use crate::tokens::{self, TokenKey, TokenKind};

/// Notes them.
pub async fn note_renewed_before(store: &Store, keys: &TokenKey) -> Result<(), Error> {
    let mut tx = store.begin().await?;
    let rows = sqlx::query("SELECT kind, subject, organisation, generation FROM renewed_before")
        .fetch_all(tx.conn())
        .await?;
    if rows.is_empty() {
        return Ok(());
    }
    let mut earlier = Vec::new();
    for row in &rows {
        earlier.extend(earlier_of(row, keys)?);
    }
    note(&mut tx, &earlier).await?;
    tx.commit().await
}

/// The hashes of every secret that a thing had before the one it has, with its organisation.
fn earlier_of(row: &AnyRow, keys: &TokenKey) -> Result<Vec<(String, OrganisationId)>, Error> {
    let kind: String = row.try_get("kind")?;
    let Some(kind) = TokenKind::ALL.into_iter().find(|it| it.key() == kind) else {
        return Ok(Vec::new());
    };
    let subject: Uuid = super::id(row, "subject")?;
    let organisation: OrganisationId = super::id(row, "organisation")?;
    let living = u32::try_from(row.try_get::<i64, _>("generation")?).unwrap_or(1);
    let hash = |generation| tokens::hash(&keys.token(kind, subject, generation));
    Ok((1..living).map(|it| (hash(it), organisation)).collect())
}

async fn note(tx: &mut Tx, earlier: &[(String, OrganisationId)]) -> Result<(), Error> {
    let row = |(hash, organisation): &(String, OrganisationId)| json!({ "hash": hash, "organisation": organisation });
    let rows: Vec<_> = earlier.iter().map(row).collect();
    let noting = |script: &mut Script| {
        let columns = ["hash", "organisation"].map(Column::Text);
        let sql = format!(
            "INSERT INTO renewed (hash, organisation) SELECT n.hash, n.organisation FROM {} WHERE true \
             ON CONFLICT (hash) DO NOTHING",
            script.dialect().rows("$1", "n", &columns)
        );
        script.add(Statement::new(sql).set(&rows)?);
        script.add(Statement::new("DELETE FROM renewed_before"));
        Ok(())
    };
    tx.script(noting).await.map(drop)
}
