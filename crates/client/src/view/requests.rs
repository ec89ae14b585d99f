//! The open requests: one work list over the organisations, those that wait longest first.

use std::collections::BTreeMap;
use std::sync::Arc;

use doorward_copy::text_of;
use doorward_domain::{
    Actor, ApproveRequest, Command, Contact, Grant, Membership, MembershipId, Moment, Preset,
    allowed_actions,
};
use tokio::sync::MappedMutexGuard;
use uuid::Uuid;

use super::extent::{MOST, USUAL, count, millis_until};
use crate::cache::{Part, Wish};
use crate::contract::{CameBy, RequestRow, RequestsAsk, RequestsView};
use crate::desk::{Desk, Office};
use crate::error::Result;
use crate::replay::Overlay;
use crate::search::Search;

/// Milliseconds in one day.
const DAY: i64 = 24 * 60 * 60 * 1000;

/// The rows that are asked for: how many come before them, and how many they are at most.
pub(crate) fn window(ask: &RequestsAsk) -> (usize, usize) {
    let first = ask.offset.unwrap_or_default() as usize;
    (first, ask.limit.unwrap_or(USUAL).min(MOST) as usize)
}

/// In which order requests stand: those that wait longest first.
pub(crate) const fn place_of(row: &RequestRow) -> (Moment, MembershipId) {
    (row.waits_since, row.membership)
}

/// A window of the open requests in an account's organisations, or in the one that is asked for.
pub(crate) async fn requests(
    desk: &Desk,
    offices: &[Arc<Office>],
    ask: &RequestsAsk,
    (first, many): (usize, usize),
) -> Result<RequestsView> {
    let search = ask.search.as_deref().and_then(Search::of);
    let mut view = RequestsView {
        rows: Vec::new(),
        total: 0,
        snoozed: 0,
        wakes_in_ms: None,
        as_of: None,
    };
    let asleep = desk.own.asleep(desk.now()).await?;
    let wanted = Wanted {
        asleep: &asleep,
        is_asleep: ask.snoozed == Some(true),
        part: part(ask, desk.now()),
        search: search.as_ref(),
        limit: count((first + many) as u64),
    };
    let mut waiting: Vec<Waiting> = Vec::new();
    let asked = |office: &&Arc<Office>| ask.organisation.is_none_or(|id| id == office.id);
    let mut open = Vec::new();
    for office in offices.iter().filter(asked) {
        let (found, shown, total) = of_office(desk, office, &wanted).await?;
        let at = open.len();
        waiting.extend(found.into_iter().map(|(it, contacts)| (at, it, contacts)));
        view.total = view.total.saturating_add(count(total));
        let sleeping = open_of(office, &shown, &asleep).await?;
        view.snoozed = view.snoozed.saturating_add(count(sleeping));
        let as_of = office.standing().await.and_then(|standing| standing.as_of);
        // A merged list is as old as the oldest part of it.
        view.as_of = view.as_of.into_iter().chain(as_of).min();
        open.push((&**office, shown));
    }
    waiting.sort_by_key(|(_, it, _)| (it.waits_since(), it.id));
    let window: Vec<Waiting> = waiting.into_iter().skip(first).take(many).collect();
    judge_in(desk, &mut open, &window).await?;
    let (actor, now) = (desk.actor(), desk.now());
    for (at, it, contacts) in window {
        if let Some((_, shown)) = open.get(at) {
            view.rows.push(RequestRow {
                snoozed_until: asleep.get(&it.id).copied(),
                ..row(shown, &it, &contacts, &actor, now)
            });
        }
    }
    let wakes = asleep.values().min();
    view.wakes_in_ms = wakes.map(|at| millis_until(*at, now));
    Ok(view)
}

/// What an office shows above its rows.
type Shown<'a> = MappedMutexGuard<'a, Overlay>;

/// Those that are put off, each until when.
type Asleep = BTreeMap<MembershipId, Moment>;

/// A request with the number of its office.
type Waiting = (usize, Membership, Vec<Contact>);

/// Asks what deciding the requests of a window takes, so that each can be judged.
async fn judge_in(
    desk: &Desk,
    offices: &mut [(&Office, Shown<'_>)],
    window: &[Waiting],
) -> Result<()> {
    let (actor, now) = (desk.actor(), desk.now());
    for (at, (office, shown)) in offices.iter_mut().enumerate() {
        let here = window.iter().filter(|(of, _, _)| *of == at);
        let commands: Vec<Command> = here.map(|(_, it, _)| approval(it.id)).collect();
        office
            .ask(desk, shown, |overlay| {
                overlay.open_questions(&commands, &actor, now)
            })
            .await?;
    }
    Ok(())
}

/// The part of the requests that is asked for.
fn part(ask: &RequestsAsk, now: Moment) -> Part {
    Part {
        until: ask
            .waiting_days
            .map(|days| now.plus_millis(-DAY * i64::from(days))),
        by_link: ask.came_by.map(|by| by == CameBy::Link),
    }
}

/// What is wanted of each office.
struct Wanted<'a> {
    asleep: &'a Asleep,
    is_asleep: bool,
    part: Part,
    search: Option<&'a Search>,
    limit: u32,
}

impl Wanted<'_> {
    /// Whether a request is one of them.
    fn takes(&self, it: &Membership, contacts: &[Contact]) -> bool {
        let by_link = it.asked.as_ref().is_some_and(|asked| asked.link.is_some());
        self.asleep.contains_key(&it.id) == self.is_asleep
            && self
                .part
                .until
                .is_none_or(|until| it.waits_since() <= until)
            && self.part.by_link.is_none_or(|wanted| wanted == by_link)
            && self
                .search
                .is_none_or(|search| search.finds(&text_of(it, contacts)))
    }
}

