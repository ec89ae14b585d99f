//! What addresses carry, read so that whatever does not fit becomes a problem document with a stable code.

use axum::extract::{FromRequestParts, Path, Query};
use axum::http::request::Parts;
use doorward_protocol::Code;
use serde::de::DeserializeOwned;

use crate::problem::Failure;

/// Ids in the path; what is no id names nothing.
#[derive(Debug)]
pub struct Named<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned + Send> FromRequestParts<S> for Named<T> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        Path::from_request_parts(parts, state)
            .await
            .map(|Path(it)| Self(it))
            .map_err(|_| Code::NotFound.into())
    }
}

/// What follows the question mark.
#[derive(Debug)]
pub struct Asked<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for Asked<T> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        Query::from_request_parts(parts, state)
            .await
            .map(|Query(it)| Self(it))
            .map_err(|_| Code::Malformed.into())
    }
}
