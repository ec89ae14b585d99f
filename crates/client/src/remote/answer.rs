//! Answers of a server: what it says, what it describes as a problem, and what is no answer of it at all.

use doorward_domain::Moment;
use doorward_protocol::Problem;
use reqwest::Response;
use reqwest::header::{CONTENT_TYPE, DATE, RETRY_AFTER};
use serde::de::DeserializeOwned;

use super::date;
use crate::error::{Error, Result};

/// The most bytes of an answer that are read.
const MOST_BYTES: usize = 64 * 1024 * 1024;

/// An answer, with the server's time.
#[derive(Debug)]
pub(crate) struct Heard<T> {
    pub(crate) value: T,
    pub(crate) said: Option<Moment>,
}

/// Reads an answer.
pub(super) async fn read<T: DeserializeOwned>(response: Response) -> Result<Heard<T>> {
    let said = said(&response);
    let value = serde_json::from_slice(&body(response).await?).map_err(Error::Unreadable)?;
    Ok(Heard { value, said })
}

/// The answer, or the problem the server describes.
pub(super) async fn checked(response: Response) -> Result<Response> {
    let status = response.status();
    if status.is_success() {
        return Ok(response);
    }
    let retry_after = header(&response, &RETRY_AFTER).and_then(|text| text.parse().ok());
    let is_problem = header(&response, &CONTENT_TYPE)
        .is_some_and(|kind| kind.starts_with("application/problem+json"));
    if is_problem && let Ok(problem) = serde_json::from_slice::<Problem>(&body(response).await?) {
        return Err(Error::Problem {
            problem: Box::new(problem),
            retry_after,
        });
    }
    Err(Error::Strange {
        status: status.as_u16(),
    })
}

pub(super) fn header<'a>(
    response: &'a Response,
    name: &reqwest::header::HeaderName,
) -> Option<&'a str> {
    response.headers().get(name)?.to_str().ok()
}

pub(super) fn said(response: &Response) -> Option<Moment> {
    date::read(header(response, &DATE)?)
}

async fn body(mut response: Response) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(Error::Offline)? {
        if bytes.len() + chunk.len() > MOST_BYTES {
            return Err(Error::Strange {
                status: response.status().as_u16(),
            });
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes)
}

/// Whether a connection came about and the server could not show who it is.
pub(super) fn is_distrust(error: &(dyn std::error::Error + 'static)) -> bool {
    let wrapped = error
        .downcast_ref::<std::io::Error>()
        .and_then(std::io::Error::get_ref);
    error.is::<rustls::Error>()
        || wrapped.is_some_and(|inner| is_distrust(inner))
        || error.source().is_some_and(is_distrust)
}