/// How many requests wait in an organisation: kept counts, and the difference that the overlay makes.
pub(crate) async fn waiting(desk: &Desk, office: &Office) -> Result<u64> {
    let Some(cache) = office.cache().await else {
        return Ok(0);
    };
    let asleep = desk.own.asleep(desk.now()).await?;
    let shown = office.shown(desk).await?;
    let above: Vec<MembershipId> = shown.memberships().into_iter().collect();
    let wish = Wish {
        part: Part::default(),
        search: None,
        without: ids(above.iter().chain(asleep.keys())),
        only: None,
        limit: 0,
    };
    let on_top = above
        .iter()
        .filter(|id| !asleep.contains_key(id) && open_request(&shown, **id).is_some())
        .count() as u64;
    Ok(cache.count_waiting(&wish).await? + on_top)
}

/// How many of those that are put off are open requests of an office.
async fn open_of(office: &Office, shown: &Overlay, asleep: &Asleep) -> Result<u64> {
    let Some(cache) = office.cache().await else {
        return Ok(0);
    };
    if asleep.is_empty() {
        return Ok(0);
    }
    let above = shown.memberships();
    let wish = Wish {
        part: Part::default(),
        search: None,
        without: ids(&above),
        only: Some(ids(asleep.keys())),
        limit: 0,
    };
    let on_top = above
        .iter()
        .filter(|id| asleep.contains_key(id) && open_request(shown, **id).is_some())
        .count() as u64;
    Ok(cache.count_waiting(&wish).await? + on_top)
}

fn ids<'a>(of: impl IntoIterator<Item = &'a MembershipId>) -> Vec<Uuid> {
    of.into_iter().map(|id| id.0).collect()
}

impl<'a> Wanted<'a> {
    /// What is asked of the rows, while these lie above them.
    fn wish(&self, above: &[MembershipId]) -> Wish<'a> {
        let (others, only) = if self.is_asleep {
            (None, Some(ids(self.asleep.keys())))
        } else {
            (Some(self.asleep.keys()), None)
        };
        Wish {
            part: self.part,
            search: self.search,
            without: ids(above.iter().chain(others.into_iter().flatten())),
            only,
            limit: self.limit,
        }
    }
}

fn open_request(shown: &Overlay, id: MembershipId) -> Option<&Membership> {
    shown
        .membership(id)
        .map(|held| &held.value)
        .filter(|it| it.is_open_request())
}

/// The first requests of an office as they are wanted, what lies over its rows, and how many there are.
async fn of_office<'a>(
    desk: &Desk,
    office: &'a Office,
    wanted: &Wanted<'_>,
) -> Result<(Vec<(Membership, Vec<Contact>)>, Shown<'a>, u64)> {
    let mut shown = office.shown(desk).await?;
    let Some(cache) = office.cache().await else {
        return Ok((Vec::new(), shown, 0));
    };
    let above: Vec<MembershipId> = shown.memberships().into_iter().collect();
    let wish = wanted.wish(&above);
    let below = cache.waiting(&wish).await?;
    let mut total = cache.count_waiting(&wish).await?;
    let mut found: Vec<(Membership, Vec<Contact>)> = Vec::new();
    for listed in below {
        shown.put_under(&listed);
        found.push((listed.membership.value, listed.contacts));
    }
    ask_contacts(desk, office, &mut shown, &above).await?;
    for id in above {
        let Some(request) = open_request(&shown, id) else {
            continue;
        };
        let contacts = shown.world.contacts_of(id);
        if wanted.takes(request, contacts) {
            total += 1;
            found.push((request.clone(), contacts.to_vec()));
        }
    }
    Ok((found, shown, total))
}

/// Makes sure that the contacts of what lies above are known.
pub(super) async fn ask_contacts(
    desk: &Desk,
    office: &Office,
    shown: &mut Overlay,
    above: &[MembershipId],
) -> Result<()> {
    let wanted = |overlay: &Overlay| {
        let lookups = above
            .iter()
            .map(|id| doorward_domain::Lookup::Contacts(*id));
        lookups
            .filter(|lookup| overlay.world.lacks(lookup))
            .collect()
    };
    office.ask(desk, shown, wanted).await
}

/// The command whose questions are those of every decision about a request.
pub(super) fn approval(membership: MembershipId) -> Command {
    Command::ApproveRequest(ApproveRequest {
        membership,
        grant: Grant::of(Preset::Member),
    })
}

/// One request as the list shows it.
pub(super) fn row(
    shown: &Overlay,
    it: &Membership,
    contacts: &[Contact],
    actor: &Actor,
    now: Moment,
) -> RequestRow {
    RequestRow {
        organisation: shown.world.id,
        membership: it.id,
        name: it.name.clone(),
        position: it.position.clone(),
        contact: contacts.first().cloned(),
        waits_since: it
            .asked
            .as_ref()
            .map_or(it.begun.at, |asked| asked.waits_since),
        snoozed_until: None,
        actions: allowed_actions(&shown.world, actor, it.id, now),
    }
}
