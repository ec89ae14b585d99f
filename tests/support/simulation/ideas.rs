//! What somebody thinks of doing: mostly something that fits a record, sometimes nonsense.

use std::collections::BTreeMap;

use anyhow::Result;
use doorward_domain::{
    AcceptInvitation, AcceptOwnership, AddMember, ApproveRequest, CancelRequest, ChangeGrant,
    ChangeInvitation, Command, DeclineInvitation, DeclineRequest, EndMembership, ExpireMembership,
    Grant, InvitePerson, LevelId, LevelRef, Membership, MembershipId, Moment, Name, Note,
    OfferOwnership, Permission, PermissionSet, Preset, Record, RecordKey, RenewMembership,
    ReopenRequest, RequestToJoin, ResendInvitation, ResumeMember, RevokeInvitation, Room, RoomId,
    SetPosition, SetVisibility, Shelf, Site, SiteId, StaffId, StaffRecord, Status, SuspendMember,
    Version, WithdrawOffer,
};

use super::crowd::Who;
use super::dice::Dice;
use super::truth::Truth;

const DAY: i64 = 24 * 60 * 60 * 1000;
/// Permissions that people hand about.
const SOME: [Permission; 8] = [
    Permission::MembersManage,
    Permission::RequestsDecide,
    Permission::InvitationsManage,
    Permission::AccessGrant,
    Permission::LevelsManage,
    Permission::RoomsManage,
    Permission::Sales,
    Permission::Chat,
];
/// Levels that people give, those that are given often more than once.
const LEVELS: [Preset; 10] = [
    Preset::Administrator,
    Preset::Administrator,
    Preset::Manager,
    Preset::Manager,
    Preset::Staff,
    Preset::Staff,
    Preset::Member,
    Preset::Guest,
    Preset::FinanceManager,
    Preset::Owner,
];
const NAMES: [&str; 5] = ["Porter", "Night shift", "Крыша", "Aed", "Back door"];

/// Somebody who thinks of something to do in an organisation.
#[derive(Debug)]
pub struct Thought<'a> {
    /// Chance.
    pub dice: &'a mut Dice,
    /// The organisation as it is, which nobody in the story sees.
    pub truth: &'a Truth,
    /// The versions that whoever thinks sees.
    pub seen: &'a BTreeMap<RecordKey, u64>,
    /// Who thinks.
    pub who: Who,
    /// The time as they know it.
    pub now: Moment,
}

type Fits = fn(&Membership) -> bool;

