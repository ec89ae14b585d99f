//! Every route, and what surrounds them.

use axum::Router;
use utoipa_axum::router::OpenApiRouter;

use super::{
    changes, deletion, health, history, links, mine, openapi, organisations, passes, public, push,
    reports, stream, surroundings,
};
use crate::{App, accounts, pages};

/// Every route of the server.
pub fn router(app: &App) -> Router {
    let (routes, _) = routes().split_for_parts();
    surroundings::around(routes.merge(pages::routes(app)), app)
}

/// The routes of the API, each with what the OpenAPI document says of it.
pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(accounts::routes())
        .merge(organisations::routes())
        .merge(push::routes())
        .merge(changes::routes())
        .merge(mine::routes())
        .merge(deletion::routes())
        .merge(stream::routes())
        .merge(history::routes())
        .merge(links::routes())
        .merge(passes::routes())
        .merge(public::routes())
        .merge(reports::routes())
        .merge(health::routes())
        .merge(openapi::routes())
}
