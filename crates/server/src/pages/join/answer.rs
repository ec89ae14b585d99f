//! Entering, showing and answering: GET changes nothing, one POST by a signed-in person joins (INV-4, INV-8).

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::Response;
use doorward_domain::{Command, DeclineInvitation, Refusal};
use doorward_protocol::Outcome;

use super::door::Door;
use super::stage::{self, Standing};
use super::{closed, expired, page, passage, renewed};
use crate::accounts::limits::Action;
use crate::execute::{self, Caller};
use crate::pages::ask::about;
use crate::pages::cookies::{Cookie, plain};
use crate::pages::form::{Fields, Form};
use crate::pages::next;
use crate::pages::outcome;
use crate::pages::visitor::{Answer, Early, Visitor};
use crate::store::{self, stopped};

/// Puts the secret out of the address bar. Changes nothing, so that a program that looks at links does no harm (S-08).
pub async fn enter(visitor: Visitor, Path(token): Path<String>) -> Response {
    let cookie = visitor.jar().set(Cookie::Join, &plain(&token));
    visitor.go_with("/join", &[cookie])
}

/// The page.
pub async fn show(visitor: Visitor) -> Answer {
    let door = match door(&visitor).await? {
        Ok(door) => door,
        Err(closed) => return Ok(closed),
    };
    let visitor = visitor.invited_in(door.speech());
    let standing = stage::standing(&visitor, &door).await?;
    let page = page::of(&visitor, &door, standing, Form::default()).await?;
    Ok(passage::renewed(&visitor, Some("/join"), page))
}

/// Takes what was pressed.
pub async fn take(visitor: Visitor, fields: Fields) -> Answer {
    let door = match door(&visitor).await? {
        Ok(door) => door,
        Err(closed) => return Ok(closed),
    };
    let visitor = visitor.invited_in(door.speech());
    // Whether a link asks may have changed since its form was shown, and browsers send empty fields, too.
    let known: &[&str] = match door.link() {
        Some(_) => &["do", "position", "note"],
        None => &["do"],
    };
    fields.only(known).map_err(|code| visitor.broken(code))?;
    let pressed = fields.text("do");
    if matches!(pressed, "continue" | "sign-in" | "accept") {
        note_opened(&visitor, &door).await?;
    }
    let decline = |membership| Command::DeclineInvitation(DeclineInvitation { membership });
    match (pressed, door.invitation()) {
        ("continue", _) => Ok(on(&visitor, "/sign-up")),
        ("sign-in", _) => Ok(on(&visitor, "/sign-in")),
        ("accept", _) => accept(&visitor, &door, &fields).await,
        ("decline", Some(id)) => answer(&visitor, &door, decline(id)).await,
        ("ask-new", Some(_)) => expired::ask(&visitor, &door).await,
        ("stop", Some(_)) => stop(&visitor, &door).await,
        _ => Ok(visitor.go("/join")),
    }
}

/// Goes through, with what whoever asks says of themselves.
async fn accept(visitor: &Visitor, door: &Door, fields: &Fields) -> Answer {
    let (form, about) = about(visitor, fields);
    if form.has_errors() {
        let standing = stage::standing(visitor, door).await?;
        return page::of(visitor, door, standing, form).await;
    }
    let command = door.command(&visitor.app, visitor.words.locale, about);
    answer(visitor, door, command).await
}

/// Sends somebody on to a page from which they come back.
fn on(visitor: &Visitor, to: &str) -> Response {
    let here = Some("/join");
    passage::renewed(visitor, here, visitor.go(&next::with(to, here)))
}

/// Gives a command and shows what came of it.
async fn answer(visitor: &Visitor, door: &Door, command: Command) -> Answer {
    let Some(device) = &visitor.device else {
        return Ok(on(visitor, "/sign-in"));
    };
    let declines = matches!(command, Command::DeclineInvitation(_));
    let caller = Caller {
        holds: door.holds(),
        ..device.caller.clone()
    };
    let outcome = execute::one(&visitor.app, door.organisation_id(), &caller, command).await;
    match outcome.map_err(|error| visitor.broken(error))? {
        // The same page that says so before anybody presses, with the way to another account.
        Outcome::Refused {
            refusal: Refusal::OtherDomain { .. },
        } => {
            let standing = stage::standing(visitor, door).await?;
            let mut page = page::of(visitor, door, standing, Form::default()).await?;
            *page.status_mut() = StatusCode::FORBIDDEN;
            Ok(page)
        }
        Outcome::Refused { refusal } => closed::refused(visitor, door, &refusal).await,
        Outcome::Applied { .. } | Outcome::NoChange { .. } if declines => {
            Ok(closed::declined(visitor, door))
        }
        Outcome::Applied { .. } | Outcome::NoChange { .. } => joined(visitor, door).await,
    }
}

/// Whoever has the letter wants no more of them from here; that needs no account (RAT-2, S-47).
async fn stop(visitor: &Visitor, door: &Door) -> Answer {
    visitor.attempt(Action::Request).await?;
    let now = visitor.app.now();
    let Some(contact) = door.proven_contact(now) else {
        return Ok(visitor.go("/join"));
    };
    let keep = async || -> Result<(), store::Error> {
        let mut tx = visitor.app.store().begin().await?;
        stopped::stop(&mut tx, door.organisation_id(), contact, now).await?;
        tx.commit().await
    };
    keep().await.map_err(|error| visitor.broken(error))?;
    Ok(closed::stopped(visitor, door))
}

/// What joining came to: the rules say whether somebody is in, or has asked.
async fn joined(visitor: &Visitor, door: &Door) -> Answer {
    let standing = stage::standing(visitor, door).await?;
    if matches!(standing, Standing::Refused(Refusal::AlreadyOpen { .. })) {
        return Ok(outcome::asked(visitor, door.organisation()));
    }
    Ok(outcome::welcome(visitor, door.organisation()))
}

/// The door behind the cookie, or the page that says that there is none.
async fn door(visitor: &Visitor) -> Result<Result<Door, Response>, Early> {
    let Some(token) = visitor.cookie(Cookie::Join) else {
        return Ok(Err(closed::lost(visitor)));
    };
    visitor.attempt(Action::Lookup).await?;
    let door = Door::open(&visitor.app, &token)
        .await
        .map_err(|error| visitor.broken(error))?;
    let Some(door) = door else {
        return Ok(Err(none(visitor, &token).await?));
    };
    Ok(Ok(door))
}

/// What is said where the cookie opens no door.
async fn none(visitor: &Visitor, token: &str) -> Answer {
    if let Some(renewed) = renewed::page(visitor, token).await? {
        return Ok(renewed);
    }
    let mut response = closed::unknown(visitor);
    let gone = visitor.jar().clear(Cookie::Join);
    response.headers_mut().append(header::SET_COOKIE, gone);
    Ok(response)
}

async fn note_opened(visitor: &Visitor, door: &Door) -> Result<(), Early> {
    let noted = execute::opened(&visitor.app, &door.secret).await;
    noted.map_err(|error| visitor.broken(error))
}
