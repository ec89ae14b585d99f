//! Confirming a phone: the code is typed in the browser in which the sign-up was begun, five times at most (INV-9, BTX-17).

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use doorward_protocol::Code;

use super::cookies::Cookie;
use super::form::{Fields, Form};
use super::icon::Icon;
use super::layout::Shell;
use super::visitor::{Answer, Visitor};
use super::{next, sign_in};
use crate::accounts::limits::Action;
use crate::accounts::sign_up::{self, Made, Tried};
use crate::tokens;

#[derive(Debug, Template)]
#[template(path = "pages/code.html")]
struct Page {
    shell: Shell,
    form: Form,
}

/// The form. It is the same for everybody: whether a code was sent at all is for nobody else to see (ENU-1).
pub async fn show(visitor: Visitor) -> Answer {
    if visitor.cookie(Cookie::SignUp).is_none() {
        return Ok(visitor.go("/sign-up"));
    }
    Ok(page(&visitor, StatusCode::OK, Form::default()))
}

/// Takes the code.
pub async fn take(visitor: Visitor, fields: Fields) -> Answer {
    visitor.attempt(Action::Lookup).await?;
    fields
        .only(&["code"])
        .map_err(|code| visitor.broken(code))?;
    let Some(browser) = visitor.cookie(Cookie::SignUp) else {
        return Ok(dead(&visitor));
    };
    let browser = tokens::hash(&browser);
    let tried = sign_up::try_code(&visitor.app, &browser, fields.text("code")).await;
    let new = match tried.map_err(|error| visitor.broken(error))? {
        Tried::Right(new) => new,
        Tried::Dead => return Ok(dead(&visitor)),
        Tried::Wrong => {
            let mut form = Form::default();
            form.fail("code", visitor.words.say("error-code"));
            return Ok(page(&visitor, StatusCode::UNPROCESSABLE_ENTITY, form));
        }
    };
    let made = sign_up::confirm(&visitor.app, &new)
        .await
        .map_err(|error| visitor.broken(error))?;
    let going = new.next.as_deref().and_then(next::page);
    match made {
        Made::Account(person) => sign_in::begin(&visitor, person, going).await,
        Made::Existing => Ok(dead(&visitor)),
    }
}

fn page(visitor: &Visitor, status: StatusCode, form: Form) -> Response {
    let shell = visitor.shell(visitor.words.say("code-title"));
    visitor.page(status, &Page { shell, form })
}

fn dead(visitor: &Visitor) -> Response {
    let status = StatusCode::from_u16(Code::NoLongerWorks.status()).unwrap_or(StatusCode::GONE);
    let page = visitor.message(Icon::Expired, "code-dead-title");
    let page = page.saying(visitor.words.say("code-dead-text"));
    let again = ("/sign-up".to_owned(), visitor.words.say("code-again"));
    visitor.page(status, &page.linked(again))
}
