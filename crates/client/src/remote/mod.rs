//! The server as this device reaches it: one origin, TLS verified, redirects refused, everything timed out (DSK-4).

mod date;
mod doorbell;

use std::sync::Once;
use std::time::Duration;

use doorward_domain::{Moment, OrganisationId};
use doorward_protocol::{
    Changes, Code, Mine, PROTOCOL_HEADER, PROTOCOL_VERSION, Problem, Push, PushAnswer, SignIn,
    SignedIn,
};
use reqwest::header::{CONTENT_TYPE, DATE, RETRY_AFTER};
use reqwest::{Client, Method, RequestBuilder, Response};
use serde::de::DeserializeOwned;
use url::Url;
use zeroize::Zeroizing;

pub(crate) use doorbell::Doorbell;

use crate::error::{Error, Result};

/// The longest wait for a connection.
const CONNECT: Duration = Duration::from_secs(10);
/// The longest wait for an answer as a whole.
const WHOLE: Duration = Duration::from_mins(1);
/// The longest silence of a stream that lives; the server says something every few seconds.
const SILENCE: Duration = Duration::from_secs(45);
/// The most bytes of an answer that are read.
const MOST_BYTES: usize = 64 * 1024 * 1024;

/// An answer, with the server's time.
#[derive(Debug)]
pub(crate) struct Heard<T> {
    pub(crate) value: T,
    pub(crate) said: Option<Moment>,
}

/// One server, with or without a session there.
#[derive(Clone)]
pub(crate) struct Remote {
    client: Client,
    streams: Client,
    base: Url,
    token: Option<Zeroizing<String>>,
}

impl std::fmt::Debug for Remote {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Remote")
            .field("base", &self.base.as_str())
            .finish_non_exhaustive()
    }
}

impl Remote {
    /// A server by its address; plain http only on this computer.
    pub(crate) fn new(address: &str) -> Result<Self> {
        let base = origin(address)?;
        install_crypto();
        let build = || {
            let builder = Client::builder()
                .connect_timeout(CONNECT)
                .redirect(reqwest::redirect::Policy::none())
                .referer(false);
            if is_loopback(&base) {
                builder.no_proxy()
            } else {
                builder.https_only(true)
            }
        };
        let client = build().timeout(WHOLE).build().map_err(Error::Offline)?;
        let streams = build()
            .read_timeout(SILENCE)
            .build()
            .map_err(Error::Offline)?;
        Ok(Self {
            client,
            streams,
            base,
            token: None,
        })
    }

    /// The same server, speaking for a session.
    pub(crate) fn with_token(mut self, token: &str) -> Self {
        self.token = Some(Zeroizing::new(token.to_owned()));
        self
    }

    /// The address without anything after the host.
    pub(crate) fn origin(&self) -> String {
        self.base.origin().ascii_serialization()
    }

    /// Finds out whether a Doorward server answers: whoever is not signed in is told so in its words.
    pub(crate) async fn greet(&self) -> Result<()> {
        let asked = self.request(&self.client, Method::GET, &["v1", "me"], None)?;
        let answer = match asked.send().await {
            Ok(response) => checked(response).await,
            Err(error) if is_distrust(&error) => return Err(Error::Untrusted(error)),
            Err(error) => return Err(Error::Offline(error)),
        };
        match answer {
            Err(Error::Problem { problem, .. }) if problem.code == Code::SignedOut => Ok(()),
            Err(error @ (Error::Problem { .. } | Error::Offline(_))) => Err(error),
            Ok(_) | Err(_) => Err(Error::NotDoorward),
        }
    }

    /// Signs in.
    pub(crate) async fn sign_in(&self, request: &SignIn) -> Result<Heard<SignedIn>> {
        answer(
            self.request(&self.client, Method::POST, &["v1", "sessions"], None)?
                .json(request),
        )
        .await
    }

    /// Ends the session.
    pub(crate) async fn sign_out(&self) -> Result<()> {
        let request = self.request(
            &self.client,
            Method::DELETE,
            &["v1", "sessions", "current"],
            None,
        )?;
        checked(request.send().await.map_err(Error::Offline)?)
            .await
            .map(drop)
    }

    /// Hands commands over.
    pub(crate) async fn push(
        &self,
        organisation: OrganisationId,
        push: &Push,
    ) -> Result<Heard<PushAnswer>> {
        let path = ["v1", "organisations", &organisation.to_string(), "commands"];
        answer(
            self.request(&self.client, Method::POST, &path, None)?
                .json(push),
        )
        .await
    }

