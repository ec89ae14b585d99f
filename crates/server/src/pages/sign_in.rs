//! Signing in, in a browser.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use doorward_domain::PersonId;
use doorward_protocol::Code;

use super::cookies::Cookie;
use super::form::{Fields, Form};
use super::layout::Shell;
use super::visitor::{Answer, Early, Visitor};
use super::with::{Way, ways};
use super::{ask, join, next};
use crate::accounts::sign_in::{self, Credentials, NotIn, Proof};
use crate::store::sessions::Surface;

#[derive(Debug, Template)]
#[template(path = "pages/sign_in.html")]
struct Page {
    shell: Shell,
    form: Form,
    notice: Option<String>,
    problem: Option<String>,
    ways: Vec<Way>,
}

impl Page {
    fn to(&self, path: &str) -> String {
        next::with(path, self.shell.next.as_deref())
    }

    fn of(visitor: &Visitor, next: Option<&str>) -> Self {
        let shell = visitor.shell(visitor.words.say("sign-in-title"));
        Self {
            shell: shell.going(next),
            form: Form::default(),
            notice: None,
            problem: None,
            ways: ways(visitor, next),
        }
    }
}

/// The form.
pub async fn show(visitor: Visitor) -> Answer {
    if visitor.device.is_some() {
        return Ok(visitor.go(visitor.next.as_deref().unwrap_or("/me")));
    }
    let next = visitor.next.as_deref();
    let page = visitor.page(StatusCode::OK, &Page::of(&visitor, next));
    Ok(join::renewed(&visitor, next, page))
}

/// The form for somebody who has just done what lets them sign in.
pub fn after(visitor: &Visitor, notice: String, email: &str, next: Option<&str>) -> Response {
    let page = Page {
        notice: Some(notice),
        form: Form::default().with("email", email),
        ..Page::of(visitor, next)
    };
    visitor.page(StatusCode::OK, &page)
}

/// Takes the form.
pub async fn take(visitor: Visitor, fields: Fields) -> Answer {
    fields
        .only(&["email", "password", "next"])
        .map_err(|code| visitor.broken(code))?;
    let going = next::page(fields.text("next"));
    let (email, password) = (fields.text("email"), fields.text("password"));
    let credentials = Credentials {
        email,
        password,
        network: &visitor.network,
    };
    match sign_in::prove(&visitor.app, credentials).await {
        Ok(person) => begin(&visitor, person, going).await,
        Err(NotIn::Wrong) => {
            let problem = Some(visitor.words.problem(Code::SignInFailed));
            let page = Page {
                form: Form::default().with("email", email),
                problem,
                ..Page::of(&visitor, going.as_deref())
            };
            let page = visitor.page(StatusCode::UNAUTHORIZED, &page);
            Ok(join::renewed(&visitor, going.as_deref(), page))
        }
        Err(error) => Err(early(&visitor, error)),
    }
}

/// Begins a session in this browser and goes on. An earlier one in the same browser ends.
pub async fn begin(visitor: &Visitor, person: PersonId, to: Option<String>) -> Answer {
    begin_by(visitor, person, Proof::Own, to).await
}

/// The same, by what the person has just shown who they are.
pub async fn begin_by(
    visitor: &Visitor,
    person: PersonId,
    proof: Proof,
    to: Option<String>,
) -> Answer {
    end(visitor).await?;
    let name = visitor.browser();
    let begun = sign_in::begin(&visitor.app, person, proof, Surface::Browser, &name).await;
    let begun = begun.map_err(|error| early(visitor, error))?;
    let to = match to {
        Some(to) => to,
        None => ask::first_page(visitor, &begun.account).await?,
    };
    let jar = visitor.jar();
    Ok(visitor.go_with(
        &to,
        &[
            jar.set(Cookie::Session, &begun.token),
            jar.clear(Cookie::SignUp),
        ],
    ))
}

/// Ends the session in this browser, if there is one.
pub async fn end(visitor: &Visitor) -> Result<(), Early> {
    if let Some(device) = &visitor.device {
        let ended = sign_in::end(&visitor.app, device.account.person, device.caller.device).await;
        ended.map_err(|error| visitor.broken(error))?;
    }
    Ok(())
}

fn early(visitor: &Visitor, not: NotIn) -> Early {
    match not {
        NotIn::Wrong => visitor.broken(Code::SignInFailed),
        NotIn::TooOften(wait) => visitor.too_often(wait),
        NotIn::Failed(failure) => visitor.broken(failure),
    }
}
