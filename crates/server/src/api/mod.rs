//! The API: extractor, one call, reply. Also what every route has in common, pages included.

pub mod body;
mod health;

use axum::Router;
use utoipa_axum::router::OpenApiRouter;

use crate::App;

/// Every route of the server.
pub fn router(app: &App) -> Router {
    let (routes, _) = routes().split_for_parts();
    routes.with_state(app.clone())
}

fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().merge(health::routes())
}