impl Thought<'_> {
    /// A command that a device may make.
    pub fn of_a_device(&mut self) -> Result<Command> {
        match self.dice.below(30) {
            0..=16 => self.about_a_membership(),
            17..=22 => self.about_the_door(),
            _ => self.about_the_organisation(),
        }
    }

    /// A command that somebody makes on a page, about themselves.
    pub fn of_a_page(&mut self) -> Result<Command> {
        let mine = self.who.id();
        let contact = self.who.contact()?;
        let row = |truth: &Truth, fits: &dyn Fn(&Membership) -> bool| {
            truth
                .memberships()
                .filter(|it| it.person == Some(mine) && fits(it))
                .map(|it| it.id)
                .last()
        };
        let request = row(self.truth, &Membership::is_open_request);
        let member = row(self.truth, &|it| it.status.is_approved());
        let keeps = |record: &Record| matches!(record, Record::MemberContact(it) if it.contacts.contains(&contact));
        let keeping: Vec<_> = self
            .truth
            .records()
            .filter(|held| keeps(&held.value))
            .map(|held| held.value.key(self.truth.id).id)
            .collect();
        let invited = self
            .truth
            .memberships()
            .filter(|it| it.is_open_invitation() && keeping.contains(&it.id.0));
        let invited = invited.map(|it| it.id).last();
        Ok(match (invited, request, member) {
            (Some(membership), _, _) if !self.dice.one_in(5) => {
                AcceptInvitation { membership }.into()
            }
            (Some(membership), _, _) => DeclineInvitation { membership }.into(),
            (_, Some(membership), _) if self.dice.one_in(2) => CancelRequest { membership }.into(),
            (_, _, Some(membership)) if self.dice.one_in(3) => EndMembership { membership }.into(),
            (_, _, Some(membership)) => SetVisibility {
                membership,
                visible: self.dice.one_in(2),
            }
            .into(),
            _ => self.request()?,
        })
    }

    fn request(&mut self) -> Result<Command> {
        let note = if self.dice.one_in(2) {
            Some(Note::try_from("Please")?)
        } else {
            None
        };
        Ok(RequestToJoin {
            membership: self.new_row(),
            position: None,
            note,
            answers: Vec::new(),
            locale: None,
        }
        .into())
    }

    fn about_a_membership(&mut self) -> Result<Command> {
        let kind = self.dice.below(17);
        let fits: Fits = match kind {
            0..=2 | 16 => Membership::is_open_request,
            3 => |it| matches!(it.status, Status::Rejected { .. }),
            8 => |it| it.suspended,
            11 => |it| matches!(it.status, Status::Ended { .. } | Status::Expired { .. }),
            _ => |it| it.status.is_approved(),
        };
        let membership = self.row(fits);
        let (grant, based_on) = (self.grant(), self.version(Shelf::Membership, membership.0));
        Ok(match kind {
            0 | 1 => ApproveRequest { membership, grant }.into(),
            2 => {
                let reason = self.dice.one_in(2).then(|| Note::try_from("Full"));
                let reason = reason.transpose()?;
                DeclineRequest { membership, reason }.into()
            }
            3 => ReopenRequest { membership }.into(),
            4..=6 => ChangeGrant {
                membership,
                grant,
                based_on,
                note: None,
            }
            .into(),
            11 => RenewMembership {
                membership,
                grant,
                based_on,
            }
            .into(),
            14 => AddMember {
                membership: self.new_row(),
                person: Who(self.dice.below(Who::all().count())).id(),
                grant,
                position: None,
            }
            .into(),
            _ => self.about_a_member(kind, membership)?,
        })
    }

    fn about_a_member(&mut self, kind: usize, membership: MembershipId) -> Result<Command> {
        Ok(match kind {
            7 => SuspendMember { membership }.into(),
            8 => ResumeMember { membership }.into(),
            9 => ExpireMembership { membership }.into(),
            10 => EndMembership { membership }.into(),
            12 => SetVisibility {
                membership,
                visible: self.dice.one_in(2),
            }
            .into(),
            13 => SetPosition {
                membership,
                position: Some(self.name()?),
            }
            .into(),
            15 => match self.dice.below(3) {
                0 => OfferOwnership {
                    membership,
                    step_down: self.dice.one_in(2),
                }
                .into(),
                1 => AcceptOwnership { membership }.into(),
                _ => WithdrawOffer { membership }.into(),
            },
            _ if self.dice.one_in(2) => CancelRequest { membership }.into(),
            _ => self.request()?,
        })
    }

    fn about_the_door(&mut self) -> Result<Command> {
        let membership = self.row(Membership::is_open_invitation);
        let based_on = self.version(Shelf::Membership, membership.0);
        Ok(match self.dice.below(10) {
            0..=3 => self.invite()?,
            4 => ResendInvitation {
                membership,
                grant: None,
            }
            .into(),
            5 => ChangeInvitation {
                membership,
                grant: self.grant(),
                based_on,
            }
            .into(),
            6 => RevokeInvitation { membership }.into(),
            7 if self.dice.one_in(3) => AcceptInvitation { membership }.into(),
            7 => DeclineInvitation { membership }.into(),
            _ => self.about_a_link()?,
        })
    }

    fn invite(&mut self) -> Result<Command> {
        let contact = match self.dice.below(9) {
            stranger @ 6 => format!("guest{stranger}@example.net").parse()?,
            known @ 0..6 => Who(known).contact()?,
            // Those who work in neither organisation at the beginning.
            7 => Who::STEFAN.contact()?,
            _ => Who::ERIK.contact()?,
        };
        let (membership, grant) = (self.new_row(), self.grant());
        let invite = InvitePerson {
            membership,
            contact,
            grant,
            name: None,
            position: None,
            staff: self.staff(),
            locale: None,
            message: None,
        };
        Ok(invite.into())
    }

    /// A membership that fits; any where there is none.
    fn row(&mut self, fits: Fits) -> MembershipId {
        let sensible = !self.dice.one_in(10);
        let fitting: Vec<_> = self
            .truth
            .memberships()
            .filter(|it| fits(it))
            .map(|it| it.id)
            .collect();
        let all: Vec<_> = self.truth.memberships().map(|it| it.id).collect();
        let from = if sensible && !fitting.is_empty() {
            &fitting
        } else {
            &all
        };
        self.dice
            .pick(from)
            .copied()
            .unwrap_or(MembershipId(self.truth.id.0))
    }

    fn new_row(&mut self) -> MembershipId {
        MembershipId(self.dice.id())
    }

    pub(super) fn records<T>(&mut self, of: impl Fn(&Record) -> Option<T>) -> Option<T> {
        let mut all: Vec<T> = self
            .truth
            .records()
            .filter_map(|held| of(&held.value))
            .collect();
        if all.is_empty() {
            return None;
        }
        let at = self.dice.below(all.len());
        Some(all.swap_remove(at))
    }

    pub(super) fn own_level(&mut self) -> Option<LevelId> {
        self.records(|it| {
            if let Record::Level(it) = it {
                Some(it.id)
            } else {
                None
            }
        })
    }

    pub(super) fn room(&mut self) -> Option<RoomId> {
        self.records(|it| {
            if let Record::Room(Room { id, .. }) = it {
                Some(*id)
            } else {
                None
            }
        })
    }

    pub(super) fn site(&mut self) -> Option<SiteId> {
        self.records(|it| {
            if let Record::Site(Site { id, .. }) = it {
                Some(*id)
            } else {
                None
            }
        })
    }

    pub(super) fn staff(&mut self) -> Option<StaffId> {
        self.records(|it| {
            if let Record::Staff(StaffRecord { id, .. }) = it {
                Some(*id)
            } else {
                None
            }
        })
    }

    /// The version that whoever thinks sees; what they do not see they guess.
    pub(super) fn version(&self, on: Shelf, id: uuid::Uuid) -> Version {
        let key = RecordKey { shelf: on, id };
        let seen = self.seen.get(&key).copied().map(Version::Revision);
        seen.or_else(|| self.truth.version(key))
            .unwrap_or(Version::Revision(0))
    }

    pub(super) fn name(&mut self) -> Result<Name> {
        let name = self.dice.pick(&NAMES).copied().unwrap_or("Name");
        Ok(Name::try_from(name)?)
    }

    pub(super) fn permissions(&mut self) -> PermissionSet {
        let mut set = PermissionSet::NONE;
        for permission in SOME {
            if self.dice.one_in(3) {
                set = set.with(PermissionSet::of(&[permission]));
            }
        }
        set
    }

    pub(super) fn low_level(&mut self) -> LevelRef {
        match self.dice.below(4) {
            0 => self.level(),
            1 => Preset::Guest.into(),
            _ => Preset::Member.into(),
        }
    }

    fn level(&mut self) -> LevelRef {
        if self.dice.one_in(4)
            && let Some(own) = self.own_level()
        {
            return LevelRef::Own(own);
        }
        self.dice
            .pick(&LEVELS)
            .copied()
            .unwrap_or(Preset::Member)
            .into()
    }

    fn grant(&mut self) -> Grant {
        let in_days = |now: Moment, days: i64| Some(now.plus_millis(days * DAY));
        let mut grant = Grant::of(self.level());
        if self.dice.one_in(4) {
            grant.extras = self.permissions();
        }
        if self.dice.one_in(2) {
            grant.rooms.extend(self.room());
        }
        if self.dice.one_in(6) {
            grant.room_sites.extend(self.site());
        }
        if self.dice.one_in(5) {
            grant.limited_to.extend(self.site());
        }
        if self.dice.one_in(8) {
            grant.starts_at = in_days(self.now, 1);
        }
        if self.dice.one_in(5) {
            let days = self.dice.pick(&[1, 2, 4]).copied().unwrap_or(1);
            grant.ends_at = in_days(self.now, days);
        }
        grant
    }
}
