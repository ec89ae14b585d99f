//! History: an append-only chain of facts. Each entry's hash covers the one before; what an entry says in full
//! stands in a row of its own, so that it can be erased without breaking the chain.

use doorward_domain::{CommandId, Moment, OrganisationId};
use serde::Serialize;
use sha2::{Digest, Sha256};
use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, Row};

use super::dialect::Column;
use super::ledger::Ledger;
use super::{Error, Tx};

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

/// An entry as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// Its number, from 1 without a gap.
    pub seq: u64,
    /// When.
    pub at: i64,
    /// The fact's name.
    pub kind: String,
    /// Who did it.
    pub actor: String,
    /// What it is about.
    pub object: String,
    /// The command it followed from.
    pub command: Option<String>,
    /// SHA-256(salt ‖ payload).
    pub payload_hash: String,
    /// SHA-256 over the hash before and all of the above.
    pub hash: String,
    /// The salt, unless it was erased.
    pub salt: Option<String>,
    /// The fact in full, unless it was erased.
    pub payload: Option<String>,
}

impl Entry {
    fn after(ledger: &Ledger, fact: &Fact) -> Self {
        let mut entry = Self {
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

    /// The hash this entry must have when it follows the one whose hash is given.
    pub fn hash_after(&self, before: &str) -> String {
        let mut digest = Sha256::new()
            .chain_update(before)
            .chain_update(self.seq.to_be_bytes())
            .chain_update(self.at.to_be_bytes());
        let command = self.command.as_deref().unwrap_or_default();
        for field in [
            &self.kind,
            &self.actor,
            &self.object,
            command,
            &self.payload_hash,
        ] {
            // The length stands before each field, so that no two entries read the same.
            digest.update((field.len() as u64).to_be_bytes());
            digest.update(field);
        }
        hex(&digest.finalize())
    }

    /// Whether the payload is what the chain says it is; an erased one says nothing.
    pub fn payload_holds(&self) -> bool {
        match (&self.salt, &self.payload) {
            (Some(salt), Some(payload)) => payload_hash(salt, payload) == self.payload_hash,
            _ => true,
        }
    }
}

fn payload_hash(salt: &str, payload: &str) -> String {
    hex(&Sha256::new()
        .chain_update(salt)
        .chain_update(payload)
        .finalize())
}

/// Bytes as lower-case hex.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
            // Writing into a string cannot fail.
            let _: std::fmt::Result = write!(text, "{byte:02x}");
            text
        })
}

/// Appends facts to the chain and moves the ledger's head; the ledger itself is saved by the caller.
pub async fn append(tx: &mut Tx, ledger: &mut Ledger, facts: &[Fact]) -> Result<(), Error> {
    let mut entries = Vec::with_capacity(facts.len());
    for fact in facts {
        let entry = Entry::after(ledger, fact);
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
        tx.dialect().rows("$2", "made", &columns)
    );
    sqlx::query(AssertSqlSafe(sql))
        .bind(id.as_str())
        .bind(rows.as_str())
        .execute(tx.conn())
        .await?;
    let sql = format!(
        "INSERT INTO history_payload (ledger, seq, salt, payload) SELECT $1, seq, salt, payload FROM {}",
        tx.dialect().rows(
            "$2",
            "made",
            &[number("seq"), text("salt"), text("payload")]
        )
    );
    sqlx::query(AssertSqlSafe(sql))
        .bind(id.as_str())
        .bind(rows)
        .execute(tx.conn())
        .await?;
    addresses(tx, &id, facts, &entries).await
}

/// Keeps from where the facts came (AUD-1); no part of the chain, so that it can be forgotten.
async fn addresses(
    tx: &mut Tx,
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
        tx.dialect().rows("$2", "made", &columns)
    );
    sqlx::query(AssertSqlSafe(sql))
        .bind(ledger)
        .bind(super::json(&known)?)
        .execute(tx.conn())
        .await?;
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
