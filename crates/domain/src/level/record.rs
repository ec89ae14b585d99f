//! A level as it stands, the presets, and how either is named.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::permission::Permission as P;
use crate::{LevelId, Name, PermissionSet};

/// A level that every organisation has and nobody can edit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Preset {
    /// Everything, in all rooms, also later ones.
    Owner,
    /// Everything but deleting the organisation, in all rooms.
    Administrator,
    /// Bills and who causes them.
    FinanceManager,
    /// Requests, all bookings and clients.
    Manager,
    /// Own bookings.
    Staff,
    /// The benefits of belonging.
    Member,
    /// A shared workspace only.
    Guest,
}

impl Preset {
    /// Every preset, the widest first.
    pub const ALL: [Self; 7] = [
        Self::Owner,
        Self::Administrator,
        Self::FinanceManager,
        Self::Manager,
        Self::Staff,
        Self::Member,
        Self::Guest,
    ];

    /// The stable key, such as `finance_manager`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Administrator => "administrator",
            Self::FinanceManager => "finance_manager",
            Self::Manager => "manager",
            Self::Staff => "staff",
            Self::Member => "member",
            Self::Guest => "guest",
        }
    }

    /// What the preset allows.
    pub const fn permissions(self) -> PermissionSet {
        match self {
            Self::Owner => PermissionSet::all(),
            Self::Administrator => {
                PermissionSet::all().without(PermissionSet::of(&[P::OrganisationDelete]))
            }
            Self::FinanceManager => PermissionSet::of(&[
                P::BillingView,
                P::BillingPay,
                P::MembersView,
                P::HistoryView,
                P::ClientsView,
            ]),
            Self::Manager => PermissionSet::of(&[
                P::MembersView,
                P::RequestsDecide,
                P::BookingsOwn,
                P::BookingsAll,
                P::ClientsView,
                P::ClientsNote,
            ]),
            Self::Staff => PermissionSet::of(&[P::BookingsOwn]),
            Self::Member => PermissionSet::of(&[P::Discounts]),
            Self::Guest => PermissionSet::of(&[P::Chat, P::Tasks, P::Calendar, P::Files, P::Calls]),
        }
    }

    /// Whether the preset opens all rooms, also later ones.
    pub const fn opens_all_rooms(self) -> bool {
        matches!(self, Self::Owner | Self::Administrator)
    }
}

/// Names a level: a preset by its key, an own level by its id.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(type = "string"))]
#[serde(try_from = "String", into = "String")]
pub enum LevelRef {
    /// A preset.
    Preset(Preset),
    /// One of the organisation's own levels.
    Own(LevelId),
}

impl fmt::Display for LevelRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Preset(preset) => f.write_str(preset.key()),
            Self::Own(id) => id.fmt(f),
        }
    }
}

impl fmt::Debug for LevelRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl From<LevelRef> for String {
    fn from(level: LevelRef) -> Self {
        level.to_string()
    }
}

impl TryFrom<String> for LevelRef {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let preset = Preset::ALL.into_iter().find(|preset| preset.key() == text);
        let own = || {
            text.parse()
                .map(Self::Own)
                .map_err(|_| format!("no level is called {text}"))
        };
        preset.map(Self::Preset).map_or_else(own, Ok)
    }
}

impl From<Preset> for LevelRef {
    fn from(preset: Preset) -> Self {
        Self::Preset(preset)
    }
}

/// One of the organisation's own levels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// Its identity.
    pub id: LevelId,
    /// What it is called.
    pub name: Name,
    /// What it allows, with everything implied.
    pub permissions: PermissionSet,
    /// Whether it was deleted; then nobody has it and nobody can be given it.
    pub deleted: bool,
}
