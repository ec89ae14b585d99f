//! Texts of people one after another, in the order of names, and how a search runs through them.

use memchr::memmem::Finder;

use crate::cache::Filter;
use crate::search::Search;

/// What ends a text; no folded text holds it.
const END: char = '\n';

/// One person, as the file has it.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(super) struct Entry {
    pub(super) number: i64,
    pub(super) place: Vec<u8>,
    pub(super) level: Vec<u8>,
    pub(super) state: i64,
    pub(super) tab: Option<i64>,
    pub(super) seen: i64,
    pub(super) text: String,
}

/// Texts of people in the order of their places.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    lines: Vec<Line>,
    texts: String,
    /// Where the text of each line ends; by themselves, because a search runs along them.
    ends: Vec<usize>,
    places: Vec<u8>,
    levels: Vec<Vec<u8>>,
}

/// Where one person stands on a sheet.
#[derive(Debug)]
struct Line {
    number: i64,
    seen: i64,
    state: i64,
    tab: Option<i64>,
    level: usize,
    place_ends: usize,
}

/// Somebody who was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cache) struct Found<'a> {
    pub(in crate::cache) place: &'a [u8],
    pub(in crate::cache) number: i64,
}

impl Sheet {
    /// Writes people down, in the order of their places.
    pub(super) fn of(mut people: Vec<Entry>) -> Self {
        people.sort_unstable_by(|one, other| one.place.cmp(&other.place));
        let mut sheet = Self::default();
        sheet.lines.reserve_exact(people.len());
        sheet.ends.reserve_exact(people.len());
        for it in people {
            sheet.texts.push_str(&it.text);
            sheet.texts.push(END);
            sheet.places.extend_from_slice(&it.place);
            let line = Line {
                number: it.number,
                seen: it.seen,
                state: it.state,
                tab: it.tab,
                level: sheet.level(it.level),
                place_ends: sheet.places.len(),
            };
            sheet.ends.push(sheet.texts.len());
            sheet.lines.push(line);
        }
        sheet
    }

    /// Everybody on it, as they were written down.
    pub(super) fn entries(&self) -> impl Iterator<Item = Entry> {
        self.lines.iter().enumerate().map(|(at, line)| Entry {
            number: line.number,
            place: self.place(at).to_vec(),
            level: self.levels.get(line.level).cloned().unwrap_or_default(),
            state: line.state,
            tab: line.tab,
            seen: line.seen,
            text: self.text(at).to_owned(),
        })
    }

    /// Those whom a search finds among those whom a filter lets through, in the order of their places.
    pub(super) fn find<'a, 'b>(
        &'a self,
        search: &'b Search,
        filter: &'b Filter,
    ) -> impl Iterator<Item = Found<'a>> + use<'a, 'b> {
        let finder = Finder::new(search.rarest());
        let besides = search.besides_rarest();
        let mut from = 0;
        let mut next = 0;
        std::iter::from_fn(move || {
            loop {
                let rest = self.texts.as_bytes().get(from..)?;
                let hit = from + finder.find(rest)?;
                next += passed(self.ends.get(next..)?, hit);
                let at = next;
                let line = self.lines.get(at)?;
                from = *self.ends.get(at)?;
                if self.is_let_through(line, filter) && besides.finds(self.text(at)) {
                    return Some(Found {
                        place: self.place(at),
                        number: line.number,
                    });
                }
            }
        })
    }

    fn is_let_through(&self, line: &Line, filter: &Filter) -> bool {
        let level = self.levels.get(line.level).map_or(&[][..], Vec::as_slice);
        filter.takes_spot(line.state, level, line.tab)
            && filter.unseen_since.is_none_or(|day| line.seen < day.0)
    }

    fn text(&self, at: usize) -> &str {
        let end_of = |at: usize| self.ends.get(at).copied().unwrap_or_default();
        let (begins, ends) = (at.checked_sub(1).map_or(0, end_of), end_of(at));
        self.texts
            .get(begins..ends)
            .unwrap_or_default()
            .trim_end_matches(END)
    }

    fn place(&self, at: usize) -> &[u8] {
        let ends = self.lines.get(at).map_or(0, |it| it.place_ends);
        let before = at.checked_sub(1).and_then(|at| self.lines.get(at));
        let begins = before.map_or(0, |it| it.place_ends);
        self.places.get(begins..ends).unwrap_or_default()
    }

    /// The number of a level: there are few, and each stands once.
    fn level(&mut self, level: Vec<u8>) -> usize {
        let known = self.levels.iter().position(|it| *it == level);
        known.unwrap_or_else(|| {
            self.levels.push(level);
            self.levels.len() - 1
        })
    }
}

/// How many texts end before a place; looked for from the beginning on, because findings lie near each other.
fn passed(ends: &[usize], place: usize) -> usize {
    let mut reach = 1;
    while ends.get(reach).is_some_and(|end| *end <= place) {
        reach *= 2;
    }
    let near = ends.get(..=reach).unwrap_or(ends);
    near.partition_point(|end| *end <= place)
}
