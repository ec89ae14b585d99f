//! Joining by an invitation or a link: the page shows what is stored, and what the rules say of it (ACT-13 to ACT-18).

mod door;
mod page;
mod stage;

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::Response;
use doorward_domain::{Command, Contact, DeclineInvitation, Locale, Name, Refusal};
use doorward_protocol::Outcome;

pub use self::door::Door;
use self::stage::Standing;
pub use self::stage::nobody;
use super::cookies::Cookie;
use super::form::Fields;
use super::visitor::{Answer, Early, Visitor};
use crate::accounts::limits::Action;
use crate::execute::{self, Caller};

/// The longest text that can be a token with its proof.
const LONGEST: usize = 100;

/// What an invitation's letter has shown of somebody who has no account yet.
#[derive(Debug)]
pub struct Invited {
    /// The address that is theirs.
    pub contact: Contact,
    /// Where they are invited.
    pub organisation: Name,
    /// The language they are invited in.
    pub locale: Option<Locale>,
}

/// Puts the secret out of the address bar. Changes nothing, so that a program that looks at links does no harm (S-08).
pub async fn enter(visitor: Visitor, Path(token): Path<String>) -> Response {
    let cookie = visitor.jar().set(Cookie::Join, &plain(&token));
    visitor.go_with("/join", &[cookie])
}

/// A token as a cookie holds it; what cannot be one becomes something that opens nothing (S-09).
pub fn plain(token: &str) -> String {
    let fits = token.len() <= LONGEST
        && token
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c));
    if fits {
        token.to_owned()
    } else {
        "-".to_owned()
    }
}

/// The page.
pub async fn show(visitor: Visitor) -> Answer {
    let door = match door(&visitor).await? {
        Ok(door) => door,
        Err(closed) => return Ok(closed),
    };
    let visitor = visitor.speaking(door.locale());
    let standing = stage::standing(&visitor, &door).await?;
    Ok(page::of(&visitor, &door, standing))
}

/// Takes what was pressed.
pub async fn take(visitor: Visitor, fields: Fields) -> Answer {
    let door = match door(&visitor).await? {
        Ok(door) => door,
        Err(closed) => return Ok(closed),
    };
    let visitor = visitor.speaking(door.locale());
    fields.only(&["do"]).map_err(|code| visitor.broken(code))?;
    let pressed = fields.text("do");
    if matches!(pressed, "continue" | "sign-in" | "accept") {
        note_opened(&visitor, &door).await?;
    }
    match pressed {
        "continue" => Ok(visitor.go("/sign-up?next=/join")),
        "sign-in" => Ok(visitor.go("/sign-in?next=/join")),
        "accept" => answer(&visitor, &door, door.command(&visitor.app)).await,
        "decline" => match door.invitation() {
            Some(membership) => {
                answer(
                    &visitor,
                    &door,
                    Command::DeclineInvitation(DeclineInvitation { membership }),
                )
                .await
            }
            None => Ok(visitor.go("/join")),
        },
        _ => Ok(visitor.go("/join")),
    }
}

/// Gives a command and shows what came of it.
async fn answer(visitor: &Visitor, door: &Door, command: Command) -> Answer {
    let Some(device) = &visitor.device else {
        return Ok(visitor.go("/sign-in?next=/join"));
    };
    let declines = matches!(command, Command::DeclineInvitation(_));
    let caller = Caller {
        holds: door.holds(),
        ..device.caller.clone()
    };
    let outcome = execute::one(&visitor.app, door.organisation_id(), &caller, command).await;
    match outcome.map_err(|error| visitor.broken(error))? {
        Outcome::Refused { refusal } => Ok(page::refused(visitor, door, &refusal)),
        Outcome::Applied { .. } | Outcome::NoChange { .. } if declines => {
            Ok(page::declined(visitor, door))
        }
        Outcome::Applied { .. } | Outcome::NoChange { .. } => joined(visitor, door).await,
    }
}

/// What joining came to: the rules say whether somebody is in, or has asked.
async fn joined(visitor: &Visitor, door: &Door) -> Answer {
    let standing = stage::standing(visitor, door).await?;
    if matches!(standing, Standing::Refused(Refusal::AlreadyOpen { .. })) {
        return Ok(page::asked(visitor, door));
    }
    Ok(page::welcome(visitor, door))
}

/// The door behind the cookie, or the page that says that there is none.
async fn door(visitor: &Visitor) -> Result<Result<Door, Response>, Early> {
    let Some(token) = visitor.cookie(Cookie::Join) else {
        return Ok(Err(page::lost(visitor)));
    };
    visitor.attempt(Action::Lookup).await?;
    let door = Door::open(&visitor.app, &token)
        .await
        .map_err(|error| visitor.broken(error))?;
    Ok(door.ok_or_else(|| {
        let mut response = page::unknown(visitor);
        response
            .headers_mut()
            .append(header::SET_COOKIE, visitor.jar().clear(Cookie::Join));
        response
    }))
}

/// The invitation in the cookie, where it came by letter and so shows that its address is the visitor's.
pub async fn invited(visitor: &Visitor) -> Result<Option<Invited>, Early> {
    let Some(token) = visitor.cookie(Cookie::Join) else {
        return Ok(None);
    };
    let door = Door::open(&visitor.app, &token)
        .await
        .map_err(|error| visitor.broken(error))?;
    Ok(door.and_then(|door| {
        let contact = door.proven_contact(visitor.app.now())?.clone();
        Some(Invited {
            contact,
            organisation: door.organisation()?.clone(),
            locale: door.locale(),
        })
    }))
}

async fn note_opened(visitor: &Visitor, door: &Door) -> Result<(), Early> {
    let noted = execute::opened(&visitor.app, &door.secret).await;
    noted.map_err(|error| visitor.broken(error))
}

/// The status of a page for something that no longer works.
const GONE: StatusCode = StatusCode::GONE;
