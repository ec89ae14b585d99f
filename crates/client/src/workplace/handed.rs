//! Links that other programs hand over. One of an invitation waits until the person says that it is to be opened; until
//! then nothing is asked of anybody, and it never leads to another server than the one that is known (DSK-5, S-59).

use std::sync::PoisonError;

use zeroize::Zeroizing;

use super::Workplace;
use crate::browser::handed_secret;
use crate::contract::{HandedLink, ViewName};
use crate::error::{Error, Result};

impl Workplace {
    /// Hears a link that another program handed over; what is no invitation is passed over.
    pub fn hear_link(&self, link: &str) {
        let Some(secret) = handed_secret(link) else {
            tracing::warn!("a link that leads to no invitation was passed over");
            return;
        };
        self.keep_handed(Some(Zeroizing::new(secret.to_owned())));
    }

    /// The link that waits, as the person is asked about it: without what is secret in it.
    pub(super) fn handed(&self, server: Option<String>) -> Option<HandedLink> {
        let waits = self
            .handed
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .is_some();
        waits.then_some(HandedLink { server })
    }

    /// Opens the page behind the link that waits, at the server that is known.
    pub(super) async fn open_handed(&self) -> Result<()> {
        let server = match self.desk().await {
            Ok(desk) => Some(desk.remote.origin()),
            Err(_) => self.proposed(),
        };
        let server = server.ok_or(Error::SignedOut)?;
        let taken = self
            .handed
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        let secret = taken.ok_or(Error::Unchanged)?;
        self.tell(&[ViewName::Session]);
        self.open_link(&format!(
            "{}/j/{}",
            server.trim_end_matches('/'),
            secret.as_str()
        ))
    }

    /// Puts the link that waits away.
    pub(super) fn forget_handed(&self) {
        self.keep_handed(None);
    }

    fn keep_handed(&self, secret: Option<Zeroizing<String>>) {
        *self.handed.lock().unwrap_or_else(PoisonError::into_inner) = secret;
        self.tell(&[ViewName::Session]);
    }
}
