//! Every actor, every target, every path on which anything is given: nobody ever ends with more than the giver held
//! . What is held is reckoned here from the records, not by the code under test.

use doorward_domain::{
    ChangeLevel, ChangeLink, Command, DeleteLevel, Grant, InvitePerson, LevelId, LevelRef,
    MakeStaffRecord, Permission, PermissionSet, Preset, ResendInvitation, RoomId, SiteId, StaffId,
    Status, Version,
};
use proptest::prelude::*;
use uuid::Uuid;

use super::held::{Has, rooms};
use crate::casebook::{self, ANNA, Casebook, ERIK, IVO, NEW, NEXT, OLGA, PIRET, Person};

/// How something is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Path {
    Invite,
    InviteAgain,
    ChangeInvitation,
    Approve,
    Add,
    Edit,
    Link,
    LinkChanged,
    Import,
    LevelEdited,
    LevelReplaced,
    Renew,
    StaffBox,
}

const PATHS: [Path; 13] = [
    Path::Invite,
    Path::InviteAgain,
    Path::ChangeInvitation,
    Path::Approve,
    Path::Add,
    Path::Edit,
    Path::Link,
    Path::LinkChanged,
    Path::Import,
    Path::LevelEdited,
    Path::LevelReplaced,
    Path::Renew,
    Path::StaffBox,
];

/// What becomes of the giver between the giving and the server's word, or the acceptance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meanwhile {
    /// Nothing: the command comes straight to the API.
    Nothing,
    /// The command was made offline, and by the time it is replayed the giver holds less.
    LessBeforeReplay,
    /// What was sent is accepted when the giver holds less.
    LessBeforeAcceptance,
}

const MEANWHILE: [Meanwhile; 3] = [
    Meanwhile::Nothing,
    Meanwhile::LessBeforeReplay,
    Meanwhile::LessBeforeAcceptance,
];

/// A grant made of a few numbers.
#[derive(Debug, Clone, Copy)]
struct Sketch {
    level: u8,
    extras: u32,
    places: u8,
    end: u8,
}

impl Sketch {
    fn permissions(bits: u32) -> PermissionSet {
        let chosen = Permission::ALL.iter().enumerate();
        let chosen = chosen.filter(|(place, _)| bits >> place & 1 == 1);
        let set: PermissionSet = chosen.map(|(_, it)| *it).collect();
        // What is saved has what it implies (RULES 2), so nobody holds anything else.
        set.without(PermissionSet::of(&[Permission::OrganisationDelete]))
            .implied()
    }

    fn grant(self, book: &Casebook, own: LevelId) -> Grant {
        let (room, site) = place(book, usize::from(self.places % 2));
        let level = match self.level % 9 {
            preset @ 0..7 => LevelRef::Preset(Preset::ALL[usize::from(preset)]),
            _ => LevelRef::Own(own),
        };
        let flag = |bit: u8| self.places >> bit & 1 == 1;
        Grant {
            extras: if self.extras.is_multiple_of(3) {
                PermissionSet::NONE
            } else {
                Self::permissions(self.extras)
            },
            rooms: flag(1).then_some(room).into_iter().collect(),
            room_sites: flag(2).then_some(site).into_iter().collect(),
            limited_to: flag(3).then_some(site).into_iter().collect(),
            ends_at: match self.end % 4 {
                0 => Some(book.day(3)),
                1 => Some(book.day(30)),
                _ => None,
            },
            ..Grant::of(level)
        }
    }
}

fn place(book: &Casebook, number: usize) -> (RoomId, SiteId) {
    let all: Vec<_> = rooms(book).map(|it| (it.id, it.site)).collect();
    all[number % all.len()]
}

fn sketch() -> impl Strategy<Value = Sketch> {
    (any::<u8>(), any::<u32>(), any::<u8>(), any::<u8>()).prop_map(
        |(level, extras, places, end)| Sketch {
            level,
            extras,
            places,
            end,
        },
    )
}

const GIVEN: u128 = 0x21;

fn level(number: u128) -> LevelId {
    LevelId(Uuid::from_u128(0x3_0000_0000 + number))
}

