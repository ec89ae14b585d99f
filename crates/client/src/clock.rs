//! Where time and randomness come in: both are handed to the client, so that tests can set them.
//! The wall clock is for display and for asking the rules; terms on this computer run on the monotonic one (CLK-1).

use std::fmt::Debug;
use std::sync::Mutex;
use std::time::{Instant, SystemTime, UNIX_EPOCH};

use doorward_domain::Moment;
use uuid::Uuid;

/// Milliseconds of a monotonic clock since some fixed start.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tick(pub u64);

impl Tick {
    /// The tick `millis` milliseconds later.
    #[must_use]
    pub const fn plus(self, millis: u64) -> Self {
        Self(self.0.saturating_add(millis))
    }

    /// How many milliseconds lie between an earlier tick and this one.
    pub const fn since(self, earlier: Self) -> u64 {
        self.0.saturating_sub(earlier.0)
    }
}

/// The two clocks of a computer.
pub trait Clock: Send + Sync + Debug {
    /// The wall clock, which may be wrong.
    fn now(&self) -> Moment;
    /// The monotonic clock, which never jumps.
    fn tick(&self) -> Tick;
}

/// The randomness of a computer.
pub trait Chance: Send + Sync + Debug {
    /// A new identity.
    fn id(&self) -> Uuid;
    /// Thirty-two secret bytes.
    fn secret(&self) -> [u8; 32];
}

/// The clocks of this computer.
#[derive(Debug)]
pub struct SystemClock {
    started: Instant,
}

impl Default for SystemClock {
    fn default() -> Self {
        Self {
            started: Instant::now(),
        }
    }
}

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place of this crate that reads the wall clock"
    )]
    fn now(&self) -> Moment {
        let elapsed = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap_or_default();
        Moment(i64::try_from(elapsed.as_millis()).unwrap_or(i64::MAX))
    }

    fn tick(&self) -> Tick {
        Tick(u64::try_from(self.started.elapsed().as_millis()).unwrap_or(u64::MAX))
    }
}

/// The randomness of this computer.
#[derive(Debug, Default)]
pub struct SystemChance;

impl Chance for SystemChance {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place of this crate that makes ids"
    )]
    fn id(&self) -> Uuid {
        Uuid::now_v7()
    }

    fn secret(&self) -> [u8; 32] {
        rand::random()
    }
}

/// What the server's clock says, as far as this device can tell: its last word plus the monotonic time since then, so
/// that a wrong clock of this computer changes nothing (S-75). Before the first contact the wall clock has to do, but
/// never a time earlier than one seen before.
#[derive(Debug)]
pub(crate) struct ServerTime {
    heard: Mutex<Option<(Moment, Tick)>>,
    floor: Mutex<Moment>,
}

impl ServerTime {
    /// Starts from the latest time ever seen.
    pub(crate) fn from(latest: Moment) -> Self {
        Self {
            heard: Mutex::new(None),
            floor: Mutex::new(latest),
        }
    }

    /// Takes the server's word.
    pub(crate) fn hear(&self, said: Moment, at: Tick) {
        if let Ok(mut heard) = self.heard.lock() {
            *heard = Some((said, at));
        }
    }

    /// What the server's clock shows now.
    pub(crate) fn now(&self, clock: &dyn Clock) -> Moment {
        let heard = self.heard.lock().ok().and_then(|heard| *heard);
        let Some((said, at)) = heard else {
            return self
                .floor
                .lock()
                .map_or_else(|_| clock.now(), |floor| clock.now().max(*floor));
        };
        said.plus_millis(i64::try_from(clock.tick().since(at)).unwrap_or(i64::MAX))
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

    use super::*;

    /// Clocks that a test sets.
    #[derive(Debug, Default)]
    pub(crate) struct SetClock {
        pub(crate) wall: AtomicI64,
        pub(crate) monotonic: AtomicU64,
    }

    impl Clock for SetClock {
        fn now(&self) -> Moment {
            Moment(self.wall.load(Ordering::SeqCst))
        }

        fn tick(&self) -> Tick {
            Tick(self.monotonic.load(Ordering::SeqCst))
        }
    }

    #[test]
    fn a_wrong_wall_clock_changes_nothing_once_the_server_was_heard_s_75() {
        let clock = SetClock::default();
        let time = ServerTime::from(Moment(500));
        assert_eq!(
            time.now(&clock),
            Moment(500),
            "never earlier than what was seen before"
        );
        time.hear(Moment(10_000), clock.tick());
        clock.wall.store(4_102_444_800_000, Ordering::SeqCst);
        clock.monotonic.store(250, Ordering::SeqCst);
        assert_eq!(time.now(&clock), Moment(10_250));
    }
}
