//! Links that are out.

use super::one::{Place, at};
use super::online::INVITATION_ROW;

/// A link that is out, and what is done with it.
pub fn links() -> Vec<Place> {
    vec![
        at(
            "link",
            "/invitations",
            &[
                INVITATION_ROW,
                "click [data-testid='invitation-row']",
                "click [data-testid='show-link']",
                "wait [data-testid='qr']",
            ],
        ),
        at(
            "link-anew",
            "/invitations",
            &[
                INVITATION_ROW,
                "click [data-testid='invitation-row']",
                "click [data-testid='link-anew']",
                "wait [data-testid='link-anew-sheet'] li:nth-child(3)",
            ],
        ),
        at(
            "link-changed",
            "/invitations",
            &[
                INVITATION_ROW,
                "click [data-testid='invitation-row']",
                "click [data-testid='link-change']",
                "wait [data-testid='link-uses']",
            ],
        ),
    ]
}
