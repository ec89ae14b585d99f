//! The editor of access wherever it opens, the editor of own levels, the rooms, and why somebody may do something.

use anyhow::Result;

use super::one::{Place, at};
use super::online::REQUEST;
use crate::world::World;

const PERSON: &str = "wait [data-testid='person']";
const LEVELS: &str = "wait [data-testid='levels']";
const SITE: &str = "wait [data-testid='site']";

/// Who may do what, and which doors it opens.
pub fn access(world: &World) -> Result<Vec<Place>> {
    Ok([
        of_one(world)?,
        of_members(world)?,
        of_the_others(world)?,
        of_several(world)?,
        levels(),
        rooms(),
    ]
    .concat())
}

fn of_one(world: &World) -> Result<Vec<Place>> {
    let person = format!("/people/{}", world.membership("ilinca.taranu")?);
    let request = format!("/requests/{}", world.membership("stefan.branza")?);
    Ok(vec![
        at(
            "access-equals",
            &person,
            &[
                PERSON,
                "click [data-testid='change-level']",
                "click [data-testid='level-staff']",
                "click [data-testid='staff-business']",
                "click [data-testid='access-rooms'] summary",
                "wait [data-testid='access-equals']",
            ],
        ),
        at(
            "access-loses",
            &person,
            &[
                PERSON,
                "click [data-testid='change-level']",
                "click [data-testid='level-guest']",
                "click [data-testid='term-trial']",
                "click [data-testid='access-copy'] summary",
                "wait [data-testid='access-loses']",
            ],
        ),
        at(
            "access-of-a-request",
            &request,
            &[
                PERSON,
                "click [data-testid='access-details']",
                "wait [data-testid='access-gains']",
            ],
        ),
    ])
}

fn of_members(world: &World) -> Result<Vec<Place>> {
    let person = format!("/people/{}", world.membership("ilinca.taranu")?);
    let declined = format!("/people/{}", world.membership("natalia.zueva")?);
    Ok(vec![
        at(
            "why-of-a-line",
            &person,
            &[
                PERSON,
                "click [data-testid='why-line']",
                "wait [data-testid='why-answer'].yes",
            ],
        ),
        at(
            "why",
            &person,
            &[
                PERSON,
                "click [data-testid='why']",
                "wait [data-testid='why-answer']",
            ],
        ),
        at(
            "position",
            &person,
            &[PERSON, "wait [data-testid='set_position']"],
        ),
        at(
            "declined",
            &declined,
            &[PERSON, "wait [data-testid='add_member']"],
        ),
        at(
            "add-member",
            &declined,
            &[
                PERSON,
                "click [data-testid='add_member']",
                "wait [data-testid='add-sheet'] [data-testid='access-gains']",
            ],
        ),
    ])
}

fn of_the_others(world: &World) -> Result<Vec<Place>> {
    let staff = format!("/people/{}", world.membership("mihkel.ounapuu")?);
    let lapsed = format!("/people/{}", world.membership("petr.aleshin")?);
    Ok(vec![
        at(
            "access-withdraws",
            &staff,
            &[
                PERSON,
                "click [data-testid='change-level']",
                "click [data-testid='staff-base']",
                "wait [data-testid='access-withdraws']",
            ],
        ),
        at(
            "access-renewed",
            &lapsed,
            &[
                PERSON,
                "click [data-testid='renew_membership']",
                "wait [data-testid='renew-term']",
                "wait [data-testid='edge-end-set']",
            ],
        ),
    ])
}

fn of_several(world: &World) -> Result<Vec<Place>> {
    let front_desk = format!("/people?level={}", world.level("Front desk")?);
    Ok(vec![
        at(
            "level-of-many",
            &front_desk,
            &[
                "wait [data-testid='person-row']",
                "press x",
                "press j",
                "press x",
                "click [data-testid='bulk-change_grant']",
                "click [data-testid='level-guest']",
                "wait [data-testid='bulk-lost']",
            ],
        ),
        at(
            "access-of-many-members",
            &front_desk,
            &[
                "wait [data-testid='person-row']",
                "press x",
                "press j",
                "press x",
                "click [data-testid='bulk-change_grant']",
                "click [data-testid='bulk-details']",
                "click [data-testid='term-week']",
                "wait [data-testid='edge-end-set']",
            ],
        ),
        at(
            "access-of-many",
            "/requests",
            &[
                REQUEST,
                "press x",
                "press j",
                "press x",
                "wait [data-testid='bulk-panel']",
                "click [data-testid='bulk-details']",
                "wait [data-testid='access-gains']",
            ],
        ),
        at(
            "access-of-an-invitation",
            "/invitations/new",
            &[
                "click [data-testid='invite-details']",
                "wait [data-testid='access-gains']",
            ],
        ),
    ])
}

fn levels() -> Vec<Place> {
    const LAST: &str = "click thead tr:last-child th:last-of-type button";
    vec![
        at(
            "level-new",
            "/levels",
            &[
                LEVELS,
                "click [data-testid='new-level']",
                "wait [data-testid='extras-work']",
            ],
        ),
        at(
            "level-edited",
            "/levels",
            &[
                LEVELS,
                LAST,
                "click [data-testid='extra-sales']",
                "wait [data-testid='level-people']",
            ],
        ),
        at(
            "level-deleted",
            "/levels",
            &[
                LEVELS,
                LAST,
                "click [data-testid='delete-level']",
                "wait [data-testid='level-barred']",
            ],
        ),
    ]
}

fn rooms() -> Vec<Place> {
    vec![
        at("rooms", "/rooms", &[SITE]),
        at(
            "room",
            "/rooms",
            &[
                SITE,
                "click [data-testid='room']",
                "wait [data-testid='room-people']",
            ],
        ),
        at(
            "room-let-in",
            "/rooms",
            &[
                SITE,
                "click [data-testid='room']",
                "click [data-testid='let-in']",
                "click [data-testid='let-in-find']",
                "type ma",
                "click [data-testid='let-in-person']",
                "wait [data-testid='let-in-person']:checked",
            ],
        ),
        at(
            "room-removal",
            "/rooms",
            &[
                SITE,
                "click [data-testid='room']",
                "click [data-testid='remove-room']",
                "wait [data-testid='removal']",
            ],
        ),
        at(
            "room-new",
            "/rooms",
            &[
                SITE,
                "click [data-testid='new-room']",
                "wait [data-testid='place-name']",
            ],
        ),
        at(
            "site-menu",
            "/rooms",
            &[
                SITE,
                "click [data-testid='site-acts']",
                "wait [data-testid='site-menu']",
            ],
        ),
        at(
            "rooms-none-found",
            "/rooms?search=zzzz",
            &["wait [data-testid='clear-filter']"],
        ),
    ]
}
