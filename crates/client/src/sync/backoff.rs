//! How long to wait after the n-th failure in a row.

/// The longest wait after failures that concern one organisation, in milliseconds (S-78).
pub(crate) const LONGEST: u64 = 5 * 60 * 1000;
/// The longest wait between two looks for a server that is out of reach.
pub(crate) const LONGEST_SEARCH: u64 = 30 * 1000;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_up_to_five_minutes_s_78() {
        assert_eq!(wait(1, LONGEST), 500);
        assert_eq!(wait(2, LONGEST), 1000);
        assert_eq!(wait(10, LONGEST), 256_000);
        assert_eq!(wait(11, LONGEST), LONGEST);
        assert_eq!(wait(u32::MAX, LONGEST), LONGEST);
    }
}
