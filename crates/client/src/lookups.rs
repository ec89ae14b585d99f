//! Answers the domain's lookups from what this device holds. A question is answered when everything it could find is
//! sent to this account, or when what it names was found; else it is left unknown, and the server will check.

use std::collections::BTreeSet;

use doorward_domain::{
    Account, CommandId, InManager, Level, Lookup, Membership, Organisation, PersonId, Record,
    RecordKey, RecordKind, Shelf, View,
};

use crate::cache::{Cache, Row};
use crate::error::Result;
use crate::replay::Overlay;

/// Where answers come from.
#[derive(Debug)]
pub(crate) struct Sources<'a> {
    /// The organisation's rows, if this device holds any.
    pub(crate) cache: Option<&'a Cache>,
    /// The rows of the organisation that manages it, if this device holds them.
    pub(crate) manager: Option<&'a Cache>,
    /// The person who is signed in.
    pub(crate) account: &'a Account,
    /// That person's own memberships in the organisation, from the feed of own rows.
    pub(crate) own: &'a [Membership],
    /// Whether that feed has been read to its end.
    pub(crate) own_is_complete: bool,
    /// The countries that the server sends text messages to, as it said last, where it sends any.
    pub(crate) texted_in: Option<&'a [String]>,
}

/// Puts what the lookups find into the overlay's world and marks which of them are answered.
pub(crate) async fn answer(
    overlay: &mut Overlay,
    lookups: BTreeSet<Lookup>,
    sources: &Sources<'_>,
    applied_at: impl Fn(CommandId) -> Option<u64>,
) -> Result<()> {
    let view = sources.cache.and_then(|cache| cache.standing().view);
    let rows = match sources.cache {
        Some(cache) => cache.answers(&lookups).await?.rows,
        None => Vec::new(),
    };
    let found: Found = Found::of(&rows, overlay);
    for row in rows {
        overlay.put(row);
    }
    for lookup in lookups {
        let known = match &lookup {
            Lookup::OfPerson(person) if *person == sources.account.person => {
                own_rows(overlay, sources, view.as_ref())
            }
            Lookup::InManager(person) => in_manager(overlay, *person, sources).await?,
            Lookup::Command(id) => {
                let revision = applied_at(*id);
                if let Some(revision) = revision {
                    overlay.world.put_command(*id, revision);
                }
                revision.is_some()
            }
            Lookup::TextedIn => texted_in(overlay, sources),
            // What only the server can tell.
            Lookup::DecidersInManager
            | Lookup::WaitingSince(_)
            | Lookup::Nearby(_)
            | Lookup::Communities => false,
            Lookup::Account(_)
            | Lookup::MemberBesidesOwners
            | Lookup::SentTo(_)
            | Lookup::Organisation
            | Lookup::Rooms
            | Lookup::Membership(_)
            | Lookup::Contacts(_)
            | Lookup::Delivery(_)
            | Lookup::OfPerson(_)
            | Lookup::ByContact(_)
            | Lookup::Owners
            | Lookup::Deciders
            | Lookup::HoldersOf(_)
            | Lookup::LinksOf(_)
            | Lookup::HoldersOfRoom(_)
            | Lookup::HoldersOfSite(_)
            | Lookup::Staff(_)
            | Lookup::Link(_) => {
                view.as_ref().is_some_and(|view| is_complete(view, &lookup))
                    || found.names(&lookup, overlay)
            }
        };
        if known {
            overlay.world.answer(lookup);
        } else {
            overlay.world.leave_unknown(lookup);
        }
    }
    Ok(())
}

/// Whether everything that a lookup could find is sent under this view.
fn is_complete(view: &View, lookup: &Lookup) -> bool {
    use RecordKind as K;
    let kinds: &[K] = match lookup {
        Lookup::Organisation => &[K::Organisation, K::Level],
        Lookup::Rooms => &[K::Room, K::Site],
        Lookup::Membership(_) | Lookup::OfPerson(_) => &[K::Member, K::Request, K::Invitation],
        Lookup::Contacts(_) => &[K::MemberContact],
        Lookup::Delivery(_) => &[K::Delivery],
        Lookup::ByContact(_) => &[K::Member, K::Request, K::Invitation, K::MemberContact],
        Lookup::Owners | Lookup::Deciders | Lookup::MemberBesidesOwners => &[K::Member],
        Lookup::HoldersOf(_) | Lookup::HoldersOfRoom(_) | Lookup::HoldersOfSite(_) => {
            &[K::Member, K::Invitation]
        }
        Lookup::Staff(_) => &[K::Staff, K::Member, K::Invitation],
        Lookup::LinksOf(_) | Lookup::Link(_) => &[K::Link],
        Lookup::Account(_)
        | Lookup::InManager(_)
        | Lookup::DecidersInManager
        | Lookup::WaitingSince(_)
        | Lookup::Nearby(_)
        | Lookup::Communities
        | Lookup::SentTo(_)
        | Lookup::TextedIn
        | Lookup::Command(_) => return false,
    };
    let limited =
        !view.limited_to.is_empty() && !matches!(lookup, Lookup::Organisation | Lookup::Rooms);
    // Of a routed kind only what belongs to open requests is sent.
    let whole = |kind: &K| view.kinds.contains(kind) && !view.routed.contains(kind);
    !limited && kinds.iter().all(whole)
}

