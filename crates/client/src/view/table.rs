//! The table that is being looked at, with what sending each row would come to: the same question as for one contact.

use std::collections::BTreeMap;

use doorward_domain::{Command, Contact, Refusal};

use super::extent::{USUAL, WINDOW};
use super::invitations::usual_domains;
use super::invite::{invitation, judge};
use crate::contract::{
    ContactOutcome, OpenTable, RowFilter, RowFix, RowState, TableAsk, TableCounts, TableRow,
    TableView,
};
use crate::desk::{Desk, TOGETHER};
use crate::error::Result;
use crate::import::{Draft, Line, repeats};
use crate::replay::Overlay;

/// What sending a row would come to.
struct Judged {
    state: RowState,
    refusal: Option<Refusal>,
    certain: bool,
}

impl Judged {
    const fn plain(state: RowState) -> Self {
        Self {
            state,
            refusal: None,
            certain: true,
        }
    }
}

/// The table that is being looked at.
pub(crate) async fn table(desk: &Desk, ask: &TableAsk) -> Result<TableView> {
    let office = desk
        .known_office(ask.organisation)
        .await
        .ok_or(Refusal::NotFound)?;
    let usual = usual_domains(&office).await?;
    let table = desk.with.table.lock().await;
    let Some(draft) = table.as_ref() else {
        return Ok(TableView { table: None });
    };
    let judged = judged(desk, ask, draft.lines()).await?;
    let wanted = |judged: &Judged| match ask.only {
        None => true,
        Some(RowFilter::ToFix) => judged.state == RowState::ToFix,
        Some(RowFilter::Skipped) => is_skipped(judged.state),
    };
    let (offset, limit) = (
        ask.offset.unwrap_or_default(),
        ask.limit.unwrap_or(USUAL).min(WINDOW),
    );
    let matching: Vec<(&Line, &Judged)> = draft
        .lines()
        .iter()
        .zip(&judged)
        .filter(|it| wanted(it.1))
        .collect();
    let similar = Similar::of(draft, &usual);
    let rows = matching.iter().skip(offset as usize).take(limit as usize);
    Ok(TableView {
        table: Some(OpenTable {
            rows: rows
                .map(|(line, judged)| similar.row(line, judged))
                .collect(),
            total: number(matching.len()),
            counts: counts(&judged),
            certain: judged.iter().all(|it| it.certain),
            offset,
            ..around(draft)
        }),
    })
}

/// Everything but the rows.
fn around(draft: &Draft) -> OpenTable {
    let (encoding, separator) = draft.text().unzip();
    OpenTable {
        name: draft.name().map(ToOwned::to_owned),
        encoding: encoding.map(ToOwned::to_owned),
        encodings: Draft::encodings(),
        separator,
        separators: Draft::separators(),
        headings: draft.has_headings(),
        columns: draft.columns(),
        samples: draft.samples(),
        counts: counts(&[]),
        rows: Vec::new(),
        offset: 0,
        total: 0,
        country: draft.usual_country(),
        without_country: number(draft.fits(&RowFix::Country {
            code: "+372".into(),
        })),
        certain: true,
    }
}

/// Asks the rules about every row, some hundred at once.
async fn judged(desk: &Desk, ask: &TableAsk, lines: &[Line]) -> Result<Vec<Judged>> {
    let office = desk
        .known_office(ask.organisation)
        .await
        .ok_or(Refusal::NotFound)?;
    let (actor, now) = (desk.actor(), desk.now());
    let mut shown = office.shown(desk).await?;
    let mut repeats = repeats(lines).into_iter();
    let mut judged = Vec::with_capacity(lines.len());
    for some in lines.chunks(TOGETHER) {
        let contacts = some
            .iter()
            .filter(|it| it.problem.is_none())
            .filter_map(|it| it.contact.as_ref());
        let commands: Vec<Command> = contacts.map(|it| invitation(it, ask.level)).collect();
        let questions = |overlay: &Overlay| overlay.open_questions(&commands, &actor, now);
        office.ask(desk, &mut shown, questions).await?;
        let each = some.iter().zip(repeats.by_ref());
        judged.extend(each.map(|(line, repeat)| match &line.contact {
            Some(_) if repeat.is_some() => Judged::plain(RowState::Twice),
            Some(contact) if line.problem.is_none() => {
                let outcome = judge(&shown, contact, ask.level, &actor, now);
                Judged {
                    state: state(outcome.what, outcome.refusal.is_some()),
                    refusal: outcome.refusal,
                    certain: outcome.certain,
                }
            }
            Some(_) | None => Judged::plain(RowState::ToFix),
        }));
    }
    Ok(judged)
}

const fn state(outcome: ContactOutcome, refused: bool) -> RowState {
    match outcome {
        ContactOutcome::New => RowState::Ready,
        ContactOutcome::RequestWaiting if !refused => RowState::Approves,
        ContactOutcome::AlreadyMember => RowState::Member,
        ContactOutcome::AlreadyInvited => RowState::Invited,
        ContactOutcome::RequestWaiting | ContactOutcome::Refused => RowState::Refused,
        ContactOutcome::Malformed => RowState::ToFix,
    }
}

const fn is_skipped(state: RowState) -> bool {
    matches!(
        state,
        RowState::Member | RowState::Invited | RowState::Twice | RowState::Refused
    )
}

fn counts(judged: &[Judged]) -> TableCounts {
    let of = |is: fn(RowState) -> bool| number(judged.iter().filter(|it| is(it.state)).count());
    TableCounts {
        all: number(judged.len()),
        ready: of(|it| matches!(it, RowState::Ready | RowState::Approves)),
        skipped: of(is_skipped),
        to_fix: of(|it| it == RowState::ToFix),
    }
}

fn number(many: usize) -> u32 {
    u32::try_from(many).unwrap_or(u32::MAX)
}

/// Which other spelling was probably meant, and how many rows have the same slip.
struct Similar {
    meant: BTreeMap<u32, Contact>,
    slips: BTreeMap<String, u32>,
    without_country: u32,
}

impl Similar {
    fn of(draft: &Draft, usual: &[String]) -> Self {
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
        let without_country = number(draft.fits(&RowFix::Country {
            code: "+372".into(),
        }));
        Self {
            meant,
            slips,
            without_country,
        }
    }

    fn row(&self, line: &Line, judged: &Judged) -> TableRow {
        let meant = self.meant.get(&line.number);
        let slip = line
            .contact
            .as_ref()
            .and_then(Contact::domain)
            .filter(|_| meant.is_some());
        let similar = match (line.problem, slip) {
            (Some(crate::contract::RowProblem::NoCountry), _) => self.without_country,
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
            state: judged.state,
            problem: line.problem,
            refusal: judged.refusal.clone(),
            did_you_mean: meant.cloned(),
            similar,
        }
    }
}
