//! How long the server has not been heard, by the latest time this computer ever showed since; and what is locked by it
//! (DESIGN 4, *On this computer*). A clock that is set back, or that was wrong all along, opens nothing for longer.

use std::sync::PoisonError;

use doorward_domain::{Moment, OrganisationId, USUAL_LOCK_DAYS};

use super::Desk;
use crate::cache::Own;
use crate::clock::{Clock, Tick};
use crate::contract::ViewName;
use crate::error::Result;

/// Names of settings in the account's file: what the clock showed at the last contact, and at the latest since.
const CONTACT: &str = "contact_by_clock";
const LATEST: &str = "latest_by_clock";
/// The beginning of the names of settings that say after how many days an organisation's rows are locked.
const TERM: &str = "locked_after_days/";
/// How often the latest time is written down, in milliseconds.
const NOTE: i64 = 10 * 60 * 1000;
/// Milliseconds of a day.
const DAY: i64 = 24 * 60 * 60 * 1000;

/// The time without contact.
#[derive(Debug, Clone, Copy)]
pub(super) struct Absence {
    /// What the clock showed when the server was heard last; none before the first contact.
    contact: Option<Moment>,
    /// The latest that it showed since, and when that was by the clock that never jumps.
    latest: (Moment, Tick),
    noted: Moment,
}

impl Absence {
    /// What the account's file knows of it. Files of an older version know the server's time of the last contact.
    pub(super) async fn read(own: &Own, clock: &dyn Clock, before: Option<Moment>) -> Result<Self> {
        let contact = own.moment(CONTACT).await?.or(before);
        let noted = own.moment(LATEST).await?.unwrap_or(Moment(0));
        let latest = noted.max(clock.now());
        Ok(Self {
            contact,
            latest: (latest, clock.tick()),
            noted,
        })
    }

    /// The server is heard now.
    pub(super) fn end(&mut self, clock: &dyn Clock) {
        self.contact = Some(clock.now());
        self.latest = (clock.now(), clock.tick());
        self.noted = clock.now();
    }

    /// Whole days without contact.
    fn days(&mut self, clock: &dyn Clock) -> i64 {
        let (before, at) = self.latest;
        let tick = clock.tick();
        let passed = i64::try_from(tick.since(at)).unwrap_or(i64::MAX);
        let latest = before.plus_millis(passed).max(clock.now());
        self.latest = (latest, tick);
        self.contact
            .map_or(0, |contact| latest.0.saturating_sub(contact.0) / DAY)
    }

    /// The latest time, if it is worth writing down again.
    fn note(&mut self) -> Option<Moment> {
        let (latest, _) = self.latest;
        let news = latest.0.saturating_sub(self.noted.0) >= NOTE;
        news.then(|| {
            self.noted = latest;
            latest
        })
    }
}

impl Desk {
    /// Notes that the server is heard now; `write` says whether that is written down too.
    pub(super) async fn end_absence(&self, write: bool) -> Result<()> {
        let clock = &*self.with.clock;
        self.absence
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .end(clock);
        if write {
            let now = clock.now().0.to_string();
            self.own.set(CONTACT, &now).await?;
            self.own.set(LATEST, &now).await?;
        }
        Ok(())
    }

    /// Locks the rows of every organisation whose term without contact has passed.
    pub(crate) async fn judge_absence(&self) -> Result<()> {
        let (days, note) = {
            let mut absence = self.absence.lock().unwrap_or_else(PoisonError::into_inner);
            (absence.days(&*self.with.clock), absence.note())
        };
        if let Some(latest) = note {
            self.own.set(LATEST, &latest.0.to_string()).await?;
        }
        let mut locked = false;
        for office in self.offices().await {
            if days >= i64::from(office.term()) && !office.is_locked() {
                locked = true;
                if let Err(error) = office.lock().await {
                    tracing::warn!(%error, organisation = %office.id, "a file of rows that are locked did not close well");
                }
            }
        }
        if locked {
            tracing::info!(days, "rows are locked until the server is heard");
            self.tell(ViewName::OF_ROWS);
        }
        Ok(())
    }

    /// After how many days an organisation has its rows locked, as it was heard last.
    pub(super) async fn term_of(&self, id: OrganisationId) -> Result<u32> {
        let kept = self.own.setting(&format!("{TERM}{id}")).await?;
        Ok(kept
            .and_then(|text| text.parse().ok())
            .unwrap_or(USUAL_LOCK_DAYS))
    }

    /// Notes after how many days an organisation wants its rows locked.
    pub(crate) async fn keep_term(&self, id: OrganisationId, days: u32) -> Result<()> {
        self.office(id).await.set_term(days);
        self.own
            .set(&format!("{TERM}{id}"), &days.to_string())
            .await
    }
}
