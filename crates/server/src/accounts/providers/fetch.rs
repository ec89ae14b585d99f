//! Asking a site over HTTP: only where it may be asked, never on to where an answer points, not for long and not much.

use std::pin::Pin;
use std::time::Duration;

use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse};
use url::Url;

use crate::config::Provider;

/// The longest one question takes, and the longest until somebody answers at all.
const PATIENCE: Duration = Duration::from_secs(10);
const KNOCK: Duration = Duration::from_secs(5);
/// Most bytes of an answer.
const MOST: usize = 256 * 1024;

/// Why a site was not asked, or gave no answer that can be read.
#[derive(Debug, thiserror::Error)]
pub enum Unread {
    /// It may not be asked there.
    #[error("it may not be asked at this address")]
    Elsewhere,
    /// It does not answer.
    #[error("it does not answer")]
    Silent(#[source] reqwest::Error),
    /// It says too much.
    #[error("its answer is too long")]
    TooLong,
}

impl From<reqwest::Error> for Unread {
    fn from(error: reqwest::Error) -> Self {
        Self::Silent(error.without_url())
    }
}

/// What asks sites.
pub(super) fn client() -> Result<reqwest::Client, reqwest::Error> {
    // Another part of the program may have installed the same one before.
    drop(rustls::crypto::ring::default_provider().install_default());
    reqwest::Client::builder()
        .timeout(PATIENCE)
        .connect_timeout(KNOCK)
        .redirect(reqwest::redirect::Policy::none())
        .build()
}

/// Asks one site.
#[derive(Debug)]
pub(super) struct Asking {
    /// What asks.
    pub client: reqwest::Client,
    /// Who is asked.
    pub provider: Provider,
}

impl<'c> AsyncHttpClient<'c> for Asking {
    type Error = Unread;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, Unread>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(fetch(self, request))
    }
}

async fn fetch(asking: &Asking, request: HttpRequest) -> Result<HttpResponse, Unread> {
    let url = Url::parse(&request.uri().to_string()).map_err(|_| Unread::Elsewhere)?;
    if !asking.provider.speaks_at(&url) {
        return Err(Unread::Elsewhere);
    }
    let mut answer = asking.client.execute(request.try_into()?).await?;
    let (status, headers) = (answer.status(), answer.headers().clone());
    let mut body = Vec::new();
    while let Some(part) = answer.chunk().await? {
        body.extend_from_slice(&part);
        if body.len() > MOST {
            return Err(Unread::TooLong);
        }
    }
    let mut read = HttpResponse::new(body);
    *read.status_mut() = status;
    *read.headers_mut() = headers;
    Ok(read)
}

#[cfg(test)]
mod tests {
    use std::net::TcpListener;

    use openidconnect::http::Request;

    use super::*;

    async fn ask(issuer: &str, url: &str) -> Result<HttpResponse, Unread> {
        let provider = Provider {
            name: "Plaza".to_owned(),
            issuer: issuer.to_owned(),
            client_id: "doorward".to_owned(),
            client_secret: None,
        };
        let client = client().unwrap();
        let asking = Asking { client, provider };
        let request = Request::get(url).body(Vec::new()).unwrap();
        let asked = fetch(&asking, request);
        tokio::time::timeout(2 * PATIENCE, asked).await.unwrap()
    }

    #[tokio::test(start_paused = true)]
    async fn a_site_that_says_nothing_is_not_waited_for() {
        // It takes connections, and nobody reads what they say.
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}/", listener.local_addr().unwrap());
        let asked = ask(&url, &url).await;
        assert!(
            matches!(&asked, Err(Unread::Silent(error)) if error.is_timeout()),
            "{asked:?}"
        );
    }

    #[tokio::test]
    async fn nothing_is_asked_where_a_site_may_not_be_1_3_6() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        let url = format!("http://{}/", listener.local_addr().unwrap());
        let asked = ask("https://plaza.example", &url).await;
        assert!(matches!(asked, Err(Unread::Elsewhere)), "{asked:?}");
        assert!(listener.accept().is_err(), "nobody came");
    }
}
