//! Showing a secret link again: asked of the rules under the organisation's lock, and noted in its history.

use doorward_domain::{
    LinkId, MembershipId, OrganisationId, Refusal, SecretOf, Shown, World, show_secret as ask,
};
use serde_json::json;

use super::batch::Batch;
use super::{Caller, Error};
use crate::App;
use crate::store::{ledger, lookups};

/// The generation of a secret that the caller may be shown, or why not. What the caller may not do and what does not
/// exist is one answer.
pub async fn show_secret(
    app: &App,
    id: OrganisationId,
    caller: &Caller,
    of: SecretOf,
) -> Result<u32, Error> {
    let mut tx = app.store().begin().await?;
    let ledger = ledger::lock(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let (mut world, now) = (World::new(id), app.now());
    let generation = loop {
        match ask(&world, &caller.actor, of, now) {
            Shown::Generation(generation) => break generation,
            Shown::Refused(Refusal::NotFound | Refusal::Forbidden { .. }) => {
                return Err(Error::NotFound);
            }
            Shown::Refused(refusal) => return Err(Error::Dead(refusal)),
            Shown::Asks(questions) => lookups::load(&mut tx, &mut world, &questions, now).await?,
        }
    };
    let mut batch = Batch::new(app, ledger, caller, now);
    // Which it was: by name where the organisation gave it one, else by the row that knows whom it invites.
    let (object, of) = match of {
        SecretOf::Invitation(id @ MembershipId(object)) => {
            (object, json!({ "event": { "membership": id } }))
        }
        SecretOf::Link(id @ LinkId(object)) => {
            let name = world.link(id).map(|link| &link.name);
            (object, json!({ "event": { "link": { "name": name } } }))
        }
    };
    batch.note("link_shown", &object.to_string(), &of)?;
    batch.save(app, &mut tx).await?;
    tx.commit().await?;
    Ok(generation)
}
