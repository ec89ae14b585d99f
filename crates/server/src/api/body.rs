//! The body of a request: JSON of exactly the expected shape, or a problem document that says what is wrong.

use axum::Json;
use axum::extract::rejection::JsonRejection;
use axum::extract::{FromRequest, Request};
use doorward_protocol::Code;
use serde::de::DeserializeOwned;

use crate::App;
use crate::problem::Failure;

/// A JSON body.
#[derive(Debug)]
pub struct Body<T>(pub T);

impl<T: DeserializeOwned> FromRequest<App> for Body<T> {
    type Rejection = Failure;

    async fn from_request(request: Request, app: &App) -> Result<Self, Failure> {
        match Json::<T>::from_request(request, app).await {
            Ok(Json(body)) => Ok(Self(body)),
            Err(JsonRejection::MissingJsonContentType(_)) => Err(Code::WrongContentType.into()),
            Err(JsonRejection::BytesRejection(_)) => Err(Code::TooLarge.into()),
            // Where it is wrong helps a developer; what stands there may be a password.
            Err(JsonRejection::JsonSyntaxError(_)) => Err(Failure::titled(Code::Malformed, "The body is not JSON.")),
            Err(_) => Err(Code::Malformed.into()),
        }
    }
}
