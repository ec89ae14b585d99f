//! `GET /v1/organisations/{id}/history`: what happened, the newest first, for those who may see it.

use axum::Json;
use axum::extract::State;
use doorward_domain::{OrganisationId, Window, World};
use doorward_protocol::{Code, Entry, HistoryPage, Problem};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::extract::{Asked, Named};
use crate::accounts::SignedInDevice;
use crate::problem::Failure;
use crate::store::history;
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
        (status = 200, description = "Entries, the newest first", body = HistoryPage),
        (status = 404, description = "No such organisation, or no history, for this account", body = Problem),
    ),
    security(("bearer" = []))
)]
async fn page(
    State(app): State<App>,
    device: SignedInDevice,
    Named(organisation): Named<OrganisationId>,
    Asked(Before { before, limit }): Asked<Before>,
) -> Result<Json<HistoryPage>, Failure> {
    let mut tx = app.store().snapshot().await?;
    let mut world = World::new(organisation);
    match execute::window(&mut tx, &mut world, &device.caller.actor, app.now()).await? {
        Window::Open(view) if view.history => {}
        Window::Open(_) | Window::Closed | Window::Asks(_) => return Err(Code::NotFound.into()),
    }
    let most = limit.unwrap_or(USUAL).clamp(1, MOST);
    let mut entries = history::page(&mut tx, organisation, before, most + 1).await?;
    let more = entries.len() > most as usize;
    let older = entries.split_off(entries.len().min(most as usize));
    let follows = older.into_iter().next().map(|it| it.hash);
    Ok(Json(HistoryPage {
        entries,
        more,
        follows: follows.unwrap_or_else(|| Entry::BEGINNING.to_owned()),
    }))
}
