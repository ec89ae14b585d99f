//! The time of the day by this computer's clock, for quiet hours.

use chrono::{DateTime, Local, Timelike};
use doorward_client::{Clock, SystemClock};

/// How many minutes of the day have passed here.
pub(crate) fn minute_of_the_day() -> Option<u16> {
    let now = SystemClock::default().now();
    let here = DateTime::from_timestamp_millis(now.0)?.with_timezone(&Local);
    u16::try_from(here.hour() * 60 + here.minute()).ok()
}
