//! The steps of inviting many at once: a table is looked at, fixed and sent; a batch is paused, sent again or revoked.

use doorward_domain::{LevelRef, Locale, Note, OrganisationId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::views::{ColumnUse, RowFix};

/// A step of inviting many at once.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(tag = "step", rename_all = "snake_case", deny_unknown_fields)]
pub enum ImportAct {
    /// Looks at a table; nothing of it is sent.
    OpenTable {
        /// What the file is called; none when it was pasted.
        name: Option<String>,
        /// Its bytes in base64.
        bytes: String,
    },
    /// Reads the table that is looked at in another way; what is not named stays.
    ReadTableAs {
        /// The encoding.
        encoding: Option<String>,
        /// What stands between two cells.
        separator: Option<String>,
        /// Whether the first row names the columns.
        headings: Option<bool>,
        /// What the columns are.
        columns: Option<Vec<ColumnUse>>,
    },
    /// Writes something else in a row of the table that is looked at.
    FixRow {
        /// Which.
        number: u32,
        /// Where it goes.
        contact: Option<String>,
        /// Whom it names.
        name: Option<String>,
        /// The level it gives.
        level: Option<LevelRef>,
    },
    /// Fixes every row that a fix fits.
    FixRows {
        /// The fix.
        fix: RowFix,
    },
    /// Looks at no table any more.
    CloseTable,
    /// Sends what can be sent of the table that is looked at: one invitation for each row.
    SendTable {
        /// In which organisation.
        organisation: OrganisationId,
        /// What everybody gets whose row does not say another level.
        level: LevelRef,
        /// The language of the letters.
        locale: Option<Locale>,
        /// What is added to the letters.
        message: Option<Note>,
    },
    /// Sends nothing more of a batch for now, or goes on.
    PauseBatch {
        /// Which.
        batch: Uuid,
        /// Whether it waits.
        paused: bool,
    },
    /// Takes back what has not left this computer of a batch.
    TakeBackBatch {
        /// Which.
        batch: Uuid,
    },
    /// Puts what was refused of a batch out of sight; the batch keeps saying why.
    DiscardRefused {
        /// Which.
        batch: Uuid,
    },
    /// Sends again what came back, was not sent or has expired of a batch.
    ResendBatch {
        /// Which.
        batch: Uuid,
    },
    /// Revokes the invitations of a batch that nobody has accepted yet.
    RevokeBatch {
        /// Which.
        batch: Uuid,
    },
    /// Takes back what has not left this computer of sending a batch again or of revoking it.
    UndoBatch {
        /// Which.
        batch: Uuid,
        /// Whether it was revoked; else it was sent again.
        revoked: bool,
    },
}

impl std::fmt::Debug for ImportAct {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ImportAct")
    }
}