/// The organisation in which Ivo gives; Erik and Anna may have or be invited at the level that is edited.
fn scene(path: Path, giver: Sketch, target: Sketch, bits: u32) -> Casebook {
    let mut book = Casebook::staffed();
    book.room(1, 1);
    book.room(2, 2);
    book.level(GIVEN, Sketch::permissions(bits));
    let own = book.level(
        IVO.id().0.as_u128(),
        Sketch::permissions(giver.extras.rotate_left(7)),
    );
    let ivos = giver.grant(&book, own);
    book.employ_with(IVO, ivos);
    book.employ(ERIK, LevelRef::Own(level(GIVEN)));
    let annas = target.grant(&book, level(GIVEN));
    match path {
        Path::Invite | Path::Import | Path::Link | Path::LinkChanged | Path::StaffBox => {}
        Path::InviteAgain | Path::ChangeInvitation => drop(book.invite(ANNA, annas)),
        Path::Approve => drop(book.request(ANNA)),
        Path::Add | Path::Renew => {
            book.employ_with(ANNA, annas);
            let by = doorward_domain::Side::System;
            book.change(ANNA.membership(), |row| row.status = Status::Expired { by });
        }
        Path::Edit | Path::LevelEdited | Path::LevelReplaced => drop(book.employ_with(ANNA, annas)),
    }
    if matches!(path, Path::Link | Path::LinkChanged) {
        book.link(IVO, LevelRef::Own(level(GIVEN)));
    }
    book
}

/// What Ivo tries, one after the other, and what Anna does then.
#[expect(
    clippy::too_many_lines,
    reason = "one arm for each path; a table is read at one go"
)]
fn commands(
    path: Path,
    book: &Casebook,
    grant: &Grant,
    bits: u32,
) -> (Vec<Command>, Option<Command>) {
    let row = ANNA.membership();
    let version = book.version(row);
    let link = doorward_domain::LinkId(Uuid::from_u128(0x4_0000));
    let staff = StaffId(Uuid::from_u128(0x7_0000));
    let name = || "Porter".to_owned().try_into().unwrap();
    let join = Some(casebook::join_as(link, NEXT));
    let accept = |row| Some(casebook::accept(row));
    match path {
        Path::Invite | Path::Import => (vec![casebook::invite(ANNA, grant.clone())], accept(NEW)),
        Path::InviteAgain => {
            let grant = Some(grant.clone());
            let again = ResendInvitation {
                membership: row,
                grant,
            };
            (vec![again.into()], accept(row))
        }
        Path::ChangeInvitation => {
            let change = casebook::change_invitation(row, grant.clone(), version);
            (vec![change], accept(row))
        }
        Path::Approve => (vec![casebook::approve_with(row, grant.clone())], None),
        Path::Add => (vec![casebook::add(ANNA, grant.clone())], None),
        Path::Edit => (
            vec![casebook::change_grant(row, grant.clone(), version)],
            None,
        ),
        Path::Renew => (vec![casebook::renew(row, grant.clone(), version)], None),
        Path::Link => (Vec::new(), join),
        Path::LinkChanged => {
            let change = ChangeLink {
                link,
                name: name(),
                level: grant.level,
                needs_approval: false,
                max_uses: 5,
                regenerate: false,
                based_on: Version::Revision(1),
            };
            (vec![change.into()], join)
        }
        Path::LevelEdited => {
            let edit = ChangeLevel {
                level: level(GIVEN),
                name: name(),
                permissions: Sketch::permissions(bits.rotate_left(11)),
                based_on: Version::Revision(1),
            };
            (vec![edit.into()], None)
        }
        Path::LevelReplaced => {
            let delete = DeleteLevel {
                level: level(GIVEN),
                replacement: Some(grant.level),
            };
            (vec![delete.into()], None)
        }
        Path::StaffBox => {
            let position = None;
            let record = MakeStaffRecord {
                staff,
                name: name(),
                position,
            };
            let tick = InvitePerson {
                membership: NEW,
                contact: ANNA.contact(),
                grant: grant.clone(),
                name: None,
                position: None,
                staff: Some(staff),
                locale: None,
                message: None,
            };
            (vec![record.into(), tick.into()], accept(NEW))
        }
    }
}

