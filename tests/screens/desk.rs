//! Somebody's own device on a small house, mostly Olga's, shown in Chromium: what others do meanwhile is done on the server,
//! and what came of it is read there.

use std::sync::Arc;

use anyhow::{Context, Result};
use doorward_client::{Act, MemoryKeychain, Options, Workplace};
use doorward_domain::{Grant, Membership, MembershipId, Moment, Name, Record, Settings, Version};
use doorward_suite::ask;
use doorward_suite::cast::{OLGA, Person};
use doorward_suite::chromium::Chromium;
use doorward_suite::devtools::Look;
use doorward_suite::house::House;
use doorward_suite::loopback::{self, Loopback};
use doorward_suite::wait;
use doorward_suite::window::Window;
use tempfile::TempDir;
use url::Url;

/// The window, and everything that stands behind it until it is closed.
pub struct Desk {
    /// The window.
    pub window: Window,
    /// The house that Olga owns.
    pub house: House,
    /// The device.
    pub device: Arc<Workplace>,
    address: Url,
    _page: Loopback,
    _chromium: Chromium,
    _folder: TempDir,
}

impl Desk {
    /// Olga's.
    pub async fn open(house: House) -> Result<Self> {
        Self::of(house, OLGA).await
    }

    /// Opens somebody's device a second time, so that the sign-in is as old as it was.
    pub async fn of(house: House, person: Person) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let keychain: Arc<MemoryKeychain> = Arc::default();
        let options = || {
            let keychain = Arc::clone(&keychain);
            Options::new(folder.path().into(), keychain)
        };
        let device = Workplace::open(options()).await?;
        let act = Act::SignIn {
            server: house.server.url().to_string(),
            email: person.email.to_owned(),
            password: person.password.to_owned(),
        };
        device.act(act).await?;
        ask::has_heard(&device).await?;
        device.close().await?;
        drop(device);
        let device = Arc::new(Workplace::open(options()).await?);
        let page = Loopback::serve(Arc::clone(&device), loopback::build().await?, 0).await?;
        let chromium = Chromium::start().await?;
        let window = chromium.open("en").await?;
        window.look(Look::default()).await?;
        Ok(Self {
            window,
            house,
            device,
            address: page.url().clone(),
            _page: page,
            _chromium: chromium,
            _folder: folder,
        })
    }

    /// Goes to another screen.
    pub async fn go_to(&mut self, screen: &str) -> Result<()> {
        self.address.set_fragment(Some(screen));
        self.window.go_to(&self.address).await
    }

    /// Goes to somebody among people.
    pub async fn go_to_person(&mut self, id: MembershipId) -> Result<()> {
        self.go_to(&format!("/people/{id}")).await?;
        self.window
            .element("[data-testid='person']")
            .await
            .map(drop)
    }

    /// Does one thing after the other in the window.
    pub async fn takes(&self, steps: &[&str]) -> Result<()> {
        for step in steps {
            let taken = self.window.take(step).await;
            taken.with_context(|| (*step).to_owned())?;
        }
        Ok(())
    }

    /// Types her password where who she is must be proved.
    pub async fn proves(&self) -> Result<()> {
        let field = "[data-testid='prove-password']";
        self.window.fill(field, OLGA.password).await?;
        self.takes(&[
            "click [data-testid='prove-submit']",
            "gone [data-testid='prove-sheet']",
        ])
        .await
    }

    /// Somebody's row on the server, with its version.
    pub async fn row(&self, person: Person) -> Result<(Membership, Version)> {
        let named = |name: &Name| name.as_str() == person.name;
        let records = self.house.records(OLGA).await?;
        let found = records.into_iter().find_map(|sent| {
            let Record::Membership(it) = sent.record else {
                return None;
            };
            let is_it = it.name.as_ref().is_some_and(named);
            is_it.then_some((*it, sent.revision))
        });
        let (row, revision) = found.with_context(|| format!("{} has a row", person.name))?;
        Ok((row, Version::Revision(revision)))
    }

    /// Waits until somebody's row on the server is as it is meant to be.
    pub async fn comes_to(
        &self,
        person: Person,
        what: &str,
        is_meant: impl Fn(&Membership) -> bool,
    ) -> Result<()> {
        wait::until(what, async || {
            let (row, _) = self.row(person).await?;
            Ok(is_meant(&row).then_some(()))
        })
        .await
    }

    /// The settings on the server.
    pub async fn settings(&self) -> Result<Settings> {
        let records = self.house.records(OLGA).await?.into_iter();
        let mut found = records.filter_map(|sent| {
            let Record::Settings(it) = sent.record else {
                return None;
            };
            Some(it)
        });
        found.next().context("she sees the settings")
    }

    /// Gives somebody another grant, by a command of Olga's from elsewhere.
    pub async fn regrants(&self, person: Person, grant: Grant) -> Result<()> {
        let (row, based_on) = self.row(person).await?;
        let change = doorward_domain::ChangeGrant {
            membership: row.id,
            grant,
            based_on,
            note: None,
        };
        self.house.command(OLGA, change.into()).await.map(drop)
    }

    /// Closes the window.
    pub async fn close(self) -> Result<()> {
        self.window.close().await?;
        self.house.server.ensure_no_errors()
    }
}

/// An instant so many days from now.
pub fn in_days(days: u32) -> Result<Moment> {
    let now = std::time::UNIX_EPOCH.elapsed()?.as_millis();
    Ok(Moment(i64::try_from(now)?).plus_days(days))
}
