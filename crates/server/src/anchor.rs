//! Anchors: the heads of all history chains, signed with Ed25519 and written outside the database, so that a chain that
//! was cut short is noticed. Without an anchor outside, whoever owns the database could write the chain anew.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{BufRead, Write};
use std::path::PathBuf;

use doorward_domain::OrganisationId;
use doorward_protocol::{Entry, hex};
use ring::signature::{ED25519, Ed25519KeyPair, KeyPair, UnparsedPublicKey};
use serde::{Deserialize, Serialize};

use crate::store::history;
use crate::store::ledger;
use crate::store::{self, Tx};
use crate::{App, private};

/// Entries read at once.
const PAGE: u32 = 1000;
/// Heads are anchored at the latest after this many entries.
pub const EVERY: u64 = 1000;

/// What a check of one chain found.
#[derive(Debug)]
pub struct Checked {
    /// Whose chain.
    pub ledger: OrganisationId,
    /// How many entries were read.
    pub entries: u64,
    /// How many of them say nothing any more because a person was erased.
    pub erased: usize,
    /// The first bad entry.
    pub fault: Option<Fault>,
}

/// The first bad entry of a chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Its number.
    pub seq: u64,
    /// What is wrong with it.
    pub what: &'static str,
}

/// One line of the file: a signed head.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Head {
    ledger: OrganisationId,
    seq: u64,
    hash: String,
    at: i64,
    signature: String,
}

/// Why heads could not be read or written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// The file failed.
    #[error("the file of anchored heads cannot be used")]
    File(#[from] std::io::Error),
    /// The key failed.
    #[error("the key that signs heads cannot be used")]
    Key,
}

/// Checks every chain, in the order of their ids.
pub async fn verify(app: &App) -> Result<Vec<Checked>, Error> {
    let anchored = anchored(app)?;
    let mut tx = app.store().snapshot().await?;
    let mut checked = Vec::new();
    let mut ledgers = ledger::all(&mut tx).await?;
    // A ledger that was anchored and is gone is a chain cut to nothing.
    ledgers.extend(
        anchored
            .keys()
            .filter(|id| !ledgers.contains(id))
            .copied()
            .collect::<Vec<_>>(),
    );
    for id in ledgers {
        let heads = anchored.get(&id).map(Vec::as_slice).unwrap_or_default();
        checked.push(verify_one(&mut tx, id, heads).await?);
    }
    Ok(checked)
}

async fn verify_one(tx: &mut Tx, id: OrganisationId, heads: &[Head]) -> Result<Checked, Error> {
    let (mut last, mut fault) = ((0, Entry::BEGINNING.to_owned()), None);
    let (mut silent, mut erased) = (BTreeSet::new(), BTreeSet::new());
    loop {
        let page = history::after(tx, id, last.0, PAGE).await?;
        if page.is_empty() || fault.is_some() {
            break;
        }
        for entry in page {
            fault = fault.or_else(|| fault_of(&entry, &last, heads));
            if entry.payload.is_none() {
                silent.insert(entry.seq);
            }
            erased.extend(erased_by(&entry));
            last = (entry.seq, entry.hash);
        }
    }
    let fault = match fault {
        Some(fault) => Some(fault),
        None => cut_off(tx, id, &last, heads).await?,
    };
    let robbed = silent.difference(&erased).next().map(|seq| Fault {
        seq: *seq,
        what: "says nothing, and was not erased",
    });
    let fault = [fault, robbed]
        .into_iter()
        .flatten()
        .min_by_key(|fault| fault.seq);
    Ok(Checked {
        ledger: id,
        entries: last.0,
        erased: silent.len(),
        fault,
    })
}

/// The entries that an entry says were erased with the person they were about.
fn erased_by(entry: &Entry) -> Vec<u64> {
    #[derive(Deserialize)]
    struct Erased {
        entries: Vec<u64>,
    }
    let payload = entry.payload.as_deref().filter(|_| entry.kind == "erased");
    payload
        .and_then(|text| serde_json::from_str::<Erased>(text).ok())
        .map(|it| it.entries)
        .unwrap_or_default()
}

