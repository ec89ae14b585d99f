//! How much a screen is shown at once, and counts as they travel to it.

use doorward_domain::Moment;

/// Milliseconds between two questions about what time alone changes at least: what is due is judged by whole seconds.
const SOONEST: u64 = 1000;

/// Rows of a list when nobody says how many.
pub(super) const USUAL: u32 = 200;
/// Rows of a list at most.
pub(super) const MOST: u32 = 1000;

/// Rows of a window at most.
pub(super) const WINDOW: u32 = 500;

/// A count as it travels to a screen.
pub(super) fn count(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// In how long an instant comes, in milliseconds.
pub(super) fn millis_until(at: Moment, now: Moment) -> u64 {
    let left = at.0.saturating_sub(now.0);
    u64::try_from(left).unwrap_or_default().max(SOONEST)
}
