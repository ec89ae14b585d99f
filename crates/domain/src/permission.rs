//! Permissions: stable keys, their families, and what each implies (RULES 2).

use std::fmt;

use serde::{Deserialize, Serialize};

/// Which part of the product a permission belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    /// Running the organisation.
    Administration,
    /// Daily work; needs the plan `pro` unless Owner or Administrator (R-32).
    Work,
    /// Spending at the organisation's expense.
    Spending,
    /// What every approved member has.
    Benefits,
    /// A shared workspace.
    Workspace,
}

macro_rules! permissions {
    ($($(#[$doc:meta])* $name:ident = $key:literal in $family:ident;)*) => {
        /// One thing somebody may do.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
        pub enum Permission {
            $($(#[$doc])* #[serde(rename = $key)] $name,)*
        }

        impl Permission {
            /// Every permission, in the order of RULES 2.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The stable key, such as `members.view`.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$name => $key,)* }
            }

            /// The family the permission belongs to.
            pub const fn family(self) -> Family {
                match self { $(Self::$name => Family::$family,)* }
            }
        }
    };
}

permissions! {
    /// See who is a member.
    MembersView = "members.view" in Administration;
    /// Add, suspend, end and renew memberships.
    MembersManage = "members.manage" in Administration;
    /// Decide requests to join.
    RequestsDecide = "requests.decide" in Administration;
    /// Send and revoke invitations and links.
    InvitationsManage = "invitations.manage" in Administration;
    /// Change what members may do.
    AccessGrant = "access.grant" in Administration;
    /// Make and edit the organisation's own levels.
    LevelsManage = "levels.manage" in Administration;
    /// Make and remove rooms and sites.
    RoomsManage = "rooms.manage" in Administration;
    /// Change the organisation's settings.
    SettingsManage = "settings.manage" in Administration;
    /// Read the history.
    HistoryView = "history.view" in Administration;
    /// Save the history to a file.
    HistoryExport = "history.export" in Administration;
    /// See bills.
    BillingView = "billing.view" in Administration;
    /// Pay bills.
    BillingPay = "billing.pay" in Administration;
    /// Delete the organisation; the preset Owner's alone (R-23).
    OrganisationDelete = "organisation.delete" in Administration;
    /// See and edit one's own bookings.
    BookingsOwn = "bookings.own" in Work;
    /// See and edit everybody's bookings.
    BookingsAll = "bookings.all" in Work;
    /// See clients and how to reach them.
    ClientsView = "clients.view" in Work;
    /// Write notes on clients.
    ClientsNote = "clients.note" in Work;
    /// Sales.
    Sales = "sales" in Work;
    /// Online booking.
    OnlineBooking = "online_booking" in Work;
    /// The business's settings.
    BusinessSettings = "business_settings" in Work;
    /// Order goods at the organisation's expense.
    SpendGoods = "spend.goods" in Spending;
    /// Book at the organisation's expense.
    SpendBookings = "spend.bookings" in Spending;
    /// Order coworking at the organisation's expense.
    SpendCoworking = "spend.coworking" in Spending;
    /// Order hotels at the organisation's expense.
    SpendHotel = "spend.hotel" in Spending;
    /// The partners' discounts.
    Discounts = "discounts" in Benefits;
    /// Workspace chat.
    Chat = "chat" in Workspace;
    /// Workspace tasks.
    Tasks = "tasks" in Workspace;
    /// Workspace calendar.
    Calendar = "calendar" in Workspace;
    /// Workspace files.
    Files = "files" in Workspace;
    /// Workspace calls.
    Calls = "calls" in Workspace;
}

impl Permission {
    /// The permission that having this one includes, if any (RULES 2, *Implied*).
    pub const fn implies(self) -> Option<Self> {
        match self {
            Self::MembersManage | Self::RequestsDecide => Some(Self::MembersView),
            Self::HistoryExport => Some(Self::HistoryView),
            Self::BillingPay => Some(Self::BillingView),
            Self::BookingsAll => Some(Self::BookingsOwn),
            Self::ClientsNote => Some(Self::ClientsView),
            Self::MembersView
            | Self::InvitationsManage
            | Self::AccessGrant
            | Self::LevelsManage
            | Self::RoomsManage
            | Self::SettingsManage
            | Self::HistoryView
            | Self::BillingView
            | Self::OrganisationDelete
            | Self::BookingsOwn
            | Self::ClientsView
            | Self::Sales
            | Self::OnlineBooking
            | Self::BusinessSettings
            | Self::SpendGoods
            | Self::SpendBookings
            | Self::SpendCoworking
            | Self::SpendHotel
            | Self::Discounts
            | Self::Chat
            | Self::Tasks
            | Self::Calendar
            | Self::Files
            | Self::Calls => None,
        }
    }

    const fn bit(self) -> u32 {
        1 << self as u32
    }
}

/// A set of permissions; travels as the list of their keys.
#[derive(Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(as = "Vec<Permission>"))]
#[serde(from = "Vec<Permission>", into = "Vec<Permission>")]
pub struct PermissionSet(u32);

impl PermissionSet {
    /// No permission at all.
    pub const NONE: Self = Self(0);

    /// What every approved member has and anybody may give (RULES 2).
    pub const EVERY_MEMBERS: Self = Self::of(&[Permission::Discounts]);

    /// The set of the permissions given, without what they imply.
    pub const fn of(permissions: &[Permission]) -> Self {
        let mut bits = 0;
        let mut at = 0;
        while at < permissions.len() {
            bits |= permissions[at].bit();
            at += 1;
        }
        Self(bits)
    }

    /// Every permission there is.
    pub const fn all() -> Self {
        Self::of(Permission::ALL)
    }

    /// Whether the permission is in the set.
    pub const fn has(self, permission: Permission) -> bool {
        self.0 & permission.bit() != 0
    }

    /// Whether every permission of `other` is in this set.
    pub const fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether the set is empty.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether the set is empty; the form that serialisation asks for.
    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "serde hands the field by reference"
    )]
    pub(crate) const fn is_empty_ref(&self) -> bool {
        self.0 == 0
    }

    /// Both sets together.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// This set without the permissions of `other`.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// The permissions of the set, in the order of RULES 2.
    pub fn iter(self) -> impl Iterator<Item = Permission> {
        Permission::ALL
            .iter()
            .copied()
            .filter(move |p| self.has(*p))
    }

    /// The permissions of the set that belong to `family`.
    #[must_use]
    pub fn in_family(self, family: Family) -> Self {
        self.iter().filter(|p| p.family() == family).collect()
    }

    /// The set as it is told: what another one of it includes goes without saying.
    #[must_use]
    pub fn in_short(self) -> Self {
        self.without(self.iter().filter_map(Permission::implies).collect())
    }

    /// The set with everything its members imply.
    #[must_use]
    pub fn implied(self) -> Self {
        self.iter()
            .filter_map(Permission::implies)
            .collect::<Self>()
            .with(self)
    }
}

impl FromIterator<Permission> for PermissionSet {
    fn from_iter<I: IntoIterator<Item = Permission>>(permissions: I) -> Self {
        Self(permissions.into_iter().fold(0, |bits, p| bits | p.bit()))
    }
}

impl From<Vec<Permission>> for PermissionSet {
    fn from(permissions: Vec<Permission>) -> Self {
        permissions.into_iter().collect()
    }
}

impl From<PermissionSet> for Vec<Permission> {
    fn from(set: PermissionSet) -> Self {
        set.iter().collect()
    }
}

impl fmt::Debug for PermissionSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set()
            .entries(self.iter().map(Permission::key))
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_implied_is_implied_once_and_for_all() {
        for permission in Permission::ALL {
            let set = PermissionSet::of(&[*permission]).implied();
            assert_eq!(
                set,
                set.implied(),
                "one step of implication is enough for {permission:?}"
            );
        }
    }

    #[test]
    fn a_set_travels_as_its_keys() {
        let set = PermissionSet::of(&[Permission::Chat, Permission::MembersView]);
        assert_eq!(
            serde_json::to_string(&set).unwrap(),
            r#"["members.view","chat"]"#
        );
        assert_eq!(
            serde_json::from_str::<PermissionSet>(r#"["chat","members.view"]"#).unwrap(),
            set
        );
    }
}
