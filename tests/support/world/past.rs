//! The past of a store: its library in this process, with a clock that is moved along. Everything goes through the rules.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, bail};
use doorward_domain::{
    Account, AccountStanding, Actor, Command, Delivery, DeliveryState, DeliveryStep, DeviceId,
    Held, Lookup, Membership, MembershipId, Moment, Name, Note, OrganisationId, PersonId, Record,
    Signed, Version, World, signed,
};
use doorward_protocol::Outcome;
use doorward_server::execute::{self, Caller};
use doorward_server::store::accounts;
use doorward_server::store::sign_ups::SignUpRow;
use doorward_server::store::{Floor, Script, ledger, letters, lookups, mine, save};
use doorward_server::{App, Clock, Config};
use uuid::Uuid;

use super::cast::{OLGA, PARK, PASSWORD, Somebody};
use crate::ids;

/// Milliseconds in a minute.
pub const MINUTE: i64 = 60 * 1000;
/// Minutes in a day.
pub const DAY: i64 = 24 * 60;

/// A store on its way through its past.
pub struct Past {
    app: App,
    clock: Clock,
    today: Moment,
    /// The organisation.
    pub organisation: OrganisationId,
    callers: BTreeMap<&'static str, Caller>,
    memberships: BTreeMap<&'static str, MembershipId>,
    revisions: BTreeMap<MembershipId, u64>,
    /// The one password of all, hashed once.
    password: String,
}

impl Past {
    /// An empty store, in which Olga founds the park.
    pub async fn begin(data: &Path) -> Result<Self> {
        let today = Clock::Machine.now();
        let clock = Clock::standing_at(today);
        let config = Config {
            folder: data.to_owned(),
            ..Config::default()
        };
        let app = App::open_with(config, clock.clone(), Floor::OneConnection).await?;
        let organisation = OrganisationId(Uuid::nil());
        let password = app.passwords().hash(PASSWORD).await?;
        let mut past = Self {
            app,
            clock,
            today,
            organisation,
            callers: BTreeMap::new(),
            memberships: BTreeMap::new(),
            revisions: BTreeMap::new(),
            password,
        };
        past.minutes_ago(230 * DAY);
        let olga = past.caller(&OLGA).await?;
        let name = Name::try_from(PARK)?;
        let made = execute::found(&past.app, &olga, name, None).await?;
        past.organisation = made.organisation;
        Ok(past)
    }

    /// Closes the store; answers the organisation, and the memberships by whose they are.
    pub async fn end(self) -> (OrganisationId, BTreeMap<&'static str, MembershipId>) {
        self.app.store().close().await;
        (self.organisation, self.memberships)
    }

    /// Moves the clock.
    pub fn minutes_ago(&self, minutes: i64) {
        self.clock.set(self.at(minutes));
    }

    /// The instant that lies so many minutes back; negative ones are still to come.
    pub fn at(&self, minutes_ago: i64) -> Moment {
        self.today.plus_millis(-minutes_ago * MINUTE)
    }

    /// Gives a command; it must take effect. Answers its revision.
    pub async fn give(&mut self, by: &Somebody, command: impl Into<Command>) -> Result<u64> {
        let caller = self.caller(by).await?;
        self.give_as(&caller, command).await
    }

    /// Gives a command as a caller of one's own making.
    pub async fn give_as(&mut self, caller: &Caller, command: impl Into<Command>) -> Result<u64> {
        let command = command.into();
        let target = command.target();
        let told = format!("{command:?}");
        let outcome = execute::one(&self.app, self.organisation, caller, command).await?;
        self.post().await?;
        match outcome {
            Outcome::Applied { revision } => {
                let about = target.map(MembershipId);
                self.revisions.extend(about.map(|id| (id, revision)));
                Ok(revision)
            }
            other @ (Outcome::NoChange { .. } | Outcome::Refused { .. }) => {
                bail!("{told} came to {other:?}")
            }
        }
    }

    /// Remembers whose a membership is.
    pub fn is_of(&mut self, whom: &Somebody, membership: MembershipId) {
        self.memberships.insert(whom.called, membership);
    }

    /// Somebody's membership.
    pub fn membership(&self, called: &str) -> Result<MembershipId> {
        let found = self.memberships.get(called).copied();
        found.with_context(|| format!("nobody is called {called}"))
    }

