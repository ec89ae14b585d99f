//! What is said where a way in leads no further: what happened, that nothing is lost, and what can be done instead.

use axum::http::{StatusCode, header};
use axum::response::Response;
use doorward_protocol::Code;

use super::ways::begin;
use crate::accounts::providers::NotProven;
use crate::config::Provider;
use crate::pages::cookies::Cookie;
use crate::pages::icon::Icon;
use crate::pages::layout::{Message, Shell};
use crate::pages::next;
use crate::pages::visitor::Visitor;

/// A site that somebody comes from, and where they are going.
#[derive(Debug, Clone, Copy)]
pub struct Site<'a> {
    /// Its short name.
    pub key: &'a str,
    /// What is known of it.
    pub provider: &'a Provider,
    /// Where they are going.
    pub going: Option<&'a str>,
}

impl<'a> Site<'a> {
    /// The site with this short name.
    pub fn of(visitor: &'a Visitor, key: &'a str, going: Option<&'a str>) -> Option<Self> {
        let provider = visitor.app.config().providers.get(key)?;
        Some(Self {
            key,
            provider,
            going,
        })
    }

    /// A sentence that names the site.
    pub fn say(&self, visitor: &Visitor, id: &str) -> String {
        visitor.words.say_of(id, "provider", &self.provider.name)
    }

    /// It took too long, or began or ended somewhere else.
    pub fn stale(&self, visitor: &Visitor) -> Response {
        let page = self.message(
            visitor,
            Icon::Expired,
            ("with-stale-title", "with-stale-text"),
        );
        let page = page.linked(self.again(visitor));
        visitor.page(gone(), &page.linked(self.otherwise(visitor)))
    }

    /// Nothing was proved.
    pub fn not_proven(&self, visitor: &Visitor, not: NotProven) -> Response {
        let (status, says) = match not {
            NotProven::Down => (
                StatusCode::SERVICE_UNAVAILABLE,
                ("with-down-title", "with-down-text"),
            ),
            NotProven::Refused => (
                StatusCode::BAD_REQUEST,
                ("with-refused-title", "with-refused-text"),
            ),
        };
        let page = self.message(visitor, Icon::Alert, says);
        let page = page.linked(self.again(visitor));
        visitor.page(status, &page.linked(self.otherwise(visitor)))
    }

    /// The person turned back at the site.
    pub fn cancelled(&self, visitor: &Visitor) -> Response {
        let page = self.message(
            visitor,
            Icon::Declined,
            ("with-cancelled-title", "with-cancelled-text"),
        );
        let page = page.linked(self.otherwise(visitor));
        visitor.page(StatusCode::OK, &page.linked(self.again(visitor)))
    }

    /// Somebody else comes in with it already.
    pub fn taken(&self, visitor: &Visitor) -> Response {
        let page = self.message(
            visitor,
            Icon::Alert,
            ("with-taken-title", "with-taken-text"),
        );
        visitor.page(StatusCode::CONFLICT, &page.linked(self.otherwise(visitor)))
    }

    /// The site has verified no address.
    pub fn no_address(&self, visitor: &Visitor) -> Response {
        let page = self.message(
            visitor,
            Icon::Mail,
            ("with-no-address-title", "with-no-address-text"),
        );
        let label = visitor.words.say("page-sign-up");
        let page = page.linked((next::with("/sign-up", self.going), label));
        visitor.page(StatusCode::OK, &page.linked(self.otherwise(visitor)))
    }

    /// A message that names the site. Its own address cannot be asked for again, so another language leads to where one
    /// can begin anew.
    fn message(&self, visitor: &Visitor, icon: Icon, (title, text): (&str, &str)) -> Message {
        let shell = Shell {
            path: start(visitor).to_owned(),
            ..visitor.shell(self.say(visitor, title))
        };
        Message::of(shell.going(self.going), icon).saying(self.say(visitor, text))
    }

    fn again(&self, visitor: &Visitor) -> (String, String) {
        (begin(self.key, self.going), self.say(visitor, "with-again"))
    }

    fn otherwise(&self, visitor: &Visitor) -> (String, String) {
        let (going, label) = match visitor.device {
            Some(_) => (None, "account-title"),
            None => (self.going, "with-otherwise"),
        };
        let to = next::with(start(visitor), going);
        (to, visitor.words.say(label))
    }
}

/// Where one begins to come in, or to connect a site.
fn start(visitor: &Visitor) -> &'static str {
    match visitor.device {
        Some(_) => "/me/account",
        None => "/sign-in",
    }
}

/// Said where a form comes so late that it is not known any more from which site.
pub fn late(visitor: &Visitor) -> Response {
    let page = visitor.message(Icon::Expired, "with-stale-title");
    let page = page.saying(visitor.words.say("with-stale-text"));
    visitor.page(gone(), &page.linked(visitor.onward()))
}

fn gone() -> StatusCode {
    StatusCode::from_u16(Code::NoLongerWorks.status()).unwrap_or(StatusCode::GONE)
}

/// An answer after which the browser forgets what it kept of a way in.
pub fn over(visitor: &Visitor, cookie: Cookie, mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.append(header::SET_COOKIE, visitor.jar().clear(cookie));
    response
}
