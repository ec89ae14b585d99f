//! What the faults share: a command that costs nothing and stays visible for ever, and counting what came of many.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, ensure};
use doorward_domain::{Command, MakeStaffRecord, Name, Record, StaffId};
use doorward_suite::cast::OLGA;
use doorward_suite::house::House;
use doorward_suite::ids;

/// Somebody is noted down as staff: a record of its own, sent at once, followed by no letter.
pub fn note_down(number: usize) -> Result<(StaffId, Command)> {
    let staff = StaffId(ids::new());
    let make = MakeStaffRecord {
        staff,
        name: Name::try_from(format!("Number {number}"))?,
        position: None,
    };
    Ok((staff, make.into()))
}

/// Fails unless each confirmed record is there, none that nobody tried, and the history has each once.
pub async fn are_there_once(
    house: &House,
    confirmed: &BTreeSet<StaffId>,
    tried: &BTreeSet<StaffId>,
) -> Result<()> {
    let mut kept = Vec::new();
    for sent in house.records(OLGA).await? {
        if let Record::Staff(it) = sent.record {
            kept.push(it.id);
        }
    }
    let there: BTreeSet<StaffId> = kept.iter().copied().collect();
    ensure!(kept.len() == there.len(), "the feed sends each once");
    let lost: Vec<_> = confirmed.difference(&there).collect();
    ensure!(lost.is_empty(), "confirmed and lost: {lost:?}");
    let strange: Vec<_> = there.difference(tried).collect();
    ensure!(strange.is_empty(), "nobody asked for {strange:?}");

    let mut told: BTreeMap<String, usize> = BTreeMap::new();
    for entry in house.history(OLGA).await? {
        if entry.kind == "staff_record_made" {
            *told.entry(entry.object).or_default() += 1;
        }
    }
    let once: BTreeMap<String, usize> = there.iter().map(|id| (id.to_string(), 1)).collect();
    ensure!(told == once, "the history tells of each once: {told:?}");
    house.server.verify_history().await?;
    Ok(())
}