    /// Asks what changed in an organisation.
    pub(crate) async fn changes(
        &self,
        organisation: OrganisationId,
        cursor: Option<&str>,
    ) -> Result<Heard<Changes>> {
        let path = ["v1", "organisations", &organisation.to_string(), "changes"];
        answer(self.request(&self.client, Method::GET, &path, cursor)?).await
    }

    /// Asks what changed among the person's own rows.
    pub(crate) async fn my_changes(&self, cursor: Option<&str>) -> Result<Heard<Mine>> {
        answer(self.request(&self.client, Method::GET, &["v1", "me", "changes"], cursor)?).await
    }

    /// Listens for what is new.
    pub(crate) async fn listen(&self) -> Result<Doorbell> {
        let request = self.request(&self.streams, Method::GET, &["v1", "stream"], None)?;
        let response = checked(request.send().await.map_err(Error::Offline)?).await?;
        Ok(Doorbell::new(response))
    }

    fn request(
        &self,
        client: &Client,
        method: Method,
        path: &[&str],
        cursor: Option<&str>,
    ) -> Result<RequestBuilder> {
        let mut url = self.base.clone();
        url.path_segments_mut()
            .map_err(|()| Error::WrongAddress)?
            .clear()
            .extend(path);
        if let Some(cursor) = cursor {
            url.query_pairs_mut().append_pair("cursor", cursor);
        }
        let request = client
            .request(method, url)
            .header(PROTOCOL_HEADER, PROTOCOL_VERSION);
        Ok(match &self.token {
            Some(token) => request.bearer_auth(token.as_str()),
            None => request,
        })
    }
}

/// The provider of the process; another part of the program may have installed the same one before.
fn install_crypto() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| drop(rustls::crypto::ring::default_provider().install_default()));
}

fn origin(address: &str) -> Result<Url> {
    let typed = address.trim().trim_end_matches('/');
    let whole = if typed.contains("://") {
        typed.to_owned()
    } else {
        format!("https://{typed}")
    };
    let url = Url::parse(&whole).map_err(|_| Error::WrongAddress)?;
    let plain = url.path() == "/"
        && url.query().is_none()
        && url.fragment().is_none()
        && url.username().is_empty();
    if plain && is_trusted_way(&url) && url.password().is_none() {
        Ok(url)
    } else {
        Err(Error::WrongAddress)
    }
}

/// Whether nobody on the way to an address can listen: by TLS, or because it does not leave this computer.
pub(crate) fn is_trusted_way(url: &Url) -> bool {
    let safe = url.scheme() == "https" || (url.scheme() == "http" && is_loopback(url));
    safe && url.has_host()
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(url::Host::Ipv4(ip)) => ip.is_loopback(),
        Some(url::Host::Ipv6(ip)) => ip.is_loopback(),
        Some(url::Host::Domain(name)) => name == "localhost",
        None => false,
    }
}

/// Whether a connection came about and the server could not show who it is.
fn is_distrust(error: &(dyn std::error::Error + 'static)) -> bool {
    let wrapped = error
        .downcast_ref::<std::io::Error>()
        .and_then(std::io::Error::get_ref);
    error.is::<rustls::Error>()
        || wrapped.is_some_and(|inner| is_distrust(inner))
        || error.source().is_some_and(is_distrust)
}

async fn answer<T: DeserializeOwned>(request: RequestBuilder) -> Result<Heard<T>> {
    let response = checked(request.send().await.map_err(Error::Offline)?).await?;
    let said = said(&response);
    let value = serde_json::from_slice(&body(response).await?).map_err(Error::Unreadable)?;
    Ok(Heard { value, said })
}

/// The answer, or the problem the server describes.
async fn checked(response: Response) -> Result<Response> {
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

fn header<'a>(response: &'a Response, name: &reqwest::header::HeaderName) -> Option<&'a str> {
    response.headers().get(name)?.to_str().ok()
}

fn said(response: &Response) -> Option<Moment> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_origins_over_tls_or_on_this_computer_are_addresses_dsk_4() {
        for good in [
            "https://door.example.ee",
            "door.example.ee",
            "http://127.0.0.1:8080/",
            "http://[::1]:1",
            "http://localhost:5",
        ] {
            assert!(Remote::new(good).is_ok(), "{good}");
        }
        for bad in [
            "http://door.example.ee",
            "ftp://a.ee",
            "https://a.ee/path",
            "https://u:p@a.ee",
            "",
            "https://a.ee?x=1",
            "file:///etc",
        ] {
            assert!(
                matches!(Remote::new(bad), Err(Error::WrongAddress)),
                "{bad}"
            );
        }
        assert_eq!(
            Remote::new("door.example.ee").unwrap().origin(),
            "https://door.example.ee"
        );
    }
}
