//! `GET /healthz`: whether the server answers and reaches its store.

use axum::extract::State;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::App;
use crate::problem::Failure;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(health))
}

/// Answers `ok` while the store can be read.
#[utoipa::path(get, path = "/healthz", responses((status = 200, description = "It works", body = String)))]
async fn health(State(app): State<App>) -> Result<&'static str, Failure> {
    let mut tx = app.store().snapshot().await?;
    crate::store::ping(&mut tx).await?;
    Ok("ok")
}
