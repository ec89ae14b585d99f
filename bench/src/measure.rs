//! Times and what is told of many of them.

use std::time::Instant;

/// Milliseconds since an instant.
pub fn millis(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1e3
}

/// Times in milliseconds.
#[derive(Debug, Default)]
pub struct Times(Vec<f64>);

impl Times {
    /// Adds one.
    pub fn add(&mut self, millis: f64) {
        self.0.push(millis);
    }

    /// Adds all of others.
    pub fn extend(&mut self, others: Self) {
        self.0.extend(others.0);
    }

    /// The median.
    pub fn median(&mut self) -> f64 {
        self.at(50)
    }

    /// What all but five of a hundred keep below.
    pub fn p95(&mut self) -> f64 {
        self.at(95)
    }

    /// What all but one of a hundred keep below.
    pub fn p99(&mut self) -> f64 {
        self.at(99)
    }

    fn at(&mut self, percent: usize) -> f64 {
        self.0.sort_by(f64::total_cmp);
        let last = self.0.len().saturating_sub(1);
        let index = (last * percent + 50) / 100;
        self.0.get(index).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_stands_in_the_middle_and_p99_near_the_end() {
        let mut times = Times::default();
        for number in 0..=100_u32 {
            times.add(f64::from(100 - number));
        }
        assert!((times.median() - 50.0).abs() < f64::EPSILON);
        assert!((times.p99() - 99.0).abs() < f64::EPSILON);
    }
}
