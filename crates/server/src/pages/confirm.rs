//! Confirming an address by the letter's link: it only opens a page (INV-4); the button on it confirms.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use doorward_protocol::Code;

use super::cookies::{Cookie, plain};
use super::form::Fields;
use super::icon::Icon;
use super::layout::Shell;
use super::visitor::{Answer, Early, Visitor};
use super::{join, next, sign_in};
use crate::accounts::limits::Action;
use crate::accounts::sign_up::{self, Made};
use crate::store::sign_ups::SignUpRow;
use crate::store::{secrets, sign_ups};
use crate::text::Value;
use crate::tokens::{self, TokenKind};
use crate::{App, store};

#[derive(Debug, Template)]
#[template(path = "pages/confirm.html")]
struct Page {
    shell: Shell,
    text: String,
}

/// Puts the letter's secret out of the address bar.
pub async fn enter(visitor: Visitor, Path(token): Path<String>) -> Response {
    let cookie = visitor.jar().set(Cookie::Confirm, &plain(&token));
    visitor.go_with("/confirm", &[cookie])
}

/// Asks to confirm.
pub async fn show(visitor: Visitor) -> Answer {
    visitor.attempt(Action::Lookup).await?;
    let Some(new) = sign_up(&visitor).await? else {
        return Ok(dead(&visitor));
    };
    let visitor = visitor.speaking(Some(new.locale));
    let variables = [
        ("contact", Value::from(new.contact.as_str())),
        ("name", Value::from(new.name.as_str())),
    ];
    let text = visitor.words.say_with("confirm-text", &variables);
    let page = Page {
        shell: visitor.shell(visitor.words.say("confirm-title")),
        text,
    };
    Ok(visitor.page(StatusCode::OK, &page))
}

/// Confirms. In the browser of the sign-up the person is signed in; elsewhere the password is asked for.
pub async fn take(visitor: Visitor, fields: Fields) -> Answer {
    fields.only(&[]).map_err(|code| visitor.broken(code))?;
    visitor.attempt(Action::Lookup).await?;
    let Some(new) = sign_up(&visitor).await? else {
        return Ok(dead(&visitor));
    };
    let visitor = visitor.speaking(Some(new.locale));
    let made = sign_up::confirm(&visitor.app, &new)
        .await
        .map_err(|error| visitor.broken(error))?;
    let going = new.next.as_deref().and_then(next::page);
    let same_browser = visitor
        .cookie(Cookie::SignUp)
        .map(|secret| tokens::hash(&secret));
    match made {
        Made::Account(person) if same_browser.is_some() && same_browser == new.browser => {
            let begun = sign_in::begin(&visitor, person, going).await?;
            Ok(join::again(&visitor, new.door, begun))
        }
        Made::Account(_) => {
            let notice = visitor.words.say("confirmed-notice");
            let contact = new.contact.as_str();
            let asked = sign_in::after(&visitor, notice, contact, going.as_deref());
            Ok(join::again(&visitor, new.door, asked))
        }
        Made::Existing => Ok(dead(&visitor)),
    }
}

async fn sign_up(visitor: &Visitor) -> Result<Option<SignUpRow>, Early> {
    let Some(token) = visitor.cookie(Cookie::Confirm) else {
        return Ok(None);
    };
    look_up(&visitor.app, &token)
        .await
        .map_err(|error| visitor.broken(error))
}

async fn look_up(app: &App, token: &str) -> Result<Option<SignUpRow>, store::Error> {
    let mut tx = app.store().snapshot().await?;
    let Some(secret) =
        secrets::find(&mut tx, TokenKind::Confirmation, &tokens::hash(token)).await?
    else {
        return Ok(None);
    };
    sign_ups::find(&mut tx, &secret.subject.to_string(), app.now()).await
}

fn dead(visitor: &Visitor) -> Response {
    let status = StatusCode::from_u16(Code::NoLongerWorks.status()).unwrap_or(StatusCode::GONE);
    let page = visitor.message(Icon::Expired, "confirm-dead-title");
    let page = page.saying(visitor.words.say("confirm-dead-text"));
    visitor.page(status, &page.linked(visitor.onward()))
}
