//! Another password, by whoever is signed in and knows the present one.

use askama::Template;
use axum::http::StatusCode;
use doorward_domain::{Contact, PersonId};

use super::act::proved;
use super::page::{self, Shown};
use crate::accounts::own_password;
use crate::pages::form::{Fields, Form};
use crate::pages::layout::Shell;
use crate::pages::next;
use crate::pages::sign_up::weak;
use crate::pages::visitor::{Answer, Early, Visitor};
use crate::store::accounts;

/// Where it is.
const PATH: &str = "/me/password";

#[derive(Debug, Template)]
#[template(path = "pages/password.html")]
struct Page {
    shell: Shell,
    form: Form,
    login: String,
    /// Whether there is one to change.
    has_password: bool,
}

/// The form.
pub async fn show(visitor: Visitor) -> Answer {
    if visitor.device.is_none() {
        return Ok(visitor.go(&next::with("/sign-in", Some(PATH))));
    }
    form(&visitor, Form::default()).await
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
        return form(&visitor, shown).await;
    };
    let changed = own_password::change(&visitor.app, &device, fields.text("password")).await;
    if let Err(weakness) = changed.map_err(|error| visitor.broken(error))? {
        shown.fail("password", weak(visitor.words, weakness));
        return form(&visitor, shown).await;
    }
    let said = Some(visitor.words.say("account-password-changed"));
    let form = Form::default();
    page::page(&visitor, &device, Shown { said, form }).await
}

async fn form(visitor: &Visitor, form: Form) -> Answer {
    let status = if form.has_errors() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let account = visitor.device.as_ref().map(|device| &device.account);
    let login = account.and_then(|it| it.contacts.first());
    let has_password = match account {
        Some(account) => has_password(visitor, account.person).await?,
        None => true,
    };
    let page = Page {
        shell: visitor.shell(visitor.words.say("account-password-title")),
        form,
        login: login.map(Contact::to_string).unwrap_or_default(),
        has_password,
    };
    Ok(visitor.page(status, &page))
}

async fn has_password(visitor: &Visitor, person: PersonId) -> Result<bool, Early> {
    let found = async {
        let mut tx = visitor.app.store().glance().await?;
        accounts::has_password(&mut tx, person).await
    };
    found.await.map_err(|error| visitor.broken(error))
}
