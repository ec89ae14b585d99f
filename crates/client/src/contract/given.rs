//! Giving a command, and hearing that what was shown may look different.

use doorward_domain::{Command, CommandId, OrganisationId};
use serde::{Deserialize, Serialize};

use super::views::ViewName;

/// Any write: a command of the domain, passed on unopened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Execute {
    /// In which organisation.
    pub organisation: OrganisationId,
    /// What.
    pub command: Command,
}

/// A command is saved on this computer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Executed {
    /// The command's identity, by which it is undone.
    pub id: CommandId,
    /// Whether everything the decision rests on was known here; else the server checks it.
    pub certain: bool,
    /// How long it waits before it may be sent, in milliseconds.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub held_ms: u64,
}

/// What was shown may look different now; ask again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Changed {
    /// Which views.
    pub views: Vec<ViewName>,
}
