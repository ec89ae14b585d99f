//! `GET /v1/public/pass-keys`: the keys by which a door judges passes without a network (RULES 8).

use axum::Json;
use axum::extract::State;
use doorward_pass::PublishedKeys;
use doorward_protocol::{Code, Problem};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::problem::Failure;
use crate::{App, passes};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(keys))
}

/// The public keys of passes: that of now and the next one.
#[utoipa::path(
    get,
    path = "/v1/public/pass-keys",
    responses(
        (status = 200, description = "The keys", body = Object),
        (status = 503, description = "There are none at the moment", body = Problem),
    )
)]
async fn keys(State(app): State<App>) -> Result<Json<PublishedKeys>, Failure> {
    let keys = passes::published(&app);
    Ok(Json(keys.map_err(|_| Failure::from(Code::Unavailable))?))
}
