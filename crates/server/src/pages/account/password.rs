//! Another password, by whoever is signed in and knows the present one.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use doorward_domain::Contact;

use super::act::proved;
use super::page::{self, Shown};
use crate::accounts::own_password;
use crate::pages::form::{Fields, Form};
use crate::pages::layout::Shell;
use crate::pages::next;
use crate::pages::sign_up::weak;
use crate::pages::visitor::{Answer, Visitor};

/// Where it is.
const PATH: &str = "/me/password";

#[derive(Debug, Template)]
#[template(path = "pages/password.html")]
struct Page {
    shell: Shell,
    form: Form,
    login: String,
}

/// The form.
pub async fn show(visitor: Visitor) -> Answer {
    if visitor.device.is_none() {
        return Ok(visitor.go(&next::with("/sign-in", Some(PATH))));
    }
    Ok(form(&visitor, Form::default()))
}

/// Takes the form. Every other device is signed out; this one stays.
pub async fn take(visitor: Visitor, fields: Fields) -> Answer {
    let Some(device) = visitor.device.clone() else {
        return Ok(visitor.go(&next::with("/sign-in", Some(PATH))));
    };
    fields
        .only(&["username", "present", "password"])
        .map_err(|code| visitor.broken(code))?;
    let mut shown = Form::default();
    let Some(device) = proved(&visitor, &device, fields.text("present")).await? else {
        shown.fail("present", visitor.words.say("account-wrong-password"));
        return Ok(form(&visitor, shown));
    };
    let changed = own_password::change(&visitor.app, &device, fields.text("password")).await;
    if let Err(weakness) = changed.map_err(|error| visitor.broken(error))? {
        shown.fail("password", weak(visitor.words, weakness));
        return Ok(form(&visitor, shown));
    }
    let said = Some(visitor.words.say("account-password-changed"));
    let form = Form::default();
    page::page(&visitor, &device, Shown { said, form }).await
}

fn form(visitor: &Visitor, form: Form) -> Response {
    let status = if form.has_errors() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let account = visitor.device.as_ref().map(|device| &device.account);
    let login = account.and_then(|it| it.contacts.first());
    let page = Page {
        shell: visitor.shell(visitor.words.say("account-password-title")),
        form,
        login: login.map(Contact::to_string).unwrap_or_default(),
    };
    visitor.page(status, &page)
}
