//! Who looks at a page, in which language, and how they are answered.

use askama::Template;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use doorward_domain::{Actor, Locale, Name, Refusal};
use doorward_protocol::Code;

use super::cookies::{Cookie, Jar};
use super::layout::{Message, Shell};
use super::next;
use crate::accounts::SignedInDevice;
use crate::accounts::limits::{self, TooOften};
use crate::problem::Failure;
use crate::text::{Value, Words, accepted, locale_from, words};
use crate::{App, store};

/// Somebody at a page.
#[derive(Debug, Clone)]
pub struct Visitor {
    /// The server.
    pub app: App,
    /// The language.
    pub words: &'static Words,
    /// Who is signed in.
    pub device: Option<SignedInDevice>,
    /// The network they come from.
    pub network: String,
    /// Where they want to go on to.
    pub next: Option<String>,
    /// The page's path.
    path: String,
    chosen: Option<Locale>,
    headers: HeaderMap,
    jar: Jar,
}

/// An answer that ends a handler early.
pub struct Early(Box<Response>);

/// What a handler of a page comes to.
pub type Answer = Result<Response, Early>;

impl IntoResponse for Early {
    fn into_response(self) -> Response {
        *self.0
    }
}

impl From<Response> for Early {
    fn from(response: Response) -> Self {
        Self(Box::new(response))
    }
}

impl std::fmt::Debug for Early {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Early").field(&self.0.status()).finish()
    }
}

impl FromRequestParts<App> for Visitor {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let secret = Jar::of(app).read(&parts.headers, Cookie::Session);
        let device = match secret {
            Some(secret) => SignedInDevice::of(app, &secret).await,
            None => Ok(None),
        };
        match device {
            Ok(device) => Ok(Self::of(app, parts, device)),
            Err(error) => {
                let visitor = Self::of(app, parts, None);
                Err(visitor.broken(error).into_response())
            }
        }
    }
}

impl Visitor {
    /// The visitor behind a request.
    pub fn of(app: &App, parts: &mut Parts, device: Option<SignedInDevice>) -> Self {
        let query = |name: &str| {
            let pairs =
                url::form_urlencoded::parse(parts.uri.query().unwrap_or_default().as_bytes());
            pairs
                .into_iter()
                .find(|(key, _)| key == name)
                .map(|(_, value)| value.into_owned())
        };
        let jar = Jar::of(app);
        let chosen = query("lang").and_then(|tag| locale_from(&tag));
        let kept = jar
            .read(&parts.headers, Cookie::Language)
            .and_then(|tag| locale_from(&tag));
        let wished = parts
            .headers
            .get(header::ACCEPT_LANGUAGE)
            .and_then(|it| it.to_str().ok())
            .and_then(accepted);
        let accounts = device.as_ref().map(|device| device.locale);
        Self {
            app: app.clone(),
            words: words(
                chosen
                    .or(kept)
                    .or(accounts)
                    .or(wished)
                    .unwrap_or(Locale::En),
            ),
            device,
            network: limits::network(app, &parts.headers, &parts.extensions),
            next: query("next").and_then(|it| next::page(&it)),
            path: parts.uri.path().to_owned(),
            chosen,
            headers: parts.headers.clone(),
            jar,
        }
    }

    /// The same visitor, signed out.
    #[must_use]
    pub fn signed_out(self) -> Self {
        Self {
            device: None,
            ..self
        }
    }

    /// Speaks this language, unless the visitor chose or wished another.
    #[must_use]
    pub fn speaking(mut self, locale: Option<Locale>) -> Self {
        let said =
            self.chosen.is_some() || self.jar.read(&self.headers, Cookie::Language).is_some();
        if let Some(locale) = locale.filter(|_| !said) {
            self.words = words(locale);
        }
        self
    }

    /// Who acts, if somebody is signed in.
    pub fn actor(&self) -> Option<&Actor> {
        self.device.as_ref().map(|device| &device.caller.actor)
    }

    /// The value of a cookie.
    pub fn cookie(&self, cookie: Cookie) -> Option<String> {
        self.jar.read(&self.headers, cookie)
    }

    /// The frame of a page with this title.
    pub fn shell(&self, title: String) -> Shell {
        let account = self.device.as_ref().map(|device| &device.account);
        let account = account.map(|it| {
            it.contacts
                .first()
                .map_or_else(|| it.name.to_string(), ToString::to_string)
        });
        // Secrets may stand in some paths; the page that such a path leads to is the one to come back to.
        let path = match self.path.as_str() {
            path if path.starts_with("/j/") => "/join".to_owned(),
            path if path.starts_with("/confirm") => "/confirm".to_owned(),
            path => path.to_owned(),
        };
        Shell {
            words: self.words,
            title,
            organisation: None,
            account,
            path,
        }
    }

