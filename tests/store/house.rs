//! A house for the store's tests: one organisation with an Owner, people beside it, and a clock that stands still.

use std::net::SocketAddr;

use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use doorward_domain::{
    Account, AccountStanding, Actor, Command, CommandId, Contact, DeviceId, Grant, InvitePerson,
    Locale, MembershipId, Moment, Name, OrganisationId, PersonId, Preset, RequestToJoin,
};
use doorward_protocol::{Outcome, PushAnswer, PushedCommand};
use doorward_server::execute::{self, Caller};
use doorward_server::store::accounts;
use doorward_server::store::sessions::{self, NewSession, Surface};
use doorward_server::store::sign_ups::SignUpRow;
use doorward_server::store::{Floor, mine};
use doorward_server::{App, Clock, Config};
use doorward_suite::postgres;
use sha2::{Digest, Sha256};
use tempfile::TempDir;
use uuid::Uuid;

/// When the tests take place.
pub const NOW: Moment = Moment(1_800_000_000_000);

/// A running library with one organisation.
pub struct House {
    pub app: App,
    pub organisation: OrganisationId,
    pub owner: Caller,
    pub own: MembershipId,
    pub clock: Clock,
    database: String,
    folder: TempDir,
}

impl House {
    pub async fn on_sqlite() -> Result<Self> {
        Self::on("sqlite".to_owned()).await
    }

    pub async fn on_postgres() -> Result<Self> {
        Self::on(postgres::database().await?).await
    }

    async fn on(database: String) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let clock = Clock::standing_at(NOW);
        let app = open(&database, &folder, clock.clone()).await?;
        let owner = person(&app, 1, "olga").await?;
        let made = execute::found(&app, &owner, name("Café Nord"), None).await?;
        Ok(Self {
            app,
            organisation: made.organisation,
            owner,
            own: made.owner,
            clock,
            database,
            folder,
        })
    }

    /// Another server over the same database, whose clock stands at an instant.
    pub async fn sibling_at(&self, now: Moment) -> Result<App> {
        open(&self.database, &self.folder, Clock::standing_at(now)).await
    }

    /// A person with an account and a device.
    pub async fn person(&self, number: u128, called: &str) -> Result<Caller> {
        person(&self.app, number, called).await
    }

    pub async fn push(
        &self,
        caller: &Caller,
        commands: &[PushedCommand],
    ) -> Result<PushAnswer, execute::Error> {
        execute::push(&self.app, self.organisation, caller, commands).await
    }

    /// Settles one command.
    pub async fn one(&self, caller: &Caller, command: Command) -> Result<Outcome> {
        let outcome = execute::one(&self.app, self.organisation, caller, command).await;
        outcome.context("the command was not settled")
    }

    /// Settles one command that must be applied.
    pub async fn applied(&self, caller: &Caller, command: Command) -> Result<u64> {
        match self.one(caller, command).await? {
            Outcome::Applied { revision } => Ok(revision),
            outcome @ (Outcome::NoChange { .. } | Outcome::Refused { .. }) => {
                anyhow::bail!("expected it to be applied, was {outcome:?}")
            }
        }
    }

    /// Lets strangers ask to join.
    pub async fn open_doors(&self) -> Result<()> {
        let mut tx = self.app.store().snapshot().await?;
        let mut world = doorward_domain::World::new(self.organisation);
        let question = [doorward_domain::Lookup::Organisation].into();
        doorward_server::store::lookups::load(&mut tx, &mut world, &question, NOW).await?;
        let mut settings = world.settings().context("settings")?.clone();
        settings.accepts_requests = true;
        drop(tx);
        let based_on = doorward_domain::Version::Revision(1);
        let change = doorward_domain::ChangeSettings { settings, based_on };
        self.applied(&self.owner, Command::ChangeSettings(change))
            .await
            .map(drop)
    }

    /// The API on a port of its own.
    pub async fn serve(&self) -> Result<String> {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        self.app.set_listening(address);
        let service = self
            .app
            .router()
            .into_make_service_with_connect_info::<SocketAddr>();
        tokio::spawn(async move { axum::serve(listener, service).await });
        Ok(format!("http://{address}"))
    }

    /// The secret of a new session of this caller's device.
    pub async fn session(&self, caller: &Caller) -> Result<String> {
        let token = format!("session of {}", caller.device);
        let mut tx = self.app.store().begin().await?;
        let session = NewSession {
            device: caller.device,
            token: URL_SAFE_NO_PAD.encode(Sha256::digest(&token)),
            person: caller.actor.person().context("a person")?,
            surface: Surface::Desktop,
            name: "a device",
            proved_at: NOW,
        };
        sessions::begin(&mut tx, &session, NOW).await?;
        let device = [(session.person, session.device)];
        mine::note(&mut tx, mine::of_devices(&device, false)).await?;
        tx.commit().await?;
        Ok(token)
    }
}

async fn open(database: &str, folder: &TempDir, clock: Clock) -> Result<App> {
    let mut config = Config {
        database: database.to_owned(),
        folder: folder.path().join("data"),
        ..Config::default()
    };
    // Whoever tries everything is not to be stopped by how often it may be tried.
    config.limits.lookups_per_minute = 1_000_000;
    Ok(App::open_with(config, clock, Floor::OneConnection).await?)
}

async fn person(app: &App, number: u128, called: &str) -> Result<Caller> {
    let id = PersonId(Uuid::from_u128(number));
    let contact: Contact = format!("{called}@example.org").parse()?;
    let mut tx = app.store().begin().await?;
    let new = SignUpRow {
        id,
        contact: contact.clone(),
        name: name(called),
        locale: Locale::En,
        password: String::new(),
        next: None,
        browser: None,
        door: None,
        expires_at: NOW,
    };
    accounts::make(&mut tx, &new, NOW).await?;
    let mut touched = mine::of_accounts(&[id]);
    touched.extend(mine::invitations_to(&mut tx, id).await?);
    mine::note(&mut tx, touched).await?;
    tx.commit().await?;
    let account = Account {
        person: id,
        name: name(called),
        contacts: vec![contact],
        standing: AccountStanding::Living,
    };
    let actor = Actor::Person {
        account,
        fresh: true,
    };
    Ok(Caller::new(actor, DeviceId(Uuid::from_u128(number << 64))))
}

pub fn name(text: &str) -> Name {
    text.to_owned().try_into().expect("a name")
}

pub fn membership(number: u128) -> MembershipId {
    MembershipId(Uuid::from_u128(number))
}

pub fn id(number: u128) -> CommandId {
    CommandId(Uuid::from_u128(number))
}

pub fn pushed(number: u128, after: Option<u128>, command: Command) -> PushedCommand {
    PushedCommand {
        id: id(number),
        after: after.map(id),
        command,
    }
}

pub fn invite(number: u128, email: &str) -> Command {
    Command::InvitePerson(InvitePerson {
        membership: membership(number),
        contact: email.parse().expect("an address"),
        grant: Grant::of(Preset::Staff),
        name: None,
        position: None,
        staff: None,
        locale: None,
        message: None,
    })
}

pub fn request(number: u128) -> Command {
    Command::RequestToJoin(RequestToJoin {
        membership: membership(number),
        position: None,
        note: None,
        answers: Vec::new(),
        locale: None,
    })
}
