//! Ledgers: the row that is locked before anything of an organisation changes, and the heads of its orders.

use doorward_domain::OrganisationId;
use doorward_protocol::Entry;
use sqlx::Row;
use sqlx::any::AnyRow;
use uuid::Uuid;

use super::{Answers, Error, Script, Slot, Statement, Tx};

const READ: &str = "SELECT revision, settled, entries, head FROM ledger WHERE id = $1";

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
    let (asked, mut answers) = tx.script(|script| Ok(ask_lock(script, id))).await?;
    read(&answers.take(asked), id)
}

/// Asks for a ledger and locks it, for what stands after it in the script and the transaction.
pub fn ask_lock(script: &mut Script, id: OrganisationId) -> Slot {
    let sql = format!("{READ}{}", script.dialect().locked());
    script.add(Statement::new(sql).id(id))
}

/// Asks for a ledger as it stands.
pub fn ask(script: &mut Script, id: OrganisationId) -> Slot {
    script.add(Statement::new(READ).id(id))
}

/// Reads a ledger as it stands.
pub async fn ledger(tx: &mut Tx, id: OrganisationId) -> Result<Option<Ledger>, Error> {
    let (asked, mut answers) = tx.script(|script| Ok(ask(script, id))).await?;
    read(&answers.take(asked), id)
}

/// The ledger that was asked for.
pub fn read(rows: &[AnyRow], id: OrganisationId) -> Result<Option<Ledger>, Error> {
    rows.first()
        .map(|row| {
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

/// Writes the heads; [`saved`] tells whether that was done.
pub fn save(script: &mut Script, ledger: &Ledger) -> Slot {
    let (revision, entries) = ledger.loaded;
    let sql = "UPDATE ledger SET revision = $2, settled = $3, entries = $4, head = $5 \
               WHERE id = $1 AND revision = $6 AND entries = $7 RETURNING id";
    let statement = Statement::new(sql)
        .id(ledger.id)
        .number(ledger.revision.cast_signed())
        .number(ledger.settled.cast_signed())
        .number(ledger.entries.cast_signed())
        .text(ledger.head.as_str())
        .number(revision.cast_signed())
        .number(entries.cast_signed());
    script.add(statement)
}

/// Makes sure that the heads were written. The ledger is locked; if that failed us, what somebody else wrote since is
/// not overwritten.
pub fn saved(answers: &mut Answers, ledger: Slot) -> Result<(), Error> {
    match answers.take(ledger).as_slice() {
        [_] => Ok(()),
        _ => Err(Error::Passing(sqlx::Error::RowNotFound)),
    }
}
