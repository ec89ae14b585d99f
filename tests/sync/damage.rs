//! Packs as the server keeps them, what may be wrong with them, and a comparison of what two devices hold.

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use doorward_domain::{MembershipId, Record, Version};
use doorward_suite::cast::{OLGA, Person};
use doorward_suite::house::House;
use doorward_suite::wait;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection};

/// Bytes in front of what is sent.
const HEAD: usize = 512;
const PAGE: usize = 4096;

/// What may be wrong with a pack.
#[derive(Debug, Clone, Copy)]
pub enum Damage {
    /// A byte was changed on the way.
    Flipped,
    /// The end is missing.
    Cut,
    /// It is larger than it says.
    Larger,
    /// It says that it is larger than anything.
    Boundless,
    /// A page of it is none.
    Torn,
    /// Something would run by itself.
    Trigger,
    /// Something would stand for something else.
    View,
    /// A table is another one.
    Table,
    /// It says what became of commands.
    Outcome,
}

impl Damage {
    /// Everything that may be wrong.
    pub const ALL: [Self; 9] = [
        Self::Flipped,
        Self::Cut,
        Self::Larger,
        Self::Boundless,
        Self::Torn,
        Self::Trigger,
        Self::View,
        Self::Table,
        Self::Outcome,
    ];

    /// A sound pack with this damage done to it.
    pub async fn done_to(self, sound: &[u8]) -> Result<Vec<u8>> {
        let (mut head, packed) = parted(sound)?;
        let mut packed = packed.to_vec();
        match self {
            Self::Flipped => {
                let middle = packed.len() / 2;
                packed[middle] ^= 1;
            }
            Self::Cut => packed.truncate(packed.len() / 2),
            Self::Larger => head["pages"] = (head["pages"].as_u64().context("pages")? - 1).into(),
            Self::Boundless => head["pages"] = u32::MAX.into(),
            Self::Torn => {
                let mut pages = zstd::decode_all(&*packed)?;
                let at = pages.len() / PAGE / 2 * PAGE;
                pages[at..at + PAGE].fill(0xff);
                return packed_anew(head, &pages);
            }
            Self::Trigger => {
                let sql = "CREATE TRIGGER t AFTER INSERT ON record BEGIN DELETE FROM person; END";
                return with(head, &packed, sql).await;
            }
            Self::View => {
                return with(head, &packed, "CREATE VIEW v AS SELECT * FROM record").await;
            }
            Self::Table => {
                return with(head, &packed, "ALTER TABLE happened ADD COLUMN more TEXT").await;
            }
            Self::Outcome => {
                let sql = "INSERT INTO settled (id, outcome) VALUES (zeroblob(16), '{}')";
                return with(head, &packed, sql).await;
            }
        }
        whole(&head, &packed)
    }
}

/// What is sent after a statement has been run in it.
async fn with(head: Value, packed: &[u8], sql: &str) -> Result<Vec<u8>> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("pages");
    std::fs::write(&path, zstd::decode_all(packed)?)?;
    let options = SqliteConnectOptions::new().filename(&path);
    let mut connection = options.disable_statement_logging().connect().await?;
    sqlx::raw_sql(AssertSqlSafe(sql.to_owned()))
        .execute(&mut connection)
        .await?;
    connection.close().await?;
    packed_anew(head, &std::fs::read(path)?)
}

fn packed_anew(mut head: Value, pages: &[u8]) -> Result<Vec<u8>> {
    let packed = zstd::encode_all(pages, 1)?;
    head["pages"] = (pages.len() / PAGE).into();
    head["digest"] = doorward_protocol::hex(&Sha256::digest(&packed)).into();
    whole(&head, &packed)
}

fn parted(pack: &[u8]) -> Result<(Value, &[u8])> {
    let (head, packed) = pack.split_at_checked(HEAD).context("a head")?;
    Ok((serde_json::from_slice(head)?, packed))
}

fn whole(head: &Value, packed: &[u8]) -> Result<Vec<u8>> {
    let mut whole = serde_json::to_vec(head)?;
    whole.resize(HEAD, b' ');
    whole.write_all(packed)?;
    Ok(whole)
}

/// Whether what a pack holds says something.
pub fn mentions(pack: &Path, said: &str) -> Result<bool> {
    let pack = std::fs::read(pack)?;
    let pages = zstd::decode_all(parted(&pack)?.1)?;
    Ok(pages.windows(said.len()).any(|it| it == said.as_bytes()))
}

/// Waits until the server keeps so many packs; answers the one that was made last.
pub async fn packed(house: &House, many: usize) -> Result<PathBuf> {
    let folder = house.server.data().join("packs");
    wait::until("the packs are made", async || {
        let mut packs = Vec::new();
        let Ok(files) = std::fs::read_dir(&folder) else {
            return Ok(None);
        };
        for file in files {
            let path = file?.path();
            if path.extension().is_some_and(|end| end == "pack") {
                packs.push((std::fs::metadata(&path)?.modified()?, path));
            }
        }
        packs.sort();
        let all = packs.len() == many;
        Ok(packs.pop().filter(|_| all).map(|it| it.1))
    })
    .await
}

/// Fails, and says where, unless two devices hold the same.
pub fn same(one: &Value, other: &Value) -> Result<()> {
    let empty = serde_json::Map::new();
    for (organisation, tables) in one.as_object().unwrap_or(&empty) {
        for (table, rows) in tables.as_object().unwrap_or(&empty) {
            let others = &other[organisation][table];
            let missing = |rows: &Value, of: &Value| -> Vec<Value> {
                let of = of.as_array().cloned().unwrap_or_default();
                let rows = rows.as_array().cloned().unwrap_or_default();
                rows.into_iter().filter(|row| !of.contains(row)).collect()
            };
            let (gone, come) = (missing(rows, others), missing(others, rows));
            ensure!(rows == others, "{table}: without {gone:?}, with {come:?}");
        }
    }
    ensure!(one == other && *one != json!({}), "the same, and something");
    Ok(())
}

/// Somebody's membership as it is now, and its version.
pub async fn grant_of(house: &House, person: Person) -> Result<(MembershipId, Version)> {
    let id = house.membership_of(person).await?;
    let records = house.records(OLGA).await?;
    let of = |it: &doorward_protocol::SentRecord| matches!(&it.record, Record::Membership(it) if it.id == id);
    let found = records.iter().find(|it| of(it));
    let revision = found.context("the membership")?.revision;
    Ok((id, Version::Revision(revision)))
}
