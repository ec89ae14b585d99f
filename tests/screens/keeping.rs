//! Computers that keep less than others: no keychain, one that does not open, nothing on the disk at all. And devices
//! whose account belongs nowhere, or that have become too old for their server.

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Result;
use doorward_client::{
    Act, HereError, Keychain, KeychainError, MemoryKeychain, NoKeychain, Options, ServerHere,
    SignedIn, Workplace,
};
use doorward_domain::{ApproveRequest, Grant, MembershipId, OrganisationId, Preset};
use doorward_server::here::Here;
use doorward_suite::ask;
use doorward_suite::cast::{ANNA, KADRI, OLGA, Person, STEFAN};
use doorward_suite::house::House;
use doorward_suite::proxy::Proxy;
use doorward_suite::visitor::Visitor;
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use serde_json::json;
use tempfile::TempDir;
use tokio::sync::{Mutex, MutexGuard};
use url::Url;

const WORDS: &str = "seven tall white doors";

/// A house on whose computers little is kept.
#[derive(Debug)]
pub struct Keeping {
    house: House,
    proxy: Proxy,
    folder: TempDir,
}

impl Keeping {
    /// Opens the house; Stefan and Anna have asked to join it, and Kadri has an account that belongs nowhere.
    pub async fn open() -> Result<Self> {
        let house = House::open().await?;
        house.take_requests().await?;
        for person in [STEFAN, ANNA] {
            house.asks_to_join(person).await?;
        }
        Visitor::of(KADRI)?.sign_up(&house).await?;
        Ok(Self {
            proxy: Proxy::to(house.server.address()?).await?,
            house,
            folder: tempfile::tempdir()?,
        })
    }

    /// Nobody has said yet how secrets are kept; the program brings a server along.
    pub async fn undecided(&self) -> Result<Arc<Workplace>> {
        let mut options = self.options("undecided", Arc::new(NoKeychain));
        let folder = self.folder.path().join("here");
        let running = Mutex::default();
        options.here = Some(Arc::new(BroughtAlong { folder, running }));
        Ok(Arc::new(Workplace::open(options).await?))
    }

    /// What is kept opens with a passphrase that has not been given yet.
    pub async fn sealed(&self) -> Result<Arc<Workplace>> {
        let options = self.options("sealed", Arc::new(NoKeychain));
        let workplace = Workplace::open(options.clone()).await?;
        let act = Act::Passphrase {
            passphrase: WORDS.to_owned(),
            anew: None,
        };
        workplace.act(act).await?;
        self.signs_in(&workplace, OLGA, self.url()).await?;
        ask::has_heard(&workplace).await?;
        workplace.close().await?;
        Ok(Arc::new(Workplace::open(options).await?))
    }

    /// The keychain does not open.
    pub async fn locked(&self) -> Result<Arc<Workplace>> {
        let options = self.options("locked", Arc::new(LockedKeychain));
        Ok(Arc::new(Workplace::open(options).await?))
    }

    /// Somebody who belongs nowhere.
    pub async fn belongs_nowhere(&self) -> Result<Arc<Workplace>> {
        let workplace = self.with_a_keychain("nowhere").await?;
        self.signs_in(&workplace, KADRI, self.url()).await?;
        is(&workplace, "idle").await?;
        Ok(workplace)
    }

    /// The program has become too old for its server while a change waited.
    pub async fn too_old(&self) -> Result<Arc<Workplace>> {
        let workplace = self.with_a_keychain("old").await?;
        self.signs_in(&workplace, OLGA, self.proxy.url()).await?;
        ask::has_heard(&workplace).await?;
        self.proxy.speaks_an_old_version();
        workplace.act(Act::SyncNow).await?;
        is(&workplace, "update_needed").await?;
        Ok(workplace)
    }

    /// Nothing is on the disk, and two changes wait for a server that is away.
    pub async fn in_memory(&mut self) -> Result<Arc<Workplace>> {
        let options = self.options("memory", Arc::new(NoKeychain));
        let workplace = Arc::new(Workplace::open(options).await?);
        workplace.act(Act::DeclinePassphrase).await?;
        self.signs_in(&workplace, OLGA, self.url()).await?;
        ask::has_heard(&workplace).await?;
        self.house.server.kill();
        for membership in waiting(&workplace).await? {
            let approve = ApproveRequest {
                membership,
                grant: Grant::of(Preset::Member),
            };
            let organisation: OrganisationId = self.house.organisation.parse()?;
            workplace.execute(organisation, approve.into()).await?;
        }
        Ok(workplace)
    }

    async fn with_a_keychain(&self, device: &str) -> Result<Arc<Workplace>> {
        let options = self.options(device, Arc::new(MemoryKeychain::default()));
        Ok(Arc::new(Workplace::open(options).await?))
    }

    fn options(&self, device: &str, keychain: Arc<dyn Keychain>) -> Options {
        Options::new(self.folder.path().join(device), keychain)
    }

    fn url(&self) -> &Url {
        self.house.server.url()
    }

    async fn signs_in(&self, workplace: &Workplace, person: Person, server: &Url) -> Result<()> {
        let act = Act::SignIn {
            server: server.to_string(),
            email: person.email.to_owned(),
            password: person.password.to_owned(),
        };
        Ok(workplace.act(act).await?)
    }
}

/// Waits until a device stands so with its server.
async fn is(workplace: &Workplace, state: &str) -> Result<()> {
    let what = format!("the device is {state}");
    ask::until(workplace, &what, json!({ "ask": "sync" }), |view| {
        (view["state"] == state).then_some(())
    })
    .await
}

async fn waiting(workplace: &Workplace) -> Result<Vec<MembershipId>> {
    let question = json!({ "ask": "requests", "limit": 10 });
    ask::until(workplace, "two people wait", question, |view| {
        let rows = view["rows"].as_array()?.iter();
        let ids = rows.map(|row| row["membership"].as_str()?.parse().ok());
        ids.collect::<Option<Vec<_>>>().filter(|ids| ids.len() == 2)
    })
    .await
}

/// A keychain whose person is away.
#[derive(Debug)]
struct LockedKeychain;

impl Keychain for LockedKeychain {
    fn get(&self, _: &str) -> Result<Option<String>, KeychainError> {
        Err(KeychainError::Locked)
    }

    fn set(&self, _: &str, _: &str) -> Result<(), KeychainError> {
        Err(KeychainError::Locked)
    }

    fn delete(&self, _: &str) -> Result<(), KeychainError> {
        Err(KeychainError::Locked)
    }
}

/// The server that the program brings along.
#[derive(Debug)]
struct BroughtAlong {
    folder: PathBuf,
    running: Mutex<Option<Here>>,
}

impl BroughtAlong {
    async fn run(&self) -> Result<MutexGuard<'_, Option<Here>>, HereError> {
        let mut running = self.running.lock().await;
        if running.is_none() {
            *running = Some(Here::start(&self.folder).await.map_err(HereError::new)?);
        }
        Ok(running)
    }
}

impl ServerHere for BroughtAlong {
    fn start(&self) -> BoxFuture<'_, Result<String, HereError>> {
        async {
            let running = self.run().await?;
            Ok(running.as_ref().map(Here::url).unwrap_or_default())
        }
        .boxed()
    }

    fn sign_in(&self, device_name: String) -> BoxFuture<'_, Result<SignedIn, HereError>> {
        async move {
            let running = self.run().await?;
            let here = running
                .as_ref()
                .ok_or_else(|| HereError::new("it has ended"))?;
            here.sign_in_owner(&device_name)
                .await
                .map_err(HereError::new)
        }
        .boxed()
    }
}
