//! Who decides a request, said to whoever is about to make it: by the rules that find who is told of one.

use doorward_domain::{Decision, Event, Name, OrganisationId};

use crate::App;
use crate::letters::recipients::{Deciders, who_would_decide};
use crate::pages::visitor::{Early, Visitor};
use crate::store::{self, letter_facts};

/// Most people who are named.
const NAMED: usize = 3;

/// Who would decide a request of somebody who is signed in, of which the rules say this; names are for nobody else.
pub async fn sentence(
    visitor: &Visitor,
    organisation: OrganisationId,
    decision: &Decision,
) -> Result<Option<String>, Early> {
    if visitor.actor().is_none() {
        return Ok(None);
    }
    let names = names(&visitor.app, organisation, decision).await;
    let names = names.map_err(|error| visitor.broken(error))?;
    let (words, first) = (visitor.words, names.iter().take(NAMED));
    let listed: Vec<&str> = first.map(Name::as_str).collect();
    if listed.is_empty() {
        return Ok(None);
    }
    let id = if names.len() > NAMED {
        "community-decided-by-more"
    } else {
        "community-decided-by"
    };
    Ok(Some(words.say_of(id, "names", &listed.join(", "))))
}

/// The names of people who decide here, or of the organisation that does it for this one.
async fn names(
    app: &App,
    organisation: OrganisationId,
    decision: &Decision,
) -> Result<Vec<Name>, store::Error> {
    let request = decision.events().iter().find_map(|it| {
        if let Event::JoinRequested { membership, .. } = it {
            Some(membership)
        } else {
            None
        }
    });
    // An invitation that waits may meet it: then nobody decides.
    let Some(request) = request else {
        return Ok(Vec::new());
    };
    let mut tx = app.store().snapshot().await?;
    let most = NAMED + 1;
    match who_would_decide(&mut tx, organisation, request, most, app.now()).await? {
        Deciders::People(names) => Ok(names),
        Deciders::Manager(manager) => {
            let (name, _) = letter_facts::names(&mut tx, manager, &[]).await?;
            Ok(name.into_iter().collect())
        }
        Deciders::Nobody => Ok(Vec::new()),
    }
}
