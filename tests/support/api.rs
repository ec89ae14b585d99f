//! The API as a program meets it that makes mistakes: any method, any header, any body, and the answer as it is.

use std::net::IpAddr;

use anyhow::{Context, Result, ensure};
use doorward_protocol::{Code, Problem, PushAnswer, PushedCommand};
use reqwest::Method;
use reqwest::header::{AUTHORIZATION, CONTENT_TYPE};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use url::Url;

use crate::cast::Person;
use crate::http;

/// One server's API.
#[derive(Debug, Clone)]
pub struct Api {
    client: reqwest::Client,
    base: Url,
}

/// A request under construction.
#[derive(Debug, Clone)]
pub struct Request {
    /// The method.
    pub method: Method,
    /// The path, with its query.
    pub path: String,
    /// Headers beside those of the client.
    pub headers: Vec<(&'static str, String)>,
    /// The body.
    pub body: Vec<u8>,
}

/// What came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The HTTP status.
    pub status: u16,
    /// The content type.
    pub content_type: String,
    /// The body.
    pub body: String,
}

impl Request {
    /// A request without headers and body.
    pub fn new(method: Method, path: &str) -> Self {
        Self {
            method,
            path: path.to_owned(),
            headers: Vec::new(),
            body: Vec::new(),
        }
    }

    /// With a session's secret.
    #[must_use]
    pub fn by(self, token: &str) -> Self {
        self.header(AUTHORIZATION.as_str(), &format!("Bearer {token}"))
    }

    /// With a JSON body.
    #[must_use]
    pub fn json(self, body: &Value) -> Self {
        self.header(CONTENT_TYPE.as_str(), "application/json")
            .bytes(body.to_string())
    }

    /// With a body as it is.
    #[must_use]
    pub fn bytes(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.body = body.into();
        self
    }

    /// With one more header.
    #[must_use]
    pub fn header(mut self, name: &'static str, value: &str) -> Self {
        self.headers.retain(|(other, _)| *other != name);
        self.headers.push((name, value.to_owned()));
        self
    }
}

impl Api {
    /// The API of the server at this address.
    pub fn at(base: &Url) -> Result<Self> {
        Ok(Self {
            client: http::client(|it| it)?,
            base: base.clone(),
        })
    }

    /// The same, as somebody sees it whose computer has this address.
    pub fn seen_from(base: &Url, address: IpAddr) -> Result<Self> {
        Ok(Self {
            client: http::client(|it| it.local_address(address))?,
            base: base.clone(),
        })
    }

    /// Sends a request.
    pub async fn send(&self, request: Request) -> Result<Reply> {
        let mut builder = self
            .client
            .request(request.method, self.base.join(&request.path)?);
        for (name, value) in request.headers {
            builder = builder.header(name, value);
        }
        let answer = builder.body(request.body).send().await?;
        let status = answer.status().as_u16();
        let content_type = answer
            .headers()
            .get(CONTENT_TYPE)
            .and_then(|it| it.to_str().ok())
            .unwrap_or_default()
            .to_owned();
        Ok(Reply {
            status,
            content_type,
            body: answer.text().await?,
        })
    }

    /// Reads something as a signed-in device.
    pub async fn get<T: DeserializeOwned>(&self, path: &str, token: &str) -> Result<T> {
        self.send(Request::new(Method::GET, path).by(token))
            .await?
            .success()
    }

    /// Signs somebody in and answers the secret of the session.
    pub async fn sign_in(&self, person: Person) -> Result<String> {
        self.sign_in_by(person.email, person.password).await
    }

    /// Signs in whoever has this address and answers the secret of the session.
    pub async fn sign_in_by(&self, email: &str, password: &str) -> Result<String> {
        let body = json!({ "email": email, "password": password, "device_name": "Suite" });
        let reply = self
            .send(Request::new(Method::POST, "/v1/sessions").json(&body))
            .await?;
        let signed_in: Value = reply.success()?;
        Ok(signed_in["token"]
            .as_str()
            .context("a session has a token")?
            .to_owned())
    }

    /// Pushes commands to an organisation.
    pub async fn push(
        &self,
        organisation: &str,
        token: &str,
        commands: &[PushedCommand],
    ) -> Result<PushAnswer> {
        let request = Request::new(
            Method::POST,
            &format!("/v1/organisations/{organisation}/commands"),
        );
        self.send(request.by(token).json(&json!({ "commands": commands })))
            .await?
            .success()
    }
}

impl Reply {
    /// The body of a success.
    pub fn success<T: DeserializeOwned>(&self) -> Result<T> {
        ensure!(
            (200..300).contains(&self.status),
            "the server answered {}: {}",
            self.status,
            self.body
        );
        Ok(serde_json::from_str(&self.body)?)
    }

    /// Fails unless this is a whole problem document with this code.
    pub fn is_problem(&self, code: Code) -> Result<Problem> {
        ensure!(
            self.content_type == "application/problem+json",
            "expected the problem `{}`, got {} as `{}`: {}",
            code.key(),
            self.status,
            self.content_type,
            self.body
        );
        let problem: Problem =
            serde_json::from_str(&self.body).context("a problem document has its shape")?;
        ensure!(
            problem.code == code,
            "expected the code `{}`: {}",
            code.key(),
            self.body
        );
        ensure!(
            self.status == code.status(),
            "`{}` is sent with {}, not {}",
            code.key(),
            code.status(),
            self.status
        );
        ensure!(
            problem.status == self.status,
            "the document names the status it was sent with: {}",
            self.body
        );
        ensure!(
            !problem.title.is_empty(),
            "a problem has a title: {}",
            self.body
        );
        Ok(problem)
    }
}
