//! Push: commands of one device to one organisation, in order, and what became of each (DESIGN 4).

use doorward_domain::{Command, CommandId, Refusal, Signed};
use serde::{Deserialize, Serialize};

use crate::refused;

/// Most commands in one push.
pub const MAX_COMMANDS: usize = 500;
/// Most bytes in the body of one push.
pub const MAX_PUSH_BYTES: usize = 1024 * 1024;

/// The body of a push.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Push {
    /// The commands, oldest first; at most [`MAX_COMMANDS`].
    pub commands: Vec<PushedCommand>,
}

/// One command on its way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PushedCommand {
    /// Its identity, the same through every retry.
    #[cfg_attr(feature = "openapi", schema(value_type = uuid::Uuid))]
    pub id: CommandId,
    /// The previous command of this device to this organisation that was sent, or none.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<uuid::Uuid>))]
    pub after: Option<CommandId>,
    /// The command.
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub command: Command,
}

/// The answer to a push: what was done, in order, and why it stopped before the end if it did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PushAnswer {
    /// What became of each command that was settled.
    pub settled: Vec<Settled>,
    /// Why the rest was not looked at, if it was not.
    pub stopped: Option<Stopped>,
}

/// What became of one command.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Settled {
    /// Which.
    #[cfg_attr(feature = "openapi", schema(value_type = uuid::Uuid))]
    pub id: CommandId,
    /// What became of it.
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub outcome: Outcome,
}

/// What a command came to. Final: the same command answers the same for ever.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Outcome {
    /// It took effect at this revision.
    Applied {
        /// The revision.
        #[cfg_attr(feature = "bindings", ts(type = "number"))]
        revision: u64,
    },
    /// Nothing was left to change.
    NoChange {
        /// The revision at which that was found.
        #[cfg_attr(feature = "bindings", ts(type = "number"))]
        revision: u64,
        /// Who had done it, if known.
        by: Option<Signed>,
    },
    /// It was refused.
    Refused {
        /// Why.
        #[serde(deserialize_with = "refused::one")]
        refusal: Refusal,
    },
}

/// Why a push was not looked at to its end; the rest is to be sent again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Stopped {
    /// The command names a predecessor that is not known here.
    OutOfOrder {
        /// Which command.
        #[cfg_attr(feature = "openapi", schema(value_type = uuid::Uuid))]
        id: CommandId,
    },
    /// A passing fault; the command may be sent again.
    Retry {
        /// Which command.
        #[cfg_attr(feature = "openapi", schema(value_type = uuid::Uuid))]
        id: CommandId,
    },
}
