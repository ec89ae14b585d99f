//! The two forms that end a way in: the name of a new account, and the password of one that there is.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use doorward_domain::{Contact, Name};

use super::told::Site;
use crate::pages::card::Card;
use crate::pages::form::Form;
use crate::pages::join::Invited;
use crate::pages::layout::Shell;
use crate::pages::next;
use crate::pages::visitor::Visitor;
use crate::text::Value;

/// What both forms are drawn from.
#[derive(Debug)]
pub struct Drawn<'a> {
    /// Who looks at it.
    pub visitor: &'a Visitor,
    /// Where they come from.
    pub site: &'a Site<'a>,
    /// The status it is sent with.
    pub status: StatusCode,
    /// What was typed, and what is wrong with it.
    pub form: Form,
}

#[derive(Debug, Template)]
#[template(path = "pages/with_name.html")]
struct NamePage {
    shell: Shell,
    form: Form,
    text: String,
    contact: String,
    hint: String,
    card: Card,
}

#[derive(Debug, Template)]
#[template(path = "pages/with_password.html")]
struct PasswordPage {
    shell: Shell,
    form: Form,
    text: String,
    login: String,
    button: String,
    forgot: String,
}

/// The form of a new account at an address that the site has verified.
pub fn name(of: Drawn<'_>, contact: &Contact, invited: Option<&Invited>) -> Response {
    let Drawn {
        visitor,
        site,
        status,
        form,
    } = of;
    let organisation = invited.map(|it| &it.organisation);
    let line = organisation.map_or("", Name::as_str);
    let shell = visitor.shell(visitor.words.say("sign-up-title"));
    let page = NamePage {
        shell: shell.about(organisation).going(site.going),
        text: site.say(visitor, "with-new-text"),
        contact: contact.to_string(),
        hint: site.say(visitor, "with-address-hint"),
        card: Card::of(form.value("name"), line),
        form,
    };
    visitor.page(status, &page)
}

/// The form that asks for the password of the account with this login.
pub fn password(of: Drawn<'_>, login: String) -> Response {
    let Drawn {
        visitor,
        site,
        status,
        form,
    } = of;
    let variables = [
        ("provider", Value::from(site.provider.name.as_str())),
        ("contact", Value::from(login.as_str())),
    ];
    let (text, button) = match visitor.device {
        Some(_) => ("with-connect-own-text", "account-connect"),
        None => ("with-connect-text", "with-connect-button"),
    };
    let shell = visitor.shell(site.say(visitor, "with-connect-title"));
    let page = PasswordPage {
        shell: shell.going(site.going),
        text: visitor.words.say_with(text, &variables),
        button: site.say(visitor, button),
        forgot: next::with("/forgot", site.going),
        form,
        login,
    };
    visitor.page(status, &page)
}
