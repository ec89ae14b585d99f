//! Confirming a phone or an address by a code: it is typed in the browser in which the sign-up was begun, five times at most
//! (INV-9, BTX-7, BTX-17).

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use doorward_domain::Contact;
use doorward_protocol::Code;

use super::cookies::Cookie;
use super::form::{Fields, Form};
use super::icon::Icon;
use super::layout::Shell;
use super::visitor::{Answer, Early, Visitor};
use super::{join, next, sign_in};
use crate::accounts::limits::Action;
use crate::accounts::sign_up::{self, Made, Tried};
use crate::store::sign_ups::SignUpRow;
use crate::tokens;

#[derive(Debug, Template)]
#[template(path = "pages/code.html")]
struct Page {
    shell: Shell,
    form: Form,
    text: String,
    hint: String,
}

impl Page {
    fn again(&self) -> String {
        next::with("/sign-up", self.shell.next.as_deref())
    }
}

/// The form. It is the same for everybody: whether a code was sent at all is for nobody else to see (ENU-1).
pub async fn show(visitor: Visitor) -> Answer {
    let going = visitor.next.clone();
    if visitor.cookie(Cookie::SignUp).is_none() {
        return Ok(visitor.go(&next::with("/sign-up", going.as_deref())));
    }
    let shown = Form::default();
    page(&visitor, StatusCode::OK, shown, going.as_deref()).await
}

/// Takes the code.
pub async fn take(visitor: Visitor, fields: Fields) -> Answer {
    visitor.attempt(Action::Lookup).await?;
    fields
        .only(&["code", "next"])
        .map_err(|code| visitor.broken(code))?;
    let going = next::page(fields.text("next"));
    let Some(browser) = visitor.cookie(Cookie::SignUp) else {
        return Ok(dead(&visitor, None, going.as_deref()));
    };
    let browser = tokens::hash(&browser);
    let tried = sign_up::try_code(&visitor.app, &browser, fields.text("code")).await;
    let new = match tried.map_err(|error| visitor.broken(error))? {
        Tried::Right(new) => new,
        Tried::Dead => {
            let begun = begun(&visitor).await?;
            return Ok(dead(&visitor, begun.as_ref(), going.as_deref()));
        }
        Tried::Wrong => {
            let mut form = Form::default();
            form.fail("code", visitor.words.say("error-code"));
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return page(&visitor, status, form, going.as_deref()).await;
        }
    };
    let made = sign_up::confirm(&visitor.app, &new)
        .await
        .map_err(|error| visitor.broken(error))?;
    let going = new.next.as_deref().and_then(next::page);
    match made {
        Made::Account(person) => {
            let begun = sign_in::begin(&visitor, person, going).await?;
            Ok(join::again(&visitor, new.door, begun))
        }
        Made::Existing => Ok(dead(&visitor, None, going.as_deref())),
    }
}

/// The sign-up that this browser began, while it can be confirmed.
async fn begun(visitor: &Visitor) -> Result<Option<SignUpRow>, Early> {
    let Some(browser) = visitor.cookie(Cookie::SignUp) else {
        return Ok(None);
    };
    sign_up::begun(&visitor.app, &tokens::hash(&browser))
        .await
        .map_err(|error| visitor.broken(error))
}

async fn page(visitor: &Visitor, status: StatusCode, form: Form, going: Option<&str>) -> Answer {
    let Some(begun) = begun(visitor).await? else {
        return Ok(dead(visitor, None, going));
    };
    let words = visitor.words;
    let (title, text, hint) = match begun.contact {
        Contact::Email(_) => ("check-mail-title", "check-mail-text", "check-mail-hint"),
        Contact::Phone(_) => ("code-title", "code-text", "code-hint"),
    };
    let page = Page {
        shell: visitor.shell(words.say(title)).going(going),
        form,
        text: words.say_of(text, "contact", begun.contact.as_str()),
        hint: words.say(hint),
    };
    Ok(visitor.page(status, &page))
}

/// Said of a code that confirms nothing any more; where it came by letter, the link beside it may work still.
fn dead(visitor: &Visitor, begun: Option<&SignUpRow>, going: Option<&str>) -> Response {
    let status = StatusCode::from_u16(Code::NoLongerWorks.status()).unwrap_or(StatusCode::GONE);
    let page = visitor.message(Icon::Expired, "code-dead-title");
    let has_link = begun.is_some_and(|it| matches!(it.contact, Contact::Email(_)));
    let text = if has_link {
        "code-dead-link"
    } else {
        "code-dead-text"
    };
    let page = page.saying(visitor.words.say(text));
    let again = next::with("/sign-up", going);
    let page = page.linked((again, visitor.words.say("code-again")));
    let sign_in = next::with("/sign-in", going);
    let page = page.linked((sign_in, visitor.words.say("page-sign-in")));
    visitor.page(status, &page)
}
