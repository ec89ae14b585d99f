//! `/v1/me/deletion`: the person deletes their account, or keeps it while it is about to close. No command
//! of an organisation: it ends in all of them at once.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use doorward_domain::{CancelAccountDeletion, DeleteAccount, Moment, Name, Parting};
use doorward_protocol::{Code, Problem};
use serde::{Deserialize, Serialize};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::body::Body;
use crate::accounts::SignedInDevice;
use crate::problem::Failure;
use crate::{App, execute};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(delete))
        .routes(routes!(keep))
}

/// The account that is meant.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct Confirmed {
    /// Its name, typed to confirm.
    name: String,
}

impl Confirmed {
    fn name(self) -> Result<Name, Failure> {
        Name::try_from(self.name).map_err(|_| Failure::field(Code::Invalid, "name"))
    }
}

/// What becomes of an account whose person deletes it.
#[derive(Debug, Serialize, utoipa::ToSchema)]
struct Deletion {
    /// The first instant at which it counts as gone, where an organisation still needs its person; none where it is
    /// gone.
    #[schema(value_type = Option<i64>)]
    closes_at: Option<Moment>,
}

/// Deletes the account that is signed in. It is gone at once, or closes where its person is somewhere the last Owner.
#[utoipa::path(
    post,
    path = "/v1/me/deletion",
    request_body = Confirmed,
    responses(
        (status = 200, description = "What becomes of it", body = Deletion),
        (status = 204, description = "It is about to close already"),
        (status = 409, description = "The sign-in is older than ten minutes, or another name", body = Problem),
        (status = 422, description = "The name cannot be", body = Problem),
    ),
    security(("bearer" = []))
)]
async fn delete(
    State(app): State<App>,
    device: SignedInDevice,
    Body(confirmed): Body<Confirmed>,
) -> Result<Result<Json<Deletion>, StatusCode>, Failure> {
    let name = confirmed.name()?;
    let parted = execute::delete_account(&app, &device.caller, &DeleteAccount { name }).await?;
    let Some(parting) = parted else {
        return Ok(Err(StatusCode::NO_CONTENT));
    };
    let closes_at = match parting {
        Parting::AtOnce => None,
        Parting::Closes(at) => Some(at),
    };
    Ok(Ok(Json(Deletion { closes_at })))
}

/// Keeps the account that is signed in and was about to close.
#[utoipa::path(
    post,
    path = "/v1/me/deletion/cancel",
    request_body = Confirmed,
    responses(
        (status = 204, description = "It stays"),
        (status = 409, description = "The sign-in is older than ten minutes, or another name", body = Problem),
        (status = 422, description = "The name cannot be", body = Problem),
    ),
    security(("bearer" = []))
)]
async fn keep(
    State(app): State<App>,
    device: SignedInDevice,
    Body(confirmed): Body<Confirmed>,
) -> Result<StatusCode, Failure> {
    let name = confirmed.name()?;
    execute::keep_account(&app, &device.caller, &CancelAccountDeletion { name }).await?;
    Ok(StatusCode::NO_CONTENT)
}
