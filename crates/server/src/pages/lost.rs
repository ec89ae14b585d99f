//! What stands where nothing is: a page in the visitor's language for whoever looks, a problem document for programs.

use axum::extract::{FromRequestParts, Request, State};
use axum::http::{Method, header};
use axum::response::{IntoResponse, Response};
use doorward_protocol::Code;

use super::visitor::Visitor;
use crate::App;
use crate::problem::Failure;

/// Answers for an address that nothing has.
pub async fn nothing_here(State(app): State<App>, request: Request) -> Response {
    if !is_looked_at(&request) {
        return Failure::from(Code::NotFound).into_response();
    }
    let (mut parts, _) = request.into_parts();
    match Visitor::from_request_parts(&mut parts, &app).await {
        Ok(visitor) => visitor.broken(Code::NotFound).into_response(),
        Err(response) => response,
    }
}

/// Whether somebody looks with a browser at what is no part of the API.
fn is_looked_at(request: &Request) -> bool {
    let accepted = request.headers().get(header::ACCEPT);
    let html = accepted.is_some_and(|it| it.to_str().is_ok_and(|it| it.contains("text/html")));
    html && request.method() == Method::GET && !request.uri().path().starts_with("/v1/")
}
