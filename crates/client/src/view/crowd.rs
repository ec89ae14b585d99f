//! Windows of memberships as they are shown: rows of the server, and between them, at their places in the order, what
//! waiting commands made. What lies above is few; nothing here grows with the organisation.

use doorward_domain::{
    Day, LevelRef, Lookup, Membership, MembershipId, PersonState, RoomId, open_rooms,
};

use super::requests::ask_contacts;
use crate::cache::{
    Cache, Crowd, Door, Filter, Listed, Person, Rank, level_order, state_number, tab_number,
};
use crate::contract::InvitationTab;
use crate::desk::{Desk, Office};
use crate::error::Result;
use crate::replay::Overlay;
use crate::search::Search;

/// Which memberships are wanted, in what order.
#[derive(Debug, Clone)]
pub(super) struct Want<'a> {
    pub(super) rank: Rank,
    pub(super) descending: bool,
    /// In these states; in any where none is named.
    pub(super) states: Vec<PersonState>,
    pub(super) level: Option<LevelRef>,
    pub(super) room: Option<RoomId>,
    pub(super) unseen_since: Option<Day>,
    pub(super) tab: Option<InvitationTab>,
    pub(super) search: Option<&'a Search>,
}

impl Want<'_> {
    /// Everybody, by name.
    pub(super) const fn everybody() -> Self {
        Self {
            rank: Rank::Name,
            descending: false,
            states: Vec::new(),
            level: None,
            room: None,
            unseen_since: None,
            tab: None,
            search: None,
        }
    }

    fn filter(&self, shown: &Overlay) -> Filter {
        let door = self.room.map(|room| Door {
            room,
            site: shown.world.room(room).map(|it| it.site),
            levels: doorward_domain::Preset::ALL
                .into_iter()
                .filter(|it| it.opens_all_rooms())
                .map(|it| level_order(Some(it.into())))
                .collect(),
        });
        Filter {
            states: self.states.iter().copied().map(state_number).collect(),
            level: self.level.map(|level| level_order(Some(level))),
            tab: self.tab.map(tab_number),
            unseen_since: self.unseen_since,
            door,
        }
    }
}

/// What was found.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pub(super) rows: Vec<Listed>,
    pub(super) total: u64,
    /// Whether more match than were counted.
    pub(super) more: bool,
}

/// One membership that waiting commands made what it is.
struct Above {
    listed: Listed,
    person: Person,
}

/// The memberships above the rows that a list holds, and the numbers of every row that lies under one.
struct Top {
    rows: Vec<Above>,
    under: Vec<i64>,
}

/// The rows of a window.
pub(super) async fn gather(
    desk: &Desk,
    office: &Office,
    want: &Want<'_>,
    (offset, limit): (u64, u64),
) -> Result<Gathered> {
    let Some(cache) = office.cache().await else {
        return Ok(Gathered::default());
    };
    cache.judge(desk.now()).await?;
    let mut shown = office.shown(desk).await?;
    let top = above(desk, office, &cache, &mut shown, want).await?;
    let crowd = Crowd {
        rank: want.rank,
        descending: want.descending,
        filter: want.filter(&shown),
        search: want.search,
        without: top.under,
    };
    drop(shown);
    let height = top.rows.len() as u64;
    // What lies above may push rows of the server back by as many as there are: so many before the window are read.
    let from = offset.saturating_sub(height);
    let look = cache.look(&crowd, from, offset - from + limit).await?;
    let mut merged: Vec<(Vec<u8>, Place)> = look
        .rows
        .into_iter()
        .map(|row| (row.key, Place::Row(row.number)))
        .collect();
    let first = merged.first().map(|(key, _)| key.clone());
    let keyed = top
        .rows
        .into_iter()
        .map(|it| (it.person.key(want.rank), it.listed));
    let (before, after): (Vec<_>, Vec<_>) = keyed.partition(|(key, _)| {
        first
            .as_ref()
            .is_some_and(|first| is_before(key, first, want))
    });
    let skipped = if from == 0 { 0 } else { before.len() as u64 };
    let above = before.into_iter().filter(|_| from == 0).chain(after);
    merged.extend(above.map(|(key, listed)| (key, Place::Above(Box::new(listed)))));
    merged.sort_by(|one, other| {
        if want.descending {
            other.0.cmp(&one.0)
        } else {
            one.0.cmp(&other.0)
        }
    });
    let begin = offset.saturating_sub(from + skipped);
    let window = merged
        .into_iter()
        .map(|(_, place)| place)
        .skip(usize::try_from(begin).unwrap_or(usize::MAX))
        .take(usize::try_from(limit).unwrap_or(usize::MAX))
        .collect();
    Ok(Gathered {
        rows: placed(&cache, window).await?,
        total: look.count + height,
        more: look.more,
    })
}

