//! One row of the table that is being looked at, with what was probably meant and how many others are alike.

use std::collections::BTreeMap;

use doorward_domain::{Contact, LevelChoice};
use doorward_protocol::fold_typed;

use super::table::{Judged, called, number};
use crate::contract::{RowFix, RowProblem, TableRow};
use crate::import::{Draft, LevelCell, Line};

/// Which other spelling was probably meant, and how many rows have the same slip.
pub(super) struct Similar {
    meant: BTreeMap<u32, Contact>,
    slips: BTreeMap<String, u32>,
    without_country: u32,
    /// How many rows write each level that is not clear, by its folded name.
    levels: BTreeMap<String, u32>,
}

impl Similar {
    pub(super) fn of(draft: &Draft, judged: &[Judged], usual: &[String]) -> Self {
        let (mut meant, mut slips) = (BTreeMap::new(), BTreeMap::new());
        for line in draft.lines() {
            let Some(contact) = &line.contact else {
                continue;
            };
            if let Some(it) = contact.did_you_mean(usual.iter().map(String::as_str)) {
                *slips
                    .entry(contact.domain().unwrap_or_default().to_owned())
                    .or_default() += 1;
                meant.insert(line.number, it);
            }
        }
        let mut levels = BTreeMap::new();
        let rows = draft.lines().iter().zip(judged);
        // Only what is written can be meant the same way: a level that somebody picked is no slip of the table's.
        let unclear = rows.filter(|it| is_of_level(it.1.problem));
        for written in unclear.filter_map(|(line, _)| folded(line)) {
            *levels.entry(written).or_default() += 1;
        }
        Self {
            meant,
            slips,
            without_country: number(draft.fits(&RowFix::Country {
                code: "+372".into(),
            })),
            levels,
        }
    }

    pub(super) fn row(&self, line: &Line, judged: &Judged, choices: &[LevelChoice]) -> TableRow {
        let meant = self.meant.get(&line.number);
        let slip = line
            .contact
            .as_ref()
            .and_then(Contact::domain)
            .filter(|_| meant.is_some());
        let similar = match (judged.problem, slip) {
            (Some(RowProblem::NoCountry), _) => self.without_country,
            (problem, _) if is_of_level(problem) => {
                let alike = folded(line).and_then(|it| self.levels.get(&it).copied());
                alike.unwrap_or_default()
            }
            (_, Some(domain)) => self.slips.get(domain).copied().unwrap_or_default(),
            _ => 0,
        };
        TableRow {
            number: line.number,
            typed: line
                .contact
                .as_ref()
                .map_or_else(|| line.typed.clone(), ToString::to_string),
            name: line.name.clone(),
            level_typed: written(line).map(ToOwned::to_owned),
            level: judged.level,
            level_name: judged.level.and_then(|it| called(choices, it)),
            state: judged.state,
            problem: judged.problem,
            refusal: judged.refusal.clone(),
            did_you_mean: meant.cloned(),
            similar,
        }
    }
}

const fn is_of_level(problem: Option<RowProblem>) -> bool {
    matches!(
        problem,
        Some(RowProblem::UnknownLevel | RowProblem::TwoLevels | RowProblem::LevelBarred)
    )
}

/// The level of a row as its cell has it.
fn written(line: &Line) -> Option<&str> {
    match &line.level {
        Some(LevelCell::Written(written)) => Some(written),
        Some(LevelCell::Picked(_)) | None => None,
    }
}

fn folded(line: &Line) -> Option<String> {
    written(line).map(fold_typed)
}
