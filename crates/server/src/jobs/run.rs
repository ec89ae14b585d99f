//! Every job with its beat.

use std::future::Future;
use std::time::{Duration, Instant};

use tokio::time::{MissedTickBehavior, interval};

use super::agreed::Runs;
use super::{close, expire, hand, part, readdress, remind, rename};
use crate::letters::Post;
use crate::{App, accounts, anchor, letters, packs, store};

/// How often the heads of the history chains are written outside the database (AUD-2).
const ANCHORING: Duration = Duration::from_mins(5);
/// How often what no longer counts is forgotten.
const TIDYING: Duration = Duration::from_hours(1);
/// How often memberships whose end has passed are looked for.
const EXPIRING: Duration = Duration::from_mins(1);
/// How often it is looked whether accounts have ended.
const PARTING: Duration = Duration::from_mins(1);
/// How often what deleted organisations left behind is looked for.
const CLOSING: Duration = Duration::from_mins(5);
/// How often it is looked whether a new name or address has not reached everybody.
const RENAMING: Duration = Duration::from_mins(1);
/// How often packs are looked through.
const SWEEPING: Duration = Duration::from_mins(1);
/// How often occasions to remind somebody are looked for.
const REMINDING: Duration = Duration::from_mins(5);

/// Runs every job until the program ends.
pub async fn run(app: &App, post: &Post) {
    let mut runs = Runs::default();
    tokio::join!(
        store::doorbell::listen(app.store(), app.doorbell()),
        anchor_heads(app),
        part_with_people(app),
        hand::run(app),
        Box::pin(letters::run(app, post)),
        at_every(
            TIDYING,
            "what no longer counts could not be forgotten",
            || { accounts::tidy(app) }
        ),
        at_every(
            EXPIRING,
            "memberships could not be set to expired",
            move || {
                let until = runs.agreed(Instant::now(), app.now());
                async move {
                    match until {
                        Some(until) => expire::round(app, until).await,
                        None => Ok(0),
                    }
                }
            }
        ),
        at_every(CLOSING, "what was deleted could not be closed", || {
            close::round(app)
        }),
        at_every(RENAMING, "a new name could not be sent on", || {
            rename::round(app)
        }),
        at_every(RENAMING, "a new address could not be sent on", || {
            readdress::round(app)
        }),
        at_every(SWEEPING, "packs could not be looked through", || {
            packs::sweep(app)
        }),
        at_every(REMINDING, "nobody could be reminded", || remind::round(app)),
    );
}

/// Does something at once and then at every beat; what failed is tried again at the next one.
async fn at_every<F: Future<Output = Result<T, store::Error>>, T>(
    beat: Duration,
    failed: &'static str,
    mut work: impl FnMut() -> F,
) {
    let mut ticks = interval(beat);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        if let Err(error) = Box::pin(work()).await {
            tracing::warn!(%error, "{failed}");
        }
    }
}

async fn anchor_heads(app: &App) {
    let mut ticks = interval(ANCHORING);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            _ = ticks.tick() => {}
            () = app.anchoring().notified() => {}
        }
        if let Err(error) = anchor::anchor(app).await {
            tracing::warn!(%error, "the heads of the history could not be anchored");
        }
    }
}

async fn part_with_people(app: &App) {
    let (mut runs, mut ticks) = (Runs::default(), interval(PARTING));
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            _ = ticks.tick() => {}
            () = app.parting().notified() => {}
        }
        let until = runs.agreed(Instant::now(), app.now());
        if let Err(error) = Box::pin(part::round(app, until)).await {
            tracing::warn!(%error, "people whose account has ended could not be erased");
        }
    }
}
