//! Signing up. On the way from an invitation's letter the address is the invitation's, whatever a form says (S-02).

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use doorward_domain::Contact;

use super::cookies::Cookie;
use super::form::{Fields, Form};
use super::join::{self, Invited};
use super::layout::{Message, Shell};
use super::next;
use super::visitor::{Answer, Early, Visitor};
use crate::accounts::limits::Action;
use crate::accounts::password::{LONGEST, SHORTEST, Weakness};
use crate::accounts::sign_up::{self, Fault, Made, Origin, Typed};
use crate::problem::Failure;
use crate::text::Value;
use crate::tokens;

#[derive(Debug, Template)]
#[template(path = "pages/sign_up.html")]
struct Page {
    shell: Shell,
    form: Form,
    next: Option<String>,
    fixed: Option<String>,
    organisation: Option<String>,
}

impl Page {
    fn password_hint(&self) -> String {
        self.shell
            .words
            .say_with("field-password-hint", &[("length", Value::from(SHORTEST))])
    }

    fn sign_in(&self) -> String {
        next::with("/sign-in", self.next.as_deref())
    }
}

/// The form.
pub async fn show(visitor: Visitor) -> Answer {
    if visitor.device.is_some() {
        return Ok(visitor.go(visitor.next.as_deref().unwrap_or("/me")));
    }
    let invited = invited(&visitor, visitor.next.as_deref()).await?;
    let visitor = visitor.speaking(invited.as_ref().and_then(|invited| invited.locale));
    let next = visitor.next.clone();
    Ok(form(
        &visitor,
        StatusCode::OK,
        Form::default(),
        next,
        invited.as_ref(),
    ))
}

/// Takes the form.
pub async fn take(visitor: Visitor, fields: Fields) -> Answer {
    let going = next::page(fields.text("next"));
    visitor.attempt(Action::SignUp).await?;
    let invited = invited(&visitor, going.as_deref()).await?;
    let visitor = visitor.speaking(invited.as_ref().and_then(|invited| invited.locale));
    let known: &[&str] = if invited.is_some() {
        &["name", "password", "next"]
    } else {
        &["name", "email", "password", "next"]
    };
    fields.only(known).map_err(|code| visitor.broken(code))?;
    let email = match &invited {
        Some(invited) => invited.contact.to_string(),
        None => fields.text("email").to_owned(),
    };
    let typed = Typed {
        name: fields.text("name").to_owned(),
        email,
        password: fields.text("password").to_owned(),
    };
    let organisation = invited
        .as_ref()
        .map(|invited| invited.organisation.as_str());
    let checked = match sign_up::check(&typed, organisation) {
        Ok(checked) => checked,
        Err(faults) => {
            let shown = with_faults(&visitor, &typed, &faults);
            return Ok(form(
                &visitor,
                StatusCode::UNPROCESSABLE_ENTITY,
                shown,
                going,
                invited.as_ref(),
            ));
        }
    };
    if invited.is_some() {
        return made(
            &visitor,
            sign_up::make(&visitor.app, checked, visitor.words.locale).await,
            going,
        )
        .await;
    }
    let contact = checked.contact().clone();
    let browser =
        tokens::fresh_secret().map_err(|_| visitor.broken(doorward_protocol::Code::Unavailable))?;
    let origin = Origin {
        next: going,
        browser: Some(tokens::hash(&browser)),
    };
    let done = sign_up::sign_up(&visitor.app, checked, visitor.words.locale, origin).await;
    done.map_err(|error| visitor.broken(error))?;
    let mut response = check_mail(&visitor, &contact);
    let cookie = visitor.jar().set(Cookie::SignUp, &browser);
    response
        .headers_mut()
        .append(axum::http::header::SET_COOKIE, cookie);
    Ok(response)
}

/// Signs the person in who has just made an account, and goes on to the invitation.
async fn made(visitor: &Visitor, made: Result<Made, Failure>, going: Option<String>) -> Answer {
    match made.map_err(|error| visitor.broken(error))? {
        Made::Account(person) => {
            super::sign_in::begin(visitor, person, going.as_deref().unwrap_or("/me")).await
        }
        Made::Existing => Ok(visitor.go(&next::with("/sign-in", going.as_deref()))),
    }
}

/// The invitation that the visitor comes from, where its letter showed that the address is theirs.
async fn invited(visitor: &Visitor, next: Option<&str>) -> Result<Option<Invited>, Early> {
    if next != Some("/join") {
        return Ok(None);
    }
    join::invited(visitor).await
}

fn form(
    visitor: &Visitor,
    status: StatusCode,
    form: Form,
    next: Option<String>,
    invited: Option<&Invited>,
) -> Response {
    let page = Page {
        shell: visitor.shell(visitor.words.say("sign-up-title")),
        form,
        next,
        fixed: invited.map(|invited| invited.contact.to_string()),
        organisation: invited.map(|invited| invited.organisation.to_string()),
    };
    visitor.page(status, &page)
}

fn with_faults(visitor: &Visitor, typed: &Typed, faults: &[Fault]) -> Form {
    let mut form = Form::default()
        .with("name", &typed.name)
        .with("email", &typed.email);
    let length = |id: &str, length: usize| {
        visitor
            .words
            .say_with(id, &[("length", Value::from(length))])
    };
    for fault in faults {
        match fault {
            Fault::Name => form.fail("name", visitor.words.say("error-name")),
            Fault::Email => form.fail("email", visitor.words.say("error-email")),
            Fault::Password(Weakness::Short) => {
                form.fail("password", length("error-password-short", SHORTEST));
            }
            Fault::Password(Weakness::Long) => {
                form.fail("password", length("error-password-long", LONGEST));
            }
            Fault::Password(Weakness::Common) => {
                form.fail("password", visitor.words.say("error-password-common"));
            }
            Fault::Password(Weakness::Context) => {
                form.fail("password", visitor.words.say("error-password-context"));
            }
        }
    }
    form
}

fn check_mail(visitor: &Visitor, contact: &Contact) -> Response {
    let text = visitor
        .words
        .say_of("check-mail-text", "contact", contact.as_str());
    let shell = visitor.shell(visitor.words.say("check-mail-title"));
    let texts = vec![text, visitor.words.say("check-mail-hint")];
    visitor.page(
        StatusCode::ACCEPTED,
        &Message {
            shell,
            texts,
            links: Vec::new(),
        },
    )
}
