//! The pages' own files: a stylesheet and an icon, compiled in.

use std::sync::LazyLock;

use axum::http::header;
use axum::response::{IntoResponse, Response};

use crate::tokens;

const STYLESHEET: &str = include_str!("../../assets/pages.css");
const ICON: &str = include_str!("../../assets/icon.svg");

/// The stylesheet's address names its content, so that it can be kept for good.
static ADDRESS: LazyLock<String> = LazyLock::new(|| {
    let hash: String = tokens::hash(STYLESHEET).chars().take(12).collect();
    format!("/assets/pages.css?v={hash}")
});

/// Where the stylesheet is.
pub fn stylesheet_address() -> &'static str {
    &ADDRESS
}

/// The stylesheet.
pub async fn stylesheet() -> Response {
    kept("text/css; charset=utf-8", STYLESHEET)
}

/// The icon.
pub async fn icon() -> Response {
    kept("image/svg+xml", ICON)
}

fn kept(kind: &'static str, body: &'static str) -> Response {
    (
        [
            (header::CONTENT_TYPE, kind),
            (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
        ],
        body,
    )
        .into_response()
}
