//! What is looked at after every step, with nothing of the code under test but its records.

use std::collections::{BTreeMap, BTreeSet};

use doorward_domain::{
    Actor, Contact, Event, Grant, Level, LevelId, LevelRef, LinkId, Membership, Permission,
    PermissionSet, PersonId, Record, Refusal, Side, Status, Window,
};

use crate::casebook::{Casebook, Person};

/// Every membership.
pub fn rows(book: &Casebook) -> impl Iterator<Item = &Membership> {
    book.store.records.values().filter_map(|held| {
        let Record::Membership(row) = &held.value else {
            return None;
        };
        Some(&**row)
    })
}

fn level(book: &Casebook, id: LevelId) -> &Level {
    let mut levels = book.store.records.values().filter_map(|held| {
        let Record::Level(level) = &held.value else {
            return None;
        };
        Some(level)
    });
    levels.find(|level| level.id == id).unwrap()
}

/// What a grant says, in the levels as they were.
pub fn paper(book: &Casebook, grant: &Grant) -> PermissionSet {
    let level = match grant.level {
        LevelRef::Preset(preset) => preset.permissions(),
        LevelRef::Own(id) => level(book, id).permissions,
    };
    // Every approved member has `discounts` (RULES 2).
    let everybody = PermissionSet::of(&[Permission::Discounts]);
    level.with(grant.extras).with(everybody)
}

/// Whether a membership counts now.
pub fn in_force(book: &Casebook, row: &Membership) -> bool {
    let Some(grant) = row
        .grant
        .as_ref()
        .filter(|_| row.status == Status::Approved)
    else {
        return false;
    };
    let started = grant.starts_at.is_none_or(|start| start <= book.now);
    let over = grant.ends_at.is_some_and(|end| end <= book.now);
    started && !over && !row.suspended
}

/// What somebody may do now.
fn held(book: &Casebook, person: PersonId) -> PermissionSet {
    rows(book)
        .filter(|row| row.person == Some(person) && in_force(book, row))
        .filter_map(|row| row.grant.as_ref())
        .fold(PermissionSet::NONE, |all, grant| {
            all.with(paper(book, grant))
        })
}

/// What holds of a small world, where the community may be managed and everything may be tried.
pub fn of_a_small_world(book: &Casebook) {
    at_most_one_each(book);
    let owner = |row: &Membership| {
        let holds = row.grant.as_ref().is_some_and(Grant::is_owner);
        holds && in_force(book, row)
    };
    let somebody_acts = rows(book).any(owner) || book.store.managing.is_some();
    assert!(somebody_acts, "R-25, R-40: somebody acts as Owner");
    for person in Person::ALL {
        let (view, held) = (
            book.store.view(&book.actor(person), book.now),
            held(book, person.id()),
        );
        let acts = book.store.managing.is_some() && person == crate::casebook::TOMAS;
        let kinds = match view {
            Window::Open(view) => view.kinds,
            Window::Closed | Window::Asks(_) => BTreeSet::new(),
        };
        assert!(
            acts || kinds.is_empty() == held.is_empty(),
            "R-1: only a membership in force gives rights: {person:?}"
        );
    }
    no_dead_end(book);
}

/// Whatever is open can be brought to an end by the person it is about, or by somebody who acts as Owner.
fn no_dead_end(book: &Casebook) {
    for row in rows(book).filter(|row| row.is_open_request() || row.is_open_invitation()) {
        let ways = [
            crate::casebook::cancel(row.id),
            crate::casebook::revoke(row.id),
            crate::casebook::decline_invitation(row.id),
        ];
        let ends = Person::ALL.into_iter().any(|who| {
            let actor = book.actor(who);
            ways.iter().any(|way| {
                let world = book.store.loaded_for(&actor, way, book.now);
                doorward_domain::decide(&world, &actor, way, book.now).is_ok()
            })
        });
        assert!(ends, "a dead end: {row:?}");
    }
}

/// R-3 in every world.
fn at_most_one_each(book: &Casebook) {
    let mut live: BTreeMap<PersonId, u32> = BTreeMap::new();
    for row in rows(book).filter(|row| row.status.is_live()) {
        if let Some(person) = row.person {
            *live.entry(person).or_default() += 1;
        }
    }
    assert!(live.values().all(|count| *count == 1), "R-3: {live:?}");
    one_invitation_each(book);
}