    /// Answers with a page.
    pub fn page(&self, status: StatusCode, page: &impl Template) -> Response {
        let mut response = match page.render() {
            Ok(html) => (status, Html(html)).into_response(),
            Err(error) => {
                tracing::error!(%error, "a page cannot be rendered");
                StatusCode::INTERNAL_SERVER_ERROR.into_response()
            }
        };
        if let Some(chosen) = self.chosen {
            response.headers_mut().append(
                header::SET_COOKIE,
                self.jar.set(Cookie::Language, chosen.tag()),
            );
        }
        response
    }

    /// Answers with a page that says one thing.
    pub fn message(
        &self,
        status: StatusCode,
        title: &str,
        texts: &[String],
        links: &[(String, String)],
    ) -> Response {
        let shell = self.shell(self.words.say(title));
        self.page(
            status,
            &Message {
                shell,
                texts: texts.to_vec(),
                links: links.to_vec(),
            },
        )
    }

    /// Answers with a page that says one thing about an organisation.
    pub fn message_about(
        &self,
        organisation: Option<&Name>,
        title: String,
        texts: Vec<String>,
        links: Vec<(String, String)>,
    ) -> Response {
        self.page(
            StatusCode::OK,
            &Message {
                shell: self.shell(title).about(organisation),
                texts,
                links,
            },
        )
    }

    /// Sends the browser on to one of our own pages.
    #[expect(clippy::unused_self, reason = "it is the visitor who is sent on")]
    pub fn go(&self, to: &str) -> Response {
        Redirect::to(to).into_response()
    }

    /// Sends the browser on, with a cookie set.
    pub fn go_with(&self, to: &str, cookies: &[HeaderValue]) -> Response {
        let mut response = self.go(to);
        for cookie in cookies {
            response
                .headers_mut()
                .append(header::SET_COOKIE, cookie.clone());
        }
        response
    }

    /// How cookies are written here.
    pub fn jar(&self) -> Jar {
        self.jar
    }

    /// A page for what was tried too often.
    pub fn too_often(&self, wait: TooOften) -> Early {
        let text = self
            .words
            .say_with("limit-text", &[("seconds", Value::from(wait.seconds))]);
        let mut response = self.message(StatusCode::TOO_MANY_REQUESTS, "limit-title", &[text], &[]);
        response
            .headers_mut()
            .insert(header::RETRY_AFTER, wait.seconds.into());
        response.into()
    }

    /// A page for a failure.
    pub fn broken(&self, failure: impl Into<Failure>) -> Early {
        let failure = failure.into();
        let problem = failure.problem();
        let status =
            StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        if problem.code == Code::NotFound {
            return self
                .message(status, "lost-title", &[self.words.say("lost-text")], &[])
                .into();
        }
        let text = problem
            .refusal
            .as_ref()
            .map(|refusal| self.words.refusal(refusal));
        let text = text.unwrap_or_else(|| self.words.problem(problem.code));
        self.message(status, "broken-title", &[text], &[]).into()
    }

    /// A page for a refusal that no page of its own explains.
    pub fn refused(&self, refusal: &Refusal) -> Response {
        self.message(
            StatusCode::CONFLICT,
            "join-refusal-title",
            &[self.words.refusal(refusal)],
            &[],
        )
    }

    /// The links that lead on from a page that says one thing.
    pub fn onward(&self) -> Vec<(String, String)> {
        match self.device {
            Some(_) => vec![("/me".to_owned(), self.words.say("page-me"))],
            None => vec![("/sign-in".to_owned(), self.words.say("page-sign-in"))],
        }
    }

    /// Counts an attempt of this network.
    pub async fn attempt(&self, action: limits::Action) -> Result<(), Early> {
        let attempt = limits::attempt(&self.app, action, &self.network).await;
        attempt
            .map_err(|error: store::Error| self.broken(error))?
            .map_err(|wait| self.too_often(wait))
    }
}

impl Visitor {
    /// What this browser is called in the list of devices: the first word of what it says of itself.
    pub fn browser(&self) -> String {
        let said = self
            .headers
            .get(header::USER_AGENT)
            .and_then(|it| it.to_str().ok())
            .unwrap_or_default();
        let known = ["Firefox", "Edg", "OPR", "Chrome", "Safari"]
            .into_iter()
            .find(|name| said.contains(name));
        match known {
            Some("Edg") => "Edge",
            Some("OPR") => "Opera",
            Some(name) => name,
            None => "Browser",
        }
        .to_owned()
    }
}
