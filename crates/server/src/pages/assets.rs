//! The pages' own files, compiled in: a stylesheet, the font, a small script that nothing depends on, and an icon.

use std::sync::LazyLock;

use axum::extract::Path;
use axum::http::{HeaderName, StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::tokens;

/// The script.
pub const SCRIPT: &str = include_str!("../../assets/pages.js");
/// The widget.
const WIDGET: &str = include_str!("../../assets/members.v1.js");
/// The icon.
pub const ICON: &str = include_str!("../../assets/icon.svg");

/// The font, in files that a page loads by need.
pub const FONTS: [(&str, &[u8]); 3] = [
    (
        "inter-latin.woff2",
        include_bytes!("../../assets/fonts/inter-latin.woff2"),
    ),
    (
        "inter-latin-ext.woff2",
        include_bytes!("../../assets/fonts/inter-latin-ext.woff2"),
    ),
    (
        "inter-cyrillic.woff2",
        include_bytes!("../../assets/fonts/inter-cyrillic.woff2"),
    ),
];

/// The stylesheet, with addresses of the font that name its content.
pub static STYLESHEET: LazyLock<String> = LazyLock::new(|| {
    let faces = include_str!("../../assets/fonts/fonts.css").to_owned();
    let faces = FONTS.iter().fold(faces, |faces, (name, content)| {
        faces.replace(name, &format!("{name}?v={}", version(content)))
    });
    faces + include_str!("../../assets/pages.css")
});

/// Addresses name their content, so that it can be kept for good.
static ADDRESSES: LazyLock<[String; 2]> = LazyLock::new(|| {
    let address =
        |name: &str, content: &str| format!("/assets/{name}?v={}", version(content.as_bytes()));
    [
        address("pages.css", &STYLESHEET),
        address("pages.js", SCRIPT),
    ]
});

fn version(content: &[u8]) -> String {
    tokens::hash_of(content).chars().take(12).collect()
}

/// Where the stylesheet is.
pub fn stylesheet_address() -> &'static str {
    &ADDRESSES[0]
}

/// Where the script is.
pub fn script_address() -> &'static str {
    &ADDRESSES[1]
}

/// The script that shows the public member list on another website; its address stays, so it is asked for again.
pub async fn widget() -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/javascript; charset=utf-8"),
        (header::CACHE_CONTROL, "public, max-age=3600"),
        (
            HeaderName::from_static("cross-origin-resource-policy"),
            "cross-origin",
        ),
    ];
    (headers, WIDGET).into_response()
}

/// One of the files.
pub async fn file(Path(name): Path<String>) -> Response {
    let font = FONTS.iter().find(|(font, _)| *font == name);
    match (name.as_str(), font) {
        ("pages.css", _) => kept("text/css; charset=utf-8", STYLESHEET.as_bytes()),
        ("pages.js", _) => kept("text/javascript; charset=utf-8", SCRIPT.as_bytes()),
        ("icon.svg", _) => kept("image/svg+xml", ICON.as_bytes()),
        (_, Some((_, content))) => kept("font/woff2", content),
        (_, None) => StatusCode::NOT_FOUND.into_response(),
    }
}

fn kept(kind: &'static str, body: &'static [u8]) -> Response {
    (
        [
            (header::CONTENT_TYPE, kind),
            (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
        ],
        body,
    )
        .into_response()
}
