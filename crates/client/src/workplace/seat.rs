//! Taking a seat and leaving it: signing in and out, and finding the desk again at the next start.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use doorward_protocol::SignIn;
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

use super::{CURRENT, Workplace};
use crate::desk::{Desk, Opening, Surroundings};
use crate::error::{Error, Result};
use crate::key::Key;
use crate::remote::Remote;
use crate::session::{self, Leaving, Session};
use crate::sync::{self, Nudge};

/// How long signing out or closing waits for the server.
const FAREWELL: Duration = Duration::from_secs(3);

/// A desk with its sync.
#[derive(Debug)]
pub(super) struct Seat {
    pub(super) desk: Arc<Desk>,
    sync: Option<JoinHandle<()>>,
}

impl Seat {
    /// Ends sync and waits until it has ended.
    async fn stop(&mut self) {
        self.desk.nudge(Nudge::Stop);
        if let Some(sync) = self.sync.take() {
            // A task that was cancelled has ended too.
            drop(sync.await);
        }
    }
}

impl Drop for Seat {
    /// A device that is dropped without being closed leaves no sync behind.
    fn drop(&mut self) {
        if let Some(sync) = &self.sync {
            sync.abort();
        }
    }
}

impl Workplace {
    /// Opens the desk of the account signed in last, if the keychain has its session.
    pub(super) async fn restore(&self) -> Result<()> {
        let Ok(name) = fs::read_to_string(self.options.folder.join(CURRENT)) else {
            return Ok(());
        };
        let name = name.trim();
        if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Ok(());
        }
        let Some((session, key)) = Session::kept(&*self.options.keychain, name)? else {
            return Ok(());
        };
        let folder = Some((self.options.folder.join(name), key));
        self.sit_down(session, folder, false).await
    }

    pub(super) async fn sit_down(
        &self,
        session: Session,
        folder: Option<(PathBuf, Key)>,
        signed_in_now: bool,
    ) -> Result<()> {
        let (nudges, receiver) = mpsc::unbounded_channel();
        let with = Surroundings {
            clock: Arc::clone(&self.options.clock),
            chance: Arc::clone(&self.options.chance),
        };
        let opening = Opening {
            session,
            folder,
            with,
            signed_in_now,
            nudges,
            changes: self.changes.clone(),
        };
        let desk = Arc::new(opening.open().await?);
        let sync = tokio::spawn(sync::run(Arc::clone(&desk), receiver));
        *self.desk.lock().await = Some(Seat {
            desk,
            sync: Some(sync),
        });
        self.tell_everything();
        Ok(())
    }

    /// Ends sync, then with `send` hands over what waits, then closes the files.
    pub(super) async fn leave_desk(&self, send: bool) -> Result<()> {
        let Some(mut seat) = self.desk.lock().await.take() else {
            return Ok(());
        };
        seat.desk.outbox.end_holds();
        seat.stop().await;
        if send {
            drop(tokio::time::timeout(FAREWELL, sync::flush(&seat.desk)).await);
        }
        seat.desk.close().await
    }

    pub(super) async fn sign_in(
        &self,
        server: &str,
        email: String,
        password: String,
    ) -> Result<()> {
        let remote = Remote::new(server)?;
        self.end_left_sessions().await;
        let device_name = self.options.device_name.clone();
        let answer = remote
            .sign_in(&SignIn {
                email: email.clone(),
                password,
                device_name,
            })
            .await?
            .value;
        let session = Session {
            server: remote.origin(),
            email,
            token: answer.token,
            share: answer.cache_share,
            device: answer.device,
            account: answer.account,
        };
        self.leave_desk(false).await?;
        let name = session.folder_name();
        let folder = match session.keep(&*self.options.keychain, &*self.options.chance) {
            Ok(Some(key)) => {
                self.write(CURRENT, &name)?;
                Some((self.options.folder.join(&name), key))
            }
            Ok(None) => None,
            Err(error) => {
                drop(remote.with_token(&session.token).sign_out().await);
                return Err(error);
            }
        };
        self.sit_down(session, folder, true).await
    }

    /// Ends the session here and at the server. Rows go in any case; the outbox goes with `discard`, and is else kept
    /// for the same account, readable only with the share that the server gives at sign-in (S-63).
    pub(super) async fn sign_out(&self, discard: bool) -> Result<()> {
        let desk = self.desk().await?;
        let session = desk.session.clone();
        let folder = desk.folder().cloned();
        desk.outbox.end_holds();
        if let Some(seat) = self.desk.lock().await.as_mut() {
            seat.stop().await;
        }
        let said = tokio::time::timeout(FAREWELL, desk.remote.sign_out()).await;
        desk.clear_rows().await?;
        drop(desk);
        self.leave_desk(false).await?;
        let keychain = &*self.options.keychain;
        if !matches!(said, Ok(Ok(()) | Err(Error::Problem { .. }))) {
            session::leave_later(
                keychain,
                Leaving {
                    server: session.server.clone(),
                    token: session.token.clone(),
                },
            )?;
        }
        session.forget(keychain, discard)?;
        if let Some(folder) = folder {
            fs::remove_file(self.options.folder.join(CURRENT)).or_else(absent_is_fine)?;
            if discard {
                folder.destroy()?;
            }
        }
        self.tell_everything();
        Ok(())
    }

    /// Ends the sessions that ended here without a network.
    async fn end_left_sessions(&self) {
        let keychain = &*self.options.keychain;
        let mut left = Vec::new();
        for leaving in session::leaving_list(keychain) {
            let Ok(remote) = Remote::new(&leaving.server) else {
                continue;
            };
            match tokio::time::timeout(FAREWELL, remote.with_token(&leaving.token).sign_out()).await
            {
                Ok(Ok(()) | Err(Error::Problem { .. })) => {}
                _ => left.push(leaving),
            }
        }
        if let Err(error) = session::write_leaving(keychain, &left) {
            tracing::info!(%error, "the list of sessions to end cannot be written");
        }
    }

    pub(super) async fn sync_now(&self) -> Result<()> {
        if self.desk.lock().await.is_none() {
            self.restore().await?;
        }
        self.end_left_sessions().await;
        self.desk().await?.nudge(Nudge::Now);
        Ok(())
    }
}

fn absent_is_fine(error: std::io::Error) -> Result<()> {
    if error.kind() == std::io::ErrorKind::NotFound {
        Ok(())
    } else {
        Err(error.into())
    }
}
