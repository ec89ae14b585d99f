//! An invitation whose term has passed: whoever has its letter can ask for a new link, and whoever can send it again is
//! told, once (U1).

use axum::http::StatusCode;
use doorward_domain::{Contact, Membership, PersonId};

use super::door::Door;
use super::said::{GONE, named};
use crate::accounts::limits::Action;
use crate::letters::new_link;
use crate::pages::icon::Icon;
use crate::pages::layout::{Message, Press};
use crate::pages::visitor::{Answer, Early, Visitor};
use crate::store;

/// What can be done about an invitation.
#[derive(Debug)]
enum Way {
    /// Somebody can be asked.
    Ask(Vec<PersonId>),
    /// Somebody has been asked.
    Asked,
    /// Nobody is there to be asked.
    Nobody,
}

/// The page, with the button that asks where there is somebody to ask.
pub async fn page(visitor: &Visitor, door: &Door) -> Answer {
    let way = match door.membership() {
        Some(it) => way(visitor, door, it).await?,
        None => Way::Nobody,
    };
    let page = visitor
        .message(Icon::Expired, "join-expired-title")
        .about(door.organisation());
    let page = match way {
        Way::Ask(told) => {
            let giver = door.inviter_id().filter(|giver| told.contains(giver));
            let id = if giver.is_some() {
                "join-expired-ask"
            } else {
                "join-expired-ask-all"
            };
            let press = Press {
                action: "/join".to_owned(),
                does: "ask-new",
                label: named(visitor, door, id),
            };
            page.saying(said(
                visitor,
                door,
                "join-expired-can-ask",
                "join-expired-can-ask-phone",
            ))
            .pressing(Some(press))
        }
        Way::Asked => page.saying(asked(visitor, door)),
        Way::Nobody => page.saying(named(visitor, door, "join-expired-text")),
    };
    let onward = visitor.device.is_some().then(|| visitor.onward());
    Ok(visitor.page(GONE, &onward.into_iter().fold(page, Message::linked)))
}

/// Says the sentence about letters, or the one about text messages, by where the new link goes.
fn said(visitor: &Visitor, door: &Door, by_letter: &str, by_phone: &str) -> String {
    let id = match door.contact() {
        Some(Contact::Phone(_)) => by_phone,
        Some(Contact::Email(_)) | None => by_letter,
    };
    named(visitor, door, id)
}

fn asked(visitor: &Visitor, door: &Door) -> String {
    let (by_letter, by_phone) = ("join-expired-asked-text", "join-expired-asked-phone");
    said(visitor, door, by_letter, by_phone)
}

/// Tells whoever can send the invitation again; once for each sending, whoever presses how often.
pub async fn ask(visitor: &Visitor, door: &Door) -> Answer {
    visitor.attempt(Action::Request).await?;
    let now = visitor.app.now();
    let Some(invitation) = door.membership().filter(|it| it.is_expired_invitation(now)) else {
        return Ok(visitor.go("/join"));
    };
    let queue = async || -> Result<(), store::Error> {
        let mut tx = visitor.app.store().begin().await?;
        let bells = new_link::ask(&mut tx, door.organisation_id(), invitation, now).await?;
        tx.commit().await?;
        visitor.app.doorbell().ring(bells);
        Ok(())
    };
    queue().await.map_err(|error| visitor.broken(error))?;
    let page = visitor
        .message(Icon::Mail, "join-expired-asked-title")
        .about(door.organisation());
    let page: Message = page.saying(asked(visitor, door));
    Ok(visitor.page(StatusCode::OK, &page))
}

async fn way(visitor: &Visitor, door: &Door, invitation: &Membership) -> Result<Way, Early> {
    let now = visitor.app.now();
    // Another reason than the term is none that a new link would help against.
    if !invitation.is_expired_invitation(now) {
        return Ok(Way::Nobody);
    }
    let look = async || -> Result<Way, store::Error> {
        let mut tx = visitor.app.store().snapshot().await?;
        if new_link::is_asked(&mut tx, invitation).await? {
            return Ok(Way::Asked);
        }
        let told = new_link::told(&mut tx, door.organisation_id(), invitation, now).await?;
        Ok(if told.is_empty() {
            Way::Nobody
        } else {
            Way::Ask(told)
        })
    };
    look().await.map_err(|error| visitor.broken(error))
}
