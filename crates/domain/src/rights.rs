//! Rights: what a grant comes to, on paper or in force, and whether one holds another (RULES 2).

use std::collections::BTreeSet;

use crate::permission::{Family, Permission};
use crate::{Moment, PermissionSet, RoomId, SiteId};

/// Administration permissions that a limit to sites takes out of force altogether.
const NEVER_LIMITED: PermissionSet = PermissionSet::of(&[
    Permission::LevelsManage,
    Permission::SettingsManage,
    Permission::HistoryView,
    Permission::HistoryExport,
    Permission::BillingView,
    Permission::BillingPay,
    Permission::OrganisationDelete,
]);

/// Which rooms somebody may enter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rooms {
    /// All of them, also later ones.
    All,
    /// These, and the rooms of these sites.
    Some {
        /// Rooms named one by one.
        rooms: BTreeSet<RoomId>,
        /// Sites named as a whole.
        sites: BTreeSet<SiteId>,
    },
}

/// What somebody may do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rights {
    /// The permissions.
    pub permissions: PermissionSet,
    /// The rooms.
    pub rooms: Rooms,
    /// The sites that administration is limited to; empty means no limit.
    pub limited_to: BTreeSet<SiteId>,
    /// Whether they come from the preset Owner.
    pub owner: bool,
    /// Whether they come from the preset Owner or Administrator.
    pub administrator: bool,
    /// The first instant at which they end by themselves.
    pub until: Option<Moment>,
}

impl Rights {
    /// Whether the permission is among them.
    pub fn has(&self, permission: Permission) -> bool {
        self.permissions.has(permission)
    }

    /// Whether administration is limited to some sites.
    pub fn is_limited(&self) -> bool {
        !self.limited_to.is_empty()
    }

    /// The rights that are left when the limit to sites is applied.
    #[must_use]
    pub fn in_limit(mut self) -> Self {
        if self.is_limited() {
            self.permissions = self.permissions.without(NEVER_LIMITED);
        }
        self
    }

    /// The permissions of `other` that are missing here; `discounts` may be given by anybody.
    pub fn lacks(&self, other: &Self) -> PermissionSet {
        let free = PermissionSet::EVERY_MEMBERS;
        let missing = other.permissions.without(self.permissions).without(free);
        let administration = other.permissions.in_family(Family::Administration);
        if self.covers_limit(other) {
            missing
        } else {
            missing.with(administration)
        }
    }

    /// Whether the limit of `other` lies within this one; limited is less than unlimited.
    fn covers_limit(&self, other: &Self) -> bool {
        let administers = !other
            .permissions
            .in_family(Family::Administration)
            .is_empty();
        let within = other.is_limited() && other.limited_to.is_subset(&self.limited_to);
        !self.is_limited() || !administers || within
    }
}
