//! Many people at once, every one different: what a list of them must show is told here by reading all of them, the
//! slow way round.

use std::collections::BTreeMap;

use doorward_copy::text_of;
use doorward_domain::{
    Asked, Day, Delivery, DeliveryState, DeliveryStep, Grant, Level, LevelId, LevelRef,
    MemberActivity, Membership, MembershipId, Moment, PermissionSet, PersonState, Preset, Record,
    Room, RoomId, Sent, Side, Site, SiteId, Status, open_rooms, unseen_since,
};
use doorward_protocol::order_key;
use uuid::Uuid;

use super::cast::{START, by_olga, contact, contacts, membership, name, organisation, page};
use crate::cache::Page;
use crate::contract::{PeopleAsk, PeopleOrder};
use crate::replay::Overlay;
use crate::search::Search;

/// The identity of the first of them.
pub(super) const FIRST: u128 = 0x10_000;
pub(super) const DOORKEEPER: LevelId = LevelId(Uuid::from_u128(0x70));
pub(super) const CELLAR: RoomId = RoomId(Uuid::from_u128(0x71));
const HOUSE: SiteId = SiteId(Uuid::from_u128(0x72));

const FIRST_NAMES: [&str; 12] = [
    "Anna",
    "Анна",
    "Ștefan",
    "Õie",
    "Kadri",
    "Mihhail",
    "Сергей",
    "Ioana",
    "Zoe",
    "Oleg",
    "Märt",
    "Алёна",
];
const LAST_NAMES: [&str; 10] = [
    "Sokolova",
    "Соколова",
    "Brânză",
    "Õunapuu",
    "Tamm",
    "Кузнецов",
    "Popescu",
    "O'Neill",
    "Saar",
    "Ёлкин",
];

/// Numbers that look like chance and are the same every time.
pub(super) struct Dice(u64);

impl Dice {
    pub(super) const fn new() -> Self {
        Self(0x9e37_79b9_7f4a_7c15)
    }

    pub(super) fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % sides
    }

    pub(super) fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        let sides = u64::try_from(from.len()).unwrap();
        from[usize::try_from(self.roll(sides)).unwrap()]
    }
}

fn grant(dice: &mut Dice) -> Grant {
    let member = LevelRef::Preset(Preset::Member);
    let others = [Preset::Staff, Preset::Guest].map(LevelRef::Preset);
    let own = LevelRef::Own(DOORKEEPER);
    let mut grant = Grant::of(dice.pick(&[member, member, member, others[0], others[1], own]));
    if dice.roll(30) == 0 {
        grant.rooms.insert(CELLAR);
    }
    if dice.roll(60) == 0 {
        grant.room_sites.insert(HOUSE);
    }
    match dice.roll(25) {
        0 => grant.starts_at = Some(START.plus_days(1 + u32::try_from(dice.roll(9)).unwrap())),
        1 => grant.ends_at = Some(START),
        _ => {}
    }
    grant
}

fn status(dice: &mut Dice) -> Status {
    let by = Side::Organisation;
    match dice.roll(20) {
        0 => Status::Initiated { by: Side::Person },
        1 => Status::Initiated { by },
        2 => Status::Ended {
            by,
            suspended: false,
        },
        3 => Status::Rejected { by },
        _ => Status::Approved,
    }
}

/// One of them.
fn somebody(id: u128, dice: &mut Dice) -> Membership {
    let (first, last) = (dice.pick(&FIRST_NAMES), dice.pick(&LAST_NAMES));
    let called = format!("{first} {last} {}", dice.roll(40));
    let grant = grant(dice);
    let mut row = membership(
        id,
        Some(id + 0x100_0000),
        &called,
        status(dice),
        Some(grant),
    );
    row.suspended = dice.roll(40) == 0;
    if row.is_open_request() {
        row.grant = None;
        row.asked = Some(Asked {
            note: None,
            answers: Vec::new(),
            link: None,
            waits_since: START,
            locale: None,
        });
    } else if row.is_open_invitation() || dice.roll(10) == 0 {
        row.invitation = Some(Sent {
            giver: by_olga(),
            expires_at: START.plus_days(u32::try_from(dice.roll(10)).unwrap()),
            generation: 1,
            sent_at: None,
            locale: None,
            message: None,
        });
    }
    row
}

/// The same with everything that is kept beside.
fn with_all(row: Membership, dice: &mut Dice) -> Vec<Record> {
    let id = row.id;
    let mut records = vec![contacts(
        id.0.as_u128(),
        &format!("person{}@example.ee", id.0.simple()),
    )];
    if row.status.is_approved() && dice.roll(3) > 0 {
        records.push(Record::MemberActivity(MemberActivity {
            membership: id,
            last_seen_on: Day(START.day().0 - i64::try_from(dice.roll(90)).unwrap()),
        }));
    }
    if row.invitation.is_some() && dice.roll(2) == 0 {
        let states = [
            DeliveryState::Sent,
            DeliveryState::Bounced,
            DeliveryState::Opened,
        ];
        let step = DeliveryStep {
            state: dice.pick(&states),
            at: START,
            reason: None,
        };
        records.push(Record::Delivery(Delivery {
            membership: id,
            generation: 1,
            steps: vec![step],
            waits: None,
        }));
    }
    records.push(Record::Membership(Box::new(row)));
    records
}

