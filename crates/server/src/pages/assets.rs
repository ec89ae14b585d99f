//! The pages' own files, compiled in: a stylesheet, a small script that nothing depends on, and an icon.

use std::sync::LazyLock;

use axum::http::header;
use axum::response::{IntoResponse, Response};

use crate::tokens;

/// The stylesheet.
pub const STYLESHEET: &str = include_str!("../../assets/pages.css");
/// The script.
pub const SCRIPT: &str = include_str!("../../assets/pages.js");
/// The icon.
pub const ICON: &str = include_str!("../../assets/icon.svg");

/// Addresses name their content, so that it can be kept for good.
static ADDRESSES: LazyLock<[String; 2]> = LazyLock::new(|| {
    [("pages.css", STYLESHEET), ("pages.js", SCRIPT)].map(|(name, content)| {
        let hash: String = tokens::hash(content).chars().take(12).collect();
        format!("/assets/{name}?v={hash}")
    })
});

/// Where the stylesheet is.
pub fn stylesheet_address() -> &'static str {
    &ADDRESSES[0]
}

/// Where the script is.
pub fn script_address() -> &'static str {
    &ADDRESSES[1]
}

/// The stylesheet.
pub async fn stylesheet() -> Response {
    kept("text/css; charset=utf-8", STYLESHEET)
}

/// The script.
pub async fn script() -> Response {
    kept("text/javascript; charset=utf-8", SCRIPT)
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
