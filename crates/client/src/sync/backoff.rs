//! How long to wait after the n-th failure in a row.

/// The longest wait after failures that concern one organisation, in milliseconds (S-78).
pub(crate) const LONGEST: u64 = 5 * 60 * 1000;
/// The longest wait between two looks for a server that is out of reach.
pub(crate) const LONGEST_SEARCH: u64 = 15 * 1000;
/// The first wait.
const FIRST: u64 = 500;

/// The wait after `failures` failures in a row, at most `longest`.
pub(crate) fn wait(failures: u32, longest: u64) -> u64 {
    let doubled = FIRST
        .checked_shl(failures.saturating_sub(1))
        .unwrap_or(longest);
    if failures > 40 {
        longest
    } else {
        doubled.min(longest)
    }
}

/// A wait spread over its last quarter, so that devices do not all come back at the same moment.
pub(crate) const fn spread(wait: u64, chance: u8) -> u64 {
    wait - wait / 4 * chance as u64 / 255
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_are_spread_over_their_last_quarter() {
        assert_eq!(spread(4000, 0), 4000);
        assert_eq!(spread(4000, 255), 3000);
    }

    #[test]
    fn waits_double_up_to_five_minutes_s_78() {
        assert_eq!(wait(1, LONGEST), 500);
        assert_eq!(wait(2, LONGEST), 1000);
        assert_eq!(wait(10, LONGEST), 256_000);
        assert_eq!(wait(11, LONGEST), LONGEST);
        assert_eq!(wait(u32::MAX, LONGEST), LONGEST);
    }
}
