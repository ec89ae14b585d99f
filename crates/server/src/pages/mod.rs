//! Pages that invited and requesting people see: server-rendered, working without JavaScript. They show what the rules
//! say and pass on what people press; no status is judged here. GET changes nothing (INV-4).

mod assets;
mod community;
mod confirm;
mod cookies;
mod form;
mod guard;
mod join;
mod layout;
mod me;
mod next;
mod sign_in;
mod sign_out;
mod sign_up;
#[cfg(test)]
pub(crate) mod tests;
mod visitor;

use axum::Router;
use axum::middleware;
use axum::routing::get;

use crate::App;

/// The routes of the pages.
pub fn routes(app: &App) -> Router<App> {
    Router::new()
        .route("/", get(me::home))
        .route("/sign-up", get(sign_up::show).post(sign_up::take))
        .route("/sign-in", get(sign_in::show).post(sign_in::take))
        .route("/sign-out", get(sign_out::show).post(sign_out::take))
        .route("/confirm", get(confirm::show).post(confirm::take))
        .route("/confirm/{token}", get(confirm::enter))
        .route("/j/{token}", get(join::enter))
        .route("/join", get(join::show).post(join::take))
        .route(
            "/c/{organisation}",
            get(community::show).post(community::take),
        )
        .route("/me", get(me::show).post(me::take))
        .layer(middleware::from_fn_with_state(
            app.clone(),
            guard::only_our_forms,
        ))
        .route("/assets/pages.css", get(assets::stylesheet))
        .route("/assets/icon.svg", get(assets::icon))
}
