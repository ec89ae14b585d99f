//! `demo`: fills an empty store with a believable small business, through the same commands that people give.

mod cast;

pub use self::cast::OWNER;

use anyhow::{Context, bail};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use doorward_domain::{
    AcceptInvitation, Account, Actor, ChangeSettings, Command, Contact, DeviceId, Grant,
    InvitePerson, LevelRef, Locale, Lookup, MembershipId, Moment, Name, Note, OrganisationId,
    Preset, RequestToJoin, Settings, Version, World,
};
use doorward_protocol::Outcome;
use serde_json::{Value, json};
use uuid::Uuid;

use self::cast::{INVITED, REQUESTS, SALON, STAFF, Somebody};
use crate::accounts::sign_up::{Made, Typed, check, make};
use crate::clock::Clock;
use crate::execute::{self, Caller};
use crate::store::{Floor, accounts, lookups};
use crate::{App, Config};

/// How long ago the salon began, in days.
const BEGAN_DAYS_AGO: i64 = 40;
/// Milliseconds in a minute.
const MINUTE: i64 = 60 * 1000;

/// Fills an empty store with what the demo tells until `now`; answers its accounts as JSON.
pub async fn fill(config: Config, floor: Floor, now: Moment) -> anyhow::Result<Value> {
    let clock = Clock::standing_at(now);
    let app = App::open_with(config, clock.clone(), floor).await?;
    if !accounts::is_empty(&mut app.store().snapshot().await?).await? {
        bail!("the store is not empty");
    }
    let demo = Demo {
        app,
        clock,
        today: now,
    };
    let made = demo.fill().await;
    demo.app.store().close().await;
    made
}

/// A store on its way to being filled; its clock is moved along the salon's past.
struct Demo {
    app: App,
    clock: Clock,
    today: Moment,
}

impl Demo {
    async fn fill(&self) -> anyhow::Result<Value> {
        self.minutes_ago(BEGAN_DAYS_AGO * 24 * 60);
        let (owner, mut accounts) = (self.sign_up(&OWNER).await?, Vec::new());
        accounts.push(shown(&OWNER, &owner.password, "owner"));
        let name = Name::try_from(SALON)?;
        let organisation = execute::found(&self.app, &owner.caller, name, None)
            .await?
            .organisation;
        self.open_the_door(organisation, &owner.caller).await?;
        for (minutes, (person, level)) in (1..).map(|day| day * 24 * 60).zip(STAFF) {
            self.minutes_ago(BEGAN_DAYS_AGO * 24 * 60 - minutes);
            let joined = self
                .join(organisation, &owner.caller, person, *level)
                .await?;
            accounts.push(shown(person, &joined.password, level.key()));
        }
        for (contact, locale, minutes, level) in INVITED {
            self.minutes_ago(*minutes);
            self.invite(organisation, &owner.caller, contact, None, *locale, *level)
                .await?;
        }
        for (person, minutes, note) in REQUESTS {
            self.minutes_ago(*minutes);
            let asking = self.sign_up(person).await?;
            self.ask(organisation, &asking.caller, person, *note)
                .await?;
            accounts.push(shown(person, &asking.password, "requested"));
        }
        Ok(json!({ "organisation": { "id": organisation, "name": SALON }, "accounts": accounts }))
    }

    fn minutes_ago(&self, minutes: i64) {
        self.clock.set(self.today.plus_millis(-minutes * MINUTE));
    }

    async fn sign_up(&self, person: &Somebody) -> anyhow::Result<SignedUp> {
        let password = BASE64_URL_SAFE_NO_PAD.encode(rand::random::<[u8; 15]>());
        let typed = Typed {
            name: person.name.into(),
            email: person.email.into(),
            password: password.clone(),
        };
        let checked = check(&typed, None)
            .map_err(|faults| anyhow::anyhow!("{}: {faults:?}", person.email))?;
        let made = make(&self.app, checked, person.locale).await.ok();
        let Some(Made::Account(id)) = made else {
            bail!("{} could not sign up", person.email)
        };
        let found = accounts::account_of(&mut self.app.store().snapshot().await?, id).await?;
        let account: Account = found.context("an account that was made is there")?;
        let actor = Actor::Person {
            account,
            fresh: true,
        };
        Ok(SignedUp {
            caller: Caller {
                actor,
                device: DeviceId(Uuid::nil()),
                holds: None,
            },
            password,
        })
    }

    /// Lets strangers ask to join, which is off at first.
    async fn open_the_door(
        &self,
        organisation: OrganisationId,
        owner: &Caller,
    ) -> anyhow::Result<()> {
        let mut world = World::new(organisation);
        let question = std::iter::once(Lookup::Organisation).collect();
        lookups::load(
            &mut self.app.store().snapshot().await?,
            &mut world,
            &question,
            self.app.now(),
        )
        .await?;
        let before = world
            .settings()
            .cloned()
            .context("an organisation has settings")?;
        let settings = Settings {
            accepts_requests: true,
            default_level: LevelRef::Preset(Preset::Staff),
            request_level: LevelRef::Preset(Preset::Staff),
            ..before
        };
        let command = ChangeSettings {
            settings,
            based_on: Version::Revision(1),
        };
        self.give(organisation, owner, Command::ChangeSettings(command))
            .await
    }

    async fn join(
        &self,
        organisation: OrganisationId,
        owner: &Caller,
        person: &Somebody,
        level: Preset,
    ) -> anyhow::Result<SignedUp> {
        let membership = self
            .invite(
                organisation,
                owner,
                person.email,
                person.position,
                person.locale,
                level,
            )
            .await?;
        let joining = self.sign_up(person).await?;
        let command = Command::AcceptInvitation(AcceptInvitation { membership });
        self.give(organisation, &joining.caller, command).await?;
        Ok(joining)
    }

    async fn invite(
        &self,
        organisation: OrganisationId,
        owner: &Caller,
        contact: &str,
        position: Option<&str>,
        locale: Locale,
        level: Preset,
    ) -> anyhow::Result<MembershipId> {
        let membership = MembershipId(self.app.new_id());
        let command = InvitePerson {
            membership,
            contact: contact.parse::<Contact>()?,
            grant: Grant::of(level),
            name: None,
            position: position.map(Name::try_from).transpose()?,
            staff: None,
            locale: Some(locale),
            message: None,
        };
        self.give(organisation, owner, Command::InvitePerson(command))
            .await?;
        Ok(membership)
    }

    async fn ask(
        &self,
        organisation: OrganisationId,
        asking: &Caller,
        person: &Somebody,
        note: Option<&str>,
    ) -> anyhow::Result<()> {
        let command = RequestToJoin {
            membership: MembershipId(self.app.new_id()),
            position: person.position.map(Name::try_from).transpose()?,
            note: note.map(Note::try_from).transpose()?,
            answers: Vec::new(),
        };
        self.give(organisation, asking, Command::RequestToJoin(command))
            .await
    }

    async fn give(
        &self,
        organisation: OrganisationId,
        caller: &Caller,
        command: Command,
    ) -> anyhow::Result<()> {
        match execute::one(&self.app, organisation, caller, command).await? {
            Outcome::Applied { .. } | Outcome::NoChange { .. } => Ok(()),
            Outcome::Refused { refusal } => Err(refusal.into()),
        }
    }
}

/// Somebody who has an account now.
struct SignedUp {
    caller: Caller,
    password: String,
}

fn shown(person: &Somebody, password: &str, level: &str) -> Value {
    json!({ "name": person.name, "email": person.email, "password": password, "level": level })
}