/// What holds at any time.
pub fn of_a_state(book: &Casebook) {
    at_most_one_each(book);
    let owner = |row: &Membership| {
        let undated = row
            .grant
            .as_ref()
            .is_some_and(|grant| grant.is_owner() && grant.ends_at.is_none());
        undated && in_force(book, row)
    };
    assert!(rows(book).any(owner), "R-25: an undated Owner in force");
    for person in Person::ALL {
        let has_row =
            rows(book).any(|row| row.person == Some(person.id()) && row.status == Status::Approved);
        let window = book.store.view(&book.actor(person), book.now);
        assert_eq!(window != Window::Closed, has_row, "R-1: {person:?}");
        if let Window::Open(view) = window {
            let none = held(book, person.id()).is_empty();
            assert_eq!(view.kinds.is_empty(), none, "R-1, R-12: {person:?}");
        }
    }
    for held in book.store.records.values() {
        let json = serde_json::to_string(&held.value).unwrap();
        let back: Record = serde_json::from_str(&json).unwrap();
        assert_eq!(back, held.value, "a record travels");
    }
}

fn one_invitation_each(book: &Casebook) {
    let mut sent = BTreeMap::new();
    for held in book.store.records.values() {
        let Record::MemberContact(kept) = &held.value else {
            continue;
        };
        if book.row(kept.membership).is_open_invitation() {
            for contact in &kept.contacts {
                *sent.entry(contact).or_insert(0) += 1;
            }
        }
    }
    assert!(sent.values().all(|count| *count == 1), "R-3: {sent:?}");
}

/// A refusal changes nothing, and travels.
pub fn refused(before: &Casebook, after: &Casebook, refusal: &Refusal) {
    assert_eq!(
        before.store.records, after.store.records,
        "nothing half-done"
    );
    let json = serde_json::to_string(refusal).unwrap();
    assert_eq!(serde_json::from_str::<Refusal>(&json).unwrap(), *refusal);
}

/// What holds of a step that worked.
pub fn of_a_step(before: &Casebook, after: &Casebook, actor: &Actor, events: &[Event]) {
    for event in events {
        let json = serde_json::to_string(event).unwrap();
        assert_eq!(serde_json::from_str::<Event>(&json).unwrap(), *event);
        if let Event::LinkUsed { link } = event {
            is_used_by_whom_it_is_for(before, actor, *link);
        }
        if !follows(before, events, event) {
            given_by_who_holds(before, actor, event);
        }
    }
    for row in rows(after) {
        let was = before.find(row.id).map(|row| row.status);
        if was != Some(row.status) {
            assert!(
                is_a_move(was, row.status),
                "RULES 1: {was:?} to {:?}",
                row.status
            );
        }
    }
    let count = |book: &Casebook| book.store.records.len();
    assert!(
        count(after) >= count(before),
        "R-13: rows are never deleted"
    );
}

/// whoever uses a link for some mail domains has an address in one of them.
fn is_used_by_whom_it_is_for(book: &Casebook, actor: &Actor, link: LinkId) {
    let Actor::Person { account, .. } = actor else {
        panic!("R-52: a person uses a link");
    };
    let domains = &book.the_link(link).domains;
    let ends = |contact: &Contact| {
        let at = domains.iter().map(|it| format!("@{it}"));
        at.into_iter().any(|it| contact.as_str().ends_with(&it))
    };
    assert!(
        domains.is_empty() || account.contacts.iter().any(ends),
        "R-52: {:?} is for {domains:?}",
        account.contacts
    );
}

/// nobody gives anything where ownership is handed over and who offered it steps down, or where a room or
/// site moves or goes and grants that named it follow.
fn follows(book: &Casebook, events: &[Event], event: &Event) -> bool {
    let accepted = |it: &Event| {
        matches!(
            it,
            Event::OwnershipAccepted { .. }
                | Event::RoomMade { .. }
                | Event::RoomChanged { .. }
                | Event::RoomRemoved { .. }
                | Event::SiteRemoved { .. }
        )
    };
    let Event::GrantChanged { before, after, .. } = event else {
        return false;
    };
    let less = paper(book, before).contains(paper(book, after));
    less && events.iter().any(accepted)
}

