//! Links that other programs hand over. One of an invitation waits until the person says that it is to be opened; until
//! then nothing is asked of anybody, and it never leads to another server than the one that is known (DSK-5, S-59). One
//! of a screen waits until there is a window to show it.

use std::sync::PoisonError;

use super::Workplace;
use crate::contract::{HandedLink, LinkedPlace, ViewName};
use crate::desk::Works;
use crate::error::{Error, Result};
use crate::handed::Handed;

impl Workplace {
    /// Hears a link that another program handed over; what is none of ours is passed over.
    pub fn hear_link(&self, link: &str) {
        let Some(handed) = Handed::read(link) else {
            tracing::warn!("a link that leads nowhere was passed over");
            return;
        };
        self.keep_handed(Some(handed));
    }

    /// The invitation's link that waits, as the person is asked about it: without what is secret in it.
    pub(super) fn handed(&self, server: Option<String>) -> Option<HandedLink> {
        match self.waits()? {
            Handed::Invitation(_) => Some(HandedLink { server }),
            Handed::Screen(..) => None,
        }
    }

    /// Where the link that waits leads in these organisations.
    pub(super) async fn linked(&self, works: &[Works]) -> Result<Option<LinkedPlace>> {
        let Some(Handed::Screen(screen, membership)) = self.waits() else {
            return Ok(None);
        };
        let mut organisation = None;
        if let Some(id) = membership {
            for office in works.iter().flat_map(|(_, offices)| offices) {
                let Some(cache) = office.cache().await else {
                    continue;
                };
                if !cache.numbers(&[id]).await?.is_empty() {
                    organisation = Some(office.id);
                }
            }
        }
        Ok(Some(LinkedPlace {
            screen,
            membership,
            organisation,
        }))
    }

    /// Opens the page behind the link that waits, at the server that is known.
    pub(super) async fn open_handed(&self) -> Result<()> {
        let server = match self.desk().await {
            Ok(desk) => Some(desk.remote.origin()),
            Err(_) => self.proposed(),
        };
        let server = server.ok_or(Error::SignedOut)?;
        let Some(Handed::Invitation(secret)) = self.waits() else {
            return Err(Error::Unchanged);
        };
        self.forget_handed();
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

    fn waits(&self) -> Option<Handed> {
        let handed = self.handed.lock();
        handed.unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn keep_handed(&self, handed: Option<Handed>) {
        *self.handed.lock().unwrap_or_else(PoisonError::into_inner) = handed;
        self.tell(&[ViewName::Session]);
    }
}
