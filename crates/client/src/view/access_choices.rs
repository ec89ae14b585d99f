//! Every choice that leads on from a draft of access, each judged as saving it would be.

use doorward_domain::{
    AccessFrom, Family, Grant, LevelChoice, LevelRef, Permission, PermissionSet, Preset, Refusal,
    RoomId, SiteId, StaffOption, levels_given_by,
};

use super::subjects::{Judged, Subject, Verdict};
use crate::contract::{PermissionBox, RoomChoice, SiteChoice, StaffBoxes, StaffChoice};

/// Of several people, so many are asked what may be chosen; what the draft comes to is asked of all.
const ASKED: usize = 12;

/// A draft, and what can be made of it.
pub(super) struct Choices<'a> {
    pub(super) judged: &'a Judged<'a>,
    pub(super) grant: &'a Grant,
    /// What saving the draft would come to.
    pub(super) verdict: Verdict,
}

impl<'a> Choices<'a> {
    pub(super) fn of(judged: &'a Judged<'a>, grant: &'a Grant) -> Self {
        Self {
            judged,
            grant,
            verdict: judged.verdict(grant, usize::MAX),
        }
    }

    /// Every level in place of the draft's. Owner is shown to those who may give it, and where it is there already.
    pub(super) fn levels(&self) -> Vec<LevelChoice> {
        let mut all = levels_given_by(self.judged.world, |level| {
            self.because(&self.grant.at(level))
        });
        let owner = LevelRef::Preset(Preset::Owner);
        all.retain(|it| it.level != owner || it.level == self.grant.level || it.refusal.is_none());
        all
    }

    /// The boxes of staff access (RES-8 to RES-14, RES-21); none at levels that are beside them.
    pub(super) fn staff(&self) -> Option<StaffBoxes> {
        let is_on = self.grant.staff_box()?;
        let pressed = self.grant.base_box(!is_on);
        let subjects = self.judged.subjects;
        let signs_in = subjects.iter().any(Subject::signs_in);
        let withdraw = match subjects {
            [one] if is_on => one.withdrawal(),
            _ => None,
        };
        let refusal = match &withdraw {
            Some(command) => self.judged.refusal(command),
            None => self.because(&pressed),
        };
        let option = |option: StaffOption| {
            let is_on = self.grant.extras.contains(option.permissions());
            let extras = self.pressed(option.permissions(), is_on);
            StaffChoice {
                option,
                is_on,
                extras,
                refusal: self.because(&self.with(extras)),
            }
        };
        Some(StaffBoxes {
            is_on,
            signs_in,
            // Whose sign-in ends is said one by one.
            fixed: is_on && signs_in && subjects.len() > 1,
            withdraw,
            level: pressed.level,
            extras: pressed.extras,
            refusal,
            options: StaffOption::ALL
                .into_iter()
                .filter(|_| is_on)
                .map(option)
                .collect(),
        })
    }

    /// Every permission that can be given beyond a level.
    pub(super) fn extras(&self) -> Vec<PermissionBox> {
        let level = self.level();
        let one = |permission: Permission| {
            let from = if level.has(permission) {
                Some(AccessFrom::Level)
            } else {
                let is_extra = self.grant.extras.has(permission);
                is_extra.then_some(AccessFrom::Extra)
            };
            let to = self.pressed(PermissionSet::of(&[permission]), from.is_some());
            PermissionBox {
                permission,
                from,
                to,
                refusal: self.because(&self.with(to)),
            }
        };
        Permission::givable().map(one).collect()
    }

    /// The sites with their rooms.
    pub(super) fn sites(&self) -> Vec<SiteChoice> {
        let rooms = self.judged.world.live_rooms();
        let of_site = |site: SiteId| {
            let room = |id: RoomId, name| RoomChoice {
                id,
                name,
                refusal: self.because(&self.with_room(id)),
            };
            let of_it = rooms.iter().filter(|it| it.site == site);
            of_it.map(|it| room(it.id, it.name.clone())).collect()
        };
        let sites = self.judged.world.live_sites().into_iter();
        sites
            .map(|it| SiteChoice {
                id: it.id,
                name: it.name.clone(),
                refusal: self.because(&self.with_site(it.id)),
                rooms: of_site(it.id),
            })
            .collect()
    }

    /// Whether the draft gives anything that a limit to sites is about.
    pub(super) fn can_be_limited(&self) -> bool {
        let all = self.level().with(self.grant.extras);
        !all.in_family(Family::Administration).is_empty()
    }

    /// What the draft's level gives.
    fn level(&self) -> PermissionSet {
        let usual = PermissionSet::EVERY_MEMBERS;
        self.judged.world.allows(self.grant.level).and(usual)
    }

    fn pressed(&self, permissions: PermissionSet, is_on: bool) -> PermissionSet {
        if is_on {
            self.grant.extras.but(permissions)
        } else {
            self.grant.extras.and(permissions)
        }
    }

    fn with(&self, extras: PermissionSet) -> Grant {
        Grant {
            extras,
            ..self.grant.clone()
        }
    }

    fn with_room(&self, room: RoomId) -> Grant {
        let mut grant = self.grant.clone();
        grant.rooms.insert(room);
        grant
    }

    fn with_site(&self, site: SiteId) -> Grant {
        let mut grant = self.grant.clone();
        grant.room_sites.insert(site);
        grant
    }

    /// What speaks against a choice and does not speak against the draft already.
    fn because(&self, grant: &Grant) -> Option<Refusal> {
        let verdict = self.judged.verdict(grant, ASKED);
        let refusal = verdict.refusal().cloned();
        refusal.filter(|it| self.verdict.refusal() != Some(it))
    }
}
