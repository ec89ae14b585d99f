//! The history: pages of the server, kept on this computer as they are read, and read here when the server does not
//! answer or somebody searches.

use std::collections::{BTreeMap, BTreeSet};

use doorward_domain::{
    AccessPreview, Author, CommandId, Contact, Grant, LevelRef, Lookup, MembershipId, Moment, Name,
    Permission, Refusal, World, access_preview,
};
use doorward_protocol::Code;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::history_file::barred;
use super::people::ask_levels;
use crate::cache::Cache;
use crate::contract::{
    ActorKind, HistoryAsk, HistoryEntry, HistoryFacts, HistoryView, NamedLevel, NamedPlace,
};
use crate::desk::{Desk, Office};
use crate::error::Result;
use crate::happened::{Happened, HappenedPage};
use crate::replay::Overlay;
use crate::search::Search;

/// Entries of a page when nobody says how many.
const USUAL: u32 = 50;
/// Entries of a page at most, as the server gives them.
const MOST: u32 = 200;
/// What was settled so long after it was made was made offline, in milliseconds.
const MADE_OFFLINE: i64 = 60 * 1000;

/// A page of the history.
pub(crate) async fn history(desk: &Desk, ask: &HistoryAsk) -> Result<HistoryView> {
    let office = desk
        .known_office(ask.organisation)
        .await
        .ok_or(Refusal::NotFound)?;
    let cache = office.cache().await.ok_or(Refusal::NotFound)?;
    let may = cache.standing().view.is_some_and(|view| view.history);
    let page = if may {
        page(desk, &cache, ask).await?
    } else {
        None
    };
    let Some((page, kept)) = page else {
        return Ok(HistoryView {
            entries: Vec::new(),
            more: false,
            kept: false,
            saving: None,
            refusal: Some(Refusal::Forbidden {
                needs: Some(Permission::HistoryView),
            }),
        });
    };
    Ok(HistoryView {
        entries: entries(desk, &office, &page.entries).await?,
        more: page.more,
        kept,
        saving: barred(desk, &office).await?,
        refusal: None,
    })
}

/// The page, and whether it comes from this computer; none where the server says that nothing is to be read.
async fn page(
    desk: &Desk,
    cache: &Cache,
    ask: &HistoryAsk,
) -> Result<Option<(HappenedPage, bool)>> {
    let limit = ask.limit.unwrap_or(USUAL).clamp(1, MOST);
    let search = ask.search.as_deref().and_then(Search::of);
    if search.is_none() && desk.is_in_contact() {
        match desk
            .remote
            .history(ask.organisation, ask.before, limit)
            .await
        {
            Ok(heard) => {
                desk.heard(heard.said).await?;
                let page = HappenedPage::from(heard.value);
                cache.keep_happened(&page.entries).await?;
                return Ok(Some((page, false)));
            }
            Err(error) if error.told() == Some(Code::NotFound) => return Ok(None),
            Err(error) if !error.is_transient() => return Err(error),
            // What was read before is better than nothing.
            Err(error) => tracing::info!(%error, "the history is read from this computer"),
        }
    }
    let kept = cache.happened(ask.before, limit, search.as_ref()).await?;
    Ok(Some((kept, true)))
}

pub(super) async fn entries(
    desk: &Desk,
    office: &Office,
    page: &[Happened],
) -> Result<Vec<HistoryEntry>> {
    let about: BTreeSet<MembershipId> = page
        .iter()
        .filter(|it| {
            it.part("event")
                .and_then(|it| it.get("membership"))
                .is_some()
        })
        .map(|it| MembershipId(it.object_id()))
        .collect();
    let mut shown = office.shown(desk).await?;
    ask_levels(desk, office, &mut shown).await?;
    let questions = |overlay: &Overlay| {
        let of = |id: &MembershipId| [Lookup::Membership(*id), Lookup::Contacts(*id)];
        let all = about.iter().flat_map(of).chain([Lookup::Rooms]);
        all.filter(|it| overlay.world.lacks(it)).collect()
    };
    office.ask(desk, &mut shown, questions).await?;
    let made: BTreeMap<CommandId, Moment> = desk
        .outbox
        .entries()
        .iter()
        .map(|it| (it.id, it.made_at))
        .collect();
    let entries = page.iter().map(|it| entry(&shown.world, &made, it));
    Ok(entries.collect())
}

fn entry(world: &World, made: &BTreeMap<CommandId, Moment>, it: &Happened) -> HistoryEntry {
    let event = it.part("event");
    let (actor, actor_from) = match it.author() {
        Some(Author::Person { name, from, .. }) => (Some(name), from),
        Some(Author::System | Author::Operator) | None => (None, None),
    };
    let (before, after) = grants(it);
    let made_at = it.command.and_then(|id| made.get(&id).copied());
    HistoryEntry {
        seq: it.seq,
        at: it.at,
        made_at: made_at.filter(|made| it.at.0 - made.0 > MADE_OFFLINE),
        acted: match it.actor.as_str() {
            "system" => ActorKind::System,
            "operator" => ActorKind::Operator,
            _ => ActorKind::Person,
        },
        kind: it.kind.clone(),
        subject: subject(world, event, it),
        object: object(event),
        facts: facts(world, event, it, before.as_ref(), after.as_ref()),
        comes_to: comes_to(world, before.as_ref(), after.as_ref()),
        before,
        after,
        actor,
        actor_from,
        chain_ok: it.holds,
        erased: it.payload.is_none(),
    }
}

