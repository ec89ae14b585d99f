//! Clock: the one place that reads the time; everybody else is handed an instant.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use doorward_domain::Moment;

/// Tells the time; tests hold one that stands where they set it.
#[derive(Debug, Clone, Default)]
pub enum Clock {
    /// The clock of the machine.
    #[default]
    Machine,
    /// A clock that moves only when it is set.
    Set(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands at `now` until it is moved.
    pub fn standing_at(now: Moment) -> Self {
        Self::Set(Arc::new(AtomicI64::new(now.0)))
    }

    /// Moves a clock that was set; the machine's clock is not ours to move.
    pub fn set(&self, now: Moment) {
        if let Self::Set(at) = self {
            at.store(now.0, Ordering::SeqCst);
        }
    }

    /// The time.
    pub fn now(&self) -> Moment {
        match self {
            Self::Machine => Moment(machine()),
            Self::Set(at) => Moment(at.load(Ordering::SeqCst)),
        }
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the one place that reads the machine's clock"
)]
fn machine() -> i64 {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}
