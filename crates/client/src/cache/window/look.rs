//! One look at a list: its window and how many it holds.

use std::sync::Arc;

use super::count::count;
use super::crowd::{Crowd, Filter};
use super::lead::{Lead, lead};
use super::rows::{few, found, in_order};
use crate::cache::Cache;
use crate::cache::image::{Found, Lines};
use crate::error::Result;
use crate::search::Search;

/// Matches of a search counted at most.
pub(super) const MOST_COUNTED: usize = 1000;

/// A row of a window, with what orders it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Spotted {
    pub(crate) number: i64,
    pub(crate) key: Vec<u8>,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Look {
    pub(crate) rows: Vec<Spotted>,
    /// How many rows the list holds; with a search counted up to a thousand.
    pub(crate) count: u64,
    /// Whether more match than were counted.
    pub(crate) more: bool,
}

impl Cache {
    /// The rows of a list from `from` on, at most `many`, and how many it holds.
    pub(crate) async fn look(
        self: &Arc<Self>,
        crowd: &Crowd<'_>,
        from: u64,
        many: u64,
    ) -> Result<Look> {
        if let Some(search) = crowd.search
            && crowd.is_in_the_image()
            && let Some(lines) = self.lines().await?
        {
            return Ok(in_image(&lines, crowd, search, index(from), index(many)));
        }
        let among = self.among(&crowd.filter).await?;
        let mut reader = self.database.read().await?;
        if many == 0 && crowd.is_tallied() {
            let (count, more) = count(&mut reader, crowd, among).await?;
            let rows = Vec::new();
            return Ok(Look { rows, count, more });
        }
        let lead = lead(&mut reader, crowd, among).await?;
        let (from, many) = (index(from), index(many));
        match lead {
            Lead::Order => {
                let rows = in_order(&mut reader, crowd, from, many).await?;
                let (count, more) = count(&mut reader, crowd, among).await?;
                Ok(Look { rows, count, more })
            }
            Lead::Found(ref numbers) if many > 0 => {
                let last = from.saturating_add(many);
                let (rows, count) = found(&mut reader, crowd, numbers, last).await?;
                Ok(Look {
                    count: count.min(MOST_COUNTED) as u64,
                    more: count > MOST_COUNTED,
                    rows: rows.into_iter().skip(from).collect(),
                })
            }
            Lead::Filter | Lead::Found(_) | Lead::These(_) => {
                let rows = few(&mut reader, crowd, &lead).await?;
                let most = match crowd.search {
                    Some(_) => MOST_COUNTED,
                    None => usize::MAX,
                };
                Ok(Look {
                    count: rows.len().min(most) as u64,
                    more: rows.len() > most,
                    rows: rows.into_iter().skip(from).take(many).collect(),
                })
            }
        }
    }

    /// How many memberships stand where a filter asks, by the kept counts.
    async fn among(&self, filter: &Filter) -> Result<usize> {
        let tallies = self.tallies().await?;
        let taken = tallies
            .iter()
            .filter(|it| filter.takes_spot(it.state, &it.level, it.tab));
        Ok(index(taken.map(|it| it.count.max(0).cast_unsigned()).sum()))
    }
}

/// The same, from the image.
fn in_image(lines: &Lines, crowd: &Crowd<'_>, search: &Search, from: usize, many: usize) -> Look {
    let last = from.saturating_add(many);
    let found = lines.find(crowd, search, last.max(MOST_COUNTED + 1));
    let spotted = |it: &Found<'_>| Spotted {
        number: it.number,
        key: it.place.to_vec(),
    };
    Look {
        count: found.len().min(MOST_COUNTED) as u64,
        more: found.len() > MOST_COUNTED,
        rows: found.iter().skip(from).take(many).map(spotted).collect(),
    }
}

pub(super) fn index(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