/// whatever is given was held by who gave it, at that instant.
#[expect(
    clippy::too_many_lines,
    reason = "one arm for each kind; a table is read at one go"
)]
fn given_by_who_holds(book: &Casebook, actor: &Actor, event: &Event) {
    let by = actor.person();
    let (by, grant) = match event {
        Event::PersonInvited { membership, .. } => (by, membership.grant.clone()),
        Event::MemberAdded { membership, .. } => {
            let link = membership.asked.as_ref().and_then(|asked| asked.link);
            let maker = link.map_or(by, |id| book.the_link(id).giver.author.person());
            (maker, membership.grant.clone())
        }
        Event::InvitationResent { grant, .. }
        | Event::RequestApproved { grant, .. }
        | Event::MembershipRenewed { grant, .. } => (by, Some(grant.clone())),
        Event::InvitationChanged { after, .. } | Event::GrantChanged { after, .. } => {
            (by, Some(after.clone()))
        }
        Event::InvitationAccepted { membership, .. } => {
            let row = book.row(*membership);
            let sender = row.invitation.as_ref().unwrap().giver.author.person();
            (sender, row.grant.clone())
        }
        Event::OwnershipAccepted {
            membership, after, ..
        } => {
            let offer = book.row(*membership).offer.clone();
            (offer.unwrap().by.author.person(), Some(after.clone()))
        }
        Event::LevelMade { level } | Event::LevelChanged { after: level, .. } => {
            return contains(book, by, level.permissions, event);
        }
        Event::InvitationRevoked { .. }
        | Event::InvitationDeclined { .. }
        | Event::Superseded { .. }
        | Event::JoinRequested { .. }
        | Event::RequestCancelled { .. }
        | Event::RequestDeclined { .. }
        | Event::RequestReopened { .. }
        | Event::LinkUsed { .. }
        | Event::MemberSuspended { .. }
        | Event::MemberResumed { .. }
        | Event::MembershipEnded { .. }
        | Event::MembershipExpired { .. }
        | Event::VisibilitySet { .. }
        | Event::PositionSet { .. }
        | Event::LinkMade { .. }
        | Event::LinkChanged { .. }
        | Event::LinkClosed { .. }
        | Event::LevelDeleted { .. }
        | Event::OwnershipOffered { .. }
        | Event::OfferWithdrawn { .. }
        | Event::RoomMade { .. }
        | Event::RoomChanged { .. }
        | Event::RoomRemoved { .. }
        | Event::SiteMade { .. }
        | Event::SiteChanged { .. }
        | Event::SiteRemoved { .. }
        | Event::StaffRecordMade { .. }
        | Event::StaffRecordChanged { .. }
        | Event::StaffRecordRemoved { .. }
        | Event::StaffTied { .. }
        | Event::SettingsChanged { .. }
        | Event::ManagementProposed { .. }
        | Event::ManagementAccepted { .. }
        | Event::ManagementEnded { .. }
        | Event::AccountClosing { .. }
        | Event::AccountKept { .. }
        | Event::AccountDeleted { .. }
        | Event::Withdrawn { .. }
        | Event::OrganisationDeleted { .. } => return,
    };
    contains(book, by, paper(book, &grant.unwrap()), event);
}

/// what somebody of the managing organisation may give here: everything where they act as Owner, and to a
/// requester what they hold there.
fn from_above(book: &Casebook, person: PersonId, event: &Event) -> PermissionSet {
    let Some(managing) = &book.store.managing else {
        return PermissionSet::NONE;
    };
    let mut theirs = managing.memberships.iter();
    let grant = theirs
        .find(|row| row.person == Some(person) && in_force(book, row))
        .and_then(|row| row.grant.as_ref());
    let owns =
        |row: &Membership| in_force(book, row) && row.grant.as_ref().is_some_and(Grant::is_owner);
    match grant {
        Some(grant) if grant.is_owner() && !rows(book).any(owns) => PermissionSet::all(),
        Some(grant) if matches!(event, Event::RequestApproved { .. }) => paper(book, grant),
        Some(_) | None => PermissionSet::NONE,
    }
}

fn contains(book: &Casebook, by: Option<PersonId>, given: PermissionSet, event: &Event) {
    let free = PermissionSet::of(&[Permission::Discounts]);
    let held = by.map_or(PermissionSet::NONE, |person| {
        held(book, person).with(from_above(book, person, event))
    });
    assert!(
        held.contains(given.without(free)),
        "R-20: {event:?} by {by:?}"
    );
}

/// The table of RULES 1.
fn is_a_move(from: Option<Status>, to: Status) -> bool {
    let (organisation, person, system) = (Side::Organisation, Side::Person, Side::System);
    let (invited, requested) = (
        Status::Initiated { by: organisation },
        Status::Initiated { by: person },
    );
    match from {
        None => to == invited || to == requested || to == Status::Approved,
        Some(from) if from == invited => {
            to == Status::Approved
                || to == Status::Rejected { by: person }
                || to == Status::Cancelled { by: organisation }
                || to == Status::Cancelled { by: system }
        }
        Some(from) if from == requested => {
            to == Status::Approved
                || to == Status::Rejected { by: organisation }
                || to == Status::Cancelled { by: person }
                || to == Status::Cancelled { by: system }
        }
        Some(Status::Rejected { by }) => by == organisation && to == requested,
        Some(Status::Approved) => match to {
            Status::Ended { by, .. } => by != system,
            Status::Expired { by } => by != person,
            Status::Initiated { .. }
            | Status::Approved
            | Status::Rejected { .. }
            | Status::Cancelled { .. } => false,
        },
        Some(Status::Ended { .. } | Status::Expired { .. }) => to == Status::Approved,
        Some(Status::Initiated { .. } | Status::Cancelled { .. }) => false,
    }
}
