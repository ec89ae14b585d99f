//! What needs care beside requests, one looked at and several ticked.

use super::one::{Place, at};

const CARE_ROW: &str = "wait [data-testid='care-row']";
const LIST: &str = "/requests?show=care";

/// What needs care.
pub fn care() -> Vec<Place> {
    vec![
        at("care", LIST, &[CARE_ROW, "wait [data-testid='care-panel']"]),
        at(
            "care-ticked",
            LIST,
            &[
                CARE_ROW,
                "press x",
                "press j",
                "press x",
                "wait [data-testid='care-many']",
            ],
        ),
    ]
}
