//! How somebody at a page is answered: with a page, with a page that says one thing, or by being sent on.

use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use doorward_domain::Refusal;
use doorward_protocol::Code;

use super::who::Visitor;
use crate::accounts::limits::{self, TooOften};
use crate::pages::cookies::Cookie;
use crate::pages::icon::Icon;
use crate::pages::layout::{Message, Shell};
use crate::problem::Failure;
use crate::store;
use crate::text::Value;

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

impl Visitor {
    /// The frame of a page with this title.
    pub fn shell(&self, title: String) -> Shell {
        let account = self.device.as_ref().map(|device| &device.account);
        let account = account.map(|it| {
            it.contacts
                .first()
                .map_or_else(|| it.name.to_string(), ToString::to_string)
        });
        // Secrets may stand in some paths; the page that such a path leads to is the one to come back to.
        let secret = [
            ("/j/", "/join"),
            ("/confirm", "/confirm"),
            ("/reset", "/reset"),
            ("/with", "/with"),
        ];
        let page = secret
            .into_iter()
            .find(|(beginning, _)| self.path.starts_with(beginning));
        Shell {
            words: self.words,
            title,
            organisation: None,
            unread: account.as_ref().map(|_| self.unread),
            account,
            path: page.map_or_else(|| self.path.clone(), |(_, page)| page.to_owned()),
            next: self.next.clone(),
        }
    }

    /// A message with this title.
    pub fn message(&self, icon: Icon, title: &str) -> Message {
        Message::of(self.shell(self.words.say(title)), icon)
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
            let cookie = self.jar().set(Cookie::Language, chosen.tag());
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
        response
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
            let headers = response.headers_mut();
            headers.append(header::SET_COOKIE, cookie.clone());
        }
        response
    }

    /// A page for what was tried too often; it says how long to wait in the unit that fits.
    pub fn too_often(&self, wait: TooOften) -> Early {
        let minutes = wait.seconds.saturating_sub(1).div_ceil(60);
        let text = if wait.seconds > 90 {
            self.words
                .say_with("limit-minutes", &[("minutes", Value::from(minutes))])
        } else {
            self.words
                .say_with("limit-text", &[("seconds", Value::from(wait.seconds))])
        };
        let page = self.message(Icon::Hourglass, "limit-title").saying(text);
        let mut response = self.page(StatusCode::TOO_MANY_REQUESTS, &page);
        let headers = response.headers_mut();
        headers.insert(header::RETRY_AFTER, wait.seconds.into());
        response.into()
    }

    /// A page for a failure.
    pub fn broken(&self, failure: impl Into<Failure>) -> Early {
        let failure = failure.into();
        let problem = failure.problem();
        let status =
            StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        if problem.code == Code::NotFound {
            let lost = self.message(Icon::Lost, "lost-title");
            let lost = lost.saying(self.words.say("lost-text"));
            return self.page(status, &lost).into();
        }
        let text = match problem.refusal.as_ref() {
            Some(refusal) => self.words.refusal(refusal),
            None => self.words.problem(problem.code),
        };
        let page = self.message(Icon::Alert, "broken-title").saying(text);
        self.page(status, &page).into()
    }

    /// A page for a refusal that no page of its own explains.
    pub fn refused(&self, refusal: &Refusal) -> Response {
        let page = self.message(Icon::Alert, "join-refusal-title");
        let page = page.saying(self.words.refusal(refusal));
        self.page(StatusCode::CONFLICT, &page.linked(self.onward()))
    }

    /// The link that leads on from a page that says one thing.
    pub fn onward(&self) -> (String, String) {
        match self.device {
            Some(_) => ("/me".to_owned(), self.words.say("page-me")),
            None => ("/sign-in".to_owned(), self.words.say("page-sign-in")),
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
