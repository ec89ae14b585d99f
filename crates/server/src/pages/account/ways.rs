//! The ways into one's account: a password, and accounts of other sites that are connected.

use doorward_domain::PersonId;
use uuid::Uuid;

use crate::accounts::providers::{self, Disconnected};
use crate::pages::visitor::{Early, Visitor};
use crate::pages::with::{self, Way};
use crate::store::{Error, accounts, connected};
use crate::text::initials;

/// An account of another site that somebody comes in with.
#[derive(Debug)]
pub struct Connected {
    /// Its id.
    pub id: Uuid,
    /// What the site is called.
    pub name: String,
    /// Its letters.
    pub initials: String,
    /// Since when it is connected.
    pub since: String,
}

/// The ways in that an account has, and could have.
#[derive(Debug)]
pub struct Ways {
    /// Whether there is a password.
    pub has_password: bool,
    /// What is connected.
    pub connected: Vec<Connected>,
    /// What can be connected; a password is asked for then, so nothing where there is none.
    pub more: Vec<Way>,
}

/// Those of a person.
pub async fn of(visitor: &Visitor, person: PersonId) -> Result<Ways, Early> {
    let read = async {
        let mut tx = visitor.app.store().snapshot().await?;
        let has_password = accounts::has_password(&mut tx, person).await?;
        let rows = connected::of(&mut tx, person).await?;
        Ok::<_, Error>((has_password, rows))
    };
    let (has_password, rows) = read.await.map_err(|error| visitor.broken(error))?;
    let words = visitor.words;
    let providers = &visitor.app.config().providers;
    let more = providers.iter().filter(|(_, provider)| {
        has_password && rows.iter().all(|row| row.issuer != provider.issuer)
    });
    let more = more.map(|(key, provider)| Way {
        href: with::begin(key, Some("/me/account")),
        label: words.say_of("account-connect", "provider", &provider.name),
    });
    let shown = |row: &connected::ConnectedRow| {
        let name = name(visitor, &row.issuer);
        Connected {
            id: row.id,
            initials: initials(&name),
            name,
            since: words.say_of("account-connected", "when", &words.date(row.connected_at)),
        }
    };
    Ok(Ways {
        has_password,
        connected: rows.iter().map(shown).collect(),
        more: more.collect(),
    })
}

/// Disconnects one, and answers what came of it.
pub async fn disconnect(
    visitor: &Visitor,
    person: PersonId,
    id: Uuid,
) -> Result<Option<String>, Early> {
    let done = providers::disconnect(&visitor.app, person, id).await;
    Ok(match done.map_err(|error| visitor.broken(error))? {
        Disconnected::Done(issuer) => {
            let name = name(visitor, &issuer);
            Some(
                visitor
                    .words
                    .say_of("account-disconnected", "provider", &name),
            )
        }
        Disconnected::Last => Some(visitor.words.say("account-last-way")),
        Disconnected::None => None,
    })
}

/// What people call a site; its address where it is not offered any more.
fn name(visitor: &Visitor, issuer: &str) -> String {
    let mut providers = visitor.app.config().providers.values();
    let named = providers.find(|it| it.issuer == issuer);
    named.map_or_else(|| issuer.to_owned(), |it| it.name.clone())
}
