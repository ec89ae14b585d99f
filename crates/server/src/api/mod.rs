//! The API: extractor, one call, reply. Also what every route has in common, pages included.

pub mod body;
mod changes;
mod extract;
mod health;
mod history;
pub mod links;
mod mine;
mod openapi;
mod organisations;
mod push;
mod stream;
mod surroundings;

use axum::Router;
use utoipa_axum::router::OpenApiRouter;

pub use self::openapi::document;
use crate::{App, accounts, pages};

/// Every route of the server.
pub fn router(app: &App) -> Router {
    let (routes, _) = routes().split_for_parts();
    surroundings::around(routes.merge(pages::routes(app)), app)
}

/// The routes of the API, each with what the OpenAPI document says of it.
fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(accounts::routes())
        .merge(organisations::routes())
        .merge(push::routes())
        .merge(changes::routes())
        .merge(mine::routes())
        .merge(stream::routes())
        .merge(history::routes())
        .merge(links::routes())
        .merge(health::routes())
        .merge(openapi::routes())
}
