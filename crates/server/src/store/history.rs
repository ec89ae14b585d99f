//! History: an append-only chain of facts. Each entry's hash covers the one before; what an entry says in full
//! stands in a row of its own, so that it can be erased without breaking the chain.

use doorward_domain::{CommandId, Moment, OrganisationId};
use doorward_protocol::{Entry, payload_hash};
use serde::Serialize;
use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, Row};

use super::dialect::Column;
use super::ledger::Ledger;
use super::{Error, Script, Statement, Tx};

/// A fact on its way into the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// When.
    pub at: Moment,
    /// The fact's name.
    pub kind: String,
    /// Who did it: a person's id, `system` or `operator`.
    pub actor: String,
    /// What it is about.
    pub object: String,
    /// The command it followed from.
    pub command: Option<CommandId>,
    /// The fact in full, as JSON.
    pub payload: String,
    /// 16 random bytes in hex, so that the payload cannot be guessed from its hash.
    pub salt: String,
    /// The address of whoever sent the request behind it; kept beside the chain, for a while.
    pub address: Option<String>,
}

/// The entry that a fact becomes at the end of a chain.
fn next(ledger: &Ledger, fact: &Fact) -> Entry {
    let mut entry = Entry {
        seq: ledger.entries + 1,
        at: fact.at.0,
        kind: fact.kind.clone(),
        actor: fact.actor.clone(),
        object: fact.object.clone(),
        command: fact.command.map(|id| id.to_string()),
        payload_hash: payload_hash(&fact.salt, &fact.payload),
        hash: String::new(),
        salt: Some(fact.salt.clone()),
        payload: Some(fact.payload.clone()),
    };
    entry.hash = entry.hash_after(&ledger.head);
    entry
}

/// Appends facts to the chain and moves the ledger's head; the ledger itself is saved by the caller.
pub fn append(script: &mut Script, ledger: &mut Ledger, facts: &[Fact]) -> Result<(), Error> {
    let mut entries = Vec::with_capacity(facts.len());
    for fact in facts {
        let entry = next(ledger, fact);
        ledger.entries = entry.seq;
        ledger.head.clone_from(&entry.hash);
        entries.push(entry);
    }
    if entries.is_empty() {
        return Ok(());
    }
    let rows = super::json(&entries)?;
    let (id, text, number) = (ledger.id.to_string(), Column::Text, Column::Number);
    let columns = [
        number("seq"),
        number("at"),
        text("kind"),
        text("actor"),
        text("object"),
        text("command"),
        text("payload_hash"),
        text("hash"),
    ];
    let sql = format!(
        "INSERT INTO history (ledger, seq, at, kind, actor, object, command, payload_hash, hash)
        SELECT $1, seq, at, kind, actor, object, command, payload_hash, hash FROM {}",
        script.dialect().rows("$2", "made", &columns)
    );
    script.add(Statement::new(sql).text(id.as_str()).text(rows.as_str()));
    let sql = format!(
        "INSERT INTO history_payload (ledger, seq, salt, payload) SELECT $1, seq, salt, payload FROM {}",
        script.dialect().rows(
            "$2",
            "made",
            &[number("seq"), text("salt"), text("payload")]
        )
    );
    script.add(Statement::new(sql).text(id.as_str()).text(rows));
    addresses(script, &id, facts, &entries)
}

/// Keeps from where the facts came (AUD-1); no part of the chain, so that it can be forgotten.
fn addresses(
    script: &mut Script,
    ledger: &str,
    facts: &[Fact],
    entries: &[Entry],
) -> Result<(), Error> {
    #[derive(Serialize)]
    struct From<'a> {
        seq: u64,
        address: &'a str,
        at: i64,
    }
    let known = facts.iter().zip(entries).filter_map(|(fact, entry)| {
        let (seq, at) = (entry.seq, entry.at);
        Some(From {
            seq,
            address: fact.address.as_deref()?,
            at,
        })
    });
    let known: Vec<From<'_>> = known.collect();
    if known.is_empty() {
        return Ok(());
    }
    let columns = [
        Column::Number("seq"),
        Column::Text("address"),
        Column::Number("at"),
    ];
    let sql = format!(
        "INSERT INTO history_address (ledger, seq, address, at) SELECT $1, seq, address, at FROM {}",
        script.dialect().rows("$2", "made", &columns)
    );
    script.add(Statement::new(sql).text(ledger).set(&known)?);
    Ok(())
}

/// Forgets from where facts came that are older than `before` (DESIGN 5).
pub async fn forget_addresses_before(tx: &mut Tx, before: Moment) -> Result<(), Error> {
    sqlx::query("DELETE FROM history_address WHERE at <= $1")
        .bind(before.0)
        .execute(tx.conn())
        .await?;
    Ok(())
}

const ENTRY: &str = "SELECT h.seq, h.at, h.kind, h.actor, h.object, h.command, h.payload_hash, h.hash, p.salt, p.payload
    FROM history h LEFT JOIN history_payload p ON p.ledger = h.ledger AND p.seq = h.seq";

/// A page of entries, the newest first, before the number given.
pub async fn page(
    tx: &mut Tx,
    ledger: OrganisationId,
    before: Option<u64>,
    most: u32,
) -> Result<Vec<Entry>, Error> {
    let sql = format!("{ENTRY} WHERE h.ledger = $1 AND h.seq < $2 ORDER BY h.seq DESC LIMIT $3");
    read(
        tx,
        sql,
        ledger,
        before.map_or(i64::MAX, u64::cast_signed),
        most,
    )
    .await
}

/// A page of entries in their order, after the number given.
pub async fn after(
    tx: &mut Tx,
    ledger: OrganisationId,
    after: u64,
    most: u32,
) -> Result<Vec<Entry>, Error> {
    let sql = format!("{ENTRY} WHERE h.ledger = $1 AND h.seq > $2 ORDER BY h.seq LIMIT $3");
    read(tx, sql, ledger, after.cast_signed(), most).await
}

async fn read(
    tx: &mut Tx,
    sql: String,
    ledger: OrganisationId,
    bound: i64,
    most: u32,
) -> Result<Vec<Entry>, Error> {
    let query = sqlx::query(AssertSqlSafe(sql))
        .bind(ledger.to_string())
        .bind(bound)
        .bind(i64::from(most));
    query
        .fetch_all(tx.conn())
        .await?
        .iter()
        .map(entry)
        .collect()
}

fn entry(row: &AnyRow) -> Result<Entry, Error> {
    Ok(Entry {
        seq: row.try_get::<i64, _>("seq")?.cast_unsigned(),
        at: row.try_get("at")?,
        kind: row.try_get("kind")?,
        actor: row.try_get("actor")?,
        object: row.try_get("object")?,
        command: row.try_get("command")?,
        payload_hash: row.try_get("payload_hash")?,
        hash: row.try_get("hash")?,
        salt: row.try_get("salt")?,
        payload: row.try_get("payload")?,
    })
}
