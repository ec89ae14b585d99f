//! The network: whatever a device sends waits here until the schedule says what becomes of it.

use std::pin::Pin;

use anyhow::{Context, Result};
use axum::body::{Body, to_bytes};
use axum::http::{Method, StatusCode};
use doorward_client::Carrier;
use reqwest::{Client, Request, Response};
use tokio::sync::{mpsc, oneshot};

/// The most bytes of an answer.
const MOST: usize = 64 * 1024 * 1024;

/// What a device tells the schedule.
#[derive(Debug)]
pub enum Happening {
    /// A request waits to be carried.
    Asked(Exchange),
    /// A job came to its end.
    Done,
}

/// A request on its way, and whoever waits for its answer.
#[derive(Debug)]
pub struct Exchange {
    /// What was asked.
    pub asked: Asked,
    reply: oneshot::Sender<reqwest::Result<Response>>,
}

/// A request, as often as one likes.
#[derive(Debug, Clone)]
pub struct Asked {
    method: Method,
    /// Path and query.
    pub path: String,
    headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

/// An answer, as often as one likes.
#[derive(Debug, Clone)]
pub struct Said {
    /// Its status.
    pub status: StatusCode,
    headers: Vec<(String, String)>,
    /// Its body.
    pub body: Vec<u8>,
}

/// The end of the network on one device.
#[derive(Debug)]
pub struct Wire(pub mpsc::UnboundedSender<Happening>);

impl Carrier for Wire {
    fn carry(
        &self,
        request: Request,
    ) -> Pin<Box<dyn Future<Output = reqwest::Result<Response>> + Send + '_>> {
        Box::pin(async move {
            let (reply, answer) = oneshot::channel();
            let asked = Asked::of(&request);
            // A schedule that is over carries nothing any more, nor does it wait for anybody.
            drop(self.0.send(Happening::Asked(Exchange { asked, reply })));
            match answer.await {
                Ok(answer) => answer,
                Err(_) => std::future::pending().await,
            }
        })
    }
}

impl Asked {
    fn of(request: &Request) -> Self {
        let url = request.url();
        let query = url.query().map(|it| format!("?{it}")).unwrap_or_default();
        let headers = request.headers().iter();
        let readable = |(name, value): (&reqwest::header::HeaderName, &_)| {
            let value: &reqwest::header::HeaderValue = value;
            Some((name.to_string(), value.to_str().ok()?.to_owned()))
        };
        Self {
            method: request.method().clone(),
            path: format!("{}{query}", url.path()),
            headers: headers.filter_map(readable).collect(),
            body: request
                .body()
                .and_then(|body| body.as_bytes())
                .unwrap_or_default()
                .to_vec(),
        }
    }

    /// A question that somebody signed in asks.
    pub fn question(path: String, token: &str) -> Self {
        Self {
            method: Method::GET,
            path,
            headers: vec![("authorization".into(), format!("Bearer {token}"))],
            body: Vec::new(),
        }
    }

    /// The same as the routes take it.
    pub fn request(&self) -> Result<axum::extract::Request> {
        let mut request = axum::http::Request::builder()
            .method(self.method.clone())
            .uri(&self.path)
            .header("host", "127.0.0.1:9");
        for (name, value) in &self.headers {
            request = request.header(name, value);
        }
        Ok(request.body(Body::from(self.body.clone()))?)
    }

    /// The secret of the session that asks.
    pub fn token(&self) -> Option<&str> {
        let found = self.headers.iter().find(|it| it.0 == "authorization");
        found?.1.strip_prefix("Bearer ")
    }
}

impl Said {
    /// Reads an answer of the routes; `date` is what the server's clock shows.
    pub async fn read(response: axum::response::Response, date: String) -> Result<Self> {
        let (parts, body) = response.into_parts();
        let readable = |(name, value): (&axum::http::HeaderName, &axum::http::HeaderValue)| {
            Some((name.to_string(), value.to_str().ok()?.to_owned()))
        };
        let mut headers: Vec<_> = parts.headers.iter().filter_map(readable).collect();
        headers.push(("date".into(), date));
        Ok(Self {
            status: parts.status,
            headers,
            body: to_bytes(body, MOST).await?.to_vec(),
        })
    }

    /// An answer of something on the way that is no Doorward server.
    pub fn stray(status: StatusCode) -> Self {
        Self {
            status,
            headers: Vec::new(),
            body: Vec::new(),
        }
    }

    /// The same, broken off in the middle.
    #[must_use]
    pub fn broken_off(mut self) -> Self {
        self.body.truncate(self.body.len() / 2);
        self
    }
}

impl Exchange {
    /// Hands an answer over.
    pub fn answer(self, said: &Said) -> Result<()> {
        let mut response = axum::http::Response::builder().status(said.status);
        for (name, value) in &said.headers {
            response = response.header(name, value);
        }
        let response = response.body(said.body.clone())?;
        // Whoever asked may be gone.
        drop(self.reply.send(Ok(Response::from(response))));
        Ok(())
    }

    /// Loses it: before anything was sent, or on the way, which is not for the device to know.
    pub async fn lose(self, losses: &Losses, before_sending: bool) -> Result<()> {
        let error = if before_sending {
            losses.unconnected().await?
        } else {
            losses.on_the_way()?
        };
        drop(self.reply.send(Err(error)));
        Ok(())
    }
}

/// Makes the errors of a network that fails.
#[derive(Debug)]
pub struct Losses {
    client: Client,
    nobody: String,
}

impl Losses {
    /// Finds an address at which nobody listens.
    pub fn new() -> Result<Self> {
        // Another part of the program may have installed the same one before.
        drop(rustls::crypto::ring::default_provider().install_default());
        let listener = std::net::TcpListener::bind(("127.0.0.1", 0))?;
        let nobody = format!("http://{}", listener.local_addr()?);
        Ok(Self {
            client: Client::builder().no_proxy().build()?,
            nobody,
        })
    }

    async fn unconnected(&self) -> Result<reqwest::Error> {
        let tried = self.client.get(&self.nobody).send().await;
        tried.err().context("nobody listens there")
    }

    fn on_the_way(&self) -> Result<reqwest::Error> {
        let tried = self.client.get("http://").build();
        tried.err().context("that is no address")
    }
}