fn read<T: DeserializeOwned>(value: Option<&Value>) -> Option<T> {
    serde_json::from_value(value?.clone()).ok()
}

fn grant(event: Option<&Value>, field: &str) -> Option<Grant> {
    read(event?.get(field))
}

/// What somebody had before an entry and has from it on.
pub(super) fn grants(it: &Happened) -> (Option<Grant>, Option<Grant>) {
    let event = it.part("event");
    (grant(event, "before"), after(event))
}

/// What somebody has from then on, wherever the event keeps it.
fn after(event: Option<&Value>) -> Option<Grant> {
    let of_membership = || read(event?.get("membership")?.get("grant"));
    grant(event, "after")
        .or_else(|| grant(event, "grant"))
        .or_else(of_membership)
}

/// What a change came to, by the levels and rooms of now; nothing is claimed of a level that is not known any more.
fn comes_to(world: &World, before: Option<&Grant>, after: Option<&Grant>) -> Option<AccessPreview> {
    let is_known = |grant: &Grant| match grant.level {
        LevelRef::Preset(_) => true,
        LevelRef::Own(id) => world.level(id).is_some(),
    };
    let after = after.filter(|it| is_known(it))?;
    let known = before.is_none_or(is_known);
    known.then(|| access_preview(world, before, after))
}

/// Whom an entry is about: by the name told in it, by the rows here, or by the contact.
fn subject(world: &World, event: Option<&Value>, it: &Happened) -> Option<String> {
    let membership = event?.get("membership")?;
    let told: Option<Name> = read(membership.get("name")).or_else(|| read(event?.get("name")));
    let id = MembershipId(it.object_id());
    let here = || world.membership(id)?.name.clone();
    let contact = || {
        let told: Option<Contact> = contact(event);
        told.or_else(|| world.contacts_of(id).first().cloned())
    };
    let name = told.or_else(here).map(|name| name.to_string());
    name.or_else(|| contact().map(|contact| contact.to_string()))
}

fn contact(event: Option<&Value>) -> Option<Contact> {
    let event = event?;
    read(event.get("contact")).or_else(|| read(event.get("contacts")?.get(0)))
}

/// What the thing is called that an entry is about, where it is no person.
fn object(event: Option<&Value>) -> Option<String> {
    let event = event?;
    let things = ["link", "level", "room", "site", "staff", "after", "before"];
    let names = things
        .into_iter()
        .filter_map(|thing| event.get(thing)?.get("name"));
    names.filter_map(Value::as_str).map(str::to_owned).next()
}

/// What the rooms and sites of grants are called, as far as it is known here.
fn places<'a>(world: &World, grants: impl Iterator<Item = &'a Grant>) -> Vec<NamedPlace> {
    let mut found = BTreeMap::new();
    for grant in grants {
        let rooms = grant.rooms.iter().filter_map(|id| world.room(*id));
        found.extend(rooms.map(|it| (it.id.0, it.name.clone())));
        let sites = grant.room_sites.union(&grant.limited_to);
        let sites = sites.filter_map(|id| world.site(*id));
        found.extend(sites.map(|it| (it.id.0, it.name.clone())));
    }
    let named = found.into_iter();
    named.map(|(id, name)| NamedPlace { id, name }).collect()
}

fn facts(
    world: &World,
    event: Option<&Value>,
    it: &Happened,
    before: Option<&Grant>,
    after: Option<&Grant>,
) -> HistoryFacts {
    let field = |name: &str| event.and_then(|event| event.get(name));
    let of_link = field("link").and_then(|link| link.get("level"));
    let level: Option<LevelRef> = after.map(|it| it.level).or_else(|| read(of_link));
    let levels: BTreeSet<LevelRef> = level.into_iter().chain(before.map(|it| it.level)).collect();
    let named = |level: LevelRef| {
        let name = world.level_name(level)?;
        Some(NamedLevel { level, name })
    };
    let person = field("membership").and_then(|it| it.get("person"));
    let asked = field("membership").and_then(|it| it.get("asked"));
    let person: Option<String> = read(person.or_else(|| field("person")));
    let here = world.membership(MembershipId(it.object_id()));
    let here = here.and_then(|it| it.person).map(|id| id.to_string());
    HistoryFacts {
        level,
        level_names: levels.into_iter().filter_map(named).collect(),
        places: places(world, before.into_iter().chain(after)),
        reason: read(field("reason")),
        note: read(field("note")),
        answers: read(asked.and_then(|it| it.get("answers"))).unwrap_or_default(),
        contact: contact(event),
        own: person.or(here).is_some_and(|person| person == it.actor),
        until: read(field("expires_at")).or_else(|| after.and_then(|it| it.ends_at)),
        domains: read(field("link").and_then(|link| link.get("domains"))).unwrap_or_default(),
    }
}