/// What is wrong with an entry, given the one before it.
fn fault_of(entry: &Entry, (before, hash): &(u64, String), heads: &[Head]) -> Option<Fault> {
    let seq = before + 1;
    let what = if entry.seq != seq {
        "is missing"
    } else if entry.hash_after(hash) != entry.hash {
        "was edited, inserted or moved"
    } else if !entry.payload_holds() {
        "says something else than it did"
    } else if heads
        .iter()
        .any(|head| head.seq == seq && head.hash != entry.hash)
    {
        "is not the entry whose head was anchored"
    } else {
        return None;
    };
    Some(Fault { seq, what })
}

/// Whether entries at the end are missing, by the ledger or by an anchored head.
async fn cut_off(
    tx: &mut Tx,
    id: OrganisationId,
    last: &(u64, String),
    heads: &[Head],
) -> Result<Option<Fault>, Error> {
    let ledger = ledger::ledger(tx, id).await?;
    let by_ledger = ledger.is_none_or(|it| (it.entries, &it.head) != (last.0, &last.1));
    let by_anchor = heads.iter().any(|head| head.seq > last.0);
    Ok((by_ledger || by_anchor).then_some(Fault {
        seq: last.0 + 1,
        what: "is missing: the end was cut off",
    }))
}

/// Signs and writes the heads that moved since they were anchored last.
pub async fn anchor(app: &App) -> Result<(), Error> {
    let anchored = anchored(app)?;
    let key = key(app)?;
    let mut tx = app.store().snapshot().await?;
    let mut lines = String::new();
    for id in ledger::all(&mut tx).await? {
        let Some(ledger) = ledger::ledger(&mut tx, id).await? else {
            continue;
        };
        let last = anchored
            .get(&id)
            .and_then(|heads| heads.last())
            .map_or(0, |head| head.seq);
        if ledger.entries > last {
            let mut head = Head {
                ledger: id,
                seq: ledger.entries,
                hash: ledger.head,
                at: app.now().0,
                signature: String::new(),
            };
            head.signature = hex(key.sign(&signed(&head)).as_ref());
            lines.push_str(
                &serde_json::to_string(&head).map_err(store::Error::unreadable("head", ""))?,
            );
            lines.push('\n');
        }
    }
    if !lines.is_empty() {
        let mut options = fs::OpenOptions::new();
        let mut file = private::open(options.create(true).append(true), &path(app))?;
        file.write_all(lines.as_bytes())?;
        file.sync_all()?;
    }
    Ok(())
}

/// The anchored heads whose signatures hold, by ledger, in the order of the file.
fn anchored(app: &App) -> Result<BTreeMap<OrganisationId, Vec<Head>>, Error> {
    let mut heads: BTreeMap<OrganisationId, Vec<Head>> = BTreeMap::new();
    let file = match fs::File::open(path(app)) {
        Ok(file) => file,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(heads),
        Err(error) => return Err(error.into()),
    };
    let key = key(app)?;
    let public = UnparsedPublicKey::new(&ED25519, key.public_key().as_ref());
    for line in std::io::BufReader::new(file).lines() {
        let Ok(head) = serde_json::from_str::<Head>(&line?) else {
            continue;
        };
        if public
            .verify(&signed(&head), &unhex(&head.signature))
            .is_ok()
        {
            heads.entry(head.ledger).or_default().push(head);
        }
    }
    Ok(heads)
}

fn signed(head: &Head) -> Vec<u8> {
    format!(
        "doorward head {} {} {} {}",
        head.ledger, head.seq, head.hash, head.at
    )
    .into_bytes()
}

fn key(app: &App) -> Result<Ed25519KeyPair, Error> {
    Ed25519KeyPair::from_seed_unchecked(&app.tokens().derive("heads")).map_err(|_| Error::Key)
}

fn path(app: &App) -> PathBuf {
    app.config().folder.join("heads.log")
}

fn unhex(text: &str) -> Vec<u8> {
    let digits: Vec<u8> = text
        .chars()
        .filter_map(|digit| digit.to_digit(16))
        .filter_map(|it| u8::try_from(it).ok())
        .collect();
    digits
        .chunks_exact(2)
        .map(|pair| pair.iter().fold(0, |byte, digit| byte << 4 | digit))
        .collect()
}
