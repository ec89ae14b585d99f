//! Random commands: a handful of bytes becomes somebody, something they try, and on what.

use std::collections::BTreeSet;

use doorward_domain::{
    Actor, ChangeLevel, ChangeLink, ChangeSettings, CloseLink, Command, DeleteLevel, Grant,
    LevelId, LevelRef, LinkForm, LinkId, MailDomain, MakeLevel, MakeLink, Membership, MembershipId,
    Permission, PermissionSet, Preset, Record, RoomId, SiteId, Status, Version,
};
use uuid::Uuid;

use super::things::{self, About};
use crate::casebook::{self, ANNA, Casebook, OSKAR, Person, STEFAN, TOMAS};

const LINK: LinkId = LinkId(Uuid::from_u128(0x4_0000));
const FIRST_ROOM: RoomId = RoomId(Uuid::from_u128(0x5_0001));
const SECOND_SITE: SiteId = SiteId(Uuid::from_u128(0x6_0002));
const DAY: i64 = 86_400_000;

/// Permissions that steps hand about.
const SOME: [Permission; 8] = [
    Permission::MembersManage,
    Permission::RequestsDecide,
    Permission::InvitationsManage,
    Permission::AccessGrant,
    Permission::LevelsManage,
    Permission::Sales,
    Permission::SpendHotel,
    Permission::Chat,
];

/// One step.
#[derive(Debug, Clone, Copy)]
pub struct Step([u8; 11]);

impl From<[u8; 11]> for Step {
    fn from(bytes: [u8; 11]) -> Self {
        Self(bytes)
    }
}

/// The organisation before the first step.
pub fn beginning() -> Casebook {
    let mut book = Casebook::staffed();
    book.employ(OSKAR, Preset::Owner);
    for number in 0..3 {
        book.level(
            number,
            PermissionSet::of(&[SOME[number as usize], Permission::Chat]),
        );
    }
    book.room(1, 1);
    book.room(2, 2);
    book.request(ANNA);
    book.invite(STEFAN, Grant::of(Preset::Staff));
    book.settings(|settings| settings.expire_by_itself = true);
    book.link(OSKAR, Preset::Member);
    // Anna is reached at two addresses, so that her rows can meet.
    book.account(TOMAS, |account| account.contacts.clear());
    book.account(ANNA, |account| account.contacts.push(TOMAS.contact()));
    book
}

impl Step {
    fn pick<T: Copy>(self, byte: usize, from: &[T]) -> T {
        from[usize::from(self.0[byte]) % from.len()]
    }

    fn kind(self) -> u8 {
        self.0[9] % (30 + things::KINDS)
    }

    /// How long after the step before.
    pub fn pause(self) -> i64 {
        self.pick(0, &[0, 0, 1, DAY / 2, DAY, 3 * DAY])
    }

    /// Who tries it; mostly somebody who may.
    pub fn actor(self, book: &Casebook) -> Actor {
        if self.0[1] > 250 {
            return Actor::System;
        }
        let able = [Person::ALL[0], Person::ALL[1], OSKAR];
        let theirs = Person::ALL
            .into_iter()
            .find(|person| keeps(book, self.row(book), *person));
        book.actor(match self.0[1] % 4 {
            0 => self.pick(2, &Person::ALL),
            _ if self.is_personal() => theirs.unwrap_or(ANNA),
            _ => self.pick(2, &able),
        })
    }

    fn is_personal(self) -> bool {
        matches!(self.kind(), 4 | 5 | 6 | 7 | 8 | 20 | 22 | 31)
    }

    fn level(self, byte: usize) -> LevelRef {
        match self.0[byte] % 10 {
            own @ 0..3 => LevelRef::Own(level_id(u128::from(own))),
            preset => Preset::ALL[usize::from(preset - 3)].into(),
        }
    }

    fn permissions(self, byte: usize) -> PermissionSet {
        let bits = self.0[byte];
        let chosen = SOME.iter().enumerate();
        chosen
            .filter(|(place, _)| bits >> place & 1 == 1)
            .map(|(_, permission)| *permission)
            .collect()
    }

    /// Mail domains of a link: none, the one that everybody here has an address in, one that nobody has, or both.
    fn domains(self, byte: usize) -> BTreeSet<MailDomain> {
        let bits = self.0[byte];
        let chosen = ["example.org", "elsewhere.example"].into_iter().enumerate();
        chosen
            .filter(|(place, _)| bits >> place & 1 == 1)
            .map(|(_, domain)| domain.parse().unwrap())
            .collect()
    }

    fn grant(self, book: &Casebook) -> Grant {
        let now = book.now;
        let in_days = |days: i64| Some(now.plus_millis(days * DAY));
        Grant {
            extras: if self.0[5].is_multiple_of(3) {
                self.permissions(6)
            } else {
                PermissionSet::NONE
            },
            starts_at: self.pick(7, &[None, None, None, in_days(1)]),
            rooms: self
                .pick(10, &[None, None, None, None, Some(FIRST_ROOM)])
                .into_iter()
                .collect(),
            room_sites: self
                .pick(10, &[None, None, None, Some(SECOND_SITE)])
                .into_iter()
                .collect(),
            ends_at: self.pick(8, &[None, None, None, in_days(0), in_days(3), in_days(9)]),
            ..Grant::of(self.level(4))
        }
    }

