//! `POST /v1/organisations`: a signed-in person makes an organisation, where the operator lets everybody do so.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use doorward_domain::{Name, OrganisationId};
use doorward_protocol::{Code, Problem};
use serde::{Deserialize, Serialize};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::body::Body;
use crate::accounts::{Network, SignedInDevice, too_often};
use crate::execute::Wanted;
use crate::problem::Failure;
use crate::{App, execute};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(make))
}

/// An organisation to be made.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct NewOrganisation {
    /// The id that it shall have, minted by the client, so that the same request can be sent again.
    #[serde(default)]
    id: Option<uuid::Uuid>,
    /// What it is called.
    name: String,
}

/// An organisation that was made.
#[derive(Debug, Serialize, utoipa::ToSchema)]
struct Made {
    /// The organisation.
    id: uuid::Uuid,
    /// The membership of its Owner.
    owner: uuid::Uuid,
}

/// Makes an organisation whose Owner is who asks.
#[utoipa::path(
    post,
    path = "/v1/organisations",
    request_body = NewOrganisation,
    responses(
        (status = 201, description = "It is made", body = Made),
        (status = 409, description = "Only the operator makes organisations here, or the id is of another", body = Problem),
        (status = 422, description = "The name cannot be", body = Problem),
        (status = 429, description = "Too many were made within an hour", body = Problem),
    ),
    security(("bearer" = []))
)]
async fn make(
    State(app): State<App>,
    network: Network,
    device: SignedInDevice,
    Body(new): Body<NewOrganisation>,
) -> Result<(StatusCode, Json<Made>), Response> {
    let failed = |failure: Failure| failure.into_response();
    let name = Name::try_from(new.name);
    let name = name.map_err(|_| failed(Failure::field(Code::Invalid, "name")))?;
    let wanted = Wanted {
        id: new.id.map(OrganisationId),
        name,
    };
    let made = execute::found_own(&app, &device.caller, &network.0, wanted).await;
    let made = made
        .map_err(|error| failed(error.into()))?
        .map_err(too_often)?;
    Ok((
        StatusCode::CREATED,
        Json(Made {
            id: made.organisation.0,
            owner: made.owner.0,
        }),
    ))
}