/// A page of so many people, with the levels and rooms they have.
pub(super) fn crowd(many: u128) -> Page {
    let mut dice = Dice::new();
    let mut records = vec![
        organisation(),
        Record::Level(Level {
            id: DOORKEEPER,
            name: name("Doorkeeper"),
            permissions: PermissionSet::of(&[doorward_domain::Permission::MembersView]),
            deleted: false,
        }),
        Record::Site(Site {
            id: HOUSE,
            name: name("House"),
            removed: false,
        }),
        Record::Room(Room {
            id: CELLAR,
            site: HOUSE,
            name: name("Cellar"),
            removed: false,
        }),
        super::cast::member(0x10, 0x100, "Olga Owner", Preset::Owner),
        contacts(0x10, contact("olga@example.ee").as_str()),
    ];
    for number in 0..many {
        let row = somebody(FIRST + number, &mut dice);
        records.extend(with_all(row, &mut dice));
    }
    page(5, records)
}

/// Everybody as they are shown, read one by one.
#[derive(Debug, Default)]
pub(super) struct Everybody {
    people: BTreeMap<MembershipId, Membership>,
    contacts: BTreeMap<MembershipId, Vec<doorward_domain::Contact>>,
    seen: BTreeMap<MembershipId, Day>,
}

/// What comes first in an order: a number, or the bytes of a level.
type Place = (Vec<u8>, i64, Vec<u8>, Uuid);

impl Everybody {
    /// Those of a page.
    pub(super) fn of(page: &Page) -> Self {
        let mut all = Self::default();
        for sent in &page.records {
            match &sent.record {
                Record::Membership(it) => drop(all.people.insert(it.id, (**it).clone())),
                Record::MemberContact(it) => {
                    drop(all.contacts.insert(it.membership, it.contacts.clone()));
                }
                Record::MemberActivity(it) => {
                    all.seen.insert(it.membership, it.last_seen_on);
                }
                Record::Organisation(_)
                | Record::Settings(_)
                | Record::Level(_)
                | Record::Room(_)
                | Record::Site(_)
                | Record::Staff(_)
                | Record::Link(_)
                | Record::Delivery(_) => {}
            }
        }
        all
    }

    /// What waiting commands made of them.
    pub(super) fn lay(&mut self, shown: &Overlay) {
        for id in shown.memberships() {
            let held = shown.membership(id).unwrap();
            self.people.insert(id, held.value.clone());
            let contacts = || shown.world.contacts_of(id).to_vec();
            self.contacts.entry(id).or_insert_with(contacts);
        }
    }

    /// Everybody that a question asks for, in its order.
    pub(super) fn answer(
        &self,
        ask: &PeopleAsk,
        shown: &Overlay,
        now: Moment,
    ) -> Vec<MembershipId> {
        let search = ask.search.as_deref().and_then(Search::of);
        let states = ask.states.as_deref().unwrap_or(&PersonState::USUAL);
        let found = self.people.values().filter(|it| {
            let grant = it.grant.as_ref();
            let open = grant.map(|grant| open_rooms(&shown.world, grant));
            let let_in = |room| {
                open.as_ref()
                    .is_some_and(|open| open.all || open.rooms.iter().any(|it| it.id == room))
            };
            let unseen = |days| {
                let seen = self.seen.get(&it.id);
                let before = seen.is_none_or(|day| *day < unseen_since(days, now));
                before && it.status.is_approved()
            };
            let text = text_of(it, self.contacts.get(&it.id).map_or(&[][..], Vec::as_slice));
            states.contains(&it.state(now))
                && ask
                    .level
                    .is_none_or(|level| grant.is_some_and(|it| it.level == level))
                && ask.room.is_none_or(let_in)
                && ask.unseen_days.is_none_or(unseen)
                && search.as_ref().is_none_or(|search| search.finds(&text))
        });
        let mut found: Vec<(Place, MembershipId)> = found
            .map(|it| {
                (
                    self.place(ask.sort.unwrap_or(PeopleOrder::Name), it, now),
                    it.id,
                )
            })
            .collect();
        found.sort();
        if ask.descending == Some(true) {
            found.reverse();
        }
        found.into_iter().map(|(_, id)| id).collect()
    }

    fn place(&self, order: PeopleOrder, it: &Membership, now: Moment) -> Place {
        let called = it.name.as_ref().map(|name| name.as_str().to_owned());
        let contact = || self.contacts.get(&it.id)?.first().map(ToString::to_string);
        let key = order_key(&called.or_else(contact).unwrap_or_default());
        let (level, number) = match order {
            PeopleOrder::Name => (Vec::new(), 0),
            PeopleOrder::State => {
                let state = it.state(now);
                let place = PersonState::ALL.iter().position(|one| *one == state);
                (Vec::new(), i64::try_from(place.unwrap()).unwrap())
            }
            PeopleOrder::LastSeen => (Vec::new(), self.seen.get(&it.id).map_or(-1, |day| day.0)),
            PeopleOrder::Level => match it.grant.as_ref().map(|grant| grant.level) {
                Some(LevelRef::Preset(preset)) => {
                    let place = Preset::ALL.iter().position(|one| *one == preset);
                    (Vec::new(), i64::try_from(place.unwrap()).unwrap())
                }
                Some(LevelRef::Own(id)) => (id.0.as_bytes().to_vec(), 0),
                None => (vec![0xff; 17], 0),
            },
        };
        (level, number, key, it.id.0)
    }
}
