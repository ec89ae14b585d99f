//! The open requests: one work list over the organisations, those that wait longest first.

use doorward_domain::{
    Actor, ApproveRequest, Command, Contact, Grant, Membership, MembershipId, Moment, Preset,
    RecordKind, allowed_actions,
};

use super::{MOST, USUAL, count};
use crate::cache::{Listed, Order, Row, Wish};
use crate::contract::{RequestRow, RequestsAsk, RequestsView};
use crate::desk::{Desk, Office};
use crate::error::Result;
use crate::replay::Overlay;
use crate::search::{Search, text_of};

/// The open requests of one organisation or of all.
pub(crate) async fn requests(desk: &Desk, ask: &RequestsAsk) -> Result<RequestsView> {
    let search = ask.search.as_deref().and_then(Search::of);
    let limit = ask.limit.unwrap_or(USUAL).min(MOST);
    let mut view = RequestsView {
        rows: Vec::new(),
        total: 0,
        as_of: None,
    };
    for office in desk.offices().await {
        if ask.organisation.is_some_and(|id| id != office.id) {
            continue;
        }
        let (rows, total) = of_office(desk, &office, search.as_ref(), limit).await?;
        view.rows.extend(rows);
        view.total = view.total.saturating_add(count(total));
        let as_of = office.standing().await.and_then(|standing| standing.as_of);
        // A merged list is as old as the oldest part of it.
        view.as_of = view.as_of.into_iter().chain(as_of).min();
    }
    view.rows
        .sort_by_key(|row| (row.waits_since, row.membership));
    view.rows.truncate(limit as usize);
    Ok(view)
}

/// How many requests wait in an organisation: kept counts, and the difference that the overlay makes.
pub(crate) async fn waiting(desk: &Desk, office: &Office) -> Result<u64> {
    let Some(cache) = office.cache().await else {
        return Ok(0);
    };
    let shown = office.shown(desk).await?;
    let above: Vec<MembershipId> = shown.memberships().into_iter().collect();
    let wish = wish(None, &above, 0);
    let on_top = above
        .iter()
        .filter(|id| open_request(&shown, **id).is_some())
        .count() as u64;
    Ok(cache.count(&wish).await? + on_top)
}

fn wish<'a>(search: Option<&'a Search>, above: &[MembershipId], limit: u32) -> Wish<'a> {
    let without = above.iter().map(|id| id.0).collect();
    Wish {
        kind: RecordKind::Request,
        live: true,
        order: Order::Waiting,
        search,
        without,
        limit,
    }
}

fn open_request(shown: &Overlay, id: MembershipId) -> Option<&Membership> {
    shown
        .membership(id)
        .map(|held| &held.value)
        .filter(|it| it.is_open_request())
}

async fn of_office(
    desk: &Desk,
    office: &Office,
    search: Option<&Search>,
    limit: u32,
) -> Result<(Vec<RequestRow>, u64)> {
    let Some(cache) = office.cache().await else {
        return Ok((Vec::new(), 0));
    };
    let mut shown = office.shown(desk).await?;
    let above: Vec<MembershipId> = shown.memberships().into_iter().collect();
    let wish = wish(search, &above, limit);
    let below = cache.list(&wish).await?;
    let mut total = cache.count(&wish).await?;
    let mut found: Vec<(Membership, Vec<Contact>)> = Vec::new();
    for listed in below {
        lay_under(&mut shown, &listed);
        found.push((listed.membership, listed.contacts));
    }
    ask_contacts(desk, office, &mut shown, &above).await?;
    for id in above {
        let Some(request) = open_request(&shown, id) else {
            continue;
        };
        let contacts = shown.world.contacts_of(id);
        if search.is_none_or(|search| search.finds(&text_of(request, contacts))) {
            total += 1;
            found.push((request.clone(), contacts.to_vec()));
        }
    }
    let (actor, now) = (desk.actor(), desk.now());
    let commands: Vec<Command> = found.iter().map(|(it, _)| approval(it.id)).collect();
    office
        .ask(desk, &mut shown, |overlay| {
            overlay.open_questions(&commands, &actor, now)
        })
        .await?;
    let rows = found
        .into_iter()
        .map(|(it, contacts)| row(&shown, &it, &contacts, &actor, now))
        .collect();
    Ok((rows, total))
}

/// Puts what a list found underneath, so that it is not asked for again.
fn lay_under(shown: &mut Overlay, listed: &Listed) {
    let record = doorward_domain::Record::Membership(Box::new(listed.membership.clone()));
    shown.put(Row {
        record,
        revision: listed.revision,
        signed: listed.signed.clone(),
    });
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
        actions: allowed_actions(&shown.world, actor, it.id, now),
    }
}
