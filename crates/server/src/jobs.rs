//! Jobs: what runs beside the requests for as long as the server does.

use std::time::Duration;

use tokio::time::{MissedTickBehavior, interval};

use crate::{App, accounts, anchor, letters, store};

/// How often the heads of the history chains are written outside the database (AUD-2).
const ANCHORING: Duration = Duration::from_mins(5);

/// How often what no longer counts is forgotten.
const TIDYING: Duration = Duration::from_hours(1);

/// Runs every job until the program ends.
pub async fn run(app: &App) {
    tokio::join!(
        store::doorbell::listen(app.store(), app.doorbell()),
        anchor_heads(app),
        letters::run(app),
        tidy(app)
    );
}

/// Forgets what no longer counts. Nothing rests on it: terms are judged when they are read.
async fn tidy(app: &App) {
    let mut ticks = interval(TIDYING);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        if let Err(error) = accounts::tidy(app).await {
            tracing::warn!(%error, "what no longer counts could not be forgotten");
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