    /// Somebody's membership as it stands.
    pub async fn row(&self, called: &str) -> Result<Membership> {
        let id = self.membership(called)?;
        let mut world = World::new(self.organisation);
        let mut tx = self.app.store().snapshot().await?;
        let question = [Lookup::Membership(id)].into();
        lookups::load(&mut tx, &mut world, &question, self.app.now()).await?;
        let found = world.membership(id).context("a membership that was made")?;
        Ok(found.value.clone())
    }

    /// The version of a membership.
    pub fn version(&self, membership: MembershipId) -> Result<Version> {
        let revision = self.revisions.get(&membership).copied();
        Ok(Version::Revision(revision.context("it has changed once")?))
    }

    /// Notes that somebody was here.
    pub async fn sees(&mut self, whom: &Somebody) -> Result<()> {
        let caller = self.caller(whom).await?;
        let person = caller.actor.person().context("a person")?;
        Ok(execute::seen(&self.app, person).await?)
    }

    /// Has the letter of an invitation go these ways, at so many minutes ago each, for a reason or none.
    pub async fn fares(
        &self,
        membership: MembershipId,
        ways: &[(DeliveryState, i64, &str)],
    ) -> Result<()> {
        let mut delivery = Delivery {
            membership,
            generation: 1,
            steps: vec![DeliveryStep {
                state: DeliveryState::Queued,
                at: self.app.now(),
                reason: None,
            }],
            waits: None,
        };
        for (state, minutes_ago, reason) in ways {
            let step = DeliveryStep {
                state: *state,
                at: self.at(*minutes_ago),
                reason: Note::try_from(*reason).ok(),
            };
            delivery = delivery.after(1, step).context("a step that is news")?;
        }
        self.put(vec![Record::Delivery(delivery)]).await
    }

    /// Writes records at a revision of their own, for what no command makes yet or what nobody decides.
    pub async fn put(&self, records: Vec<Record>) -> Result<()> {
        let mut tx = self.app.store().begin().await?;
        let found = ledger::lock(&mut tx, self.organisation).await?;
        let mut ledger = found.context("the organisation has a ledger")?;
        ledger.revision += 1;
        let held = |value| Held {
            value,
            version: Version::Revision(ledger.revision),
            signed: Some(self.system()),
        };
        let held: Vec<_> = records.into_iter().map(held).collect();
        let mut script = Script::new(tx.dialect());
        save::save(&mut tx, &mut script, self.organisation, &held).await?;
        let saved = ledger::save(&mut script, &ledger);
        ledger::saved(&mut tx.run(script).await?, saved)?;
        Ok(tx.commit().await?)
    }

    /// The signature of Doorward itself.
    pub fn system(&self) -> Signed {
        signed(&Actor::System, self.app.now())
    }

    /// Somebody with an account, which is made at the first time.
    pub async fn caller(&mut self, whom: &Somebody) -> Result<Caller> {
        if let Some(caller) = self.callers.get(whom.called) {
            return Ok(caller.clone());
        }
        let id = PersonId(ids::new());
        let new = SignUpRow {
            id,
            contact: whom.email().parse()?,
            name: Name::try_from(whom.name)?,
            locale: whom.locale,
            password: self.password.clone(),
            next: None,
            browser: None,
            door: None,
            expires_at: self.app.now(),
        };
        let mut tx = self.app.store().begin().await?;
        accounts::make(&mut tx, &new, self.app.now()).await?;
        mine::touch(&mut tx, &[id]).await?;
        tx.commit().await?;
        let account = Account {
            person: id,
            name: new.name,
            contacts: vec![new.contact],
            standing: AccountStanding::Living,
        };
        let actor = Actor::Person {
            account,
            fresh: true,
        };
        let caller = Caller::new(actor, DeviceId(ids::new()));
        self.callers.insert(whom.called, caller.clone());
        Ok(caller)
    }

    /// Takes the letters out of the queue as sent: the server that serves this store is not to send the past.
    async fn post(&self) -> Result<()> {
        let now = self.app.now();
        let mut tx = self.app.store().begin().await?;
        let taken = letters::take(&mut tx, now, now).await?;
        let sent = |script: &mut Script| {
            for letter in &taken {
                letters::settle(script, letter.id, "sent", None, now);
            }
            Ok(())
        };
        tx.script(sent).await?;
        Ok(tx.commit().await?)
    }
}

/// The position, for whom one is written down.
pub fn position(whom: &Somebody) -> Result<Option<Name>> {
    let written = (!whom.position.is_empty()).then(|| Name::try_from(whom.position));
    Ok(written.transpose()?)
}
