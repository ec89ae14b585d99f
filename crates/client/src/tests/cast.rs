//! A small business with fixed ids, the pages a server would send of it, and desks that reach no server.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use doorward_domain::{
    Account, AccountStanding, Actor, Asked, Contact, DeviceId, Grant, LevelRef, MemberContact,
    Membership, MembershipId, Moment, Name, Organisation, OrganisationId, PersonId, Plan, Preset,
    Record, RecordKind, Settings, Side, SignIn, Signed, Standing, Status, View,
};
use doorward_protocol::{Gone, SentRecord, Settled, Sum, Sums};
use tokio::sync::{broadcast, mpsc};
use uuid::Uuid;

use crate::cache::{KnownOrganisation, Page};
use crate::clock::tests::SetClock;
use crate::clock::{Chance, SystemChance};
use crate::contract::Changed;
use crate::desk::{Desk, Opening, Surroundings};
use crate::key::{Key, encode};
use crate::remote::Remote;
use crate::session::Session;
use crate::sync::Nudge;

pub(super) const HERE: OrganisationId = OrganisationId(Uuid::from_u128(0x0a));
/// The instant at which every story begins: 1 January 2026.
pub(super) const START: Moment = Moment(1_767_225_600_000);

/// The owner, who is signed in on the device.
pub(super) fn olga() -> Account {
    Account {
        person: PersonId(Uuid::from_u128(0x100)),
        name: name("Olga Owner"),
        contacts: vec![contact("olga@example.ee")],
        standing: AccountStanding::Living,
    }
}

pub(super) fn name(text: &str) -> Name {
    Name::try_from(text).unwrap()
}

pub(super) fn contact(text: &str) -> Contact {
    text.parse().unwrap()
}

pub(super) fn by_olga() -> Signed {
    Signed {
        author: Actor::Person {
            account: olga(),
            fresh: true,
        }
        .author(),
        at: START,
    }
}

pub(super) fn organisation() -> Record {
    Record::Organisation(Organisation {
        id: HERE,
        name: name("Barbers of Tartu"),
        standing: Standing::Active,
        plan: Plan::Pro,
        sign_in: SignIn::Any,
        managed_by: None,
        manager_name: None,
        proposal: None,
        longest_term_days: 30,
        locked_after_days: 30,
    })
}

pub(super) fn membership(
    id: u128,
    person: Option<u128>,
    called: &str,
    status: Status,
    grant: Option<Grant>,
) -> Membership {
    Membership {
        id: MembershipId(Uuid::from_u128(id)),
        person: person.map(|id| PersonId(Uuid::from_u128(id))),
        name: Some(name(called)),
        position: None,
        staff: None,
        status,
        grant,
        suspended: false,
        visible: false,
        begun: by_olga(),
        invitation: None,
        asked: None,
        decided: None,
        reason: None,
        offer: None,
        approved_at: None,
        end_set_at: None,
    }
}

pub(super) fn member(id: u128, person: u128, called: &str, preset: Preset) -> Record {
    let grant = Grant::of(LevelRef::Preset(preset));
    Record::Membership(Box::new(membership(
        id,
        Some(person),
        called,
        Status::Approved,
        Some(grant),
    )))
}

/// An open request, `minutes` after the start.
pub(super) fn request(id: u128, called: &str, minutes: i64) -> Record {
    let asked = Asked {
        note: None,
        answers: Vec::new(),
        link: None,
        waits_since: START.plus_millis(minutes * 60_000),
        locale: None,
    };
    let open = Status::Initiated { by: Side::Person };
    Record::Membership(Box::new(Membership {
        asked: Some(asked),
        ..membership(id, Some(id + 0x1000), called, open, None)
    }))
}

/// The same request after somebody declined it.
pub(super) fn declined(id: u128, called: &str) -> Record {
    let Record::Membership(open) = request(id, called, 0) else {
        unreachable!()
    };
    let status = Status::Rejected {
        by: Side::Organisation,
    };
    Record::Membership(Box::new(Membership {
        status,
        decided: Some(by_olga()),
        ..*open
    }))
}

pub(super) fn contacts(id: u128, address: &str) -> Record {
    Record::MemberContact(MemberContact {
        membership: MembershipId(Uuid::from_u128(id)),
        contacts: vec![contact(address)],
    })
}

