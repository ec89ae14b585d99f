//! Time as the rules see it: an instant handed in by the caller, never read from a clock.

use serde::{Deserialize, Serialize};

/// Milliseconds in one day.
const DAY: i64 = 24 * 60 * 60 * 1000;

/// An instant in milliseconds since 1970-01-01T00:00:00Z.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(type = "number"))]
#[serde(transparent)]
pub struct Moment(pub i64);

impl Moment {
    /// The instant `days` days of 24 hours later; saturates at the ends of the range.
    #[must_use]
    pub const fn plus_days(self, days: u32) -> Self {
        Self(self.0.saturating_add(DAY.saturating_mul(days as i64)))
    }

    /// The instant `days` days earlier; saturates at the ends of the range.
    #[must_use]
    pub const fn minus_days(self, days: u32) -> Self {
        Self(self.0.saturating_sub(DAY.saturating_mul(days as i64)))
    }

    /// The instant `millis` milliseconds later; saturates at the ends of the range.
    #[must_use]
    pub const fn plus_millis(self, millis: i64) -> Self {
        Self(self.0.saturating_add(millis))
    }

    /// The day it falls on, in UTC.
    #[must_use]
    pub fn day(self) -> Day {
        Day(self.0.div_euclid(DAY))
    }

    /// Whether a term that ends at `end` is over: the end instant itself is over.
    pub fn is_past(self, end: Self) -> bool {
        self >= end
    }
}

/// A day in UTC, counted from 1970-01-01.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(type = "number"))]
#[serde(transparent)]
pub struct Day(pub i64);

impl Day {
    /// The instant at which it begins in UTC.
    #[must_use]
    pub const fn begins(self) -> Moment {
        Moment(self.0.saturating_mul(DAY))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_at_midnight_in_utc() {
        assert_eq!(Moment(-1).day(), Day(-1));
        assert_eq!(Moment(0).day(), Day(0));
        assert_eq!(Moment(DAY - 1).day(), Day(0));
        assert_eq!(Moment(DAY).day(), Day(1));
        assert_eq!(Moment(DAY + 5).day().begins(), Moment(DAY));
    }

    #[test]
    fn the_end_instant_itself_is_past_r_50() {
        let end = Moment(1_000);
        assert!(!Moment(999).is_past(end));
        assert!(Moment(1_000).is_past(end));
        assert!(Moment(1_001).is_past(end));
    }

    #[test]
    fn days_are_milliseconds_s_07() {
        assert_eq!(Moment(5).plus_days(7), Moment(5 + 604_800_000));
    }
}
