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
        self.change_seats(session).await
    }

    /// Leaves the desk for that of a new session, which is kept first: where that fails, who sat here before still does.
    async fn change_seats(&self, session: Session) -> Result<()> {
        let folder = match self.keep(&session) {
            Ok(folder) => folder,
            Err(error) => {
                let remote = Remote::new(&session.server)?;
                drop(remote.with_token(&session.token).sign_out().await);
                return Err(error);
            }
        };
        self.leave_desk(false).await?;
        self.sit_down(session, folder, true).await
    }

    /// Keeps a session for the next start; none without a keychain.
    fn keep(&self, session: &Session) -> Result<Option<(PathBuf, Key)>> {
        let Some(key) = session.keep(&*self.options.keychain, &*self.options.chance)? else {
            return Ok(None);
        };
        let name = session.folder_name();
        self.write(CURRENT, &name)?;
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

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicBool, Ordering};

    use doorward_domain::{
        Account, AccountStanding, Command, DeviceId, EndMembership, MembershipId, Name,
        OrganisationId, PersonId,
    };
    use uuid::Uuid;

    use super::*;
    use crate::contract::{Answer, Query, ViewName};
    use crate::key::encode;
    use crate::keychain::{Keychain, KeychainError, MemoryKeychain, NoKeychain};
    use crate::workplace::Options;

    /// A keychain that somebody locks.
    #[derive(Debug, Default)]
    struct Lockable {
        kept: MemoryKeychain,
        locked: AtomicBool,
    }

    impl Lockable {
        fn open(&self) -> Result<&MemoryKeychain, KeychainError> {
            if self.locked.load(Ordering::SeqCst) {
                Err(KeychainError::Locked)
            } else {
                Ok(&self.kept)
            }
        }
    }

    impl Keychain for Lockable {
        fn get(&self, name: &str) -> Result<Option<String>, KeychainError> {
            self.open()?.get(name)
        }

        fn set(&self, name: &str, secret: &str) -> Result<(), KeychainError> {
            self.open()?.set(name, secret)
        }

        fn delete(&self, name: &str) -> Result<(), KeychainError> {
            self.open()?.delete(name)
        }
    }

    /// A session at a server that nobody reaches.
    fn session(person: u128, name: &str) -> Session {
        let account = Account {
            person: PersonId(Uuid::from_u128(person)),
            name: Name::try_from(name).unwrap(),
            contacts: Vec::new(),
            standing: AccountStanding::Living,
        };
        Session {
            server: "http://127.0.0.1:9".into(),
            email: "somebody@example.ee".into(),
            token: "t".into(),
            share: encode(&[2; 32]).to_string(),
            device: DeviceId(Uuid::nil()),
            account,
        }
    }

    async fn seated(workplace: &Workplace) -> String {
        let Ok(Answer::Session(view)) = workplace.query(Query::Session {}).await else {
            panic!("a session is always shown");
        };
        view.signed_in.map(|it| it.name.to_string()).unwrap()
    }

    #[tokio::test]
    async fn a_locked_keychain_leaves_the_desk_that_was_open_key_1() {
        let place = tempfile::tempdir().unwrap();
        let keychain = Arc::new(Lockable::default());
        let options = Options::new(
            place.path().join("device"),
            Arc::<Lockable>::clone(&keychain),
        );
        let workplace = Workplace::open(options).await.unwrap();
        workplace.change_seats(session(1, "Olga")).await.unwrap();
        keychain.locked.store(true, Ordering::SeqCst);
        let refused = workplace.change_seats(session(2, "Piret")).await;
        assert!(matches!(refused, Err(Error::Keychain(_))), "{refused:?}");
        assert_eq!(seated(&workplace).await, "Olga", "and what she left unsent");
        keychain.locked.store(false, Ordering::SeqCst);
        workplace.change_seats(session(2, "Piret")).await.unwrap();
        assert_eq!(seated(&workplace).await, "Piret");
        workplace.close().await.unwrap();
    }
    async fn asked_on_closing(keychain: Arc<dyn Keychain>) -> (bool, Vec<ViewName>) {
        let place = tempfile::tempdir().unwrap();
        let options = Options::new(place.path().join("device"), keychain);
        let workplace = Workplace::open(options).await.unwrap();
        workplace.change_seats(session(1, "Olga")).await.unwrap();
        assert!(!workplace.asks_before_closing().await, "nothing is unsent");
        let membership = MembershipId(Uuid::from_u128(7));
        let ending = Command::EndMembership(EndMembership { membership });
        let here = OrganisationId(Uuid::from_u128(8));
        workplace.execute(here, ending).await.unwrap();
        let mut told = workplace.subscribe();
        let asks = workplace.asks_before_closing().await;
        workplace.close().await.unwrap();
        drop(workplace);
        let mut views = Vec::new();
        while let Ok(changed) = told.recv().await {
            views.extend(changed.views);
        }
        (asks, views)
    }

    #[tokio::test]
    async fn closing_asks_while_what_is_unsent_is_in_memory_only_s_62() {
        let (asks, views) = asked_on_closing(Arc::new(NoKeychain)).await;
        assert!(asks && views.contains(&ViewName::Closing), "{views:?}");
        let (asks, views) = asked_on_closing(Arc::new(MemoryKeychain::default())).await;
        assert!(!asks && !views.contains(&ViewName::Closing), "{views:?}");
    }
}
