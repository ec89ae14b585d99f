//! `POST /v1/organisations/{id}/commands`: commands of one device, in order, and what became of each.

use axum::Json;
use axum::extract::{DefaultBodyLimit, State};
use doorward_domain::OrganisationId;
use doorward_protocol::{Code, MAX_COMMANDS, MAX_PUSH_BYTES, Problem, Push, PushAnswer};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::body::Body;
use super::extract::Named;
use crate::accounts::SignedInDevice;
use crate::problem::Failure;
use crate::{App, execute};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(push))
        .layer(DefaultBodyLimit::max(MAX_PUSH_BYTES))
}

/// Settles commands; a refusal is an outcome and does not stop the next command.
#[utoipa::path(
    post,
    path = "/v1/organisations/{id}/commands",
    params(("id" = uuid::Uuid, Path, description = "The organisation")),
    request_body = Push,
    responses(
        (status = 200, description = "What became of each command", body = PushAnswer),
        (status = 404, description = "No such organisation for this account", body = Problem),
        (status = 409, description = "An id was sent before with another body", body = Problem),
        (status = 413, description = "More than 500 commands or 1 MiB", body = Problem),
        (status = 422, description = "Not a push", body = Problem),
    ),
    security(("bearer" = []))
)]
async fn push(
    State(app): State<App>,
    device: SignedInDevice,
    Named(organisation): Named<OrganisationId>,
    Body(push): Body<Push>,
) -> Result<Json<PushAnswer>, Failure> {
    if push.commands.len() > MAX_COMMANDS {
        return Err(Code::TooLarge.into());
    }
    Ok(Json(
        execute::push(&app, organisation, &device.caller, &push.commands).await?,
    ))
}
