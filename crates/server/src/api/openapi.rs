//! `GET /openapi.json`: what the routes say of themselves, as one document.

use std::sync::LazyLock;

use axum::http::header;
use axum::response::IntoResponse;
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityScheme};
use utoipa::openapi::{ComponentsBuilder, InfoBuilder, OpenApi};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::App;

static DOCUMENT: LazyLock<String> = LazyLock::new(document);

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(openapi))
}

/// This document.
#[utoipa::path(get, path = "/openapi.json", responses((status = 200, description = "The document", body = Object)))]
async fn openapi() -> impl IntoResponse {
    (
        [(header::CONTENT_TYPE, "application/json")],
        DOCUMENT.as_str(),
    )
}

/// The OpenAPI document of the API.
pub fn document() -> String {
    let mut document: OpenApi = super::router::routes().into_openapi();
    document.info = InfoBuilder::new()
        .title("Doorward")
        .version(env!("CARGO_PKG_VERSION"))
        .description(Some(
            "Every error is an application/problem+json document with a stable code.",
        ))
        .build();
    let bearer = SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer));
    let components = ComponentsBuilder::from(document.components.take().unwrap_or_default());
    document.components = Some(components.security_scheme("bearer", bearer).build());
    document.to_pretty_json().unwrap_or_default()
}
