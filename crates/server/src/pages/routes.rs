//! The routes of the pages.

use axum::Router;
use axum::middleware;
use axum::routing::get;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};

use super::{
    account, ask, assets, code, confirm, forgot, founding, guard, help, join, me, public, reset,
    sign_in, sign_out, sign_up, with,
};
use crate::App;

/// The routes of the pages.
pub fn routes(app: &App) -> Router<App> {
    Router::new()
        .route("/", get(me::home))
        .route("/sign-up", get(sign_up::show).post(sign_up::take))
        .route("/sign-in", get(sign_in::show).post(sign_in::take))
        .route("/sign-out", get(sign_out::show).post(sign_out::take))
        .route("/confirm", get(confirm::show).post(confirm::take))
        .route("/confirm/code", get(code::show).post(code::take))
        .route("/confirm/{token}", get(confirm::enter))
        .route("/with", get(with::show).post(with::take))
        .route("/with/{provider}", get(with::enter))
        .route("/with/{provider}/back", get(with::back))
        .route("/forgot", get(forgot::show).post(forgot::take))
        .route("/reset", get(reset::show).post(reset::take))
        .route("/reset/{token}", get(reset::enter))
        .route("/j/{token}", get(join::enter))
        .route("/help", get(help::show))
        .route("/join", get(join::show).post(join::take))
        .route("/request", get(ask::choose).post(ask::take_choice))
        .route("/c/{organisation}", get(ask::show).post(ask::take))
        .route("/o/{organisation}", get(public::organisation))
        .route("/p/{person}", get(public::person))
        .route("/me", get(me::show).post(me::take))
        .route("/me/notices", get(me::notices).post(me::read_notices))
        .route("/me/pass/{organisation}", get(me::pass).layer(packed()))
        .route("/me/account", get(account::show).post(account::take))
        .route(
            "/me/password",
            get(account::show_password).post(account::take_password),
        )
        .route(
            "/me/address",
            get(account::show_address).post(account::take_address),
        )
        .route(
            "/me/phone",
            get(account::show_phone).post(account::take_phone),
        )
        .route("/me/organisation", get(founding::show).post(founding::take))
        .route("/me/organisation/{organisation}", get(founding::made))
        .layer(middleware::from_fn_with_state(
            app.clone(),
            guard::only_our_forms,
        ))
        .route("/assets/{name}", get(assets::file).layer(packed()))
        .route("/widget/members.v1.js", get(assets::widget))
}

/// Compresses what is heavy and repeats nothing that a visitor sent, so that its length tells nothing either. A font is
/// compressed as it lies there.
fn packed() -> CompressionLayer<impl Predicate> {
    let font = NotForContentType::const_new("font/woff2");
    CompressionLayer::new().compress_when(DefaultPredicate::new().and(font))
}
