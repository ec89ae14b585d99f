//! The body of a request: JSON of exactly the expected shape, or a problem document with a stable code.

use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{FromRequest, Request};
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use doorward_protocol::Code;
use serde::de::DeserializeOwned;

use crate::problem::Failure;

/// The deepest that JSON may be nested (RAT-4).
const DEPTH: usize = 32;

/// A JSON body.
#[derive(Debug)]
pub struct Body<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Body<T> {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        if !is_json(request.headers().get(header::CONTENT_TYPE)) {
            return Err(Code::WrongContentType.into());
        }
        let bytes = Bytes::from_request(request, state).await.map_err(unread)?;
        read(&bytes).map(Self)
    }
}

/// Reads JSON of exactly the expected shape.
pub fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Failure> {
    // Serde would read a list as the fields of an object in their order.
    let is_object = bytes.trim_ascii_start().starts_with(b"{");
    if !is_object || is_too_deep(bytes) {
        return Err(Code::Malformed.into());
    }
    serde_json::from_slice(bytes).map_err(|error| wrong(&error))
}

fn is_json(content_type: Option<&header::HeaderValue>) -> bool {
    let essence = content_type
        .and_then(|it| it.to_str().ok())
        .and_then(|it| it.split(';').next());
    essence.is_some_and(|it| it.trim().eq_ignore_ascii_case("application/json"))
}

/// Where it is wrong helps a developer; what stands there may be a password.
fn wrong(error: &serde_json::Error) -> Failure {
    let what = if error.is_data() {
        "The body is not of the expected shape"
    } else {
        "The body is not JSON"
    };
    Failure::titled(
        Code::Malformed,
        format!("{what}: line {}, column {}.", error.line(), error.column()),
    )
}

fn unread(rejection: BytesRejection) -> Failure {
    let too_large = rejection.into_response().status() == StatusCode::PAYLOAD_TOO_LARGE;
    if too_large {
        Code::TooLarge.into()
    } else {
        Code::Malformed.into()
    }
}

/// Whether brackets are nested deeper than any honest body; text in quotes does not count.
fn is_too_deep(bytes: &[u8]) -> bool {
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    for byte in bytes {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b'[' | b'{' if !quoted => depth += 1,
            b']' | b'}' if !quoted => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEPTH {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn depth_counts_outside_quotes_rat_4() {
        let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(!is_too_deep(nested(DEPTH).as_bytes()));
        assert!(is_too_deep(nested(DEPTH + 1).as_bytes()));
        assert!(!is_too_deep(
            format!("\"\\\"{}\"", "[".repeat(99)).as_bytes()
        ));
    }
}
