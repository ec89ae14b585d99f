//! Sending many: what a table comes to, as ordinary commands, judged one after another and kept in one
//! transaction. From then on they are like any others: they wait without a network, survive a stop, and can be undone.

use std::collections::BTreeMap;

use doorward_domain::{Command, CommandId, Decision, HOLD_MILLIS, Refusal, is_held};
use tokio::sync::MappedMutexGuard;

use super::{Desk, Office};
use crate::contract::{BatchRowState, ViewName};
use crate::error::Result;
use crate::import::{
    Batch, BatchLine, Given, Ids, Levels, Line, invitation, membership_of, repeats,
};
use crate::outbox::Entry;
use crate::replay::{Overlay, Verdict};
use crate::sync::Nudge;
use crate::view;

/// What is shown with commands laid over it that are not kept yet; each with whether it is held; and why others may not.
type Judged<'a> = (
    MappedMutexGuard<'a, Overlay>,
    Vec<(Entry, bool)>,
    BTreeMap<CommandId, Refusal>,
);

/// Commands whose questions are answered together.
pub(crate) const TOGETHER: usize = 500;

impl Desk {
    /// Sends what can be sent of the table that is looked at.
    pub(crate) async fn send_table(&self, given: &Given) -> Result<()> {
        let office = self.reachable(given.organisation).await?;
        let mut table = self.with.table.lock().await;
        let draft = table.as_ref().ok_or(Refusal::NotFound)?;
        let levels = self.levels_of(&office).await?;
        let ids = Ids::of(&draft.digest(), given);
        let before: BTreeMap<u32, BatchLine> = self
            .outbox
            .batch_lines(ids.batch)
            .await?
            .into_iter()
            .map(|it| (it.number, it))
            .collect();
        let repeats = repeats(draft.lines(), &levels);
        let mut lines: Vec<BatchLine> = draft
            .lines()
            .iter()
            .zip(&repeats)
            .map(|(line, it)| {
                let before = before.get(&line.number);
                Self::planned((line, &levels), ids, before, it.is_some())
            })
            .collect();
        let wanted = draft
            .lines()
            .iter()
            .zip(&lines)
            .filter_map(|(line, planned)| {
                let id = planned.command?;
                let level = levels.of_line(line).ok()?;
                Some((id, invitation(line, (given, level), id)?))
            });
        let wanted: Vec<(CommandId, Command)> = wanted.collect();
        let (shown, entries, refused) = self.judged(&office, wanted).await?;
        for line in &mut lines {
            if let Some(refusal) = line.command.and_then(|id| refused.get(&id)) {
                (line.state, line.command, line.membership) = (BatchRowState::Skipped, None, None);
                line.refusal = Some(refusal.clone());
            }
        }
        Self::say_repeats(&mut lines, &repeats);
        let batch = Batch {
            id: ids.batch,
            organisation: given.organisation,
            name: draft.name().unwrap_or_default().to_owned(),
            level: given.level,
            levels_by_row: draft.lines().iter().any(|it| it.level.is_some()),
            made_at: self.now(),
            headings: draft.headings().to_vec(),
            paused: false,
        };
        self.keep((&office, shown), Some((&batch, &lines)), entries)
            .await?;
        // What is not kept is still on the screen, with everything that was fixed in it.
        *table = None;
        Ok(())
    }

    /// The levels that rows may name.
    async fn levels_of(&self, office: &Office) -> Result<Levels> {
        let mut shown = office.shown(self).await?;
        let choices = view::may_give(self, office, &mut shown).await?.levels;
        Ok(Levels::of(&choices))
    }

    /// What is to become of a row; one that waits already is left alone, and so is one that repeats another.
    fn planned(
        (line, levels): (&Line, &Levels),
        ids: Ids,
        before: Option<&BatchLine>,
        is_repeat: bool,
    ) -> BatchLine {
        let problem = levels.problem(line);
        let level = levels.of_line(line).ok().flatten();
        let waits = before.is_some_and(|it| it.state == BatchRowState::Waiting);
        let ended =
            before.filter(|it| matches!(it.state, BatchRowState::Sent | BatchRowState::Refused));
        let attempt = ended.map_or(before.map_or(0, |it| it.attempt), |it| it.attempt + 1);
        let goes = problem.is_none() && !waits && !is_repeat;
        let command = goes.then(|| ids.command(line, level, attempt));
        BatchLine {
            number: line.number,
            contact: line
                .contact
                .as_ref()
                .map_or_else(|| line.typed.clone(), ToString::to_string),
            cells: line.cells.clone(),
            state: match (problem, command) {
                (Some(_), _) => BatchRowState::ToFix,
                (None, Some(_)) => BatchRowState::Waiting,
                (None, None) => BatchRowState::Skipped,
            },
            problem,
            refusal: None,
            command,
            // Where it waits already, its repeats are left out because of what waits.
            membership: command.map(membership_of).or_else(|| {
                let it = before.filter(|_| waits)?;
                it.membership
            }),
            attempt,
        }
    }

