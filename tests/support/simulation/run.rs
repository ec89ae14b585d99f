//! Many schedules, on every core, each on a runtime of its own so that nothing but its seed decides about it.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

use anyhow::{Context, Result, anyhow};

use super::ground::Template;
use super::schedule::{Outcome, play};

/// The most commands in one schedule, as `cargo xtask test` plays them.
pub const MOST_COMMANDS: usize = 60;
/// Lines of a story that are printed.
const LAST_LINES: usize = 60;

/// Which schedules to play.
#[derive(Debug, Clone, Copy)]
pub struct Run {
    /// The seed of the first.
    pub first: u64,
    /// How many.
    pub schedules: u64,
    /// The most commands in each.
    pub commands: usize,
}

/// A schedule that was played.
#[derive(Debug)]
pub struct Played {
    /// Its seed.
    pub seed: u64,
    /// How it ended.
    pub outcome: Outcome,
}

impl Run {
    /// Plays them all, in the order of their seeds in the answer.
    pub fn play(self) -> Result<Vec<Played>> {
        let template = runtime()?.block_on(Template::make())?;
        let (next, cores) = (
            AtomicU64::new(0),
            thread::available_parallelism().map_or(2, usize::from),
        );
        let mut played = thread::scope(|scope| {
            let workers: Vec<_> = (0..cores)
                .map(|_| scope.spawn(|| self.some(&template, &next)))
                .collect();
            let mut all = Vec::new();
            for worker in workers {
                all.extend(worker.join().map_err(|_| anyhow!("a schedule broke"))??);
            }
            Ok::<_, anyhow::Error>(all)
        })?;
        played.sort_by_key(|it| it.seed);
        Ok(played)
    }

    fn some(self, template: &Template, next: &AtomicU64) -> Result<Vec<Played>> {
        let mut played = Vec::new();
        loop {
            let number = next.fetch_add(1, Ordering::SeqCst);
            if number >= self.schedules {
                return Ok(played);
            }
            let seed = self.first.wrapping_add(number);
            let outcome = runtime()?.block_on(play(template, seed, self.commands));
            let outcome = outcome.with_context(|| format!("the schedule of seed {seed}"))?;
            played.push(Played { seed, outcome });
        }
    }
}

/// How often schedules met what, all together.
pub fn met(played: &[Played]) -> BTreeMap<&'static str, usize> {
    let mut all = BTreeMap::new();
    for (what, times) in played.iter().flat_map(|it| &it.outcome.met) {
        *all.entry(*what).or_default() += times;
    }
    all
}

fn runtime() -> Result<tokio::runtime::Runtime> {
    Ok(tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?)
}

impl fmt::Display for Played {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let story = &self.outcome.story;
        writeln!(f, "seed {}, {} lines:", self.seed, story.len())?;
        let shown = if f.alternate() {
            story.len()
        } else {
            LAST_LINES
        };
        for line in story.iter().skip(story.len().saturating_sub(shown)) {
            writeln!(f, "  {line}")?;
        }
        match &self.outcome.fault {
            Some(fault) => writeln!(f, "  ✗ {fault:#}"),
            None => writeln!(f, "  converged"),
        }
    }
}
