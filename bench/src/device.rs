//! A headless device in this process: what a window would ask of it, and waiting for what it shows.

use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, bail};
use doorward_client::contract::{PeopleAsk, PeopleView, PersonAsk, SyncState, SyncView, ViewName};
use doorward_client::{Act, Answer, Changed, Failure, MemoryKeychain, Options, Query, Workplace};
use doorward_domain::{Command, MembershipId, OrganisationId, PersonState};
use tempfile::TempDir;
use tokio::sync::broadcast::{Receiver, error::RecvError};
use tokio::time::timeout;
use url::Url;

use crate::fill::PASSWORD;

/// The longest that anything takes, half a million members included.
const LONGEST: Duration = Duration::from_mins(20);

/// One device on which somebody is signed in.
pub struct Device {
    workplace: Workplace,
    changes: Receiver<Changed>,
    folder: TempDir,
}

impl Device {
    /// A fresh device on which somebody signs in.
    pub async fn of(email: &str, server: &Url) -> Result<Self> {
        let folder = tempfile::Builder::new()
            .prefix("doorward-bench-device-")
            .tempdir()?;
        let keychain = Arc::new(MemoryKeychain::default());
        let workplace = Workplace::open(Options::new(folder.path().into(), keychain))
            .await
            .map_err(told)?;
        let changes = workplace.subscribe();
        let device = Self {
            workplace,
            changes,
            folder,
        };
        device
            .act(Act::SignIn {
                server: server.to_string(),
                email: email.to_owned(),
                password: PASSWORD.to_owned(),
            })
            .await?;
        Ok(device)
    }

    /// Does something that is no command.
    pub async fn act(&self, act: Act) -> Result<()> {
        self.workplace.act(act).await.map_err(told)
    }

    /// Gives a command.
    pub async fn execute(&self, organisation: OrganisationId, command: Command) -> Result<()> {
        let executed = self.workplace.execute(organisation, command).await;
        executed.map(drop).map_err(told)
    }

    /// Asks a question.
    pub async fn ask(&self, query: Query) -> Result<Answer> {
        self.workplace.query(query).await.map_err(told)
    }

    /// The first organisation that is known.
    pub async fn organisation(&self) -> Result<Option<OrganisationId>> {
        let Answer::Session(view) = self.ask(Query::Session).await? else {
            bail!("a session is answered by a session");
        };
        Ok(view.organisations.first().map(|it| it.id))
    }

    /// Somebody's position.
    pub async fn position(
        &self,
        organisation: OrganisationId,
        membership: MembershipId,
    ) -> Result<Option<String>> {
        let ask = PersonAsk {
            organisation,
            membership,
        };
        let Answer::Person(view) = self.ask(Query::Person(ask)).await? else {
            bail!("a person is answered by a person");
        };
        Ok(view.row.position.map(|it| it.to_string()))
    }

    /// The first people that are found, in whatever state they are.
    pub async fn people(
        &self,
        organisation: OrganisationId,
        search: Option<&str>,
    ) -> Result<PeopleView> {
        let ask = PeopleAsk {
            organisation,
            search: search.map(str::to_owned),
            states: Some(PersonState::ALL.to_vec()),
            level: None,
            room: None,
            unseen_days: None,
            sort: None,
            descending: None,
            offset: None,
            limit: Some(50),
        };
        let Answer::People(view) = self.ask(Query::People(ask)).await? else {
            bail!("people are answered by people");
        };
        Ok(*view)
    }

    /// How it stands with its server.
    pub async fn sync(&self) -> Result<SyncView> {
        let Answer::Sync(view) = self.ask(Query::Sync).await? else {
            bail!("sync is answered by sync");
        };
        Ok(*view)
    }

    /// Waits for the next change; answers what changed and when it was told.
    pub async fn changed(&mut self) -> Result<(Vec<ViewName>, Instant)> {
        let heard = timeout(LONGEST, self.changes.recv())
            .await
            .context("nothing changed any more")?;
        let at = Instant::now();
        match heard {
            Ok(changed) => Ok((changed.views, at)),
            Err(RecvError::Lagged(_)) => Ok((Vec::new(), at)),
            Err(RecvError::Closed) => Err(anyhow!("the device is gone")),
        }
    }

    /// Forgets the changes told so far.
    pub fn forget_changes(&mut self) {
        self.changes = self.workplace.subscribe();
    }

    /// Waits until everything is here that the server has, and nothing waits to be sent.
    pub async fn is_up_to_date(&mut self, organisation: OrganisationId) -> Result<()> {
        loop {
            let sync = self.sync().await?;
            let rests = sync.state == SyncState::Idle && sync.unsent == 0;
            if rests && self.people(organisation, None).await?.as_of.is_some() {
                return Ok(());
            }
            self.changed().await?;
        }
    }

    /// Bytes of all its files.
    pub fn stored(&self) -> Result<u64> {
        let mut sum = 0;
        let mut folders = vec![self.folder.path().to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder)? {
                let entry = entry?;
                if entry.file_type()?.is_dir() {
                    folders.push(entry.path());
                } else {
                    sum += entry.metadata()?.len();
                }
            }
        }
        Ok(sum)
    }

    /// Closes it.
    pub async fn close(self) -> Result<()> {
        self.workplace.close().await.map_err(told)
    }
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "failures are handed over as they come"
)]
fn told(failure: Failure) -> anyhow::Error {
    anyhow!("{failure:?}")
}
