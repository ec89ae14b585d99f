//! What one membership allows, line by line: where each permission comes from, and why one is not in force (R-1, R-2,
//!

use serde::{Deserialize, Serialize};

use crate::Permission;

/// Where a permission comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum AccessFrom {
    /// The level.
    Level,
    /// It was given beyond the level.
    Extra,
}

/// Why a permission on paper is not in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum NotInForce {
    /// The person is no member yet, or no more.
    NoMember,
    /// The end date has passed.
    Lapsed,
    /// The membership is paused.
    Suspended,
    /// The start has not come.
    NotStarted,
    /// The plan does not have it.
    Plan,
    /// The limit to sites takes it out of force.
    Limited,
}

/// One permission of a membership.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct AccessLine {
    /// The permission.
    pub permission: Permission,
    /// Where it comes from.
    pub from: AccessFrom,
    /// Whether it is in force.
    pub in_force: bool,
    /// Why not, if not.
    pub because: Option<NotInForce>,
}
