//! The page and its calls, in the words of the contract, under the policy that the real window has.

use std::convert::Infallible;
use std::sync::Arc;

use anyhow::{Context, Result};
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use doorward_client::{Act, Execute, Failure, Query, Workplace};
use futures_util::{Stream, stream};
use serde::Serialize;
use serde_json::Value;
use tokio::sync::broadcast::error::RecvError;

use super::files::Files;
use crate::programs;

#[derive(Debug, Clone)]
struct Page {
    workplace: Arc<Workplace>,
    files: Arc<Files>,
    policy: HeaderValue,
}

pub(super) fn router(workplace: Arc<Workplace>, files: Files) -> Result<Router> {
    let page = Page {
        workplace,
        files: Arc::new(files),
        policy: policy()?,
    };
    Ok(Router::new()
        .route("/ipc/execute", post(execute))
        .route("/ipc/query", post(query))
        .route("/ipc/act", post(act))
        .route("/ipc/changed", get(changed))
        .fallback(file)
        .with_state(page))
}

/// The content security policy of the real window; its words for Tauri's own calls mean nothing here.
fn policy() -> Result<HeaderValue> {
    let settings = std::fs::read_to_string(programs::root().join("tauri.conf.json"))?;
    let settings: Value = serde_json::from_str(&settings)?;
    let policy = settings["app"]["security"]["csp"]
        .as_str()
        .context("a content security policy is set")?;
    Ok(policy.parse()?)
}

async fn file(State(page): State<Page>, request: Request) -> Response {
    let path = match request.uri().path() {
        "/" => "/index.html",
        path => path,
    };
    let Some(file) = page.files.get(path) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static(file.kind)),
        (CONTENT_SECURITY_POLICY, page.policy),
        (CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    (headers, file.bytes.clone()).into_response()
}

async fn execute(State(page): State<Page>, Json(request): Json<Execute>) -> Response {
    let (organisation, commands) = request.commands();
    reply(page.workplace.execute_all(organisation, commands).await)
}

async fn query(State(page): State<Page>, Json(request): Json<Query>) -> Response {
    reply(page.workplace.query(request).await)
}

async fn act(State(page): State<Page>, Json(request): Json<Act>) -> Response {
    reply(page.workplace.act(request).await)
}

fn reply<T: Serialize>(answer: Result<T, Failure>) -> Response {
    match answer {
        Ok(answer) => Json(answer).into_response(),
        Err(failure) => (StatusCode::UNPROCESSABLE_ENTITY, Json(failure)).into_response(),
    }
}

async fn changed(
    State(page): State<Page>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>> + use<>> {
    let changes = page.workplace.subscribe();
    let events = stream::unfold(changes, async |mut changes| {
        let event = match changes.recv().await {
            Ok(news) => Event::default().event("changed").json_data(news).ok()?,
            Err(RecvError::Lagged(_)) => Event::default().event("missed").data("-"),
            Err(RecvError::Closed) => return None,
        };
        Some((Ok(event), changes))
    });
    Sse::new(events).keep_alive(KeepAlive::default())
}
