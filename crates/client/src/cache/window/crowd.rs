//! What a list of people or invitations is asked for.

use doorward_domain::{Day, RoomId, SiteId};

use crate::cache::Rank;
use crate::search::Search;

/// What a list of memberships holds.
#[derive(Debug, Clone)]
pub(crate) struct Crowd<'a> {
    /// By what it is ordered.
    pub(crate) rank: Rank,
    /// Whether the order is turned round.
    pub(crate) descending: bool,
    /// Whom it holds.
    pub(crate) filter: Filter,
    /// What somebody typed.
    pub(crate) search: Option<&'a Search>,
    /// Rows that lie above these and are added by the caller.
    pub(crate) without: Vec<i64>,
}

/// Whom a list holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Filter {
    /// In these states; in any where none is named.
    pub(crate) states: Vec<i64>,
    /// At this level.
    pub(crate) level: Option<Vec<u8>>,
    /// In this tab.
    pub(crate) tab: Option<i64>,
    /// Not seen on this day or later.
    pub(crate) unseen_since: Option<Day>,
    /// To whom a room is open.
    pub(crate) door: Option<Door>,
}

/// A room as grants open it: by its name, by its site, or by a level that opens all of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Door {
    pub(crate) room: RoomId,
    pub(crate) site: Option<SiteId>,
    pub(crate) levels: Vec<Vec<u8>>,
}

impl Crowd<'_> {
    /// Whether the kept counts tell how many it holds.
    pub(super) const fn is_tallied(&self) -> bool {
        self.search.is_none() && self.filter.unseen_since.is_none() && self.filter.door.is_none()
    }

    /// Whether everything it is narrowed and ordered by stands in the image.
    pub(super) const fn is_in_the_image(&self) -> bool {
        matches!(self.rank, Rank::Name) && self.filter.door.is_none()
    }

    /// Whether the search finds a text; there may be none.
    pub(crate) fn finds(&self, text: &str) -> bool {
        self.search.is_none_or(|search| search.finds(text))
    }
}

impl Filter {
    /// Whether a spot where memberships are counted is among those asked for.
    pub(crate) fn takes_spot(&self, state: i64, level: &[u8], tab: Option<i64>) -> bool {
        (self.states.is_empty() || self.states.contains(&state))
            && self.level.as_ref().is_none_or(|it| it == level)
            && self.tab.is_none_or(|it| tab == Some(it))
    }
}
