//! How much a screen is shown at once, and counts as they travel to it.

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
