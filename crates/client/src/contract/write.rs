//! The one write: commands, what is answered once they are kept, and the one event.

use doorward_domain::{Command, CommandId, OrganisationId};
use serde::{Deserialize, Serialize};

use super::views::ViewName;

/// Any write: a command of the domain, passed on unopened, or a few that are kept together or not at all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct Execute {
    /// In which organisation.
    pub organisation: OrganisationId,
    /// What.
    pub command: Command,
    /// What is made with it, in this order.
    pub and: Option<Vec<Command>>,
}

impl Execute {
    /// Where, and every command in its order.
    pub fn commands(self) -> (OrganisationId, Vec<Command>) {
        let all = std::iter::once(self.command).chain(self.and.into_iter().flatten());
        (self.organisation, all.collect())
    }
}

/// A command is saved on this computer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Executed {
    /// The command's identity, by which it is undone.
    pub id: CommandId,
    /// The identities of what was made with it.
    pub and: Vec<CommandId>,
    /// Whether everything the decision rests on was known here; else the server checks it.
    pub certain: bool,
    /// How long it waits before it may be sent, in milliseconds.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub held_ms: u64,
    /// What takes it back once it was sent, on top of what is there by then; none where the rules have nothing that
    /// would, or refuse it to this account, and where several were made.
    pub back: Option<Command>,
}

/// What was shown may look different now; ask again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Changed {
    /// Which views.
    pub views: Vec<ViewName>,
}
