//! The history chain: whole as it is written, and whoever tampers with it is found (AUD-2).

use anyhow::{Context, Result};
use doorward_server::anchor::{self, Fault};
use doorward_server::store::history::{self, Fact};
use doorward_server::store::{Script, ledger};
use sqlx::AssertSqlSafe;

use crate::house::{House, NOW, invite};

crate::on_both_engines!(
    an_untouched_chain_is_whole,
    an_edited_entry_is_found,
    an_edited_payload_is_found,
    a_deleted_entry_is_found,
    an_inserted_entry_is_found,
    swapped_entries_are_found,
    a_cut_tail_is_found_by_the_anchored_head,
    a_chain_written_anew_is_found_by_the_anchored_head,
    an_erased_payload_is_no_fault,
);

async fn furnished(house: &House) -> Result<u64> {
    for number in 0..5_u128 {
        house
            .applied(
                &house.owner,
                invite(11 + number, &format!("a{number}@example.org")),
            )
            .await?;
    }
    Ok(check(house).await?.1)
}

/// The first fault of the organisation's chain, and how many entries it has.
async fn check(house: &House) -> Result<(Option<Fault>, u64)> {
    let chains = anchor::verify(&house.app).await?;
    let chain = chains
        .into_iter()
        .find(|it| it.ledger == house.organisation)
        .context("the chain")?;
    Ok((chain.fault, chain.entries))
}

async fn tamper(house: &House, statements: &[&str]) -> Result<()> {
    let mut tx = house.app.store().begin().await?;
    for sql in statements {
        let sql = sql.replace("LEDGER", &format!("'{}'", house.organisation));
        sqlx::query(AssertSqlSafe(sql)).execute(tx.conn()).await?;
    }
    Ok(tx.commit().await?)
}

async fn first_bad(house: &House) -> Result<Option<u64>> {
    Ok(check(house).await?.0.map(|fault| fault.seq))
}

async fn an_untouched_chain_is_whole(house: &House) -> Result<()> {
    let entries = furnished(house).await?;
    assert!(entries >= 6, "the making and five invitations");
    anchor::anchor(&house.app).await?;
    assert_eq!(first_bad(house).await?, None);
    Ok(())
}

async fn an_edited_entry_is_found(house: &House) -> Result<()> {
    furnished(house).await?;
    tamper(
        house,
        &["UPDATE history SET actor = 'operator' WHERE ledger = LEDGER AND seq = 4"],
    )
    .await?;
    assert_eq!(first_bad(house).await?, Some(4));
    Ok(())
}

async fn an_edited_payload_is_found(house: &House) -> Result<()> {
    furnished(house).await?;
    tamper(
        house,
        &["UPDATE history_payload SET payload = '{}' WHERE ledger = LEDGER AND seq = 3"],
    )
    .await?;
    assert_eq!(first_bad(house).await?, Some(3));
    Ok(())
}

async fn a_deleted_entry_is_found(house: &House) -> Result<()> {
    furnished(house).await?;
    tamper(
        house,
        &["DELETE FROM history WHERE ledger = LEDGER AND seq = 4"],
    )
    .await?;
    assert_eq!(first_bad(house).await?, Some(4));
    Ok(())
}

async fn an_inserted_entry_is_found(house: &House) -> Result<()> {
    furnished(house).await?;
    // Room is made after the third entry, and a copy of the second put there.
    tamper(
        house,
        &[
            "UPDATE history SET seq = -seq WHERE ledger = LEDGER AND seq > 3",
            "UPDATE history SET seq = 1 - seq WHERE ledger = LEDGER AND seq < 0",
            "INSERT INTO history (ledger, seq, at, kind, actor, object, command, payload_hash, hash)
            SELECT ledger, 4, at, kind, actor, object, command, payload_hash, hash FROM history WHERE ledger = LEDGER AND seq = 2",
        ],
    )
    .await?;
    assert_eq!(first_bad(house).await?, Some(4));
    Ok(())
}

async fn swapped_entries_are_found(house: &House) -> Result<()> {
    furnished(house).await?;
    tamper(
        house,
        &[
            "UPDATE history SET seq = -3 WHERE ledger = LEDGER AND seq = 3",
            "UPDATE history SET seq = 3 WHERE ledger = LEDGER AND seq = 4",
            "UPDATE history SET seq = 4 WHERE ledger = LEDGER AND seq = -3",
        ],
    )
    .await?;
    assert_eq!(first_bad(house).await?, Some(3));
    Ok(())
}

/// Cuts the chain after the third entry and makes the ledger agree, as somebody who owns the database can.
const CUT: &[&str] = &[
    "DELETE FROM history_payload WHERE ledger = LEDGER AND seq > 3",
    "DELETE FROM history WHERE ledger = LEDGER AND seq > 3",
    "UPDATE ledger SET entries = 3, head = (SELECT hash FROM history WHERE ledger = LEDGER AND seq = 3) WHERE id = LEDGER",
];

async fn a_cut_tail_is_found_by_the_anchored_head(house: &House) -> Result<()> {
    furnished(house).await?;
    anchor::anchor(&house.app).await?;
    tamper(house, CUT).await?;
    assert_eq!(first_bad(house).await?, Some(4));
    Ok(())
}

async fn a_chain_written_anew_is_found_by_the_anchored_head(house: &House) -> Result<()> {
    let entries = furnished(house).await?;
    anchor::anchor(&house.app).await?;
    tamper(house, CUT).await?;
    for number in 0..5_u128 {
        house
            .applied(
                &house.owner,
                invite(51 + number, &format!("b{number}@example.org")),
            )
            .await?;
    }
    assert_eq!(
        first_bad(house).await?,
        Some(entries),
        "the entry whose head was anchored is another one now"
    );
    Ok(())
}

async fn an_erased_payload_is_no_fault(house: &House) -> Result<()> {
    furnished(house).await?;
    tamper(
        house,
        &["DELETE FROM history_payload WHERE ledger = LEDGER AND seq = 3"],
    )
    .await?;
    assert_eq!(
        first_bad(house).await?,
        Some(3),
        "nobody said that it was erased"
    );
    let mut tx = house.app.store().begin().await?;
    let mut ledger = ledger::lock(&mut tx, house.organisation)
        .await?
        .context("the ledger")?;
    let erased = Fact {
        at: NOW,
        kind: "erased".to_owned(),
        actor: "system".to_owned(),
        object: house.organisation.to_string(),
        command: None,
        payload: r#"{"entries":[3]}"#.to_owned(),
        address: None,
        salt: "00".to_owned(),
    };
    let appended = |script: &mut Script| {
        history::append(script, &mut ledger, &[erased])?;
        Ok(ledger::save(script, &ledger))
    };
    let (saved, mut answers) = tx.script(appended).await?;
    ledger::saved(&mut answers, saved)?;
    tx.commit().await?;
    assert_eq!(first_bad(house).await?, None, "the chain stays whole");
    Ok(())
}
