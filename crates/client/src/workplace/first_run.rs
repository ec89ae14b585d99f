//! What somebody may do before anybody is signed in: connect to a server, try the one the program brings along, open a
//! link, and say how to keep secrets where no keychain does.

use std::sync::{Arc, PoisonError};

use doorward_domain::Contact;
use zeroize::Zeroizing;

use super::Workplace;
use crate::browser::joining_link;
use crate::contract::{Kept, ViewName};
use crate::error::{Error, Result};
use crate::files::Folder;
use crate::here::{HERE, HereError, ServerHere};
use crate::remote::Remote;
use crate::session::Session;
use crate::vault::{Costs, Vault};

impl Workplace {
    /// Finds out whether a Doorward server answers, and proposes it for signing in.
    pub(super) async fn connect(&self, server: &str) -> Result<()> {
        let remote = Remote::new(server)?;
        remote.greet().await?;
        self.propose(remote.origin());
        self.tell(&[ViewName::Session]);
        Ok(())
    }

    /// The server that was connected to, or signed in at before.
    pub(super) fn proposed(&self) -> Option<String> {
        self.proposed
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    pub(super) fn propose(&self, server: String) {
        *self.proposed.lock().unwrap_or_else(PoisonError::into_inner) = Some(server);
    }

    /// Opens the page behind a link that somebody was sent.
    pub(super) fn open_link(&self, link: &str) -> Result<()> {
        let url = joining_link(link)?;
        self.options
            .browser
            .open(url.as_str())
            .map_err(Error::NoBrowser)
    }

    /// Starts the server that the program brings along and signs its owner in.
    pub(super) async fn try_here(&self) -> Result<()> {
        let here = self.here()?;
        here.start().await?;
        let answer = here.sign_in(self.options.device_name.clone()).await?;
        let email = answer.account.contacts.iter().find_map(|it| match it {
            Contact::Email(_) => Some(it.to_string()),
            Contact::Phone(_) => None,
        });
        let session = Session::begun(HERE.into(), email.unwrap_or_default(), answer);
        self.sit_beside(session).await
    }

    pub(super) fn here(&self) -> Result<&dyn ServerHere> {
        let here = self.options.here.as_deref();
        here.ok_or_else(|| HereError::new("this program brings no server along").into())
    }

    /// Opens what a passphrase keeps, or keeps under one from now on.
    pub(super) async fn passphrase(&self, passphrase: String, anew: bool) -> Result<()> {
        let passphrase = Zeroizing::new(passphrase);
        if self.keeping.kept() == Kept::Encrypted {
            return Err(Error::Unchanged);
        }
        // The one in front last: it is there afterwards.
        let desks = self.desks().await.unwrap_or_default();
        if desks.iter().any(|desk| desk.outbox.unsent() > 0) {
            return Err(Error::Unsent);
        }
        let sessions = desks.iter().rev().map(|desk| desk.session.clone());
        let seated: Vec<Session> = sessions.collect();
        drop(desks);
        let (path, chance) = (
            self.options.folder.clone(),
            Arc::clone(&self.options.chance),
        );
        let opened = tokio::task::spawn_blocking(move || {
            let folder = Folder::open(path)?;
            let exists = Vault::is_in(folder.path());
            if exists && !anew {
                return Vault::open(folder, &passphrase, chance);
            }
            Vault::check(&passphrase)?;
            if exists {
                Vault::put_aside(&folder)?;
            }
            Vault::make(folder, &passphrase, Costs::RECOMMENDED, chance)
        });
        let vault = opened.await.map_err(|_| Error::Closed)??;
        self.keeping.use_vault(vault);
        if seated.is_empty() {
            self.restore().await?;
        }
        for session in seated {
            self.sit_beside(session).await?;
        }
        self.tell_everything();
        Ok(())
    }

    /// Works without writing anything down, until the program is started again.
    pub(super) fn decline_passphrase(&self) {
        self.keeping.decline();
        self.tell(&[ViewName::Session]);
    }
}
