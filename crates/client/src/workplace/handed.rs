//! Links that other programs hand over. One of an invitation waits until the person says that it is to be opened; until
//! then nothing is asked of anybody, and it never leads to another server than the one that is known (DSK-5, S-59). One
//! of a screen waits until there is a window to show it.

use std::sync::PoisonError;

use doorward_domain::OrganisationId;

use super::Workplace;
use crate::contract::{HandedLink, LinkedPlace, ViewName};
use crate::desk::Works;
use crate::error::{Error, Result};
use crate::handed::{Handed, Waiting};

impl Workplace {
    /// Hears a link that another program handed over; what is none of ours is passed over.
    pub fn hear_link(&self, link: &str) {
        let Some(handed) = Handed::read(link) else {
            tracing::warn!("a link that leads nowhere was passed over");
            return;
        };
        self.with_handed(|it| it.hear(handed));
        self.tell(&[ViewName::Session]);
    }

    /// The invitation's link that waits, as the person is asked about it: without what is secret in it.
    pub(super) fn handed(&self, server: Option<String>) -> Option<HandedLink> {
        match self.waits()? {
            seen @ Handed::Invitation(_) => {
                self.with_handed(|it| it.see(&seen));
                Some(HandedLink { server })
            }
            Handed::Screen(..) => None,
        }
    }

    /// Where the link that waits leads in these organisations. Whom nobody is known by is looked for again while rows that
    /// may name them have not come, or are locked: the pull that brings them tells so.
    pub(super) async fn linked(&self, works: &[Works]) -> Result<Option<LinkedPlace>> {
        let Some(waits) = self.waits() else {
            return Ok(None);
        };
        let Handed::Screen(screen, membership) = &waits else {
            return Ok(None);
        };
        let mut organisation = None;
        if let Some(id) = *membership {
            for office in works.iter().flat_map(|(_, offices)| offices) {
                let Some(cache) = office.cache().await else {
                    continue;
                };
                if !cache.numbers(&[id]).await?.is_empty() {
                    organisation = Some(office.id);
                }
            }
            if organisation.is_none() && awaits_rows(works).await {
                return Ok(None);
            }
        }
        self.with_handed(|it| it.see(&waits));
        Ok(Some(LinkedPlace {
            screen: *screen,
            membership: *membership,
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
        let secret = self.with_handed(Waiting::take_invitation);
        let secret = secret.ok_or(Error::Unchanged)?;
        self.tell(&[ViewName::Session]);
        self.open_link(&format!(
            "{}/j/{}",
            server.trim_end_matches('/'),
            secret.as_str()
        ))
    }

    /// Puts the link that was seen away.
    pub(super) fn forget_handed(&self) {
        self.with_handed(Waiting::put_away);
        self.tell(&[ViewName::Session]);
    }

    fn waits(&self) -> Option<Handed> {
        self.with_handed(|it| it.link().cloned())
    }

    fn with_handed<T>(&self, does: impl FnOnce(&mut Waiting) -> T) -> T {
        does(&mut self.handed.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Whether rows have not come yet, or are locked, in which somebody may stand who is known nowhere.
async fn awaits_rows(works: &[Works]) -> bool {
    for (desk, offices) in works {
        if !desk.knows_mine() {
            return true;
        }
        let reached = desk.offices_in_reach().await;
        let here = |id: OrganisationId| reached.iter().any(|it| it.id == id);
        if desk.my_organisations().iter().any(|(id, _)| !here(*id)) {
            return true;
        }
        for office in offices.iter().filter(|it| here(it.id)) {
            if office.cache().await.is_none() {
                return true;
            }
        }
    }
    false
}
