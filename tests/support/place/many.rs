//! Several people decided about at once.

use super::one::{Place, at};
use super::online::REQUEST;

/// Requests that are declined together.
pub fn many() -> Vec<Place> {
    vec![at(
        "requests-declined",
        "/requests",
        &[
            REQUEST,
            "press x",
            "press j",
            "press x",
            "wait [data-testid='bulk-panel'] [data-testid='snooze']",
            "press r",
            "wait [data-testid='decline-strip']",
        ],
    )]
}
