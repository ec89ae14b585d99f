//! Memberships of one kind, by name or by search: rows outside the overlay, and the overlay.

use doorward_domain::{
    Contact, Held, Membership, MembershipId, OrganisationId, RecordKind, Refusal, Version,
};
use doorward_protocol::order_key;

use super::requests::ask_contacts;
use super::{MOST, USUAL, count};
use crate::cache::{Order, Wish};
use crate::contract::{PeopleView, PersonRow};
use crate::desk::Desk;
use crate::error::Result;
use crate::replay::Overlay;
use crate::search::{Search, text_of};

/// What is asked of the list.
#[derive(Debug)]
pub(crate) struct Ask<'a> {
    pub(crate) organisation: OrganisationId,
    pub(crate) kind: RecordKind,
    /// Whether closed ones are listed too.
    pub(crate) closed: bool,
    pub(crate) search: Option<&'a str>,
    pub(crate) limit: Option<u32>,
}

/// The first memberships of a kind.
pub(crate) async fn people(desk: &Desk, ask: &Ask<'_>) -> Result<PeopleView> {
    let office = desk
        .known_office(ask.organisation)
        .await
        .ok_or(Refusal::NotFound)?;
    let Some(cache) = office.cache().await else {
        return Ok(PeopleView {
            rows: Vec::new(),
            total: 0,
            as_of: None,
        });
    };
    let search = ask.search.and_then(Search::of);
    let limit = ask.limit.unwrap_or(USUAL).min(MOST);
    let mut shown = office.shown(desk).await?;
    let above: Vec<MembershipId> = shown.memberships().into_iter().collect();
    ask_contacts(desk, &office, &mut shown, &above).await?;
    let without = above.iter().map(|id| id.0).collect();
    let wish = Wish {
        kind: ask.kind,
        live: !ask.closed,
        order: Order::Name,
        search: search.as_ref(),
        without,
        limit,
    };
    let below = cache.list(&wish).await?;
    let mut total = cache.count(&wish).await?;
    let mut rows = on_top(&shown, ask, search.as_ref());
    total += rows.len() as u64;
    let mixed = !rows.is_empty();
    for it in below {
        let held = Held {
            value: it.membership,
            version: Version::Revision(it.revision),
            signed: it.signed,
        };
        rows.push(row(&held, &it.contacts));
    }
    if mixed && search.is_none() {
        rows.sort_by_cached_key(|row| order_key(order_text_of(row)));
    }
    rows.truncate(limit as usize);
    Ok(PeopleView {
        rows,
        total: count(total),
        as_of: cache.standing().as_of,
    })
}

/// The memberships of the list that waiting commands made what they are.
fn on_top(shown: &Overlay, ask: &Ask<'_>, search: Option<&Search>) -> Vec<PersonRow> {
    let row_of = |id: MembershipId| {
        let held = shown.membership(id)?;
        let contacts = shown.world.contacts_of(id);
        let listed = held.kind() == ask.kind && (ask.closed || held.status.is_live());
        let found = search.is_none_or(|search| search.finds(&text_of(held, contacts)));
        (listed && found).then(|| row(held, contacts))
    };
    shown.memberships().into_iter().filter_map(row_of).collect()
}

fn row(held: &Held<Membership>, contacts: &[Contact]) -> PersonRow {
    PersonRow {
        membership: held.id,
        name: held.name.clone(),
        position: held.position.clone(),
        contact: contacts.first().cloned(),
        status: held.status,
        grant: held.grant.clone(),
        suspended: held.suspended,
        version: held.version,
        pending: matches!(held.version, Version::Command(_)),
    }
}

fn order_text_of(row: &PersonRow) -> &str {
    let name = row.name.as_ref().map(doorward_domain::Name::as_str);
    name.or_else(|| row.contact.as_ref().map(Contact::as_str))
        .unwrap_or_default()
}
