//! Signing out of a browser.

use askama::Template;
use axum::http::{StatusCode, header};

use super::cookies::Cookie;
use super::form::Fields;
use super::icon::Icon;
use super::layout::Shell;
use super::visitor::{Answer, Visitor};
use super::{next, sign_in};

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
    fields
        .only(&["next"])
        .map_err(|code| visitor.broken(code))?;
    sign_in::end(&visitor).await?;
    let gone = visitor.jar().clear(Cookie::Session);
    if let Some(going) = next::page(fields.text("next")) {
        return Ok(visitor.go_with(&going, &[gone]));
    }
    let visitor = visitor.signed_out();
    let page = visitor.message(Icon::Done, "signed-out-title");
    let page = page
        .saying(visitor.words.say("signed-out-text"))
        .linked(visitor.onward());
    let mut response = visitor.page(StatusCode::OK, &page);
    response.headers_mut().append(header::SET_COOKIE, gone);
    Ok(response)
}