/// A row of a window: one of the server's, or one that lies above.
enum Place {
    Row(i64),
    Above(Box<Listed>),
}

fn is_before(one: &[u8], other: &[u8], want: &Want<'_>) -> bool {
    if want.descending {
        one > other
    } else {
        one < other
    }
}

/// How many memberships are wanted, without reading any where counts are kept.
pub(super) async fn total(desk: &Desk, office: &Office, want: &Want<'_>) -> Result<(u64, bool)> {
    let gathered = gather(desk, office, want, (0, 0)).await?;
    Ok((gathered.total, gathered.more))
}

/// Reads the rows of a window where they stand in it.
async fn placed(cache: &Cache, window: Vec<Place>) -> Result<Vec<Listed>> {
    let numbers: Vec<i64> = window
        .iter()
        .filter_map(|place| match place {
            Place::Row(number) => Some(*number),
            Place::Above(_) => None,
        })
        .collect();
    let mut rows = cache.listed(&numbers).await?.into_iter();
    let listed = window.into_iter().filter_map(|place| match place {
        Place::Row(_) => rows.next(),
        Place::Above(listed) => Some(*listed),
    });
    Ok(listed.collect())
}

/// What lies above the rows, as far as it is wanted.
async fn above(
    desk: &Desk,
    office: &Office,
    cache: &Cache,
    shown: &mut Overlay,
    want: &Want<'_>,
) -> Result<Top> {
    let ids: Vec<MembershipId> = shown.memberships().into_iter().collect();
    ask_contacts(desk, office, shown, &ids).await?;
    if want.room.is_some() {
        let rooms = |overlay: &Overlay| {
            let rooms = Lookup::Rooms;
            overlay
                .world
                .lacks(&rooms)
                .then_some(rooms)
                .into_iter()
                .collect()
        };
        office.ask(desk, shown, rooms).await?;
    }
    let mut rows = Vec::new();
    for id in &ids {
        if let Some(listed) = listed(shown, cache, *id).await? {
            let person = Person::judge(0, &listed.membership, &listed.beside(), desk.now());
            if takes(shown, want, &listed.membership, &person) {
                rows.push(Above { listed, person });
            }
        }
    }
    let under = cache.numbers(&ids).await?;
    Ok(Top { rows, under })
}

/// A membership as it is shown, with what is known of it besides.
pub(super) async fn listed(
    shown: &Overlay,
    cache: &Cache,
    id: MembershipId,
) -> Result<Option<Listed>> {
    let Some(held) = shown.membership(id) else {
        return Ok(None);
    };
    let (delivery, activity) = cache.rows_beside(id).await?;
    let mut listed = Listed::held(held.value.clone(), held.version, held.signed.clone());
    listed.contacts = shown.world.contacts_of(id).to_vec();
    listed.delivery = shown.world.delivery(id).cloned().or(delivery);
    listed.activity = activity;
    Ok(Some(listed))
}

/// Whether what lies above is wanted.
fn takes(shown: &Overlay, want: &Want<'_>, it: &Membership, person: &Person) -> bool {
    let filter = want.filter(shown);
    let unseen = want.unseen_since.is_none_or(|day| person.seen < day.0);
    let let_in = want.room.is_none_or(|room| {
        let grant = it
            .grant
            .as_ref()
            .map(|grant| open_rooms(&shown.world, grant));
        grant.is_some_and(|open| open.all || open.rooms.iter().any(|it| it.id == room))
    });
    let found = want.search.is_none_or(|search| search.finds(&person.text));
    filter.takes_spot(person.state, &person.level, person.tab) && unseen && let_in && found
}