/// What an Owner sees.
pub(super) fn owners_view() -> View {
    let kinds: BTreeSet<RecordKind> = RecordKind::ALL.into_iter().collect();
    View {
        kinds,
        own: Some(MembershipId(Uuid::from_u128(0x10))),
        limited_to: BTreeSet::new(),
        limited_rooms: BTreeSet::new(),
        acts: false,
        routed: BTreeSet::new(),
        routed_until: None,
        history: true,
    }
}

/// The last page up to a revision.
pub(super) fn page(revision: u64, records: Vec<Record>) -> Page {
    let sent = |record: Record| SentRecord {
        kind: record.kind(),
        record,
        revision,
        signed: Some(by_olga()),
    };
    Page {
        view: owners_view(),
        records: records.into_iter().map(sent).collect(),
        gone: Vec::<Gone>::new(),
        erased: Vec::new(),
        settled: Vec::<Settled>::new(),
        cursor: format!("cursor-{revision}"),
        more: false,
        revision,
        sums: None,
        as_of: START,
    }
}

/// The sums of records at their revisions, as the server would send them.
pub(super) fn sums(rows: &[(&Record, u64)]) -> Sums {
    let mut sums: Sums = RecordKind::ALL
        .iter()
        .map(|kind| (*kind, Sum::default()))
        .collect();
    for (record, revision) in rows {
        sums.entry(record.kind())
            .or_default()
            .add(record.key(HERE).id, *revision);
    }
    sums
}

/// The business at revision 5: the owner, and two open requests.
pub(super) fn business() -> Page {
    let records = vec![
        organisation(),
        Record::Settings(Settings::default()),
        member(0x10, 0x100, "Olga Owner", Preset::Owner),
        contacts(0x10, "olga@example.ee"),
        request(0x20, "Анна Соколова", 1),
        contacts(0x20, "anna.sok@example.ru"),
        request(0x21, "Ștefan Brânză", 2),
        contacts(0x21, "stefan@example.ro"),
    ];
    page(5, records)
}

pub(super) fn key() -> Key {
    Key::derive(&encode(&[1; 32]), &encode(&[2; 32]), "test").unwrap()
}

/// A desk and what it says to sync and to screens.
pub(super) struct Seat {
    pub(super) desk: Desk,
    pub(super) clock: Arc<SetClock>,
    pub(super) nudges: mpsc::UnboundedReceiver<Nudge>,
    pub(super) changes: broadcast::Receiver<Changed>,
}

/// Opens the owner's desk on files in a folder, or in memory; the server it names reaches nobody.
pub(super) async fn sit(folder: Option<&Path>, now: Moment) -> Seat {
    let clock = Arc::new(SetClock::default());
    clock.wall.store(now.0, std::sync::atomic::Ordering::SeqCst);
    let (send_nudges, nudges) = mpsc::unbounded_channel();
    let (send_changes, changes) = broadcast::channel(64);
    let session = Session {
        server: "http://127.0.0.1:9".into(),
        email: "olga@example.ee".into(),
        token: "t".into(),
        share: encode(&[2; 32]).to_string(),
        device: DeviceId(SystemChance.id()),
        account: olga(),
    };
    let opening = Opening {
        remote: Remote::new(&session.server).unwrap(),
        session,
        folder: folder.map(|path| (path.to_owned(), key())),
        with: Surroundings {
            clock: Arc::<SetClock>::clone(&clock),
            chance: Arc::new(SystemChance),
            table: Arc::default(),
        },
        signed_in_now: false,
        nudges: send_nudges,
        changes: send_changes,
    };
    Seat {
        desk: opening.open().await.unwrap(),
        clock,
        nudges,
        changes,
    }
}

/// Commits a page as a pull does.
pub(super) async fn pull(desk: &Desk, page: &Page, anew: bool) -> bool {
    let office = desk.office(HERE).await;
    let target = office.target(desk, anew).await.unwrap();
    let agrees = target.apply(page).await.unwrap();
    let known = KnownOrganisation {
        id: HERE,
        name: "Barbers of Tartu".into(),
        gone: false,
    };
    desk.own.know(&known).await.unwrap();
    desk.take_over(&target).await.unwrap();
    office.move_in(desk).await.unwrap();
    office.stale().await;
    agrees
}
