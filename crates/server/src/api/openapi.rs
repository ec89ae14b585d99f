//! `GET /openapi.json`: what the routes say of themselves, as one document.

use std::sync::LazyLock;

use axum::http::header;
use axum::response::IntoResponse;
use doorward_protocol::Code;
use utoipa::openapi::path::Operation;
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityScheme};
use utoipa::openapi::{
    ComponentsBuilder, ContentBuilder, InfoBuilder, OpenApi, Ref, RefOr, ResponseBuilder,
};
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
    for path in document.paths.paths.values_mut() {
        let methods = [
            &mut path.get,
            &mut path.post,
            &mut path.put,
            &mut path.patch,
            &mut path.delete,
        ];
        for operation in methods.into_iter().flatten() {
            add_what_any_route_answers(operation);
        }
    }
    document.to_pretty_json().unwrap_or_default()
}

/// What a route answers because of how it is asked, whatever it does; and problems under their own content type.
fn add_what_any_route_answers(operation: &mut Operation) {
    let signed_in = [Code::SignedOut];
    let with_body = [Code::Malformed, Code::WrongContentType, Code::TooLarge];
    let always = [
        Code::UnknownHost,
        Code::UpdateNeeded,
        Code::Unavailable,
        Code::StoreFull,
    ];
    let codes = signed_in
        .iter()
        .filter(|_| operation.security.is_some())
        .chain(
            with_body
                .iter()
                .filter(|_| operation.request_body.is_some()),
        )
        .chain(&always);
    let responses = &mut operation.responses.responses;
    for code in codes {
        let status = code.status().to_string();
        let response = ResponseBuilder::new().description(code.key()).build();
        responses.entry(status).or_insert(RefOr::T(response));
    }
    for (status, response) in responses {
        if let (RefOr::T(response), true) = (response, status.starts_with(['4', '5'])) {
            let problem = Ref::from_schema_name("Problem");
            let content = ContentBuilder::new().schema(Some(problem)).build();
            response.content = [("application/problem+json".to_owned(), RefOr::T(content))].into();
        }
    }
}
