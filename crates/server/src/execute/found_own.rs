//! Organisations that signed-in people make, where the operator lets everybody do so: so many in an hour, and the
//! same one once, however often it is asked for.

use doorward_domain::{Lookup, Name, OrganisationId, PersonId, Refusal, World};

use super::found::{Founding, first_row, found_as};
use super::{Caller, Error};
use crate::App;
use crate::accounts::limits::{self, Action, TooOften};
use crate::config::SignUp;
use crate::store::{self, ledger, lookups};

/// An organisation that somebody wants to make.
#[derive(Debug)]
pub struct Wanted {
    /// The id that it shall have, where whoever asks chose one: with it, asking again makes no second one.
    pub id: Option<OrganisationId>,
    /// What it is called.
    pub name: Name,
}

/// Whether whoever is signed in may make organisations here.
pub fn may_found(app: &App) -> bool {
    app.config().sign_up == SignUp::Open
}

/// Makes an organisation for a signed-in person, where the operator lets everybody do so. The same asked for again
/// gets the first answer and is not counted.
pub async fn found_own(
    app: &App,
    caller: &Caller,
    network: &str,
    Wanted { id, name }: Wanted,
) -> Result<Result<Founding, TooOften>, Error> {
    let person = caller.actor.person().filter(|_| may_found(app));
    let person = person.ok_or(Error::Refused(Refusal::Forbidden { needs: None }))?;
    if let Some(id) = id
        && let Some(made) = made_before(app, person, id, &name).await?
    {
        return Ok(Ok(made));
    }
    if let Err(wait) = limits::attempt_of(app, Action::Found, person, network).await? {
        return Ok(Err(wait));
    }
    let new = id.unwrap_or_else(|| OrganisationId(app.new_id()));
    match found_as(app, caller, new, name.clone(), None).await {
        // Asked for twice at once: the other was first.
        Err(Error::Store(store::Error::Taken(_))) => {
            let made = made_before(app, person, new, &name).await?;
            made.map(Ok).ok_or(Error::IdReused)
        }
        made => made.map(Ok),
    }
}

/// What somebody made under this id and name before; an id under which there is anything else cannot be had.
async fn made_before(
    app: &App,
    person: PersonId,
    id: OrganisationId,
    name: &Name,
) -> Result<Option<Founding>, Error> {
    let mut tx = app.store().snapshot().await?;
    if ledger::ledger(&mut tx, id).await?.is_none() {
        return Ok(None);
    }
    let owner = first_row(id);
    let mut world = World::new(id);
    let question = [Lookup::Organisation, Lookup::Membership(owner)].into();
    lookups::load(&mut tx, &mut world, &question, app.now()).await?;
    let is_named = world.organisation().is_some_and(|it| it.name == *name);
    let first = world.membership(owner);
    if is_named && first.is_some_and(|it| it.value.person == Some(person)) {
        return Ok(Some(Founding {
            organisation: id,
            owner,
        }));
    }
    Err(Error::IdReused)
}
