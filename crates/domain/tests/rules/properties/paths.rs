//! Every path on which anything is given, who gives by it, and to whom.

use doorward_domain::{
    ChangeLevel, ChangeLink, Command, DeleteLevel, Grant, InvitePerson, LevelRef, MakeStaffRecord,
    Membership, MembershipId, Preset, Record, ResendInvitation, Side, StaffId, Status, Version,
};
use uuid::Uuid;

use super::held::Has;
use super::sketch::{GIVEN, Sketch, level};
use crate::casebook::{
    self, ANNA, Casebook, ERIK, IVO, KADRI, NEW, NEXT, OLGA, PIRET, Person, STEFAN, TOMAS,
};

/// Who gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Giver {
    /// Somebody of the organisation: Ivo.
    Member,
    /// Somebody of the organisation that manages it, while nobody of its own decides: Tomas, as handler, and where he is
    /// Owner there as acting Owner.
    Above,
}

/// All of them.
pub(super) const GIVERS: [Giver; 2] = [Giver::Member, Giver::Above];

impl Giver {
    /// Them.
    pub(super) fn person(self) -> Person {
        match self {
            Self::Member => IVO,
            Self::Above => TOMAS,
        }
    }

    /// What they hold now, to give from.
    pub(super) fn holds(self, book: &Casebook) -> Has {
        let has = match self {
            Self::Member => Has::of(book, IVO, true),
            Self::Above => Has::above(book, TOMAS),
        };
        has.unwrap_or_default()
    }

    /// Takes nearly everything from them.
    pub(super) fn lessen(self, book: &mut Casebook) {
        let less = |grant: &Grant| Grant {
            limited_to: grant.limited_to.clone(),
            ends_at: grant.ends_at,
            ..Grant::of(Preset::Manager)
        };
        match self {
            Self::Member => book.regrant(IVO, |grant| *grant = less(grant)),
            Self::Above => {
                let managing = book.store.managing.as_mut().unwrap();
                let row = managing.memberships.first_mut().unwrap();
                row.grant = row.grant.as_ref().map(less);
            }
        }
    }
}

/// Who gives, and to whom: to Anna, or to themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pair {
    /// Who gives.
    pub giver: Giver,
    /// Whether they give to themselves.
    pub to_themselves: bool,
}

impl Pair {
    /// To whom.
    pub(super) fn target(self) -> Person {
        if self.to_themselves {
            self.giver.person()
        } else {
            ANNA
        }
    }

    /// The row that is asked, invited or over; somebody of the organisation has another one that holds.
    fn row(self, path: Path) -> MembershipId {
        let holds = matches!(path, Path::Edit | Path::LevelEdited | Path::LevelReplaced);
        if self.to_themselves && !holds {
            OTHER
        } else {
            self.target().membership()
        }
    }
}

/// A row beside the one that holds.
const OTHER: MembershipId = MembershipId(Uuid::from_u128(0x2_9000));

/// How something is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Path {
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