/// What one round of lookups found, by what a lookup can name.
struct Found {
    keys: BTreeSet<RecordKey>,
    people: BTreeSet<PersonId>,
    contacts: BTreeSet<doorward_domain::Contact>,
}

impl Found {
    fn of(rows: &[Row], overlay: &Overlay) -> Self {
        let mut found = Self {
            keys: BTreeSet::new(),
            people: BTreeSet::new(),
            contacts: BTreeSet::new(),
        };
        for row in rows {
            found.keys.insert(row.record.key(overlay.world.id));
            match &row.record {
                Record::Membership(it) => found.people.extend(it.person),
                Record::MemberContact(it) => found.contacts.extend(it.contacts.iter().cloned()),
                Record::Organisation(_)
                | Record::Settings(_)
                | Record::Level(_)
                | Record::Room(_)
                | Record::Site(_)
                | Record::Staff(_)
                | Record::Link(_)
                | Record::Delivery(_)
                | Record::MemberActivity(_) => {}
            }
        }
        found
    }

    /// Whether what the lookup names was found. Lookups for every record of some sort are never answered by finding some.
    fn names(&self, lookup: &Lookup, overlay: &Overlay) -> bool {
        let has = |shelf, id| {
            let key = RecordKey { shelf, id };
            self.keys.contains(&key) || overlay.holds(key)
        };
        match lookup {
            Lookup::Organisation => has(Shelf::Organisation, overlay.world.id.0),
            Lookup::Membership(id) => has(Shelf::Membership, id.0),
            Lookup::Contacts(id) => has(Shelf::MemberContact, id.0),
            Lookup::Delivery(id) => has(Shelf::Delivery, id.0),
            Lookup::Link(id) => has(Shelf::Link, id.0),
            Lookup::OfPerson(person) => self.people.contains(person),
            Lookup::ByContact(contact) => self.contacts.contains(contact),
            Lookup::Rooms
            | Lookup::Owners
            | Lookup::Deciders
            | Lookup::HoldersOf(_)
            | Lookup::LinksOf(_)
            | Lookup::HoldersOfRoom(_)
            | Lookup::HoldersOfSite(_)
            | Lookup::Staff(_)
            | Lookup::Account(_)
            | Lookup::InManager(_)
            | Lookup::DecidersInManager
            | Lookup::WaitingSince(_)
            | Lookup::Nearby(_)
            | Lookup::Communities
            | Lookup::MemberBesidesOwners
            | Lookup::SentTo(_)
            | Lookup::TextedIn
            | Lookup::Command(_) => false,
        }
    }
}

/// The person's own rows: those of the organisation, and from the feed of own rows what the organisation does not send.
fn own_rows(overlay: &mut Overlay, sources: &Sources<'_>, view: Option<&View>) -> bool {
    for membership in sources.own {
        if !overlay.holds(RecordKey::membership(membership.id)) {
            // The feed of own rows tells no revision; nothing that overwrites is based on such a row.
            overlay.put(Row {
                record: Record::Membership(Box::new(membership.clone())),
                revision: 0,
                signed: None,
            });
        }
    }
    sources.own_is_complete
        || view.is_some_and(|view| view.own.is_some() || !view.routed.is_empty())
}

/// The countries that the server sends text messages to, where it said so.
fn texted_in(overlay: &mut Overlay, sources: &Sources<'_>) -> bool {
    let said = sources.texted_in.map(<[String]>::to_vec);
    let is_said = said.is_some();
    if is_said {
        overlay.world.put_texted_in(said);
    }
    is_said
}

/// What the signed-in person has in the managing organisation, where this device holds that one too.
async fn in_manager(
    overlay: &mut Overlay,
    person: PersonId,
    sources: &Sources<'_>,
) -> Result<bool> {
    let Some(manager) = sources.manager.filter(|_| person == sources.account.person) else {
        return Ok(false);
    };
    let lookups = BTreeSet::from([Lookup::Organisation, Lookup::OfPerson(person)]);
    let (mut organisation, mut levels, mut memberships) = (None, Vec::new(), Vec::new());
    for row in manager.answers(&lookups).await?.rows {
        match row.record {
            Record::Organisation(it) => organisation = Some(it),
            Record::Level(it) => levels.push(it),
            Record::Membership(it) => memberships.push(*it),
            Record::Settings(_)
            | Record::Room(_)
            | Record::Site(_)
            | Record::Staff(_)
            | Record::MemberContact(_)
            | Record::Link(_)
            | Record::Delivery(_)
            | Record::MemberActivity(_) => {}
        }
    }
    let Some(organisation) = organisation else {
        return Ok(false);
    };
    overlay
        .world
        .put_in_manager(person, in_manager_of(organisation, levels, memberships));
    Ok(true)
}

fn in_manager_of(
    organisation: Organisation,
    levels: Vec<Level>,
    memberships: Vec<Membership>,
) -> InManager {
    InManager {
        organisation,
        levels: levels.into_iter().map(|level| (level.id, level)).collect(),
        memberships,
        // What another community knows is not on this computer.
        in_sister: None,
    }
}
