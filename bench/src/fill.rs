//! Fills a store through the server's library, as the workload's people would have come to it over years: nobody waits
//! for a hundred thousand letters.

use std::path::Path;

use anyhow::{Context, Result};
use doorward_domain::{
    Account, AccountStanding, Actor, Contact, DeviceId, Grant, Held, Locale, MemberContact,
    Membership, MembershipId, Name, OrganisationId, PersonId, Preset, Record, Signed, Status,
    Version, signed,
};
use doorward_server::execute::{self, Caller};
use doorward_server::store::accounts;
use doorward_server::store::sign_ups::SignUpRow;
use doorward_server::store::{Floor, Script, ledger, mine, save};
use doorward_server::{App, Clock, Config};
use doorward_suite::ids;

use crate::person::Person;

/// The password of every account.
pub const PASSWORD: &str = "a long bench password";
/// The address of the organisation's Owner.
pub const OWNER: &str = "owner@bench.example";
/// The address of an administrator.
pub const ADMINISTRATOR: &str = "administrator@bench.example";
/// Records written together.
const BATCH: usize = 2_000;

/// A store that is being filled.
pub struct Filling {
    app: App,
    /// Hashed once.
    password: String,
}

impl Filling {
    /// An empty store.
    pub async fn begin(folder: &Path) -> Result<Self> {
        let config = Config {
            folder: folder.to_owned(),
            ..Config::default()
        };
        let app = App::open_with(config, Clock::Machine, Floor::OneConnection).await?;
        let password = app.passwords().hash(PASSWORD).await?;
        Ok(Self { app, password })
    }

    /// Founds the organisation with its Owner and an administrator.
    pub async fn found(&self) -> Result<OrganisationId> {
        let owner = self.account(OWNER).await?;
        let caller = Caller::new(
            Actor::Person {
                account: owner,
                fresh: true,
            },
            DeviceId(ids::new()),
        );
        let name = Name::try_from("Bench")?;
        let made = execute::found(&self.app, &caller, name, None).await?;
        let administrator = self.account(ADMINISTRATOR).await?;
        self.put(made.organisation, &self.administrator(&administrator))
            .await?;
        Ok(made.organisation)
    }

    /// Lets people be members.
    pub async fn join(&self, organisation: OrganisationId, people: &[Person]) -> Result<()> {
        let by = self.system();
        for people in people.chunks(BATCH / 2) {
            let mut records = Vec::with_capacity(BATCH);
            for person in people {
                records.extend(person.records(&by)?);
            }
            self.put(organisation, &records).await?;
        }
        Ok(())
    }

    /// Makes an account with a verified address.
    pub async fn account(&self, email: &str) -> Result<Account> {
        let contact: Contact = email.parse()?;
        let new = SignUpRow {
            id: PersonId(ids::new()),
            contact: contact.clone(),
            name: Name::try_from(email.split('@').next().unwrap_or(email))?,
            locale: Locale::En,
            password: self.password.clone(),
            next: None,
            browser: None,
            door: None,
            expires_at: self.app.now(),
        };
        let mut tx = self.app.store().begin().await?;
        accounts::make(&mut tx, &new, self.app.now()).await?;
        mine::touch(&mut tx, &[new.id]).await?;
        tx.commit().await?;
        Ok(Account {
            person: new.id,
            name: new.name,
            contacts: vec![contact],
            standing: AccountStanding::Living,
        })
    }

    /// Closes the store.
    pub async fn end(self) {
        self.app.store().close().await;
    }

    fn administrator(&self, account: &Account) -> [Record; 2] {
        let id = MembershipId(ids::new());
        let by = self.system();
        let membership = Membership {
            id,
            person: Some(account.person),
            name: Some(account.name.clone()),
            position: None,
            staff: None,
            status: Status::Approved,
            grant: Some(Grant::of(Preset::Administrator)),
            suspended: false,
            visible: false,
            begun: by.clone(),
            invitation: None,
            asked: None,
            decided: Some(by),
            reason: None,
            offer: None,
            approved_at: None,
            end_set_at: None,
        };
        let contacts = MemberContact {
            membership: id,
            contacts: account.contacts.clone(),
        };
        [
            Record::Membership(Box::new(membership)),
            Record::MemberContact(contacts),
        ]
    }

    async fn put(&self, organisation: OrganisationId, records: &[Record]) -> Result<()> {
        let mut tx = self.app.store().begin().await?;
        let found = ledger::lock(&mut tx, organisation).await?;
        let mut ledger = found.context("the organisation has a ledger")?;
        ledger.revision += 1;
        let held = |value: &Record| Held {
            value: value.clone(),
            version: Version::Revision(ledger.revision),
            signed: Some(self.system()),
        };
        let held: Vec<_> = records.iter().map(held).collect();
        let mut script = Script::new(tx.dialect());
        save::save(&mut tx, &mut script, organisation, &held).await?;
        let saved = ledger::save(&mut script, &ledger);
        ledger::saved(&mut tx.run(script).await?, saved)?;
        Ok(tx.commit().await?)
    }

    fn system(&self) -> Signed {
        signed(&Actor::System, self.app.now())
    }
}
