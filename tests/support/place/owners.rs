//! Who owns and who manages an organisation: in the settings, in somebody's panel, and what offering it means.

use anyhow::Result;

use super::one::{Place, at};
use crate::world::World;

const OWNERS: &str = "wait [data-testid='owners']";

/// Owners and management.
pub fn owners(world: &World) -> Result<Vec<Place>> {
    Ok([of_settings(), of_owners(world)?].concat())
}

fn of_settings() -> Vec<Place> {
    vec![
        at(
            "staff-without-sign-in",
            "/settings",
            &[
                "click [data-testid='staff-add']",
                "wait [data-testid='staff-name']",
            ],
        ),
        at(
            "staff-with-sign-in",
            "/settings",
            &[
                "click [data-testid='staff-add']",
                "click [data-testid='staff-sign-in']",
                "wait [data-testid='staff-contact']",
                "click [data-testid='staff-client_list']",
                "wait [data-testid='access-gains']",
            ],
        ),
        at(
            "gates",
            "/settings",
            &[
                "wait [data-testid='gate-plan-pro']",
                "wait [data-testid='gate-sign-in-any']",
            ],
        ),
        at(
            "inviting",
            "/settings",
            &[
                "click [data-testid='term-days']",
                "wait [data-testid='links-need-approval']",
            ],
        ),
    ]
}

fn of_owners(world: &World) -> Result<Vec<Place>> {
    let person = format!("/people/{}", world.membership("ilinca.taranu")?);
    Ok(vec![
        at(
            "owners",
            "/settings",
            &[OWNERS, "wait [data-testid='ask-to-manage']"],
        ),
        at(
            "membership-settings",
            "/settings",
            &[OWNERS, "click [data-testid='grace-days']"],
        ),
        at(
            "deletion-barred",
            "/settings",
            &[
                OWNERS,
                "click [data-testid='delete-organisation'][aria-disabled='true']",
            ],
        ),
        at(
            "offer-of-ownership",
            &person,
            &[
                "wait [data-testid='person']",
                "click [data-testid='more-acts']",
                "click [data-testid='offer_ownership']",
                "wait [data-testid='offer-sheet']",
            ],
        ),
    ])
}
