//! The clocks of a device: one that may show anything, and one that never jumps.

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use doorward_client::{Clock, Tick};
use doorward_domain::Moment;

const DAYS: [&str; 7] = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];
const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];
const DAY: i64 = 24 * 60 * 60;

/// The clocks of a device.
#[derive(Debug)]
pub struct DeviceClock {
    wall: AtomicI64,
    monotonic: AtomicU64,
}

impl DeviceClock {
    /// A clock whose wall shows `now`.
    pub const fn showing(now: Moment) -> Self {
        Self {
            wall: AtomicI64::new(now.0),
            monotonic: AtomicU64::new(1),
        }
    }

    /// Lets time pass on both.
    pub fn pass(&self, millis: u64) {
        self.monotonic.fetch_add(millis, Ordering::SeqCst);
        self.wall.fetch_add(millis.cast_signed(), Ordering::SeqCst);
    }

    /// Somebody sets the wall clock.
    pub fn set(&self, wall: Moment) {
        self.wall.store(wall.0, Ordering::SeqCst);
    }
}

impl Clock for DeviceClock {
    fn now(&self) -> Moment {
        Moment(self.wall.load(Ordering::SeqCst))
    }

    fn tick(&self) -> Tick {
        Tick(self.monotonic.load(Ordering::SeqCst))
    }
}

/// An instant as the `Date` header says it, to the second.
pub fn date(at: Moment) -> String {
    let seconds = at.0.div_euclid(1000);
    let (days, rest) = (seconds.div_euclid(DAY), seconds.rem_euclid(DAY));
    let (year, month, day) = civil(days);
    let name = |names: &[&'static str], at: i64| {
        let at = usize::try_from(at).unwrap_or_default();
        names.get(at).copied().unwrap_or_default()
    };
    format!(
        "{}, {day:02} {} {year:04} {:02}:{:02}:{:02} GMT",
        name(&DAYS, days.rem_euclid(7)),
        name(&MONTHS, month - 1),
        rest / 3600,
        rest / 60 % 60,
        rest % 60
    )
}

/// Year, month and day of a number of days since 1970; years begin in March, so that the leap day is their last.
const fn civil(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted_month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 {
        shifted_month + 3
    } else {
        shifted_month - 9
    };
    (year + era * 400 + (month <= 2) as i64, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_those_of_the_specification() {
        let said = date(Moment(784_111_777_000));
        assert_eq!(said, "Sun, 06 Nov 1994 08:49:37 GMT");
        assert_eq!(date(Moment(0)), "Thu, 01 Jan 1970 00:00:00 GMT");
        assert_eq!(
            date(Moment(1_709_251_199_000)),
            "Thu, 29 Feb 2024 23:59:59 GMT"
        );
    }
}
