//! `GET /v1/organisations/{id}/history`: what happened, the newest first, for those who may see it.

use axum::Json;
use axum::extract::State;
use doorward_domain::{OrganisationId, Window, World};
use doorward_protocol::{Code, Problem};
use serde::{Deserialize, Serialize};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::extract::{Asked, Named};
use crate::accounts::SignedInDevice;
use crate::problem::Failure;
use crate::store::history::{self, Entry};
use crate::{App, execute};

/// Most entries on one page, and how many where nothing is asked for.
const MOST: u32 = 200;
const USUAL: u32 = 50;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(page))
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Before {
    before: Option<u64>,
    limit: Option<u32>,
}

/// A page of the history.
#[derive(Debug, Serialize, utoipa::ToSchema)]
struct Page {
    /// The entries, the newest first.
    entries: Vec<Told>,
    /// Whether there are older ones.
    more: bool,
}

/// One entry.
#[derive(Debug, Serialize, utoipa::ToSchema)]
struct Told {
    /// Its number.
    seq: u64,
    /// When, in milliseconds since 1970.
    at: i64,
    /// The fact's name.
    kind: String,
    /// Who: a person's id, `system` or `operator`.
    actor: String,
    /// What it is about.
    object: String,
    /// The command it followed from.
    command: Option<String>,
    /// The fact in full; none when it was erased.
    #[schema(value_type = Option<Object>)]
    payload: Option<serde_json::Value>,
    /// The hash that the next entry covers.
    hash: String,
}

impl From<Entry> for Told {
    fn from(entry: Entry) -> Self {
        let payload = entry
            .payload
            .and_then(|text| serde_json::from_str(&text).ok());
        let Entry {
            seq,
            at,
            kind,
            actor,
            object,
            command,
            hash,
            ..
        } = entry;
        Self {
            seq,
            at,
            kind,
            actor,
            object,
            command,
            payload,
            hash,
        }
    }
}

/// A page of what happened in an organisation.
#[utoipa::path(
    get,
    path = "/v1/organisations/{id}/history",
    params(
        ("id" = uuid::Uuid, Path, description = "The organisation"),
        ("before" = Option<u64>, Query, description = "Only entries with a lower number"),
        ("limit" = Option<u32>, Query, description = "How many, at most 200"),
    ),
    responses(
        (status = 200, description = "Entries, the newest first", body = Page),
        (status = 404, description = "No such organisation, or no history, for this account", body = Problem),
    ),
    security(("bearer" = []))
)]
async fn page(
    State(app): State<App>,
    device: SignedInDevice,
    Named(organisation): Named<OrganisationId>,
    Asked(Before { before, limit }): Asked<Before>,
) -> Result<Json<Page>, Failure> {
    let mut tx = app.store().snapshot().await?;
    let mut world = World::new(organisation);
    match execute::window(&mut tx, &mut world, &device.caller.actor, app.now()).await? {
        Window::Open(view) if view.history => {}
        Window::Open(_) | Window::Closed | Window::Asks(_) => return Err(Code::NotFound.into()),
    }
    let most = limit.unwrap_or(USUAL).clamp(1, MOST);
    let mut entries = history::page(&mut tx, organisation, before, most + 1).await?;
    let more = entries.len() > most as usize;
    entries.truncate(most as usize);
    Ok(Json(Page {
        entries: entries.into_iter().map(Told::from).collect(),
        more,
    }))
}
