//! Taking a seat and leaving it, and finding the desks again at the next start.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use futures_util::future::join_all;
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

use super::Workplace;
use crate::desk::{Desk, Opening, Surroundings};
use crate::error::{Error, Result};
use crate::key::Key;
use crate::remote::Remote;
use crate::session::Session;
use crate::sync::{self, Nudge};

/// How long signing out or closing waits for the server.
pub(super) const FAREWELL: Duration = Duration::from_secs(3);

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
    /// Ends sync, then with `send` hands over what waits, then closes the files.
    async fn close(mut self, send: bool) -> Result<()> {
        self.desk.outbox.end_holds();
        self.stop().await;
        if send {
            drop(tokio::time::timeout(FAREWELL, sync::flush(&self.desk)).await);
        }
        self.desk.close().await
    }

    /// Ends sync and waits until it has ended.
    pub(super) async fn stop(&mut self) {
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
    /// Opens the desks of the accounts that were signed in last, as far as the keychain has their sessions.
    pub(super) async fn restore(&self) -> Result<()> {
        let mut failed = None;
        let (front, all) = (self.keeping.current(), self.keeping.signed_in());
        for name in all {
            match self.restore_one(&name, front.as_ref()).await {
                Ok(()) => {}
                // What is locked stays locked for the others; nobody is asked to unlock it again and again.
                Err(error @ Error::Keychain(_)) => return Err(error),
                Err(error) => failed = failed.or(Some(error)),
            }
        }
        failed.map_or(Ok(()), Err)
    }

    async fn restore_one(&self, name: &String, front: Option<&String>) -> Result<()> {
        let Some((session, key)) = Session::kept(&self.keeping, name)? else {
            return Ok(());
        };
        let account = session.account_key();
        if self.seats.lock().await.of(&account).is_some() {
            return Ok(());
        }
        let before = self.seats.lock().await.front();
        let folder = Some((self.options.folder.join(name), key));
        self.sit_down(session, folder, None, false).await?;
        if front != Some(name)
            && let Some(before) = before
        {
            self.seats.lock().await.bring_forward(&before);
        }
        Ok(())
    }

    /// Opens a desk and sits down at it, in front; at `place` where the account had one.
    pub(super) async fn sit_down(
        &self,
        session: Session,
        folder: Option<(PathBuf, Key)>,
        place: Option<usize>,
        signed_in_now: bool,
    ) -> Result<()> {
        let (nudges, receiver) = mpsc::unbounded_channel();
        let with = Surroundings {
            clock: Arc::clone(&self.options.clock),
            chance: Arc::clone(&self.options.chance),
            table: Arc::clone(&self.table),
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
        let seat = Seat {
            desk,
            sync: Some(sync),
            watch: Some(watch),
        };
        self.seats.lock().await.take(seat, place);
        self.tell_everything();
        Ok(())
    }

    /// Leaves the desk of an account; answers the place it had.
    pub(super) async fn leave(&self, account: &str) -> Result<Option<usize>> {
        let left = self.seats.lock().await.leave(account);
        let Some((seat, place)) = left else {
            return Ok(None);
        };
        seat.close(false).await?;
        Ok(Some(place))
    }

    /// Hands over what waits, as far as that goes at once, and leaves every desk.
    pub(super) async fn leave_all(&self) -> Result<()> {
        let seats = self.seats.lock().await.leave_all();
        let closed = join_all(seats.into_iter().map(|seat| seat.close(true))).await;
        closed.into_iter().collect()
    }

    /// The server of a session: the one the program brings along is started, and may listen elsewhere than last time.
    pub(super) async fn server_of(&self, session: &Session) -> Result<Remote> {
        if !session.is_here() {
            return Remote::new(&session.server);
        }
        Remote::new(&self.here()?.start().await?)
    }

    pub(super) async fn sync_now(&self) -> Result<()> {
        if self.seats.lock().await.desks().len() < self.keeping.signed_in().len() {
            self.keeping.try_again();
            self.restore().await?;
        }
        self.end_left_sessions().await;
        for desk in self.desks().await? {
            desk.nudge(Nudge::Now);
        }
        Ok(())
    }
}
