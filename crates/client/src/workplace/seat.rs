//! Taking a seat and leaving it: signing in and out, and finding the desk again at the next start.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use doorward_protocol::SignIn;
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

use super::Workplace;
use crate::desk::{Desk, Opening, Surroundings};
use crate::error::{Error, Result};
use crate::key::Key;
use crate::remote::Remote;
use crate::session::{self, Leaving, Session};
use crate::sync::{self, Nudge};

/// How long signing out or closing waits for the server.
const FAREWELL: Duration = Duration::from_secs(3);

/// How often the time without contact is judged while nobody asks anything.
const LOOKS: Duration = Duration::from_mins(1);

/// A desk with its sync.
#[derive(Debug)]
pub(super) struct Seat {
    pub(super) desk: Arc<Desk>,
    sync: Option<JoinHandle<()>>,
    watch: Option<JoinHandle<()>>,
}

impl Seat {
    /// Ends sync and waits until it has ended.
    async fn stop(&mut self) {
        if let Some(watch) = self.watch.take() {
            watch.abort();
            // Until it is gone it holds the desk, and the desk its folder.
            drop(watch.await);
        }
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
        for task in [&self.sync, &self.watch].into_iter().flatten() {
            task.abort();
        }
    }
}

/// Looks at the clock again and again, so that a window that nobody touches is locked in time too.
async fn watch(desk: Arc<Desk>) {
    let mut looks = tokio::time::interval(LOOKS);
    loop {
        looks.tick().await;
        if let Err(error) = desk.judge_absence().await {
            tracing::warn!(%error, "the time without contact cannot be judged");
        }
    }
}

impl Workplace {
    /// Opens the desk of the account signed in last, if the keychain has its session.
    pub(super) async fn restore(&self) -> Result<()> {
        let Some(name) = self.keeping.current() else {
            return Ok(());
        };
        let Some((session, key)) = Session::kept(&self.keeping, &name)? else {
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
            remote: self.server_of(&session).await?,
            session,
            folder,
            with,
            signed_in_now,
            nudges,
            changes: self.changes.clone(),
        };
        let desk = Arc::new(opening.open().await?);
        let sync = tokio::spawn(sync::run(Arc::clone(&desk), receiver));
        let watch = tokio::spawn(watch(Arc::clone(&desk)));
        *self.desk.lock().await = Some(Seat {
            desk,
            sync: Some(sync),
            watch: Some(watch),
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
        self.change_seats(Session::begun(remote.origin(), email, answer))
            .await
    }

    /// Proves anew who sits here. Where the server runs on this computer, who holds the program is who owns the demo.
    pub(super) async fn prove(&self, password: String) -> Result<()> {
        let desk = self.desk().await?;
        if desk.session.is_here() {
            drop(desk);
            return self.try_here().await;
        }
        desk.prove(password).await
    }

    /// The server of a session: the one the program brings along is started, and may listen elsewhere than last time.
    async fn server_of(&self, session: &Session) -> Result<Remote> {
        if !session.is_here() {
            return Remote::new(&session.server);
        }
        Remote::new(&self.here()?.start().await?)
    }

    /// Leaves the desk for that of a new session, which is kept first: where that fails, who sat here before still does.
    pub(super) async fn change_seats(&self, session: Session) -> Result<()> {
        let folder = match self.keep(&session) {
            Ok(folder) => folder,
            Err(error) => {
                let remote = self.server_of(&session).await?;
                drop(remote.with_token(&session.token).sign_out().await);
                return Err(error);
            }
        };
        self.leave_desk(false).await?;
        self.sit_down(session, folder, true).await
    }

    /// Keeps a session for the next start; none without a keychain.
    fn keep(&self, session: &Session) -> Result<Option<(PathBuf, Key)>> {
        let name = self.keeping.folder_of(session);
        let chance = &*self.options.chance;
        let Some(key) = session.keep(&self.keeping, chance, &name)? else {
            return Ok(None);
        };
        self.keeping.set_current(&name)?;
        Ok(Some((self.options.folder.join(name), key)))
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
        if !session.is_here() && !matches!(said, Ok(Ok(()) | Err(Error::Problem { .. }))) {
            session::leave_later(
                &self.keeping,
                Leaving {
                    server: session.server.clone(),
                    token: session.token.clone(),
                },
            )?;
        }
        Session::forget(&self.keeping, &self.keeping.folder_of(&session), discard)?;
        if !session.is_here() {
            self.propose(session.server);
        }
        if let Some(folder) = folder {
            self.keeping.forget_current()?;
            if discard {
                folder.destroy()?;
            }
        }
        self.tell_everything();
        Ok(())
    }

    /// Ends the sessions that ended here without a network.
    async fn end_left_sessions(&self) {
        let mut left = Vec::new();
        for leaving in session::leaving_list(&self.keeping) {
            let Ok(remote) = Remote::new(&leaving.server) else {
                continue;
            };
            match tokio::time::timeout(FAREWELL, remote.with_token(&leaving.token).sign_out()).await
            {
                Ok(Ok(()) | Err(Error::Problem { .. })) => {}
                _ => left.push(leaving),
            }
        }
        if let Err(error) = session::write_leaving(&self.keeping, &left) {
            tracing::info!(%error, "the list of sessions to end cannot be written");
        }
    }

    pub(super) async fn sync_now(&self) -> Result<()> {
        if self.desk.lock().await.is_none() {
            self.keeping.try_again();
            self.restore().await?;
        }
        self.end_left_sessions().await;
        self.desk().await?.nudge(Nudge::Now);
        Ok(())
    }
}
