//! Signing in beside those who sit here, proving anew who one is, and signing out.

use std::path::PathBuf;

use doorward_domain::OrganisationId;
use doorward_protocol::SignIn;

use super::Workplace;
use super::seat::FAREWELL;
use crate::error::{Error, Result};
use crate::key::Key;
use crate::leaving::{Leaving, Left};
use crate::remote::Remote;
use crate::session::Session;

impl Workplace {
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
        self.sit_beside(Session::begun(remote.origin(), email, answer))
            .await
    }

    /// Proves anew who sits here. Where the server runs on this computer, who holds the program is who owns the demo.
    pub(super) async fn prove(
        &self,
        organisation: Option<OrganisationId>,
        password: String,
    ) -> Result<()> {
        let desk = match organisation {
            Some(organisation) => self.desk_in(organisation).await?,
            None => self.desk().await?,
        };
        if desk.session.is_here() {
            drop(desk);
            return self.try_here().await;
        }
        desk.prove(password).await
    }

    /// Sits down for a new session beside those who sit here, in front. It is kept first: where that fails, who sat here
    /// before still does. What is set on this computer is set for somebody new, too.
    pub(super) async fn sit_beside(&self, session: Session) -> Result<()> {
        let folder = match self.keep(&session) {
            Ok(folder) => folder,
            Err(error) => {
                let remote = self.server_of(&session).await?;
                drop(remote.with_token(&session.token).sign_out().await);
                return Err(error);
            }
        };
        let account = session.account_key();
        let is_new = self.seats.lock().await.of(&account).is_none();
        let set = match self.desk().await {
            Ok(front) if is_new => front.own.preferences().await?,
            _ => Vec::new(),
        };
        let is_kept = folder.is_some();
        let place = self.leave(&account).await?;
        self.sit_down(session, folder, place, true).await?;
        if is_kept {
            self.note_seats().await?;
        }
        let desk = self.desk().await?;
        for setting in set {
            desk.prefer(&setting).await?;
        }
        Ok(())
    }

    /// Keeps a session for the next start; none without a keychain.
    fn keep(&self, session: &Session) -> Result<Option<(PathBuf, Key)>> {
        let name = self.keeping.folder_of(session);
        let chance = &*self.options.chance;
        let Some(key) = session.keep(&self.keeping, chance, &name)? else {
            return Ok(None);
        };
        Ok(Some((self.options.folder.join(name), key)))
    }

    /// Ends the session here and at the server. Rows go in any case; the outbox goes with `discard`, and is else kept
    /// for the same account, readable only with the share that the server gives at sign-in (S-63).
    pub(super) async fn sign_out(&self, account: Option<&str>, discard: bool) -> Result<()> {
        let desk = self.desk_of(account).await?;
        let session = desk.session.clone();
        let account = session.account_key();
        let folder = desk.folder().cloned();
        desk.outbox.end_holds();
        if let Some(seat) = self.seats.lock().await.of(&account) {
            seat.stop().await;
        }
        desk.close_table().await;
        let said = tokio::time::timeout(FAREWELL, desk.remote.sign_out()).await;
        desk.clear_rows().await?;
        drop(desk);
        self.leave(&account).await?;
        if !session.is_here() && !matches!(said, Ok(Ok(()) | Err(Error::Problem { .. }))) {
            let leaving = Leaving {
                server: session.server.clone(),
                token: session.token.clone(),
            };
            self.left.add(&self.keeping, leaving)?;
        }
        Session::forget(&self.keeping, &self.keeping.folder_of(&session), discard)?;
        if !session.is_here() {
            self.propose(session.server);
        }
        if let Some(folder) = folder {
            self.note_seats().await?;
            if discard {
                folder.destroy()?;
            }
        }
        self.tell_everything();
        Ok(())
    }

    /// Ends the sessions that ended here without a network.
    pub(super) async fn end_left_sessions(&self) {
        let left = match Left::all(&self.keeping) {
            Ok(left) => left,
            Err(error) => {
                tracing::info!(%error, "the list of sessions to end cannot be read");
                return;
            }
        };
        let mut ended = Vec::new();
        for leaving in left {
            if Self::end_at_server(&leaving).await {
                ended.push(leaving);
            }
        }
        if let Err(error) = self.left.ended(&self.keeping, &ended) {
            tracing::info!(%error, "the list of sessions to end cannot be written");
        }
    }

    /// Ends a session at its server; answers whether there is nothing more to be done about it.
    async fn end_at_server(leaving: &Leaving) -> bool {
        let Ok(remote) = Remote::new(&leaving.server) else {
            return true;
        };
        let remote = remote.with_token(&leaving.token);
        let said = tokio::time::timeout(FAREWELL, remote.sign_out()).await;
        matches!(said, Ok(Ok(()) | Err(Error::Problem { .. })))
    }
}
