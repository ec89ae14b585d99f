//! Every place there is to look at: the screens, what can be open in them, and the layers over them.

use anyhow::{Context, Result};
use url::Url;

use crate::window::Window;
use crate::world::World;

/// One place: its address, and how one gets to it from there.
#[derive(Debug, Clone)]
pub struct Place {
    /// What it is called in findings and pictures.
    pub name: &'static str,
    /// The part of the address after `#`.
    pub address: String,
    /// What is done there first, in the words of [`Window::take`].
    pub steps: &'static [&'static str],
}

impl Place {
    /// Goes there in a window, as somebody who opens the program and has come nowhere yet.
    pub async fn open(&self, window: &Window, page: &Url) -> Result<()> {
        // A blank page in between, or a change of what follows the # would not load anything.
        window.go_to(&Url::parse("about:blank")?).await?;
        let mut address = page.clone();
        address.set_fragment(Some(&self.address));
        window.go_to(&address).await?;
        for step in self.steps {
            window.take(step).await.context(*step)?;
        }
        Ok(())
    }
}

fn at(name: &'static str, address: &str, steps: &'static [&'static str]) -> Place {
    Place {
        name,
        address: address.to_owned(),
        steps,
    }
}

const REQUEST: &str = "wait [data-testid='request']";
const PERSON: &str = "wait [data-testid='person']";
const PERSON_ROW: &str = "wait [data-testid='person-row']";
const INVITATION_ROW: &str = "wait [data-testid='invitation-row']";

/// What somebody sees who is in touch with the server and may do everything.
pub fn online(world: &World) -> Result<Vec<Place>> {
    Ok([
        requests(world)?,
        people(world)?,
        invitations(world)?,
        others(),
        layers(),
    ]
    .concat())
}

fn one(world: &World, screen: &str, called: &str) -> Result<String> {
    Ok(format!("/{screen}/{}", world.membership(called)?))
}

fn requests(world: &World) -> Result<Vec<Place>> {
    let stefan = one(world, "requests", "stefan.branza")?;
    Ok(vec![
        at("requests", "/requests", &[REQUEST]),
        at("request", &stefan, &[PERSON]),
        at(
            "request-declined",
            &stefan,
            &[PERSON, "press r", "wait [data-testid='decline-strip']"],
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
        at(
            "toast",
            "/requests",
            &[REQUEST, "press a", "wait [data-testid='toast']", "press z"],
        ),
    ])
}

fn people(world: &World) -> Result<Vec<Place>> {
    let ilinca = one(world, "people", "ilinca.taranu")?;
    let long = one(world, "people", "maria.konst")?;
    let invited = one(world, "people", "greete.saar")?;
    let front_desk = format!(
        "/people?level={}&unseen_days=30",
        world.level("Front desk")?
    );
    Ok(vec![
        at("people", "/people", &[PERSON_ROW]),
        at("person", &ilinca, &[PERSON]),
        at("person-with-a-long-name", &long, &[PERSON]),
        at("person-invited", &invited, &[PERSON]),
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
            "people-menu",
            "/people",
            &[
                PERSON_ROW,
                "click [data-testid='filter-state']",
                "wait [data-testid='filter-state-menu']",
            ],
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
        at(
            "people-none-found",
            "/people?search=zzzz",
            &["wait [data-testid='clear-filter']"],
        ),
    ])
}

fn invitations(world: &World) -> Result<Vec<Place>> {
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
            ],
        ),
    ])
}

fn others() -> Vec<Place> {
    vec![
        at("levels", "/levels", &["wait [data-testid='levels']"]),
        at("history", "/history", &["wait [data-testid='entry']"]),
        at(
            "history-entry",
            "/history",
            &[
                "wait [data-testid='entry']",
                "press j",
                "wait [data-testid='deed']",
            ],
        ),
        at("offline-empty", "/offline", &[]),
        at("settings", "/settings", &["wait [data-testid='language']"]),
    ]
}

fn layers() -> Vec<Place> {
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

/// What is different with a change that met another one, and no network.
pub fn conflict() -> Vec<Place> {
    vec![
        at("conflict", "/offline", &["wait [data-testid='conflict']"]),
        at(
            "requests-offline",
            "/requests",
            &["wait [data-testid='banner']"],
        ),
        at(
            "sent-today",
            "/offline",
            &["click [data-testid='outbox-sent'] summary"],
        ),
    ]
}

/// What somebody sees who has no account here yet.
pub fn nobody() -> Vec<Place> {
    const FIRST: &str = "wait [data-testid='first-connect']";
    vec![
        at("first-run", "", &[FIRST]),
        at(
            "first-run-connect",
            "",
            &[
                FIRST,
                "click [data-testid='first-connect']",
                "wait [data-testid='connect']",
            ],
        ),
        at(
            "first-run-link",
            "",
            &[
                FIRST,
                "click [data-testid='first-link']",
                "wait [data-testid='open-link']",
            ],
        ),
    ]
}

/// What somebody sees who may do next to nothing.
pub fn staff() -> Vec<Place> {
    vec![
        at("barred-requests", "/requests", &["wait h1"]),
        at("barred-people", "/people", &["wait h1"]),
        at("barred-invitations", "/invitations", &["wait h1"]),
        at("barred-history", "/history", &["wait h1"]),
    ]
}
