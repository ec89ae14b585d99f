//! Which of two grants gives less: what a conflict proposes first, because security wins by default.

use serde::{Deserialize, Serialize};

/// Which of two changes gives less.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum GivesLess {
    /// Mine.
    Mine,
    /// Theirs.
    Theirs,
    /// Neither.
    Equal,
}
