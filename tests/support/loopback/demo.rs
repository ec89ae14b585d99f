//! A demo server of its own with a device signed in to it, for looking at screens.

use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use anyhow::{Context, Result, ensure};
use doorward_client::{Act, MemoryKeychain, Options, Workplace};
use serde::Deserialize;
use tempfile::TempDir;
use url::Url;

use crate::guard::Guarded;
use crate::{ask, programs};

/// A demo store being served, and one of its people at a device.
#[derive(Debug)]
pub struct Demo {
    /// The accounts that the demo made.
    pub accounts: Vec<Account>,
    /// Where the server listens.
    pub server: Url,
    /// The device.
    pub workplace: Arc<Workplace>,
    process: Option<Guarded>,
    _folder: TempDir,
}

/// Somebody of the demo.
#[derive(Debug, Clone, Deserialize)]
pub struct Account {
    /// First and last name.
    pub name: String,
    /// The address to sign in with.
    pub email: String,
    /// The password.
    pub password: String,
    /// The access level, or what else they are to the organisation.
    pub level: String,
}

#[derive(Debug, Deserialize)]
struct Made {
    accounts: Vec<Account>,
}

impl Demo {
    /// Makes the store, serves it and signs in `email`, or else the owner.
    pub async fn open(email: Option<&str>) -> Result<Self> {
        let program = programs::server().await?;
        let folder = tempfile::Builder::new()
            .prefix("doorward-demo-")
            .tempdir()?;
        let store = folder.path().join("store");
        let made: Made = serde_json::from_str(&filled(program, &store).await?)?;
        let mut serve = Command::new(program);
        serve.arg("serve").arg("--data").arg(&store);
        serve.args(["--listen", "127.0.0.1:0"]);
        let process = Guarded::start(&serve, "TERM", None)?;
        let line = process.line("listening on ").await?;
        let (_, url) = line
            .split_once("listening on ")
            .context("the line says where")?;
        let keychain = Arc::new(MemoryKeychain::default());
        let options = Options::new(folder.path().join("device"), keychain);
        let demo = Self {
            accounts: made.accounts,
            server: Url::parse(url.trim())?,
            workplace: Arc::new(Workplace::open(options).await?),
            process: Some(process),
            _folder: folder,
        };
        demo.sign_in(email).await?;
        Ok(demo)
    }

    /// Ends the server: the device is offline from now on.
    pub fn cut(&mut self) {
        self.process.take();
    }

    async fn sign_in(&self, email: Option<&str>) -> Result<()> {
        let wanted = |account: &&Account| match email {
            Some(email) => account.email == email,
            None => account.level == "owner",
        };
        let account = self
            .accounts
            .iter()
            .find(wanted)
            .context("the demo has no such account")?;
        let act = Act::SignIn {
            server: self.server.to_string(),
            email: account.email.clone(),
            password: account.password.clone(),
        };
        self.workplace.act(act).await?;
        ask::has_heard(&self.workplace).await
    }
}

async fn filled(program: &Path, store: &Path) -> Result<String> {
    let mut demo = tokio::process::Command::new(program);
    let output = demo.arg("demo").arg("--data").arg(store).output().await?;
    ensure!(
        output.status.success(),
        "no demo was made: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    Ok(String::from_utf8(output.stdout)?)
}