    /// Says of rows that repeat an earlier one why they are left out: as that one is, or because it is invited.
    fn say_repeats(lines: &mut [BatchLine], repeats: &[Option<usize>]) {
        for (at, first) in repeats.iter().enumerate() {
            let Some(first) = first.and_then(|it| lines.get(it)) else {
                continue;
            };
            let invited = first
                .membership
                .map(|membership| Refusal::AlreadyInvited { membership });
            let refusal = first.refusal.clone().or(invited);
            lines[at].refusal = refusal;
        }
    }

    /// Judges commands one after another, each on what the ones before it make; answers those that may be made, and why
    /// the others may not. What is shown stays as it is until they are kept: nothing is replayed without them meanwhile.
    pub(crate) async fn judged<'a>(
        &self,
        office: &'a Office,
        wanted: Vec<(CommandId, Command)>,
    ) -> Result<Judged<'a>> {
        let mut shown = office.shown(self).await?;
        match self.lay_all(office, &mut shown, wanted).await {
            Ok((entries, refused)) => Ok((shown, entries, refused)),
            Err(error) => {
                // Not kept: nothing may look as if it were (S-70).
                shown.spoil();
                Err(error)
            }
        }
    }

    async fn lay_all(
        &self,
        office: &Office,
        shown: &mut Overlay,
        wanted: Vec<(CommandId, Command)>,
    ) -> Result<(Vec<(Entry, bool)>, BTreeMap<CommandId, Refusal>)> {
        let (actor, now) = (self.actor(), self.now());
        let (mut entries, mut refused) = (Vec::with_capacity(wanted.len()), BTreeMap::new());
        for some in wanted.chunks(TOGETHER) {
            let questions = |overlay: &Overlay| {
                overlay.open_questions(some.iter().map(|it| &it.1), &actor, now)
            };
            office.ask(self, shown, questions).await?;
            for (id, command) in some {
                let (events, certain) = match shown.judge(command, &actor, now) {
                    Ok(Decision::Done(events)) => (events, true),
                    Ok(Decision::Unsure(events)) => (events, false),
                    Ok(Decision::Unchanged) => continue,
                    Err(refusal) => {
                        refused.insert(*id, refusal);
                        continue;
                    }
                };
                self.reaches(command)?;
                let held = is_held(&shown.world, command, &events);
                shown.lay(*id, &events, &actor, now);
                shown.note(*id, Verdict::of(certain));
                let subject = shown.subject(command.target());
                let entry = Entry {
                    subject,
                    certain,
                    ..Entry::new(*id, office.id, command.clone(), now)
                };
                entries.push((entry, held));
            }
        }
        Ok((entries, refused))
    }

    /// Keeps what may be made, and tells whoever sends it.
    pub(super) async fn keep(
        &self,
        (office, mut shown): (&Office, MappedMutexGuard<'_, Overlay>),
        batch: Option<(&Batch, &[BatchLine])>,
        entries: Vec<(Entry, bool)>,
    ) -> Result<()> {
        let held = entries.iter().any(|(_, held)| *held);
        let ready_at = self.tick().plus(if held { HOLD_MILLIS } else { 0 });
        let entries = entries.into_iter().map(|(entry, _)| entry).collect();
        let kept = self
            .outbox
            .add_all(batch, entries, held.then_some(ready_at))
            .await;
        if let Err(error) = kept {
            // Not saved: nothing may look as if it were (S-70).
            shown.spoil();
            return Err(error);
        }
        drop(shown);
        self.nudge(Nudge::Queued {
            organisation: office.id,
            ready_at,
        });
        self.tell(ViewName::OF_COMMANDS);
        Ok(())
    }
}
