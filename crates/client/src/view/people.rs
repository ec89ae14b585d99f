//! People by name or by search: rows outside the overlay, and the overlay.

use doorward_domain::{
    Contact, Held, Membership, MembershipId, Moment, OrganisationId, RecordKind, Refusal, Version,
};
use doorward_protocol::order_key;

use super::requests::ask_contacts;
use super::{MOST, USUAL, count};
use crate::cache::{Order, Part, Wish};
use crate::contract::{PeopleAsk, PeopleView, PersonRow};
use crate::desk::Desk;
use crate::error::Result;
use crate::replay::Overlay;
use crate::search::{Search, text_of};

/// A window of the people.
pub(crate) async fn people(desk: &Desk, ask: &PeopleAsk) -> Result<PeopleView> {
    let office = desk
        .known_office(ask.organisation)
        .await
        .ok_or(Refusal::NotFound)?;
    let mut view = PeopleView {
        rows: Vec::new(),
        offset: 0,
        total: 0,
        more_than: false,
        members: 0,
        as_of: None,
    };
    let Some(cache) = office.cache().await else {
        return Ok(view);
    };
    let search = ask.search.as_deref().and_then(Search::of);
    let limit = ask.limit.unwrap_or(USUAL).min(MOST);
    let mut shown = office.shown(desk).await?;
    let above: Vec<MembershipId> = shown.memberships().into_iter().collect();
    ask_contacts(desk, &office, &mut shown, &above).await?;
    let wish = Wish {
        kind: RecordKind::Member,
        live: true,
        order: Order::Name,
        part: Part::default(),
        search: search.as_ref(),
        without: above.iter().map(|id| id.0).collect(),
        limit,
    };
    let below = cache.list(&wish).await?;
    let mut rows = on_top(&shown, search.as_ref(), desk.now());
    let total = cache.count(&wish).await? + rows.len() as u64;
    for it in below {
        let held = Held {
            value: it.membership,
            version: Version::Revision(it.revision),
            signed: it.signed,
        };
        rows.push(row(ask.organisation, &held, &it.contacts, desk.now()));
    }
    rows.sort_by_cached_key(|row| order_key(order_text_of(row)));
    rows.truncate(limit as usize);
    view.rows = rows;
    view.total = count(total);
    view.members = view.total;
    view.as_of = cache.standing().as_of;
    Ok(view)
}

/// The members that waiting commands made what they are.
fn on_top(shown: &Overlay, search: Option<&Search>, now: Moment) -> Vec<PersonRow> {
    let row_of = |id: MembershipId| {
        let held = shown.membership(id)?;
        let contacts = shown.world.contacts_of(id);
        let found = search.is_none_or(|search| search.finds(&text_of(held, contacts)));
        (held.status.is_approved() && found).then(|| row(shown.world.id, held, contacts, now))
    };
    shown.memberships().into_iter().filter_map(row_of).collect()
}

fn row(
    organisation: OrganisationId,
    held: &Held<Membership>,
    contacts: &[Contact],
    now: Moment,
) -> PersonRow {
    let grant = held.grant.as_ref();
    PersonRow {
        organisation,
        membership: held.id,
        name: held.name.clone(),
        position: held.position.clone(),
        contact: contacts.first().cloned(),
        state: held.state(now),
        level: grant.map(|it| it.level),
        level_name: None,
        last_seen_on: None,
        starts_at: grant.and_then(|it| it.starts_at),
        ends_at: grant.and_then(|it| it.ends_at),
        version: held.version,
        pending: match held.version {
            Version::Command(id) => Some(id),
            Version::Revision(_) => None,
        },
    }
}

fn order_text_of(row: &PersonRow) -> &str {
    let name = row.name.as_ref().map(doorward_domain::Name::as_str);
    name.or_else(|| row.contact.as_ref().map(Contact::as_str))
        .unwrap_or_default()
}
