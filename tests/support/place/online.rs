//! The screens of somebody who is in touch with the server, what can be open in them, and the layers over them.

use anyhow::Result;

use super::one::{Meanwhile, Place, at, once};
use crate::world::World;

pub(super) const REQUEST: &str = "wait [data-testid='request']";
const PERSON: &str = "wait [data-testid='person']";
const REOPEN: &str = "wait [data-testid='reopen_request']";
const PERSON_ROW: &str = "wait [data-testid='person-row']";
pub(super) const INVITATION_ROW: &str = "wait [data-testid='invitation-row']";

fn one(world: &World, screen: &str, called: &str) -> Result<String> {
    Ok(format!("/{screen}/{}", world.membership(called)?))
}

/// Who waits, and deciding.
pub fn requests(world: &World) -> Result<Vec<Place>> {
    let stefan = one(world, "requests", "stefan.branza")?;
    Ok(vec![
        at("requests", "/requests", &[REQUEST]),
        at("request", &stefan, &[PERSON]),
        at(
            "request-similar",
            &one(world, "requests", "anna.sokolova")?,
            &[
                PERSON,
                "click [data-testid='compare']",
                "wait [data-testid='compare-open']",
            ],
        ),
        once(
            "request-snoozed",
            &stefan,
            &[PERSON, "press s", "wait [data-testid='snooze-menu']"],
            &[],
        ),
        at(
            "request-declined",
            &stefan,
            &[PERSON, "press r", "wait [data-testid='decline-strip']"],
        ),
        at(
            "request-to-reopen",
            &one(world, "requests", "natalia.zueva")?,
            &[PERSON, REOPEN],
        ),
        at(
            "requests-ticked",
            "/requests",
            &[
                REQUEST,
                "press x",
                "press j",
                "press x",
                "wait [data-testid='bulk-panel']",
            ],
        ),
        at(
            "requests-none-found",
            "/requests?search=zzzz",
            &["wait [data-testid='clear-filter']"],
        ),
        once(
            "toast",
            "/requests",
            &[
                REQUEST,
                "press a",
                "wait [data-testid='toast']",
                "press F6",
                "press F6",
                "wait [data-testid='toast'] :focus",
            ],
            &["press z", "gone [data-testid='undo']"],
        ),
    ])
}

/// Everybody, one of them, and many.
pub fn people(world: &World) -> Result<Vec<Place>> {
    let ilinca = one(world, "people", "ilinca.taranu")?;
    let long = one(world, "people", "maria.konst")?;
    let invited = one(world, "people", "greete.saar")?;
    let declined = one(world, "people", "natalia.zueva")?;
    let front_desk = format!(
        "/people?level={}&unseen_days=30",
        world.level("Front desk")?
    );
    Ok(vec![
        at("people", "/people", &[PERSON_ROW]),
        at("person", &ilinca, &[PERSON]),
        Place {
            meanwhile: Some((
                Meanwhile::Pauses("mari.lepik"),
                "wait [data-testid='stale']",
            )),
            ..at(
                "person-stale",
                &one(world, "people", "mari.lepik")?,
                &[PERSON],
            )
        },
        at("person-with-a-long-name", &long, &[PERSON]),
        at("person-invited", &invited, &[PERSON]),
        at("person-declined", &declined, &[PERSON, REOPEN]),
        at("people-narrowed", &front_desk, &[PERSON_ROW]),
        at(
            "people-ticked",
            "/people",
            &[
                PERSON_ROW,
                "press j",
                "press x",
                "press j",
                "press x",
                "wait [data-testid='bulk']",
            ],
        ),
        at(
            "people-none-found",
            "/people?search=zzzz",
            &["wait [data-testid='clear-filter']"],
        ),
        at(
            "change-level",
            &ilinca,
            &[
                PERSON,
                "click [data-testid='change-level']",
                "wait [data-testid='change-level-sheet']",
            ],
        ),
    ])
}

/// What can be open over them.
pub fn over_people(world: &World) -> Result<Vec<Place>> {
    let ilinca = one(world, "people", "ilinca.taranu")?;
    let front_desk = format!(
        "/people?level={}&unseen_days=30",
        world.level("Front desk")?
    );
    Ok(vec![
        once(
            "person-menu",
            &ilinca,
            &[
                PERSON,
                "click [data-testid='more-acts']",
                "wait [data-testid='person-menu']",
            ],
            &[],
        ),
        at(
            "columns-menu",
            "/people",
            &[
                PERSON_ROW,
                "click [data-testid='columns']",
                "wait [data-testid='columns-menu']",
            ],
        ),
        at(
            "save-view",
            &front_desk,
            &[
                PERSON_ROW,
                "click [data-testid='save-view']",
                "wait [data-testid='save-view-sheet']",
            ],
        ),
        at(
            "bulk-sheet",
            &front_desk,
            &[
                PERSON_ROW,
                "press x",
                "press j",
                "press x",
                "click [data-testid='bulk-end_membership']",
                "wait [data-testid='bulk-sheet']",
            ],
        ),
        at(
            "people-menu",
            "/people",
            &[
                PERSON_ROW,
                "click [data-testid='filter-state']",
                "wait [data-testid='filter-state-menu']",
            ],
        ),
    ])
}

