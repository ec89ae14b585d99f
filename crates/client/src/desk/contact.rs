//! When the server was heard, and how a desk stands with it.

use std::sync::PoisonError;

use doorward_domain::Moment;

use super::Desk;
use crate::contract::ViewName;
use crate::error::Result;
use crate::sync::Status;

/// How often the time of the last contact is written down while nothing else is, in milliseconds.
const NOTE_CONTACT: i64 = 60 * 1000;
/// Names of settings in the account's file.
pub(super) const LAST_CONTACT: &str = "last_contact_at";
pub(super) const LATEST_SEEN: &str = "latest_seen_at";

/// When the server was heard, and how this device stands with it.
#[derive(Debug, Default)]
pub(super) struct Contact {
    pub(super) last: Option<Moment>,
    /// Whether it was heard since this desk was opened.
    pub(super) heard: bool,
    pub(super) noted: Option<Moment>,
    pub(super) status: Status,
}

impl Desk {
    /// Notes that the server was heard.
    pub(crate) async fn heard(&self, said: Option<Moment>) -> Result<()> {
        if let Some(said) = said {
            self.time.hear(said, self.tick());
        }
        let now = self.now();
        let note = {
            let mut contact = self.contact.lock().unwrap_or_else(PoisonError::into_inner);
            contact.last = Some(now);
            contact.heard = true;
            let note = contact
                .noted
                .is_none_or(|noted| now.0.saturating_sub(noted.0).abs() >= NOTE_CONTACT);
            if note {
                contact.noted = Some(now);
            }
            note
        };
        if note {
            self.own.set(LAST_CONTACT, &now.0.to_string()).await?;
            self.own.set(LATEST_SEEN, &now.0.to_string()).await?;
        }
        self.end_absence(note).await?;
        self.unlock().await;
        Ok(())
    }

    /// When the server was heard last.
    pub(crate) fn last_contact(&self) -> Option<Moment> {
        self.contact
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .last
    }

    /// How this device stands with the server.
    pub(crate) fn status(&self) -> Status {
        self.contact
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .status
    }

    /// Whether the server answers now, as far as this device can tell.
    pub(crate) fn is_in_contact(&self) -> bool {
        let contact = self.contact.lock().unwrap_or_else(PoisonError::into_inner);
        contact.heard && matches!(contact.status, Status::Working | Status::Idle)
    }

    /// Notes how this device stands with the server.
    pub(crate) fn stand(&self, status: Status) {
        let before = {
            let mut contact = self.contact.lock().unwrap_or_else(PoisonError::into_inner);
            std::mem::replace(&mut contact.status, status)
        };
        if before != status {
            self.tell(&[ViewName::Sync]);
        }
    }
}
