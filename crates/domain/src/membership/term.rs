//! The term of a membership that is over, once more.

use super::Membership;
use crate::Moment;

/// Milliseconds in one day.
const DAY: i64 = 24 * 60 * 60 * 1000;

/// As long as somebody had access before, counted from now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnotherTerm {
    /// How many days the last term had, and the next one has; none where the old end is still ahead and stays.
    pub days: Option<u32>,
    /// When the next one ends, at the same time of day.
    pub ends_at: Moment,
}

impl Membership {
    /// The last term once more; none where it had no end. An end that is still ahead stays.
    pub fn another_term(&self, now: Moment) -> Option<AnotherTerm> {
        let grant = self.grant.as_ref()?;
        let end = grant.ends_at?;
        let approved = self.decided.as_ref().filter(|_| self.status.is_approved());
        let began = grant.starts_at.or(self.approved_at);
        let began = began.or(approved.map(|it| it.at));
        let began = began.unwrap_or(self.begun.at);
        if !now.is_past(end) {
            return Some(AnotherTerm {
                days: None,
                ends_at: end,
            });
        }
        let lasted = end.0.saturating_sub(began.0).max(1);
        let days = lasted.saturating_add(DAY - 1).div_euclid(DAY);
        let days = u32::try_from(days).unwrap_or(u32::MAX);
        let whole = now.plus_days(days).0.saturating_sub(end.0).div_euclid(DAY);
        Some(AnotherTerm {
            days: Some(days),
            ends_at: end.plus_millis(whole.saturating_mul(DAY)),
        })
    }
}