/// What was sent out.
pub fn invitations(world: &World) -> Result<Vec<Place>> {
    let opened = one(world, "invitations", "greete.saar")?;
    let failed = format!("{}?tab=failed", one(world, "invitations", "jaan.kask")?);
    Ok(vec![
        at("invitations", "/invitations", &[INVITATION_ROW]),
        at(
            "invitation",
            &opened,
            &["wait [data-testid='invitation-panel']"],
        ),
        at(
            "change-invitation",
            &opened,
            &[
                "wait [data-testid='invitation-panel']",
                "press e",
                "wait [data-testid='change-sheet']",
            ],
        ),
        at(
            "invitations-failed",
            &failed,
            &["wait [data-testid='undelivered']"],
        ),
        at(
            "invitations-expired",
            "/invitations?tab=expired",
            &[INVITATION_ROW],
        ),
        at(
            "invitations-accepted",
            "/invitations?tab=accepted",
            &[INVITATION_ROW],
        ),
        at(
            "invitations-revoked",
            "/invitations?tab=revoked",
            &[INVITATION_ROW],
        ),
    ])
}

/// Sending more out.
pub fn composing() -> Vec<Place> {
    vec![
        at(
            "composer",
            "/invitations",
            &[
                INVITATION_ROW,
                "press n",
                "wait [data-testid='invite-to']",
                "type ilze@kiri.example, kadri.tamm@kiri.example, rasmus.opik@kiri.example, ilze@",
                "press Enter",
                "wait [data-testid='outcome']",
            ],
        ),
        at(
            "composer-link",
            "/invitations",
            &[
                INVITATION_ROW,
                "press n",
                "click [data-testid='way-link']",
                "wait [data-testid='link-make']",
                "click [data-testid='link-domains']",
                "type example.ee bücher.example ",
                "wait [data-testid='link-domain']:nth-of-type(2)",
            ],
        ),
        at(
            "consequence",
            "/invitations",
            &[
                INVITATION_ROW,
                "press n",
                "wait [data-testid='invite-to']",
                "type a@v.ee,b@v.ee,c@v.ee,d@v.ee,e@v.ee,f@v.ee,g@v.ee,h@v.ee,i@v.ee,j@v.ee,k@v.ee,l@v.ee,m@v.ee,n@v.ee,o@v.ee,p@v.ee,q@v.ee,r@v.ee,s@v.ee,t@v.ee,u@v.ee,v@v.ee,w@v.ee,x@v.ee,y@v.ee,z@v.ee,",
                "wait [data-testid='contact'][data-outcome='new']:nth-of-type(26)",
                "click [data-testid='invite-send']",
                "wait [data-testid='consequence']",
            ],
        ),
    ]
}

/// The other screens.
pub fn others() -> Vec<Place> {
    vec![
        at("levels", "/levels", &["wait [data-testid='levels']"]),
        at("history", "/history", &["wait [data-testid='entry']"]),
        at(
            "history-entry",
            "/history?what=people",
            &[
                "wait [data-testid='entry']",
                "press j",
                "wait [data-testid='grant-diff']",
                "press Enter",
            ],
        ),
        at(
            "history-export",
            "/history",
            &[
                "click [data-testid='save-history']",
                "wait [data-testid='save-csv']",
            ],
        ),
        once(
            "history-saved",
            "/history",
            &[
                "click [data-testid='save-history']",
                "click [data-testid='save-csv']",
                "wait [data-testid='toast']",
            ],
            &[],
        ),
        at("offline-empty", "/offline", &["wait h1"]),
        at("settings", "/settings", &["wait [data-testid='language']"]),
        at(
            "settings-notifications",
            "/settings",
            &[
                "click [data-testid='told-others']",
                "click [data-testid='told-others']",
            ],
        ),
        at(
            "settings-public",
            "/settings",
            &["click [data-testid='public-id-value']"],
        ),
    ]
}

/// What lies over the screens.
pub fn layers() -> Vec<Place> {
    vec![
        at(
            "palette",
            "/requests",
            &[REQUEST, "press Ctrl+k", "wait [data-testid='palette']"],
        ),
        at(
            "palette-found",
            "/people",
            &[
                PERSON_ROW,
                "press Ctrl+k",
                "wait [data-testid='palette']",
                "type an",
            ],
        ),
        at(
            "shortcuts",
            "/requests",
            &[REQUEST, "press ?", "wait [data-testid='shortcuts']"],
        ),
        at(
            "bell",
            "/requests",
            &[
                REQUEST,
                "click [data-testid='open-bell']",
                "wait [data-testid='bell-row']",
            ],
        ),
        at(
            "sign-out",
            "/requests",
            &[
                REQUEST,
                "click [data-testid='choose-organisation']",
                "click [data-testid='sign-out']",
                "wait [data-testid='sign-out-sheet']",
            ],
        ),
        at(
            "organisations",
            "/requests",
            &[
                REQUEST,
                "click [data-testid='choose-organisation']",
                "wait [data-testid='organisations']",
            ],
        ),
    ]
}
