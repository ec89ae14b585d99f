//! Asking for a new password. The answer is the same for every address (ENU-1, S-43).

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use doorward_domain::Contact;

use super::form::{Fields, Form};
use super::icon::Icon;
use super::layout::Shell;
use super::next;
use super::sign_up;
use super::visitor::{Answer, Visitor};
use crate::accounts::limits::Action;
use crate::accounts::reset;

#[derive(Debug, Template)]
#[template(path = "pages/forgot.html")]
struct Page {
    shell: Shell,
    form: Form,
}

impl Page {
    fn sign_in(&self) -> String {
        next::with("/sign-in", self.shell.next.as_deref())
    }
}

/// The form.
pub async fn show(visitor: Visitor) -> Answer {
    let email = visitor.email().map(ToString::to_string);
    let form = Form::default().with("email", &email.unwrap_or_default());
    Ok(page(
        &visitor,
        StatusCode::OK,
        form,
        visitor.next.as_deref(),
    ))
}

/// Takes the form.
pub async fn take(visitor: Visitor, fields: Fields) -> Answer {
    visitor.attempt(Action::Reset).await?;
    fields
        .only(&["email", "next"])
        .map_err(|code| visitor.broken(code))?;
    let going = next::page(fields.text("next"));
    let email = fields.text("email");
    let Ok(contact) = email.parse::<Contact>() else {
        let mut form = Form::default().with("email", email);
        form.fail("email", sign_up::no_contact(&visitor));
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return Ok(page(&visitor, status, form, going.as_deref()));
    };
    let asked = reset::ask(&visitor.app, &contact).await;
    asked.map_err(|error| visitor.broken(error))?;
    let text = visitor
        .words
        .say_of("forgot-sent-text", "contact", contact.as_str());
    let sent = visitor.message(Icon::Mail, "check-mail-title").saying(text);
    let sent = sent.saying(visitor.words.say("forgot-sent-hint"));
    Ok(visitor.page(StatusCode::ACCEPTED, &sent))
}

fn page(visitor: &Visitor, status: StatusCode, form: Form, next: Option<&str>) -> Response {
    let shell = visitor.shell(visitor.words.say("forgot-title")).going(next);
    visitor.page(status, &Page { shell, form })
}
