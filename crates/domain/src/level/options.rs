//! The check boxes of staff access: a base box that gives the level Staff, and options beyond it (RES-8 to RES-14, RES-21).

use serde::{Deserialize, Serialize};

use super::{LevelRef, Preset};
use crate::permission::Permission as P;
use crate::{Grant, Permission, PermissionSet};

/// What a staff member may have beyond their own bookings; each stands alone (RES-14).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum StaffOption {
    /// Everybody's bookings (RES-11).
    AllBookings,
    /// The list of clients, with notes (RES-12).
    ClientList,
    /// Sales, online booking and settings, like the main administrator (RES-13).
    Business,
}

impl StaffOption {
    /// Every option, the least first.
    pub const ALL: [Self; 3] = [Self::AllBookings, Self::ClientList, Self::Business];

    /// The extra permissions that it is.
    pub const fn permissions(self) -> PermissionSet {
        match self {
            Self::AllBookings => PermissionSet::of(&[P::BookingsAll]),
            Self::ClientList => PermissionSet::of(&[P::ClientsView, P::ClientsNote]),
            Self::Business => PermissionSet::of(&[P::Sales, P::OnlineBooking, P::BusinessSettings]),
        }
    }

    fn every_permission() -> PermissionSet {
        let all = Self::ALL.into_iter();
        all.fold(PermissionSet::NONE, |set, it| set.with(it.permissions()))
            .implied()
    }
}

impl Permission {
    /// Every permission that an own level or an extra can give: deleting the organisation is the preset Owner's.
    pub fn givable() -> impl Iterator<Item = Self> {
        let all = Self::ALL.iter().copied();
        all.filter(|it| *it != P::OrganisationDelete)
    }
}

impl PermissionSet {
    /// The set with other permissions and what they imply.
    #[must_use]
    pub fn and(self, more: Self) -> Self {
        self.with(more).implied()
    }

    /// The set without other permissions and without what would bring one of them back.
    #[must_use]
    pub fn but(self, less: Self) -> Self {
        let brings = |it: &Permission| it.implies().is_some_and(|it| less.has(it));
        self.without(less).iter().filter(|it| !brings(it)).collect()
    }
}

impl Grant {
    /// Whether the base box of staff access is ticked; none where the level is beside it: everybody else who is in
    /// force signs in, too, and to put them at Staff is to choose a level.
    pub const fn staff_box(&self) -> Option<bool> {
        match self.level {
            LevelRef::Preset(Preset::Staff) => Some(true),
            LevelRef::Preset(Preset::Member) => Some(false),
            LevelRef::Preset(
                Preset::Owner
                | Preset::Administrator
                | Preset::FinanceManager
                | Preset::Manager
                | Preset::Guest,
            )
            | LevelRef::Own(_) => None,
        }
    }

    /// The grant once the base box is ticked, or unticked, which withdraws every option with it (RES-21).
    #[must_use]
    pub fn base_box(&self, ticked: bool) -> Self {
        let (level, extras) = if ticked {
            (Preset::Staff, self.extras)
        } else {
            let kept = self.extras.but(StaffOption::every_permission());
            (Preset::Member, kept)
        };
        Self {
            level: level.into(),
            extras,
            ..self.clone()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn res_21_unticking_the_base_box_withdraws_every_option_and_nothing_else() {
        let mut grant = Grant::of(Preset::Staff);
        let spend = PermissionSet::of(&[P::SpendGoods]);
        grant.extras = StaffOption::every_permission().with(spend);
        let after = grant.base_box(false);
        assert_eq!(after.level, LevelRef::Preset(Preset::Member));
        assert_eq!(after.extras, spend);
        assert_eq!(
            after.base_box(true).extras,
            spend,
            "RES-10: no option comes back by itself"
        );
    }

    #[test]
    fn res_8_the_base_box_stands_at_staff_and_member_only() {
        for preset in Preset::ALL {
            let is_on = Grant::of(preset).staff_box();
            let expected = match preset {
                Preset::Staff => Some(true),
                Preset::Member => Some(false),
                Preset::Owner
                | Preset::Administrator
                | Preset::FinanceManager
                | Preset::Manager
                | Preset::Guest => None,
            };
            assert_eq!(is_on, expected, "{preset:?} signs in as it is");
        }
    }

    #[test]
    fn res_14_each_option_is_ticked_and_unticked_alone() {
        for option in StaffOption::ALL {
            let ticked = PermissionSet::NONE.and(option.permissions());
            assert!(ticked.contains(option.permissions()), "{option:?}");
            for other in StaffOption::ALL.into_iter().filter(|it| *it != option) {
                assert!(
                    !ticked.contains(other.permissions()),
                    "{option:?} is not {other:?}"
                );
                let both = ticked.and(other.permissions());
                assert!(both.but(option.permissions()).contains(other.permissions()));
            }
        }
    }

    #[test]
    fn what_is_taken_away_is_not_brought_back_by_what_implies_it() {
        let set = StaffOption::ClientList.permissions();
        let less = PermissionSet::of(&[P::ClientsView]);
        assert_eq!(set.but(less), PermissionSet::NONE);
    }
}
