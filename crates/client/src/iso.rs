//! Instants as other programs read them: ISO 8601 in UTC.

use doorward_domain::{Day, Moment};

const SECOND: i64 = 1000;

/// 2026-11-22T14:02:07Z
pub(crate) fn instant(at: Moment) -> String {
    let seconds = (at.0 - at.day().begins().0) / SECOND;
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
    let day = day(at.day());
    format!("{day}T{hours:02}:{minutes:02}:{:02}Z", seconds % 60)
}

/// 2026-11-22
///
/// Years are counted from March, so that the leap day is the last of its year; 400 of them have 146,097 days.
pub(crate) fn day(Day(day): Day) -> String {
    let days = day + 719_468;
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let of_month = of_year - (153 * month + 2) / 5 + 1;
    let (month, later) = if month < 10 {
        (month + 3, 0)
    } else {
        (month - 9, 1)
    };
    format!("{:04}-{month:02}-{of_month:02}", era * 400 + year + later)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_instants_are_those_of_the_calendar() {
        for (at, written) in [
            (0, "1970-01-01T00:00:00Z"),
            (951_782_400_000, "2000-02-29T00:00:00Z"),
            (1_709_251_199_999, "2024-02-29T23:59:59Z"),
            (1_795_356_127_000, "2026-11-22T14:02:07Z"),
            (4_107_542_400_000, "2100-03-01T00:00:00Z"),
            (-1, "1969-12-31T23:59:59Z"),
        ] {
            assert_eq!(instant(Moment(at)), written);
        }
    }
}
