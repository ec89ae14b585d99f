//! A grant: what one membership has, on paper (RULES 2).

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::level::{LevelRef, Preset};
use crate::{Moment, PermissionSet, RoomId, SiteId};

/// What one membership has: a level, extra permissions, rooms, a limit to sites, optional start and end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct Grant {
    /// The level.
    pub level: LevelRef,
    /// Permissions beyond the level.
    #[serde(default, skip_serializing_if = "PermissionSet::is_empty_ref")]
    #[cfg_attr(feature = "bindings", ts(as = "Option<PermissionSet>"))]
    pub extras: PermissionSet,
    /// Rooms named one by one.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    #[cfg_attr(feature = "bindings", ts(as = "Option<BTreeSet<RoomId>>"))]
    pub rooms: BTreeSet<RoomId>,
    /// Sites whose rooms are given as a whole, also later ones.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    #[cfg_attr(feature = "bindings", ts(as = "Option<BTreeSet<SiteId>>"))]
    pub room_sites: BTreeSet<SiteId>,
    /// Sites that the administration permissions are limited to; empty means no limit.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    #[cfg_attr(feature = "bindings", ts(as = "Option<BTreeSet<SiteId>>"))]
    pub limited_to: BTreeSet<SiteId>,
    /// The first instant at which it gives rights.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub starts_at: Option<Moment>,
    /// The first instant at which it gives none any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends_at: Option<Moment>,
}

impl Grant {
    /// A level and nothing else.
    pub fn of(level: impl Into<LevelRef>) -> Self {
        Self {
            level: level.into(),
            extras: PermissionSet::NONE,
            rooms: BTreeSet::new(),
            room_sites: BTreeSet::new(),
            limited_to: BTreeSet::new(),
            starts_at: None,
            ends_at: None,
        }
    }

    /// Whether it is the preset Owner.
    pub fn is_owner(&self) -> bool {
        self.level == LevelRef::Preset(Preset::Owner)
    }

    /// Whether it is the preset Owner or Administrator.
    pub fn is_owner_or_administrator(&self) -> bool {
        self.is_owner() || self.level == LevelRef::Preset(Preset::Administrator)
    }

    /// The grant with another level in place of its own.
    #[must_use]
    pub fn at(&self, level: LevelRef) -> Self {
        Self {
            level,
            ..self.clone()
        }
    }

    /// The grant as it is saved: with everything its extras imply.
    #[must_use]
    pub fn saved(mut self) -> Self {
        self.extras = self.extras.implied();
        self
    }
}
