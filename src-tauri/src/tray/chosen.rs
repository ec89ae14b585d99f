//! What is done when somebody chooses a line of the tray's menu. Nothing is decided there: the window shows it.

use doorward_domain::{MembershipId, OrganisationId};
use serde_json::{Value, json};
use tauri::{AppHandle, Emitter};
use uuid::Uuid;

use super::items::Item;
use super::state::pause;
use crate::closing;
use crate::window::{self, MAIN};

const OPEN: &str = "open";
const INVITE: &str = "invite";
const PAUSE: &str = "pause";
const QUIT: &str = "quit";

/// Under which id a line stands in the menu; none where it cannot be chosen.
pub(super) fn id_of(item: &Item) -> Option<String> {
    Some(match item {
        Item::Says(_) | Item::Rule => return None,
        Item::Request(_, organisation, membership) => {
            format!("{}/{}", organisation.0, membership.0)
        }
        Item::Open(_) => OPEN.into(),
        Item::Invite(_) => INVITE.into(),
        Item::Pause(..) => PAUSE.into(),
        Item::Quit(_) => QUIT.into(),
    })
}

/// Does what stands under an id.
pub(super) fn follow(app: &AppHandle, id: &str) {
    match id {
        OPEN => open(app),
        INVITE => show(app, json!({ "screen": "invitations", "id": "new" })),
        PAUSE => pause(app),
        QUIT => closing::quit(app),
        id => {
            if let Some((organisation, membership)) = request(id) {
                let place =
                    json!({ "screen": "requests", "id": membership, "organisation": organisation });
                show(app, place);
            }
        }
    }
}

/// Shows the list of requests.
pub(super) fn open(app: &AppHandle) {
    show(app, json!({ "screen": "requests" }));
}

fn request(id: &str) -> Option<(OrganisationId, MembershipId)> {
    let (organisation, membership) = id.split_once('/')?;
    let id = |text| Uuid::parse_str(text).ok();
    Some((
        OrganisationId(id(organisation)?),
        MembershipId(id(membership)?),
    ))
}

fn show(app: &AppHandle, place: Value) {
    window::show(app);
    if let Err(error) = app.emit_to(MAIN, "wanted", place) {
        tracing::warn!(%error, "the page does not hear what was chosen in the tray");
    }
}
