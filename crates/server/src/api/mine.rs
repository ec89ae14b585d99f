//! `GET /v1/me/changes`: the person's own rows, by the same protocol as an organisation's.

use axum::Json;
use axum::extract::State;
use doorward_protocol::{Code, Mine, Problem};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::extract::Asked;
use crate::App;
use crate::accounts::SignedInDevice;
use crate::cursor::{self, Scope};
use crate::problem::Failure;
use crate::store::mine::{self, Place};

/// Most rows on one page.
const PAGE: usize = 500;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(changes))
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct After {
    cursor: Option<String>,
}

/// The latest state of the person's own rows, in the order of their changes.
#[utoipa::path(
    get,
    path = "/v1/me/changes",
    params(("cursor" = Option<String>, Query, description = "Where the last page ended; none to begin")),
    responses(
        (status = 200, description = "A page", body = Object),
        (status = 400, description = "A foreign cursor", body = Problem),
    ),
    security(("bearer" = []))
)]
async fn changes(
    State(app): State<App>,
    device: SignedInDevice,
    Asked(After { cursor }): Asked<After>,
) -> Result<Json<Mine>, Failure> {
    let person = device.caller.actor.person().ok_or(Code::SignedOut)?;
    let scope = Scope {
        organisation: None,
        person,
        device: device.caller.device,
    };
    let held = cursor
        .map(|it| cursor::open::<Place>(app.tokens(), scope, &it).ok_or(Code::BadCursor))
        .transpose()?;
    let reset = held.is_none();
    let from = held.unwrap_or_else(|| Place {
        revision: 0,
        kind: String::new(),
        id: String::new(),
    });
    let mut tx = app.store().snapshot().await?;
    let revision = mine::revision(&mut tx, person).await?;
    let mut rows = mine::page(&mut tx, person, &from, PAGE + 1).await?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let place = rows.last().map_or(from, |(place, _)| place.clone());
    let records = rows.into_iter().map(|(_, record)| record).collect();
    let cursor = cursor::seal(app.tokens(), scope, &place);
    Ok(Json(Mine {
        reset,
        records,
        cursor,
        more,
        revision,
    }))
}