/// Who answers for what Anna accepts.
fn giver_of(book: &Casebook, then: &Command) -> Person {
    let row = then.target().map(doorward_domain::MembershipId);
    let sent = row.and_then(|row| book.find(row)?.invitation.as_ref());
    let by = sent.and_then(|sent| sent.giver.author.person());
    if by == Some(OLGA.id()) { OLGA } else { IVO }
}

/// Takes nearly everything from the giver.
fn lessen(book: &mut Casebook) {
    book.regrant(IVO, |grant| {
        let (limited_to, ends_at) = (grant.limited_to.clone(), grant.ends_at);
        *grant = Grant {
            limited_to,
            ends_at,
            ..Grant::of(Preset::Manager)
        };
    });
}

/// One triple; answers whether anything was given.
fn try_it(path: Path, meanwhile: Meanwhile, sketches: (Sketch, Sketch, Sketch), bits: u32) -> bool {
    let (giver, target, gift) = sketches;
    let mut book = scene(path, giver, target, bits);
    let grant = gift.grant(&book, level(GIVEN));
    let watched = [ANNA, ERIK, IVO, PIRET, OLGA];
    let mut before = watched.map(|who| Has::of(&book, who, false));
    let (theirs, then) = commands(path, &book, &grant, bits);
    if meanwhile == Meanwhile::LessBeforeReplay {
        lessen(&mut book);
        before[2] = Has::of(&book, IVO, false);
    }
    let mut holds = Has::of(&book, IVO, true).unwrap_or_default();
    let mut done = false;
    for command in theirs {
        done = book
            .tries(IVO, command)
            .is_ok_and(|events| !events.is_empty())
            || done;
    }
    if let Some(then) = then {
        if meanwhile == Meanwhile::LessBeforeAcceptance {
            lessen(&mut book);
            before[2] = Has::of(&book, IVO, false);
        }
        // Who answers for it: Ivo, or Olga where Ivo could change nothing.
        holds = Has::of(&book, giver_of(&book, &then), true).unwrap_or_default();
        done = book
            .tries(ANNA, then)
            .is_ok_and(|events| !events.is_empty());
    }
    for (who, had) in watched.into_iter().zip(&before) {
        let Some(has) = Has::of(&book, who, false) else {
            continue;
        };
        // Nobody gives to themselves.
        let nothing = Has::default();
        let giver = if who == IVO { &nothing } else { &holds };
        let beyond = has.beyond(had.as_ref(), giver);
        assert!(
            beyond.is_empty(),
            "R-20: by {path:?}, {meanwhile:?}, {who:?} has {beyond:?} of {grant:?}, which {holds:?} does not hold"
        );
    }
    done
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn nobody_ends_with_more_than_the_giver_held_r_20_r_21_r_26_r_28_r_36_r_42(
        path in 0..PATHS.len(),
        meanwhile in 0..MEANWHILE.len(),
        giver in sketch(),
        target in sketch(),
        gift in sketch(),
        bits in any::<u32>(),
    ) {
        try_it(PATHS[path], MEANWHILE[meanwhile], (giver, target, gift), bits);
    }
}

#[test]
fn every_path_gives_something_to_somebody_where_the_giver_may() {
    let owner = Sketch {
        level: 0,
        extras: 0,
        places: 0,
        end: 2,
    };
    let member = Sketch {
        level: 5,
        extras: 0,
        places: 0,
        end: 2,
    };
    for path in PATHS {
        // What a link may give, or any member.
        let level = if matches!(path, Path::Link | Path::LinkChanged) {
            6
        } else {
            4
        };
        let gift = Sketch { level, ..member };
        // Chat alone.
        let bits = 1 << 25;
        let worked = try_it(path, Meanwhile::Nothing, (owner, member, gift), bits);
        assert!(worked, "{path:?} gives nothing, so it proves nothing");
    }
}
