//! The table that is being looked at, with what sending each row would come to: the same question as for one contact.

use doorward_domain::{Actor, Command, Contact, LevelChoice, LevelRef, Moment, Name, Refusal};

use super::extent::{USUAL, WINDOW};
use super::invitations::usual_domains;
use super::invite::{asked, invitation, judge};
use super::table_rows::Similar;
use crate::contract::{
    ContactOutcome, OpenTable, RowFilter, RowFix, RowProblem, RowState, TableAsk, TableCounts,
    TableLevel, TableView,
};
use crate::desk::{Desk, TOGETHER};
use crate::error::Result;
use crate::import::{Draft, Levels, Line, repeats};
use crate::replay::Overlay;

/// What sending a row would come to.
pub(super) struct Judged {
    pub(super) state: RowState,
    /// The level that it gives; none where that is not known.
    pub(super) level: Option<LevelRef>,
    pub(super) problem: Option<RowProblem>,
    pub(super) refusal: Option<Refusal>,
    certain: bool,
}

impl Judged {
    const fn plain(state: RowState) -> Self {
        Self {
            state,
            level: None,
            problem: None,
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
    let (judged, choices) = judged(desk, ask, draft.lines()).await?;
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
    let similar = Similar::of(draft, &judged, &usual);
    let rows = matching.iter().skip(offset as usize).take(limit as usize);
    Ok(TableView {
        table: Some(OpenTable {
            rows: rows
                .map(|(line, judged)| similar.row(line, judged, &choices))
                .collect(),
            total: number(matching.len()),
            counts: counts(&judged),
            levels: given(&judged, &choices),
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
        levels: Vec::new(),
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

/// Asks the rules about every row, some hundred at once; and which levels may be given at all.
async fn judged(
    desk: &Desk,
    ask: &TableAsk,
    lines: &[Line],
) -> Result<(Vec<Judged>, Vec<LevelChoice>)> {
    let office = desk
        .known_office(ask.organisation)
        .await
        .ok_or(Refusal::NotFound)?;
    let (actor, now) = (desk.actor(), desk.now());
    let mut shown = office.shown(desk).await?;
    let choices = asked(desk, &office, &mut shown).await?.levels;
    let levels = Levels::of(&choices);
    let mut repeats = repeats(lines, &levels).into_iter();
    let mut judged = Vec::with_capacity(lines.len());
    for some in lines.chunks(TOGETHER) {
        let read: Vec<Sendable<'_>> = some.iter().map(|it| sendable(it, &levels, ask)).collect();
        let sendable = read.iter().flatten();
        let commands: Vec<Command> = sendable.map(|(it, level)| invitation(it, *level)).collect();
        let questions = |overlay: &Overlay| overlay.open_questions(&commands, &actor, now);
        office.ask(desk, &mut shown, questions).await?;
        let each = read.into_iter().zip(repeats.by_ref());
        judged.extend(each.map(|(read, repeat)| match read {
            Ok(_) if repeat.is_some() => Judged::plain(RowState::Twice),
            Ok(read) => one(&shown, read, &actor, now),
            Err(problem) => Judged {
                problem,
                ..Judged::plain(RowState::ToFix)
            },
        }));
    }
    Ok((judged, choices))
}

/// Whom a row invites, and at which level; else what is wrong with it.
type Sendable<'a> = std::result::Result<(&'a Contact, LevelRef), Option<RowProblem>>;

fn sendable<'a>(line: &'a Line, levels: &Levels, ask: &TableAsk) -> Sendable<'a> {
    if line.problem.is_some() {
        return Err(line.problem);
    }
    let own = levels.of_line(line).map_err(Some)?;
    let contact = line.contact.as_ref().ok_or(None)?;
    Ok((contact, own.unwrap_or(ask.level)))
}

/// What one row would come to.
fn one(
    shown: &Overlay,
    (contact, level): (&Contact, LevelRef),
    actor: &Actor,
    now: Moment,
) -> Judged {
    let outcome = judge(shown, contact, level, actor, now);
    Judged {
        state: state(outcome.what, outcome.refusal.is_some()),
        level: Some(level),
        problem: None,
        refusal: outcome.refusal,
        certain: outcome.certain,
    }
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

const fn is_ready(state: RowState) -> bool {
    matches!(state, RowState::Ready | RowState::Approves)
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
        ready: of(is_ready),
        skipped: of(is_skipped),
        to_fix: of(|it| it == RowState::ToFix),
    }
}

/// Which levels the rows that would be sent give, in the order in which levels are offered.
fn given(judged: &[Judged], choices: &[LevelChoice]) -> Vec<TableLevel> {
    let ready = || judged.iter().filter(|it| is_ready(it.state));
    let of = |choice: &LevelChoice| TableLevel {
        level: choice.level,
        name: called(choices, choice.level),
        rows: number(ready().filter(|it| it.level == Some(choice.level)).count()),
    };
    let given = choices.iter().map(of);
    given.filter(|it| it.rows > 0).collect()
}

/// What an own level is called.
pub(super) fn called(choices: &[LevelChoice], level: LevelRef) -> Option<Name> {
    let choice = choices.iter().find(|it| it.level == level)?;
    Name::try_from(choice.name.as_deref()?).ok()
}

pub(super) fn number(many: usize) -> u32 {
    u32::try_from(many).unwrap_or(u32::MAX)
}
