//! The running server: what every request and every job shares.

use std::net::SocketAddr;
use std::sync::{Arc, OnceLock};

use axum::Router;
use doorward_domain::Moment;
use tokio::sync::Notify;
use url::Url;
use uuid::Uuid;

use crate::accounts::{Passwords, Providers};
use crate::clock::Clock;
use crate::config::{self, Config};
use crate::doorbell::Doorbell;
use crate::letters::{self, Post};
use crate::packs::Packs;
use crate::store::{self, Floor, Opening, Store};
use crate::tokens::TokenKey;
use crate::{api, jobs};

/// A running server; cloning it shares it.
#[derive(Debug, Clone)]
pub struct App(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    config: Config,
    store: Store,
    tokens: TokenKey,
    passwords: Passwords,
    clock: Clock,
    doorbell: Doorbell,
    packs: Packs,
    providers: Providers,
    anchoring: Notify,
    parting: Notify,
    listening: OnceLock<SocketAddr>,
}

/// Why a server cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The configuration cannot be used.
    #[error(transparent)]
    Config(#[from] config::Error),
    /// The store cannot be opened.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// The key of secrets in links cannot be read or made.
    #[error("the key beside the database cannot be read or made")]
    Key(#[source] std::io::Error),
    /// Nothing could be made that asks other sites.
    #[error("nothing could be made that asks other sites who somebody is")]
    Providers(#[source] reqwest::Error),
    /// No letter could leave.
    #[error("letters cannot leave as the configuration says")]
    Letters(#[from] letters::Unusable),
}

impl App {
    /// Opens the store in the configuration's folder, by the machine's clock. For programs that hold the store
    /// alone with others, such as `serve`, an SQLite that is too old is refused.
    pub async fn open(config: Config) -> Result<Self, Error> {
        Self::open_with(config, Clock::Machine, Floor::Refuse).await
    }

    /// Opens the store inside another program: with an SQLite too old for several connections it uses one.
    pub async fn open_with(config: Config, clock: Clock, floor: Floor) -> Result<Self, Error> {
        config.check()?;
        let opening = Opening {
            folder: &config.folder,
            database: &config.database,
            floor,
        };
        let store = Store::open(&opening).await?;
        let tokens = TokenKey::open(&config.folder).map_err(Error::Key)?;
        store::note_renewed_before(&store, &tokens).await?;
        let passwords = Passwords::new(config.passwords);
        let doorbell = Doorbell::new(&store);
        let packs = Packs::at(&config.folder);
        let providers = Providers::open(&config).map_err(Error::Providers)?;
        let (anchoring, parting) = (Notify::new(), Notify::new());
        Ok(Self(Arc::new(Inner {
            config,
            store,
            tokens,
            passwords,
            clock,
            doorbell,
            packs,
            providers,
            anchoring,
            parting,
            listening: OnceLock::new(),
        })))
    }

    /// All routes: the API and the pages.
    pub fn router(&self) -> Router {
        api::router(self)
    }

    /// Every job, to be run beside the routes until the program ends; fails where letters cannot leave as the
    /// configuration says.
    pub fn jobs(&self) -> Result<impl Future<Output = ()> + Send + use<>, Error> {
        let (app, post) = (self.clone(), Post::open(self.config())?);
        Ok(async move { jobs::run(&app, &post).await })
    }

    /// Says where the server listens, once that is known.
    pub fn set_listening(&self, address: SocketAddr) {
        // A second address would be a second listener, which nobody opens.
        let _: Result<(), SocketAddr> = self.0.listening.set(address);
    }

    /// The address people reach the server at; links in letters and answers begin with it.
    pub fn public_url(&self) -> Option<Url> {
        let listening = self
            .0
            .listening
            .get()
            .copied()
            .unwrap_or(self.0.config.listen);
        self.0.config.public_url(listening)
    }

    /// What whoever runs the server decided.
    pub fn config(&self) -> &Config {
        &self.0.config
    }

    /// The store.
    pub fn store(&self) -> &Store {
        &self.0.store
    }

    /// The key of secrets in links.
    pub fn tokens(&self) -> &TokenKey {
        &self.0.tokens
    }

    /// What hashes and verifies passwords.
    pub fn passwords(&self) -> &Passwords {
        &self.0.passwords
    }

    /// The doorbell.
    pub fn doorbell(&self) -> &Doorbell {
        &self.0.doorbell
    }

    /// What is ready for devices that begin.
    pub(crate) fn packs(&self) -> &Packs {
        &self.0.packs
    }

    /// The sites whose accounts people may come in with.
    pub fn providers(&self) -> &Providers {
        &self.0.providers
    }

    /// What the job that anchors the heads of the history waits for, beside the time.
    pub(crate) fn anchoring(&self) -> &Notify {
        &self.0.anchoring
    }

    /// What the job that parts with people waits for, beside the time.
    pub(crate) fn parting(&self) -> &Notify {
        &self.0.parting
    }

    /// The time, by the server's clock.
    pub fn now(&self) -> Moment {
        self.0.clock.now()
    }

    /// A new id.
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place where the server makes ids"
    )]
    pub fn new_id(&self) -> Uuid {
        Uuid::now_v7()
    }
}
