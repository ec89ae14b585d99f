//! What the server's history, queue of letters and bells say of a story: every change once, every person once.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use doorward_domain::{CommandId, OrganisationId};
use doorward_protocol::{Mine, MyRecord, Outcome};
use doorward_server::anchor;
use doorward_server::store::history;

use super::ground::Ground;
use super::truth::Truth;

/// More entries than any story has.
const MOST: u32 = 100_000;

/// I4: the chain holds, and every command that was applied has its facts there, once.
pub async fn history_is_whole(ground: &Ground, truth: &[Truth]) -> Result<()> {
    for checked in anchor::verify(&ground.app).await? {
        let fault = checked.fault;
        ensure!(
            fault.is_none(),
            "I4: the chain of {} is broken: {fault:?}",
            checked.ledger
        );
    }
    for truth in truth {
        let told = told(ground, truth.id).await?;
        for (id, (outcome, facts)) in &truth.settled {
            let applied = matches!(outcome, Outcome::Applied { .. });
            let found = told.get(id).copied().unwrap_or_default();
            let expected = if applied { *facts } else { 0 };
            ensure!(
                found == expected,
                "I4: {id} came to {outcome:?} and is in the history {found} times, not {expected}"
            );
        }
    }
    Ok(())
}

async fn told(ground: &Ground, organisation: OrganisationId) -> Result<BTreeMap<CommandId, usize>> {
    let mut tx = ground.app.store().snapshot().await?;
    let mut told = BTreeMap::new();
    for entry in history::after(&mut tx, organisation, 0, MOST).await? {
        if let Some(command) = &entry.command {
            let id = CommandId(command.parse().context("a command's id")?);
            *told.entry(id).or_default() += 1;
        }
    }
    Ok(told)
}

/// I9: nobody is told twice of one event.
pub fn told_once(mine: &[Mine]) -> Result<()> {
    let mut seen = BTreeMap::new();
    for page in mine {
        for sent in &page.records {
            if let MyRecord::Notice(notice) = &sent.record {
                let before = seen.insert(notice.id, notice.kind.clone());
                ensure!(before.is_none(), "I9: told twice: {notice:?}");
            }
        }
    }
    Ok(())
}
