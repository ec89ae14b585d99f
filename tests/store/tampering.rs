//! S-79: whoever tampers with the history is found at the first entry that is wrong, wherever that is (AUD-2).

use anyhow::{Context, Result};
use doorward_server::anchor;
use doorward_suite::rounds::rounds;
use doorward_suite::simulation::Dice;
use sqlx::AssertSqlSafe;

use crate::house::{House, invite};

crate::on_both_engines!(s_79_whoever_tampers_with_the_history_is_found_at_the_first_wrong_entry);

/// How many invitations the history tells of.
const INVITED: u128 = 30;
const KEPT: [&str; 3] = ["history", "history_payload", "ledger"];

/// One way to tamper.
#[derive(Debug, Clone, Copy)]
enum Way {
    Edited,
    Deleted,
    Inserted,
    Swapped,
    /// The rest was cut off, and the ledger made to agree.
    Cut,
}

const WAYS: [Way; 5] = [
    Way::Edited,
    Way::Deleted,
    Way::Inserted,
    Way::Swapped,
    Way::Cut,
];

impl Way {
    /// The statements that do it at an entry, on the rows of the ledger `L`.
    fn statements(self, at: u64) -> Vec<String> {
        let here = |sql: &str| format!("{sql} WHERE ledger = L AND seq = {at}");
        match self {
            Self::Edited => vec![here("UPDATE history SET object = object || '!'")],
            Self::Deleted => vec![here("DELETE FROM history")],
            Self::Inserted => vec![
                format!("UPDATE history SET seq = -seq WHERE ledger = L AND seq >= {at}"),
                "UPDATE history SET seq = 1 - seq WHERE ledger = L AND seq < 0".to_owned(),
                format!(
                    "INSERT INTO history (ledger, seq, at, kind, actor, object, command, payload_hash, hash)
                    SELECT ledger, {at}, at, kind, actor, object, command, payload_hash, hash
                    FROM history WHERE ledger = L AND seq = {}",
                    at + 1
                ),
            ],
            Self::Swapped => vec![
                here("UPDATE history SET seq = -1"),
                format!("UPDATE history SET seq = {at} WHERE ledger = L AND seq = {}", at + 1),
                format!("UPDATE history SET seq = {} WHERE ledger = L AND seq = -1", at + 1),
            ],
            Self::Cut => vec![
                format!("DELETE FROM history_payload WHERE ledger = L AND seq >= {at}"),
                format!("DELETE FROM history WHERE ledger = L AND seq >= {at}"),
                format!(
                    "UPDATE ledger SET entries = {before},
                    head = (SELECT hash FROM history WHERE ledger = L AND seq = {before}) WHERE id = L",
                    before = at - 1
                ),
            ],
        }
    }

    /// The entry that is named: one more at a place is followed by itself, so that the one after it is the wrong one.
    const fn found_at(self, at: u64) -> u64 {
        match self {
            Self::Inserted => at + 1,
            Self::Edited | Self::Deleted | Self::Swapped | Self::Cut => at,
        }
    }
}

async fn run(house: &House, statements: &[String]) -> Result<()> {
    let mut tx = house.app.store().begin().await?;
    for sql in statements {
        let sql = sql.replace(" L ", &format!(" '{}' ", house.organisation));
        let sql = sql.replace("= L", &format!("= '{}'", house.organisation));
        sqlx::query(AssertSqlSafe(sql)).execute(tx.conn()).await?;
    }
    Ok(tx.commit().await?)
}

async fn first_wrong(house: &House) -> Result<Option<u64>> {
    let chains = anchor::verify(&house.app).await?;
    let chain = chains
        .into_iter()
        .find(|it| it.ledger == house.organisation);
    Ok(chain.context("the chain")?.fault.map(|it| it.seq))
}

async fn s_79_whoever_tampers_with_the_history_is_found_at_the_first_wrong_entry(
    house: &House,
) -> Result<()> {
    let mut dice = Dice::of(79);
    for number in 0..INVITED {
        let contact = format!("a{number}@example.org");
        house
            .applied(&house.owner, invite(100 + number, &contact))
            .await?;
    }
    anchor::anchor(&house.app).await?;
    assert_eq!(first_wrong(house).await?, None);
    let keep = KEPT.map(|table| format!("CREATE TABLE kept_{table} AS SELECT * FROM {table}"));
    run(house, &keep).await?;
    let back: Vec<String> = KEPT[..2]
        .iter()
        .flat_map(|table| {
            [
                format!("DELETE FROM {table}"),
                format!("INSERT INTO {table} SELECT * FROM kept_{table}"),
            ]
        })
        .chain(["UPDATE ledger SET entries = (SELECT k.entries FROM kept_ledger k WHERE k.id = ledger.id),
            head = (SELECT k.head FROM kept_ledger k WHERE k.id = ledger.id)".to_owned()])
        .collect();
    for _ in 0..rounds(5, 100) {
        for way in WAYS {
            let at = 2 + u64::try_from(dice.below(usize::try_from(INVITED)? - 2))?;
            run(house, &way.statements(at)).await?;
            assert_eq!(
                first_wrong(house).await?,
                Some(way.found_at(at)),
                "{way:?} at {at}"
            );
            run(house, &back).await?;
        }
    }
    assert_eq!(first_wrong(house).await?, None);
    Ok(())
}
