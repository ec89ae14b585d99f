//! The way in is not lost on the way: a cookie that opens a door lives on while its visitor goes on, and is made again from
//! what the sign-up kept, in whatever browser its address is confirmed. Neither keeps a secret (INV-1, INV-8).

use axum::http::{HeaderValue, header};
use axum::response::Response;

use super::door::Door;
use crate::pages::cookies::{Cookie, plain};
use crate::pages::visitor::{Early, Visitor};
use crate::store::sign_ups::Passage;
use crate::tokens::TokenKind;

/// The door behind the cookie as a sign-up keeps it, if that is where somebody goes on to.
pub async fn passage(visitor: &Visitor, going: Option<&str>) -> Result<Option<Passage>, Early> {
    let Some(token) = visitor.cookie(Cookie::Join).filter(|_| leads_in(going)) else {
        return Ok(None);
    };
    let door = Door::open(&visitor.app, &token)
        .await
        .map_err(|error| visitor.broken(error))?;
    Ok(door.map(|door| Passage {
        is_link: door.link().is_some(),
        subject: door.secret.subject,
        generation: door.secret.generation,
    }))
}

/// Opens the door again through which somebody came who has confirmed an address: as a link that was copied does, so that
/// it proves no mailbox and no phone (INV-3).
pub fn again(visitor: &Visitor, passage: Option<Passage>, response: Response) -> Response {
    let Some(passage) = passage else {
        return response;
    };
    let kind = if passage.is_link {
        TokenKind::Link
    } else {
        TokenKind::Invitation
    };
    let tokens = visitor.app.tokens();
    let token = tokens.token(kind, passage.subject, passage.generation);
    with(response, visitor.jar().set(Cookie::Join, &token))
}

/// Lets the cookie live on for another ten minutes where somebody is on the way to the door.
pub fn renewed(visitor: &Visitor, going: Option<&str>, response: Response) -> Response {
    match visitor.cookie(Cookie::Join) {
        Some(token) if leads_in(going) => {
            with(response, visitor.jar().set(Cookie::Join, &plain(&token)))
        }
        Some(_) | None => response,
    }
}

/// Whether a page to go on to is the one behind the door.
pub fn leads_in(going: Option<&str>) -> bool {
    going == Some("/join")
}

fn with(mut response: Response, cookie: HeaderValue) -> Response {
    response.headers_mut().append(header::SET_COOKIE, cookie);
    response
}
