//! Problem documents: the one place where refusals and errors become answers, and where unexpected errors are logged.

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use doorward_domain::Refusal;
use doorward_protocol::{Code, Problem};

use crate::accounts::password::Unhashed;
use crate::store;

/// Why a request was not done; becomes a problem document.
#[derive(Debug)]
pub struct Failure(Box<Problem>);

impl Failure {
    /// A failure that concerns one field of the body.
    pub fn field(code: Code, field: &str) -> Self {
        let Self(mut problem) = Self::from(code);
        problem.field = Some(field.to_owned());
        Self(problem)
    }

    /// A failure with a sentence of its own for logs and developers.
    pub fn titled(code: Code, title: impl Into<String>) -> Self {
        let Self(mut problem) = Self::from(code);
        problem.title = title.into();
        Self(problem)
    }

    /// The document.
    pub fn problem(&self) -> &Problem {
        &self.0
    }
}

impl From<Code> for Failure {
    fn from(code: Code) -> Self {
        Self(Box::new(Problem {
            code,
            status: code.status(),
            title: title(code).to_owned(),
            field: None,
            refusal: None,
        }))
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        let code = if refusal == Refusal::NotFound {
            Code::NotFound
        } else {
            Code::Refused
        };
        let Self(mut problem) = Self::from(code);
        if refusal != Refusal::NotFound {
            problem.title = refusal.to_string();
            problem.refusal = Some(refusal);
        }
        Self(problem)
    }
}

impl From<store::Error> for Failure {
    fn from(error: store::Error) -> Self {
        let code = if matches!(error, store::Error::Full(_)) {
            Code::StoreFull
        } else {
            Code::Unavailable
        };
        if error.is_passing() {
            tracing::warn!(error = %chain(&error), "the store is busy");
        } else {
            tracing::error!(error = %chain(&error), "the store failed");
        }
        code.into()
    }
}

impl From<Unhashed> for Failure {
    fn from(error: Unhashed) -> Self {
        tracing::error!(error = %chain(&error), "a password could not be hashed");
        Code::Unavailable.into()
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let status =
            StatusCode::from_u16(self.0.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = (status, Json(self.0)).into_response();
        let headers = response.headers_mut();
        headers.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/problem+json"),
        );
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if matches!(
            status,
            StatusCode::SERVICE_UNAVAILABLE | StatusCode::INSUFFICIENT_STORAGE
        ) {
            headers.insert(header::RETRY_AFTER, HeaderValue::from_static("1"));
        }
        response
    }
}

/// An error with what caused it, on one line; values in it are quoted, so that none can forge a line.
fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut next = error.source();
    while let Some(cause) = next {
        text = format!("{text}: {cause}");
        next = cause.source();
    }
    text.escape_debug().to_string()
}

const fn title(code: Code) -> &'static str {
    match code {
        Code::Malformed => "The body is not JSON of the expected shape.",
        Code::WrongContentType => "The content type is not the one this route takes.",
        Code::TooLarge => "The body is larger than this route takes.",
        Code::SignedOut => "There is no session, or it has ended.",
        Code::SignInFailed => "Address or password do not fit.",
        Code::NotFound => "There is no such thing here.",
        Code::WrongMethod => "This route does not take this method.",
        Code::IdReused => "This id was sent before with another body.",
        Code::BadCursor => "This cursor was made for somebody or something else.",
        Code::NoLongerWorks => "It no longer works.",
        Code::TooMany => "Too many attempts.",
        Code::UpdateNeeded => "This version of the client is too old.",
        Code::ForeignOrigin => "The request comes from a foreign page.",
        Code::UnknownHost => "This server does not serve the host that is named.",
        Code::Invalid => "A field holds what it cannot hold.",
        Code::Refused => "The command was refused.",
        Code::Unavailable => "This does not work right now; the same request may be sent again.",
        Code::StoreFull => "The store has no room; nothing was changed.",
    }
}
