//! Everybody at one instant: a sheet that was written once, and above it the few who have changed since.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::sheet::{Entry, Found, Sheet};
use crate::cache::Crowd;
use crate::search::Search;

/// Everybody, as far as the changes that were read go.
#[derive(Debug, Default)]
pub(in crate::cache) struct Lines {
    all: Arc<Sheet>,
    /// Who changed since that was written; what it says of them is out of date.
    changed: BTreeSet<i64>,
    later: Sheet,
}

impl Lines {
    /// Everybody, written down.
    pub(super) fn of(people: Vec<Entry>) -> Self {
        Self {
            all: Arc::new(Sheet::of(people)),
            ..Self::default()
        }
    }

    /// How many changes lie above the sheet.
    pub(super) fn changes(&self) -> usize {
        self.changed.len()
    }

    /// The same with those who changed as they stand now; who is not among `now` is gone.
    pub(super) fn with(&self, changed: &BTreeSet<i64>, now: Vec<Entry>) -> Self {
        let before = self.later.entries();
        let stay = before.filter(|it| !changed.contains(&it.number));
        Self {
            all: Arc::clone(&self.all),
            changed: self.changed.union(changed).copied().collect(),
            later: Sheet::of(stay.chain(now).collect()),
        }
    }

    /// The first `many` of those whom a search finds in a crowd that is ordered by name.
    pub(in crate::cache) fn find(
        &self,
        crowd: &Crowd<'_>,
        search: &Search,
        many: usize,
    ) -> Vec<Found<'_>> {
        let without: BTreeSet<i64> = crowd.without.iter().copied().collect();
        // From the end of the order they are the last ones that are found.
        let enough = if crowd.descending { usize::MAX } else { many };
        let filter = &crowd.filter;
        let all = self.all.find(search, filter);
        let all =
            all.filter(|it| !self.changed.contains(&it.number) && !without.contains(&it.number));
        let mut found: Vec<_> = all.take(enough).collect();
        let later = self.later.find(search, filter);
        found.extend(
            later
                .filter(|it| !without.contains(&it.number))
                .take(enough),
        );
        found.sort_unstable_by(|one, other| one.place.cmp(other.place));
        if crowd.descending {
            found.reverse();
        }
        found.truncate(many);
        found
    }
}
