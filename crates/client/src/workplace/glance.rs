//! What is seen of the device where there is no window: in the tray.

use doorward_domain::Locale;

use super::Workplace;
use crate::contract::{BatchSummary, KnownOrganisation, RequestRow, RequestsAsk};
use crate::error::{Error, Result};

/// The newest requests that are shown.
const NEWEST: u32 = 3;

/// What somebody sees without the window: the numbers that it shows, too.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Glance {
    /// The language chosen, if one was.
    pub locale: Option<Locale>,
    /// Whether somebody is signed in.
    pub signed_in: bool,
    /// How many requests wait, as the sidebar counts them.
    pub waiting: u32,
    /// The newest of them, the newest first.
    pub newest: Vec<RequestRow>,
    /// What the organisations of these are called, where the work of several is shown.
    pub organisations: Vec<KnownOrganisation>,
    /// Whether somebody here invites.
    pub invites: bool,
    /// How far an import is that is being sent.
    pub import: Option<InProgress>,
    /// In how many milliseconds the first of those who are put off is due again; time alone changes the numbers then.
    pub wakes_in_ms: Option<u64>,
}

/// How far an import is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InProgress {
    /// How many rows have gone out.
    pub done: u32,
    /// How many are to go out.
    pub total: u32,
    /// Whether somebody has paused it.
    pub paused: bool,
}

impl Workplace {
    /// What somebody sees without the window; nothing where nobody is signed in.
    pub async fn glance(&self) -> Glance {
        let nothing = Glance {
            locale: self.locale(),
            ..Glance::default()
        };
        match self.seen().await {
            Ok(seen) => seen,
            Err(Error::SignedOut) => nothing,
            Err(error) => {
                tracing::warn!(%error, "nothing can be told without the window");
                nothing
            }
        }
    }

    /// Whether the program goes on when its window is closed.
    pub async fn keeps_running(&self) -> bool {
        let settings = self.settings().await;
        settings.is_ok_and(|settings| settings.keeps_running)
    }

    async fn seen(&self) -> Result<Glance> {
        let session = self.session().await?;
        let chosen = self.settings().await?.organisation;
        let mut known: Vec<KnownOrganisation> = session.organisations;
        known.retain(|it| !it.gone);
        if let Some(one) = known.iter().find(|it| Some(it.id) == chosen).cloned() {
            known = vec![one];
        }
        let sum = |all: u32, it: &KnownOrganisation| all.saturating_add(it.waiting);
        let waiting = known.iter().fold(0, sum);
        let shown = if let [one] = known.as_slice() {
            Some(one.id)
        } else {
            None
        };
        let last = RequestsAsk {
            organisation: shown,
            offset: Some(waiting.saturating_sub(NEWEST)),
            limit: Some(NEWEST),
            search: None,
            came_by: None,
            waiting_days: None,
            snoozed: None,
        };
        let asked = self.requests(&last).await?;
        let mut newest = asked.rows;
        newest.reverse();
        let batches = self.batches().await?.batches;
        Ok(Glance {
            locale: self.locale(),
            signed_in: true,
            waiting,
            newest,
            invites: known.iter().any(|it| it.may.invite),
            import: batches.iter().find(|it| it.waiting > 0).map(progress),
            wakes_in_ms: asked.wakes_in_ms,
            organisations: known,
        })
    }
}

/// How far a batch is: what is refused went out, too.
fn progress(batch: &BatchSummary) -> InProgress {
    let done = batch.sent.saturating_add(batch.refused);
    InProgress {
        done,
        total: done.saturating_add(batch.waiting),
        paused: batch.paused,
    }
}
