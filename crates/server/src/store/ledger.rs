//! Ledgers: the row that is locked before anything of an organisation changes, and the heads of its orders.

use doorward_domain::OrganisationId;
use doorward_protocol::Entry;
use sqlx::{AssertSqlSafe, Row};
use uuid::Uuid;

use super::{Error, Tx};

/// The ledger that has the operator's history and no records.
pub const OPERATOR: OrganisationId = OrganisationId(Uuid::nil());

/// The heads of an organisation's orders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ledger {
    /// Whose.
    pub id: OrganisationId,
    /// Orders all changes.
    pub revision: u64,
    /// Orders what became of commands.
    pub settled: u64,
    /// How many history entries there are.
    pub entries: u64,
    /// The hash of the last one.
    pub head: String,
    /// Revision and number of entries as they were loaded.
    loaded: (u64, u64),
}

impl Ledger {
    /// The ledger of an organisation that is being made.
    pub fn new(id: OrganisationId) -> Self {
        Self {
            id,
            revision: 0,
            settled: 0,
            entries: 0,
            head: Entry::BEGINNING.to_owned(),
            loaded: (0, 0),
        }
    }
}

/// Reads a ledger and keeps everybody else from changing anything of its organisation until the transaction ends.
pub async fn lock(tx: &mut Tx, id: OrganisationId) -> Result<Option<Ledger>, Error> {
    let sql = format!(
        "SELECT revision, settled, entries, head FROM ledger WHERE id = $1{}",
        tx.dialect().locked()
    );
    read(tx, id, sql).await
}

/// Reads a ledger as it stands.
pub async fn ledger(tx: &mut Tx, id: OrganisationId) -> Result<Option<Ledger>, Error> {
    read(
        tx,
        id,
        "SELECT revision, settled, entries, head FROM ledger WHERE id = $1".to_owned(),
    )
    .await
}

async fn read(tx: &mut Tx, id: OrganisationId, sql: String) -> Result<Option<Ledger>, Error> {
    let row = sqlx::query(AssertSqlSafe(sql))
        .bind(id.to_string())
        .fetch_optional(tx.conn())
        .await?;
    row.map(|row| {
        let number = |name| Ok::<_, Error>(row.try_get::<i64, _>(name)?.cast_unsigned());
        let (revision, entries) = (number("revision")?, number("entries")?);
        Ok(Ledger {
            id,
            revision,
            settled: number("settled")?,
            entries,
            head: row.try_get("head")?,
            loaded: (revision, entries),
        })
    })
    .transpose()
}

/// Every ledger, in the order of their ids.
pub async fn all(tx: &mut Tx) -> Result<Vec<OrganisationId>, Error> {
    let rows = sqlx::query("SELECT id FROM ledger ORDER BY id")
        .fetch_all(tx.conn())
        .await?;
    rows.iter().map(|row| super::id(row, "id")).collect()
}

/// Makes the ledger of a new organisation.
pub async fn make(tx: &mut Tx, ledger: &Ledger) -> Result<(), Error> {
    sqlx::query(
        "INSERT INTO ledger (id, revision, settled, entries, head) VALUES ($1, $2, $3, $4, $5)",
    )
    .bind(ledger.id.to_string())
    .bind(ledger.revision.cast_signed())
    .bind(ledger.settled.cast_signed())
    .bind(ledger.entries.cast_signed())
    .bind(ledger.head.as_str())
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Writes the heads. The ledger is locked; if that failed us, what somebody else wrote since is not overwritten.
pub async fn save(tx: &mut Tx, ledger: &Ledger) -> Result<(), Error> {
    let (revision, entries) = ledger.loaded;
    let saved = sqlx::query(
        "UPDATE ledger SET revision = $2, settled = $3, entries = $4, head = $5 \
         WHERE id = $1 AND revision = $6 AND entries = $7",
    )
    .bind(ledger.id.to_string())
    .bind(ledger.revision.cast_signed())
    .bind(ledger.settled.cast_signed())
    .bind(ledger.entries.cast_signed())
    .bind(ledger.head.as_str())
    .bind(revision.cast_signed())
    .bind(entries.cast_signed())
    .execute(tx.conn())
    .await?;
    if saved.rows_affected() == 1 {
        Ok(())
    } else {
        Err(Error::Passing(sqlx::Error::RowNotFound))
    }
}
