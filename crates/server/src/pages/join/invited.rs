//! What the letter of an invitation has shown of somebody who has no account yet.

use doorward_domain::{Contact, Name};

use super::door::Door;
use crate::pages::cookies::Cookie;
use crate::pages::visitor::{Early, Speech, Visitor};

/// What an invitation's letter has shown of somebody who has no account yet.
#[derive(Debug)]
pub struct Invited {
    /// The address that is theirs.
    pub contact: Contact,
    /// Where they are invited.
    pub organisation: Name,
    /// The languages they are invited in.
    pub speech: Speech,
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
            speech: door.speech(),
        })
    }))
}