/// All of them.
pub(super) const PATHS: [Path; 13] = [
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

/// The organisation in which somebody gives; Erik and the target may have or be invited at the level that is edited.
pub(super) fn scene(path: Path, pair: Pair, giver: Sketch, target: Sketch, bits: u32) -> Casebook {
    let mut book = Casebook::staffed();
    book.room(1, 1);
    book.room(2, 2);
    book.level(GIVEN, Sketch::permissions(bits));
    let own = book.level(
        IVO.id().0.as_u128(),
        Sketch::permissions(giver.extras.rotate_left(7)),
    );
    let is_about_the_level = matches!(path, Path::LevelEdited | Path::LevelReplaced);
    let own = if pair.to_themselves && is_about_the_level {
        level(GIVEN)
    } else {
        own
    };
    let givers = giver.grant(&book, own);
    let before = target.grant(&book, level(GIVEN));
    match pair.giver {
        Giver::Member => drop(book.employ_with(IVO, givers)),
        Giver::Above => puts_above(&mut book, givers),
    }
    book.employ(ERIK, LevelRef::Own(level(GIVEN)));
    if let Some(row) = row_of_target(&book, path, pair, before) {
        book.put_row(row, vec![pair.target().contact()]);
    }
    if matches!(path, Path::Link | Path::LinkChanged) {
        book.link(pair.giver.person(), LevelRef::Own(level(GIVEN)));
    }
    book
}

/// Where the target stands before, besides what somebody who gives to themselves has.
fn row_of_target(book: &Casebook, path: Path, pair: Pair, given: Grant) -> Option<Membership> {
    let by_whom = |by| book.row_of(pair.target(), Status::Initiated { by });
    let row = match path {
        Path::Invite | Path::Import | Path::Link | Path::LinkChanged | Path::StaffBox => None,
        Path::InviteAgain | Path::ChangeInvitation => Some(Membership {
            person: None,
            grant: Some(given),
            asked: None,
            invitation: Some(book.sent_by(OLGA, 4)),
            ..by_whom(Side::Organisation)
        }),
        Path::Approve => Some(by_whom(Side::Person)),
        Path::Add | Path::Renew => Some(Membership {
            grant: Some(given),
            decided: Some(book.signed_by(OLGA, -10)),
            ..book.row_of(pair.target(), Status::Expired { by: Side::System })
        }),
        // Whoever gives to themselves is there already, if they are of the organisation.
        Path::Edit | Path::LevelEdited | Path::LevelReplaced if pair.to_themselves => None,
        Path::Edit | Path::LevelEdited | Path::LevelReplaced => Some(Membership {
            grant: Some(given),
            decided: Some(book.signed_by(OLGA, -10)),
            ..book.row_of(pair.target(), Status::Approved)
        }),
    };
    let id = pair.row(path);
    row.map(|row| Membership { id, ..row })
}

/// Puts the organisation under another one in which Tomas has a grant; nobody of its own decides.
fn puts_above(book: &mut Casebook, grant: Grant) {
    book.managed(Preset::Manager);
    let levels = book.store.records.values().filter_map(|held| {
        let Record::Level(level) = &held.value else {
            return None;
        };
        Some((level.id, level.clone()))
    });
    let levels = levels.collect();
    let managing = book.store.managing.as_mut().unwrap();
    managing.memberships.first_mut().unwrap().grant = Some(grant);
    managing.levels = levels;
    for decider in [OLGA, PIRET, KADRI] {
        book.change(decider.membership(), |row| row.suspended = true);
    }
}

/// What the giver tries, one after the other, and what the target does then.
#[expect(
    clippy::too_many_lines,
    reason = "one arm for each path; a table is read at one go"
)]
pub(super) fn commands(
    path: Path,
    pair: Pair,
    book: &Casebook,
    grant: &Grant,
    bits: u32,
) -> (Vec<Command>, Option<Command>) {
    let (who, row) = (pair.target(), pair.row(path));
    let version = book
        .find(row)
        .map_or(Version::Revision(1), |_| book.version(row));
    let link = doorward_domain::LinkId(Uuid::from_u128(0x4_0000));
    let staff = StaffId(Uuid::from_u128(0x7_0000));
    let name = || "Porter".to_owned().try_into().unwrap();
    let join = Some(casebook::join_as(link, NEXT));
    let accept = |row| Some(casebook::accept(row));
    match path {
        Path::Invite => (vec![casebook::invite(who, grant.clone())], accept(NEW)),
        Path::Import => {
            let row_of = |membership, who: Person| {
                Command::from(InvitePerson {
                    membership,
                    contact: who.contact(),
                    grant: grant.clone(),
                    name: Some(who.name()),
                    position: Some("Porter".to_owned().try_into().unwrap()),
                    staff: None,
                    locale: None,
                    message: None,
                })
            };
            (vec![row_of(NEXT, STEFAN), row_of(NEW, who)], accept(NEW))
        }
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
        Path::Add => (vec![casebook::add(who, grant.clone())], None),
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
                domains: None,
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
                contact: who.contact(),
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
