//! Letters that have ended: sent, refused, or given up.

use uuid::Uuid;

/// What became of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ended {
    /// The letter.
    pub letter: Uuid,
    /// `sent`, `delivered`, `failed`, `bounced`, `not_sent`, `superseded` or `expanded`.
    pub state: &'static str,
    /// Why.
    pub reason: Option<String>,
}

impl Ended {
    /// What became of a letter, and why.
    pub fn new(letter: Uuid, state: &'static str, reason: Option<&str>) -> Self {
        let reason = reason.map(str::to_owned);
        Self {
            letter,
            state,
            reason,
        }
    }
}
