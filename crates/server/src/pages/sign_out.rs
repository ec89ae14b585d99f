//! Signing out of a browser.

use askama::Template;
use axum::http::{StatusCode, header};

use super::cookies::Cookie;
use super::form::Fields;
use super::layout::Shell;
use super::next;
use super::visitor::{Answer, Visitor};
use crate::accounts::sign_in;

#[derive(Debug, Template)]
#[template(path = "pages/sign_out.html")]
struct Page {
    shell: Shell,
}

/// Asks whether to sign out.
pub async fn show(visitor: Visitor) -> Answer {
    if visitor.device.is_none() {
        return Ok(visitor.go("/sign-in"));
    }
    let page = Page {
        shell: visitor.shell(visitor.words.say("sign-out-title")),
    };
    Ok(visitor.page(StatusCode::OK, &page))
}

/// Signs out, and goes on to signing in with another account where that is wanted.
pub async fn take(visitor: Visitor, fields: Fields) -> Answer {
    if let Some(device) = &visitor.device {
        let ended = sign_in::end(&visitor.app, device.account.person, device.caller.device).await;
        ended.map_err(|error| visitor.broken(error))?;
    }
    let gone = visitor.jar().clear(Cookie::Session);
    if let Some(going) = next::page(fields.text("next")) {
        return Ok(visitor.go_with(&going, &[gone]));
    }
    let visitor = visitor.signed_out();
    let text = visitor.words.say("signed-out-text");
    let mut response = visitor.message(
        StatusCode::OK,
        "signed-out-title",
        &[text],
        &visitor.onward(),
    );
    response.headers_mut().append(header::SET_COOKIE, gone);
    Ok(response)
}