    /// A row, where there is one in a standing that the command is for.
    fn row(self, book: &Casebook) -> MembershipId {
        let rows: Vec<_> = rows(book).collect();
        let fits = |row: &&Membership| match self.kind() {
            1..=6 => row.is_open_invitation(),
            8..=11 => row.is_open_request(),
            12 => matches!(row.status, Status::Rejected { .. }),
            16 => row.suspended,
            30 => row.is_in_force(book.now) && row.offer.is_none(),
            31 | 32 => row.offer.is_some(),
            19 => matches!(row.status, Status::Ended { .. } | Status::Expired { .. }),
            _ => true,
        };
        let fitting: Vec<_> = rows.iter().copied().filter(fits).collect();
        if fitting.is_empty() || self.0[1] % 8 == 7 {
            self.pick(3, &rows).id
        } else {
            self.pick(3, &fitting).id
        }
    }

    /// The command, for the step at this place.
    pub fn command(self, book: &Casebook, place: usize) -> Command {
        let row = self.row(book);
        let new = MembershipId(Uuid::from_u128(0xA_0000 + place as u128));
        let (grant, version) = (self.grant(book), book.version(row));
        let person = self.pick(3, &Person::ALL);
        match self.kind() {
            0 => with_row(&casebook::invite(person, grant), new),
            1 => casebook::resend(row),
            2 => casebook::change_invitation(row, grant, version),
            3 => casebook::revoke(row),
            4 | 5 => casebook::accept(row),
            6 => casebook::decline_invitation(row),
            7 => casebook::request_as(new),
            8 => casebook::cancel(row),
            9 | 10 => casebook::approve_with(row, grant),
            11 => casebook::decline(row),
            12 => casebook::reopen(row),
            13 => with_row(&casebook::add(person, grant), new),
            14 => casebook::change_grant(row, grant, version),
            15 => casebook::suspend(row),
            16 => casebook::resume(row),
            17 => casebook::expire(row),
            18 => casebook::end(row),
            19 => casebook::renew(row, grant, version),
            20 => casebook::be_listed(row),
            21 => casebook::set_position(row, "Porter"),
            22 => casebook::join_as(LINK, new),
            30.. => self.about_things(row, place).command(book),
            _ => self.about_the_organisation(book, place),
        }
    }

    fn about_things(self, row: MembershipId, place: usize) -> About {
        About {
            kind: self.kind() - 30,
            row,
            pick: usize::from(self.0[10]),
            new: place as u128,
            step_down: self.0[5].is_multiple_of(2),
        }
    }

    fn about_the_organisation(self, book: &Casebook, place: usize) -> Command {
        let name = || "Porter".to_owned().try_into().unwrap();
        let level = level_id(u128::from(self.0[3] % 3));
        let held = |key: &dyn Fn(&Record) -> bool| {
            let mut records = book.store.records.values();
            let found = records.find(|held| key(&held.value));
            found.map_or(Version::Revision(0), |held| held.version)
        };
        match self.kind() {
            23 => MakeLevel {
                level: level_id(0x100 + place as u128),
                name: name(),
                permissions: self.permissions(6),
            }
            .into(),
            24 => ChangeLevel {
                level,
                name: name(),
                permissions: self.permissions(6),
                based_on: held(&|record| matches!(record, Record::Level(it) if it.id == level)),
            }
            .into(),
            25 => DeleteLevel {
                level,
                replacement: Some(self.level(4)),
            }
            .into(),
            26 => MakeLink {
                link: LinkId(Uuid::from_u128(0x4_0001 + place as u128)),
                name: name(),
                form: LinkForm::Link,
                level: self.level(4),
                needs_approval: Some(self.0[5].is_multiple_of(2)),
                max_uses: None,
                domains: self.domains(6),
            }
            .into(),
            27 => ChangeLink {
                link: LINK,
                name: name(),
                level: self.level(4),
                needs_approval: self.0[5].is_multiple_of(2),
                max_uses: 20,
                domains: self.0[7].is_multiple_of(2).then(|| self.domains(6)),
                regenerate: true,
                based_on: held(&|record| matches!(record, Record::Link(it) if it.id == LINK)),
            }
            .into(),
            28 if self.0[5] > 200 => CloseLink { link: LINK }.into(),
            _ => ChangeSettings {
                settings: doorward_domain::Settings {
                    accepts_requests: true,
                    expire_by_itself: true,
                    waiting_days: u32::from(self.0[5] % 3),
                    ..doorward_domain::Settings::default()
                },
                based_on: held(&|record| matches!(record, Record::Settings(_))),
            }
            .into(),
        }
    }
}

const fn level_id(number: u128) -> LevelId {
    LevelId(Uuid::from_u128(0x3_0000_0000 + number))
}

fn rows(book: &Casebook) -> impl Iterator<Item = &Membership> {
    book.store.records.values().filter_map(|held| {
        let Record::Membership(row) = &held.value else {
            return None;
        };
        Some(&**row)
    })
}

/// Whether an address of somebody is kept with a row.
fn keeps(book: &Casebook, row: MembershipId, person: Person) -> bool {
    let theirs = &book.store.accounts[&person.id()].contacts;
    book.store.records.values().any(|held| {
        matches!(&held.value, Record::MemberContact(kept)
            if kept.membership == row && kept.contacts.iter().any(|it| theirs.contains(it)))
    })
}

/// The same command in another row.
fn with_row(command: &Command, row: MembershipId) -> Command {
    let mut json = serde_json::to_value(command).unwrap();
    json["membership"] = serde_json::to_value(row).unwrap();
    serde_json::from_value(json).unwrap()
}
