//! What two runs of a job agree has come, so that a clock that jumps for a while does nothing that stays (CLK-2).

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use doorward_domain::Moment;

/// How far apart two runs must be that agree (CLK-2).
const APART: Duration = Duration::from_mins(10);

/// The runs of the last while, each with what the clock said: a clock that jumps for a moment expires nothing for good.
#[derive(Debug, Default)]
pub struct Runs(VecDeque<(Instant, Moment)>);

impl Runs {
    /// Notes a run at `at`, when the clock says `now`. What ended before the answer had ended by this run and by one at
    /// least ten minutes before it; none while there was no such run.
    pub fn agreed(&mut self, at: Instant, now: Moment) -> Option<Moment> {
        let is_old = |run: &(Instant, Moment)| at.duration_since(run.0) >= APART;
        while self.0.get(1).is_some_and(is_old) {
            self.0.pop_front();
        }
        let before = self.0.front().copied().filter(is_old);
        self.0.push_back((at, now));
        before.map(|(_, then)| then.min(now))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_jumps_for_a_while_expires_nothing_s_74_clk_2() {
        const DAY: i64 = 86_400_000;
        let (begin, mut runs) = (Instant::now(), Runs::default());
        let mut run = |minute: u64, now| runs.agreed(begin + Duration::from_mins(minute), now);
        assert_eq!(run(0, Moment(0)), None);
        assert_eq!(run(9, Moment(9)), None, "not long enough ago");
        assert_eq!(run(10, Moment(30 * DAY)), Some(Moment(0)), "it jumps");
        assert_eq!(run(15, Moment(30 * DAY)), Some(Moment(0)));
        assert_eq!(run(19, Moment(19)), Some(Moment(9)), "it is back");
        assert_eq!(
            run(20, Moment(20)),
            Some(Moment(20)),
            "what jumped counts for nothing"
        );
        assert_eq!(run(31, Moment(31)), Some(Moment(20)));
    }
}
