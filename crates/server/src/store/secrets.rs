//! The living secrets of things that have a link, and those of organisations that were renewed: their hashes, never the
//! secrets (INV-1, INV-5).

use doorward_domain::{Moment, OrganisationId};
use serde_json::json;
use sqlx::Row;
use uuid::Uuid;

use super::dialect::Column;
use super::values::read;
use super::{Error, Script, Statement, Tx};
use crate::tokens::TokenKind;

/// A secret to be kept; it takes the place of every earlier one of its subject.
#[derive(Debug, Clone)]
pub struct NewSecret {
    /// Its SHA-256.
    pub hash: String,
    /// What it opens.
    pub kind: TokenKind,
    /// The organisation of an invitation or link.
    pub organisation: Option<OrganisationId>,
    /// The membership, link or sign-up.
    pub subject: Uuid,
    /// Its generation.
    pub generation: u32,
}

/// A secret found by its hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Secret {
    /// What it opens.
    pub kind: TokenKind,
    /// The organisation of an invitation or link.
    pub organisation: Option<OrganisationId>,
    /// The membership, link or sign-up.
    pub subject: Uuid,
    /// Its generation.
    pub generation: u32,
}

/// Keeps secrets, each in the place of the one its subject had before, which is known from then on as renewed.
pub fn put(script: &mut Script, secrets: &[NewSecret]) -> Result<(), Error> {
    if secrets.is_empty() {
        return Ok(());
    }
    let rows: Vec<_> = secrets
        .iter()
        .map(|it| {
            json!({"hash": it.hash, "kind": it.kind.key(), "organisation": it.organisation, "subject": it.subject,
                   "generation": it.generation})
        })
        .collect();
    let columns = [
        Column::Text("hash"),
        Column::Text("kind"),
        Column::Text("organisation"),
        Column::Text("subject"),
        Column::Number("generation"),
    ];
    let new = script.dialect().rows("$1", "n", &columns);
    if secrets.iter().any(|it| it.generation > 1) {
        let sql = format!(
            "INSERT INTO renewed (hash, organisation) SELECT s.hash, s.organisation FROM {new} \
             JOIN secret s ON s.kind = n.kind AND s.subject = n.subject \
             WHERE s.generation < n.generation AND s.organisation IS NOT NULL ON CONFLICT (hash) DO NOTHING"
        );
        script.add(Statement::new(sql).set(&rows)?);
    }
    let sql = format!(
        "INSERT INTO secret (hash, kind, organisation, subject, generation) \
         SELECT n.hash, n.kind, n.organisation, n.subject, n.generation FROM {new} WHERE true \
         ON CONFLICT (kind, subject) DO UPDATE SET hash = excluded.hash, generation = excluded.generation, \
         opened_at = CASE WHEN secret.generation = excluded.generation THEN secret.opened_at END"
    );
    script.add(Statement::new(sql).set(&rows)?);
    Ok(())
}

/// The living secret with this hash, if it is of this kind; a token of one kind opens nothing else.
pub async fn find(tx: &mut Tx, kind: TokenKind, hash: &str) -> Result<Option<Secret>, Error> {
    let sql = "SELECT organisation, subject, generation FROM secret WHERE hash = $1 AND kind = $2";
    let Some(row) = sqlx::query(sql)
        .bind(hash)
        .bind(kind.key())
        .fetch_optional(tx.conn())
        .await?
    else {
        return Ok(None);
    };
    let organisation: Option<String> = row.try_get(0)?;
    let subject: String = row.try_get(1)?;
    let generation: i64 = row.try_get(2)?;
    Ok(Some(Secret {
        kind,
        organisation: organisation.map(|id| read(&id, &subject)).transpose()?,
        subject: read(&subject, &subject)?,
        generation: u32::try_from(generation).unwrap_or(0),
    }))
}

/// The organisation in which the secret with this hash was renewed, if it was.
pub async fn renewed(tx: &mut Tx, hash: &str) -> Result<Option<OrganisationId>, Error> {
    let row = sqlx::query("SELECT organisation FROM renewed WHERE hash = $1")
        .bind(hash)
        .fetch_optional(tx.conn())
        .await?;
    row.map(|row| super::id(&row, "organisation")).transpose()
}

/// Takes the secret of a subject away.
pub async fn forget(tx: &mut Tx, kind: TokenKind, subject: Uuid) -> Result<(), Error> {
    let sql = "DELETE FROM secret WHERE kind = $1 AND subject = $2";
    sqlx::query(sql)
        .bind(kind.key())
        .bind(subject.to_string())
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Notes that somebody pressed Continue on the page of a secret; the first time counts.
pub async fn note_opened(tx: &mut Tx, secret: &Secret, now: Moment) -> Result<(), Error> {
    let sql = "UPDATE secret SET opened_at = $4 WHERE kind = $1 AND subject = $2 AND generation = $3 AND opened_at IS NULL";
    sqlx::query(sql)
        .bind(secret.kind.key())
        .bind(secret.subject.to_string())
        .bind(i64::from(secret.generation))
        .bind(now.0)
        .execute(tx.conn())
        .await?;
    Ok(())
}
