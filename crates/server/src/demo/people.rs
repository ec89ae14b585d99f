//! The people of the demo and their accounts. They share one password, so that a single hash is computed.

use std::collections::BTreeMap;

use anyhow::{Context, bail};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use doorward_domain::{Account, Actor, DeviceId, Locale, PersonId};
use serde::Deserialize;
use uuid::Uuid;

use crate::App;
use crate::accounts::sign_up::{Made, confirm};
use crate::execute::Caller;
use crate::store::accounts;
use crate::store::sign_ups::SignUpRow;

/// Somebody of the demo.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// The address.
    pub email: String,
    /// First and last name.
    pub name: String,
    /// The language of letters.
    pub locale: Locale,
    /// What they do, in their own words.
    pub position: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    people: Vec<Person>,
}

/// Everybody, with an account each.
#[derive(Debug)]
pub struct People {
    persons: Vec<Person>,
    callers: BTreeMap<String, Caller>,
    /// The password of all of them.
    pub password: String,
}

impl People {
    /// Makes the accounts.
    pub async fn sign_up(app: &App) -> anyhow::Result<Self> {
        let File { people } = toml::from_str(include_str!("people.toml"))?;
        let password = BASE64_URL_SAFE_NO_PAD.encode(rand::random::<[u8; 15]>());
        let hash = app.passwords().hash(&password).await?;
        let mut callers = BTreeMap::new();
        for person in &people {
            let caller = account(app, person, &hash).await?;
            callers.insert(person.email.clone(), caller);
        }
        Ok(Self {
            persons: people,
            callers,
            password,
        })
    }

    /// Somebody by their address.
    pub fn person(&self, email: &str) -> Option<&Person> {
        self.persons.iter().find(|it| it.email == email)
    }

    /// Everybody.
    pub fn all(&self) -> &[Person] {
        &self.persons
    }

    /// Somebody as they give commands.
    pub fn caller(&self, email: &str) -> anyhow::Result<&Caller> {
        let caller = self.callers.get(email);
        caller.with_context(|| format!("{email} is nobody of the demo"))
    }
}

async fn account(app: &App, person: &Person, hash: &str) -> anyhow::Result<Caller> {
    let row = SignUpRow {
        id: PersonId(app.new_id()),
        contact: person.email.parse()?,
        name: person.name.as_str().try_into()?,
        locale: person.locale,
        password: hash.to_owned(),
        next: None,
        browser: None,
        door: None,
        expires_at: app.now(),
    };
    let Made::Account(id) = confirm(app, &row).await? else {
        bail!("{} stands twice in people.toml", person.email)
    };
    let found = accounts::account_of(&mut app.store().snapshot().await?, id).await?;
    let account: Account = found.context("an account that was made is there")?;
    let actor = Actor::Person {
        account,
        fresh: true,
    };
    Ok(Caller::new(actor, DeviceId(Uuid::nil())))
}
