//! Choosing a new password: the letter's link only opens a page (INV-4, INV-8); the form on it changes the password.

use askama::Template;
use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::Response;
use doorward_domain::Contact;
use doorward_protocol::Code;

use super::cookies::{Cookie, plain};
use super::form::{Fields, Form};
use super::icon::Icon;
use super::layout::Shell;
use super::sign_in;
use super::sign_up::weak;
use super::visitor::{Answer, Early, Visitor};
use crate::accounts::limits::Action;
use crate::accounts::reset::{self, Change, Reset};

#[derive(Debug, Template)]
#[template(path = "pages/reset.html")]
struct Page {
    shell: Shell,
    form: Form,
    login: String,
}

/// Puts the letter's secret out of the address bar.
pub async fn enter(visitor: Visitor, Path(token): Path<String>) -> Response {
    let cookie = visitor.jar().set(Cookie::Reset, &plain(&token));
    visitor.go_with("/reset", &[cookie])
}

/// The form.
pub async fn show(visitor: Visitor) -> Answer {
    visitor.attempt(Action::Lookup).await?;
    let Some(reset) = opened(&visitor).await? else {
        return Ok(dead(&visitor));
    };
    Ok(page(&visitor, StatusCode::OK, Form::default(), &reset))
}

/// Changes the password; whoever was signed in anywhere is signed out, and signs in with the new one.
pub async fn take(visitor: Visitor, fields: Fields) -> Answer {
    visitor.attempt(Action::Lookup).await?;
    fields
        .only(&["password", "username"])
        .map_err(|code| visitor.broken(code))?;
    let Some(reset) = opened(&visitor).await? else {
        return Ok(dead(&visitor));
    };
    let changed = reset.change(&visitor.app, fields.text("password")).await;
    match changed.map_err(|error| visitor.broken(error))? {
        Change::Dead => Ok(dead(&visitor)),
        Change::Weak(weakness) => {
            let mut form = Form::default();
            form.fail("password", weak(visitor.words, weakness));
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            Ok(page(&visitor, status, form, &reset))
        }
        Change::Done => {
            // Somebody else may be signed in here; the person who has the letter signs in now.
            sign_in::end(&visitor).await?;
            let jar = visitor.jar();
            let visitor = visitor.signed_out();
            let notice = visitor.words.say("reset-done");
            let mut response = sign_in::after(&visitor, notice, &login(&reset), None);
            for cookie in [Cookie::Reset, Cookie::Session] {
                let headers = response.headers_mut();
                headers.append(header::SET_COOKIE, jar.clear(cookie));
            }
            Ok(response)
        }
    }
}

async fn opened(visitor: &Visitor) -> Result<Option<Reset>, Early> {
    let Some(token) = visitor.cookie(Cookie::Reset) else {
        return Ok(None);
    };
    let found = reset::look_up(&visitor.app, &token).await;
    found.map_err(|error| visitor.broken(error))
}

fn login(reset: &Reset) -> String {
    let first = reset.account.contacts.first();
    first.map(Contact::to_string).unwrap_or_default()
}

fn page(visitor: &Visitor, status: StatusCode, form: Form, reset: &Reset) -> Response {
    let page = Page {
        shell: visitor.shell(visitor.words.say("reset-title")),
        form,
        login: login(reset),
    };
    visitor.page(status, &page)
}

fn dead(visitor: &Visitor) -> Response {
    let status = StatusCode::from_u16(Code::NoLongerWorks.status()).unwrap_or(StatusCode::GONE);
    let page = visitor.message(Icon::Expired, "confirm-dead-title");
    let page = page
        .saying(visitor.words.say("reset-dead-text"))
        .linked(("/forgot".to_owned(), visitor.words.say("reset-again")));
    visitor.page(status, &page)
}
